"""A full disk, a folder that cannot be written, a second build: a clear word, and the old site."""

from __future__ import annotations

import fcntl
import os
import resource
import shutil
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from sphinx.application import Sphinx
from sphinx.util import logging

from forked import Ended, forked
from inline_site import InlineSite
from small_workshop import FILES, changed
from sphinx_workshop.cli import build as build_site
from trees import contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOPIC = changed("topics/inference.md", "# Methods", "# Ways")


@pytest.fixture
def site(tmp_path: Path) -> InlineSite:
    return InlineSite(tmp_path, FILES, {})


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> InlineSite:
    """Return a site that is built, and of which a copy is kept."""
    site = InlineSite(tmp_path_factory.mktemp("kept"), FILES, {"html_static_path": ["_static"]})
    site.write({"_static/kept.txt": "x", "_static/gone.txt": "x"})
    assert build(site)[0] == 0
    shutil.copytree(site.folder, site.folder.with_name("copy"))
    return site


@pytest.fixture
def built(kept: InlineSite) -> InlineSite:
    """Return the site as it was when it was built."""
    shutil.rmtree(kept.folder)
    shutil.copytree(kept.folder.with_name("copy"), kept.folder)
    return kept


def build(site: InlineSite, before: Callable[[], object] = bool) -> tuple[int, str]:
    """Build in a process of its own that does something before; return status and last word."""
    code, said = run(site, "built", before)
    assert "Traceback" not in said
    return code, said.splitlines()[-1]


def run(site: InlineSite, folder: str, before: Callable[[], object] = bool) -> Ended:
    """Build into a folder, in a process of its own that does something before."""

    def work() -> int:
        before()
        return build_site.main(str(site.source), str(site.folder / folder))

    return forked(work)


@pytest.mark.parametrize("size", [2_000, 30_000])
def test_a_full_disk_is_reported_and_leaves_the_old_site(built: InlineSite, size: int) -> None:
    before = contents(built.folder / "built/html")
    built.write(TOPIC)
    shutil.rmtree(built.folder / "built/work")  # so that all files are written again
    status, said = build(built, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
    assert status != 0
    assert said.startswith("Not built")
    assert said.endswith(f"{built.folder / 'built/html'} is as it was.")
    assert contents(built.folder / "built/html") == before
    assert build(built)[0] == 0
    assert contents(built.folder / "built/html") != before


@pytest.fixture
def open_site() -> Iterator[InlineSite]:
    """Return a site that the user nobody may read, whom root becomes.

    Each run of pytest closes pytest's own folders to others, those of the runs beside it as well.
    """
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield InlineSite(Path(folder), FILES, {})


def as_nobody() -> None:
    if not os.geteuid():
        os.seteuid(65534)


def test_a_folder_that_cannot_be_written_is_named(open_site: InlineSite) -> None:
    built = open_site.folder / "built"
    built.mkdir(mode=0o755)
    (built / "lock").touch()
    (built / "lock").chmod(0o444)
    status, said = build(open_site, as_nobody)
    assert status == 2
    assert said.startswith(f"Not built: Permission denied: {built / 'lock'}; let this user write")


def test_a_folder_that_cannot_be_looked_into_is_named(open_site: InlineSite) -> None:
    built = open_site.folder / "built"
    built.mkdir()
    built.chmod(0o600)
    status, said = build(open_site, as_nobody)
    built.chmod(0o700)
    assert status == 2
    assert said.startswith(f"Not built: Permission denied: {built / 'html'}; let this user write")


def test_a_file_in_the_place_of_the_folder_is_named(site: InlineSite) -> None:
    (site.folder / "built").write_text("x")
    status, said = build(site)
    assert status == 2
    assert said.startswith(f"Not built: File exists: {site.folder / 'built'}")


def test_a_second_build_says_that_there_is_another(built: InlineSite) -> None:
    before = contents(built.folder / "built/html")
    with (built.folder / "built/lock").open() as file:
        number = file.read().strip()
        fcntl.flock(file, fcntl.LOCK_EX)
        status, said = build(built)
    assert status == 2
    assert said == (
        f"Another build works in {built.folder / 'built'} (process {number}): "
        "wait until it has ended."
    )
    assert contents(built.folder / "built/html") == before
    assert build(built)[0] == 0


def test_a_changed_lock_file_starts_from_nothing(built: InlineSite) -> None:
    (built.folder / "built/work/html/left.html").touch()
    assert build(built)[0] == 0
    assert (built.folder / "built/work/html/left.html").exists()
    built.write({"requirements.txt": "sphinx\n"})
    assert build(built)[0] == 0
    assert not (built.folder / "built/work/html/left.html").exists()


def test_a_build_that_has_nothing_to_do_leaves_every_file_alone(built: InlineSite) -> None:
    before = {path: path.stat() for path in (built.folder / "built/html").rglob("*")}
    assert build(built) == (0, f"The site is in {built.folder / 'built/html'}.")
    after = {path: path.stat() for path in (built.folder / "built/html").rglob("*")}
    assert {p: (s.st_ino, s.st_mtime_ns) for p, s in before.items()} == {
        p: (s.st_ino, s.st_mtime_ns) for p, s in after.items()
    }


def test_a_file_that_is_gone_is_gone_from_the_site(built: InlineSite) -> None:
    published = built.folder / "built/html/_static"
    assert (published / "gone.txt").exists()
    built.write({"_static/gone.txt": None})
    assert build(built)[0] == 0
    assert (published / "kept.txt").exists()
    assert not (published / "gone.txt").exists()


def test_the_site_shares_no_file_with_what_the_next_build_writes_into(built: InlineSite) -> None:
    built.write(TOPIC)
    assert build(built)[0] == 0
    published, work = built.folder / "built/html", built.folder / "built/work/html"
    assert contents(published) == contents(work)
    for path in (path for path in work.rglob("*") if path.is_file()):
        assert not path.samefile(published / path.relative_to(work))


# After a build that failed ----------------------------------------------------------------------

MISTAKE = changed("papers/beta.md", "robustness; inference", "robustnes; inference")


def before_reading(listen: Callable[[list[str]], object]) -> None:
    """Call a function with the names of documents, before these are read."""
    build_all = Sphinx.build

    def build_listening(app: Sphinx) -> None:
        app.connect("env-before-read-docs", lambda _app, _env, names: listen(names))
        build_all(app)

    pytest.MonkeyPatch().setattr(Sphinx, "build", build_listening)


def read(site: InlineSite, folder: str = "built") -> set[str]:
    """Build without a mistake, and return the documents that were read."""
    tell = partial(before_reading, lambda names: print("read", *sorted(names)))
    code, said = run(site, folder, tell)
    assert code == 0, said
    (line,) = (line for line in said.splitlines() if line.split()[:1] == ["read"])
    return set(line.split()[1:])


def fresh(site: InlineSite) -> dict[str, bytes]:
    """Return what a build from nothing makes of the sources."""
    shutil.rmtree(site.folder / "fresh", ignore_errors=True)
    assert run(site, "fresh").code == 0
    return contents(site.folder / "fresh/html")


def test_a_mistake_and_its_correction_read_no_more_than_two_edits(built: InlineSite) -> None:
    built.write({"papers/beta.md": FILES["papers/beta.md"] + "\nEdited.\n"})
    after_an_edit = read(built)
    built.write(MISTAKE)
    assert build(built)[0] == 1
    assert build(built)[0] == 1  # it is reported as long as it stands
    built.write({"papers/beta.md": FILES["papers/beta.md"] + "\nCorrected.\n"})
    assert read(built) == after_an_edit
    assert len(read(built, "fresh")) == len([name for name in FILES if name.endswith(".md")])
    assert contents(built.folder / "built/html") == contents(built.folder / "fresh/html")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (MISTAKE | TOPIC, {"papers/beta.md": "", "topics/inference.md": ""}),
        (MISTAKE | {"papers/alpha.md": None}, {"papers/beta.md": "", "papers/alpha.md": ""}),
        (
            MISTAKE | {"papers/delta.md": "# Delta\n\n:::{paper} 20\n:authors: Eve Yu\n:::\n"},
            {"papers/beta.md": "", "papers/delta.md": None},
        ),
    ],
    ids=["a title as it was", "a page that comes back", "a page that was added"],
)
def test_what_a_failed_build_wrote_leaves_no_trace(
    built: InlineSite, wrong: dict[str, str | None], right: dict[str, str | None]
) -> None:
    before = contents(built.folder / "built/html")
    built.write(wrong)
    assert build(built)[0] == 1
    built.write({name: FILES[name] if text == "" else text for name, text in right.items()})
    assert build(built)[0] == 0
    assert contents(built.folder / "built/html") == before


def test_a_mistake_before_there_is_a_site_is_corrected_as_any_edit(site: InlineSite) -> None:
    site.write(MISTAKE)
    for _ in range(2):
        assert build(site) == (1, "Not built. There is no site yet.")
    site.write({"papers/beta.md": FILES["papers/beta.md"]})
    assert read(site) == {"papers/beta"}
    assert contents(site.folder / "built/html") == fresh(site)


def test_builds_fail_and_leave_the_old_site_until_each_mistake_is_corrected(
    built: InlineSite,
) -> None:
    before = contents(built.folder / "built/html")
    wrong = MISTAKE | {"notes.md": "# Notes\n\n{topic}`unknown`\n"}
    for written in (wrong, {"papers/beta.md": FILES["papers/beta.md"]}):
        built.write(written)
        status, said = build(built)
        assert (status, said[:9]) == (1, "Not built")
        assert contents(built.folder / "built/html") == before
    built.write({"notes.md": FILES["notes.md"]})
    assert build(built)[0] == 0
    assert contents(built.folder / "built/html") == before


def test_a_warning_of_no_page_is_reported_again(built: InlineSite) -> None:
    def warn(names: list[str]) -> None:
        if names:
            logging.getLogger("odd").warning("odd")

    built.write(TOPIC)
    for _ in range(2):
        assert build(built, partial(before_reading, warn))[0] == 1
    assert build(built)[0] == 0
    assert contents(built.folder / "built/html") == fresh(built)
