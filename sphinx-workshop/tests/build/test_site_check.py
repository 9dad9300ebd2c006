"""Each check of a built site reports the fault that it is there for, and nothing on a whole one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml

from inline_site import SETTINGS, InlineSite
from small_workshop import FILES, appended, changed
from sphinx_workshop.cli import __main__ as cli
from sphinx_workshop.site_check import built_site, findings, paper_page
from sphinx_workshop.site_check.built_site import BuiltSite
from sphinx_workshop.site_check.checks import PAGE_CHECKS, SITE_CHECKS
from sphinx_workshop.site_check.finding import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def main(*arguments: str) -> int:
    return cli.main(["check", *arguments])


MORE = """\
:::{status}
:::

:::{calendar}
:of: program
:::

:::{topic-map}
:::

:::{changes}
:::

:::{change} 2016-05-02
The notes are new.
:::

"""

DELTA = r"""# Delta rays of ½ a 🌞, where $\alpha_1 \geq \frac{1}{2}$

:::{paper} 20
:authors: Dana Fox*
:::

:::{abstract}
Delta rays go *nowhere*.
:::
"""

SEARCH = '{% extends "layout.html" %}{% block body %}<h1>Search</h1>{% endblock %}'
"""The theme's own page of search asks for what `site_search` leaves out."""


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> InlineSite:
    """Return a workshop in which all is well."""
    site = InlineSite(
        tmp_path_factory.mktemp("whole"),
        FILES
        | {"papers/delta.md": DELTA}
        | appended("notes.md", MORE)
        | changed("program/speakers.md", ":roles: keynote\n", ":roles: keynote; editor\n"),
        {
            "extensions": [*SETTINGS["extensions"], "sphinx_workshop.site.csp"],
            "templates_path": ["_templates"],
            "exclude_patterns": ["_templates"],
        },
    )
    site.write({"_templates/search.html": SEARCH})
    return site


@pytest.fixture(scope="module")
def whole(sources: InlineSite) -> Path:
    """Return the built workshop: look, do not touch."""
    built = sources.build()
    assert built.messages == []
    return built.output


@pytest.fixture(scope="module", autouse=True)
def parsed_once() -> Iterator[None]:
    """Read each page once as long as it stays the same: a fault changes one of them."""

    def once(read: Callable[[Path], object]) -> Callable[[Path], object]:
        kept = cache(lambda path, _changed, _length: read(path))
        return lambda path: kept(path, (about := path.stat()).st_mtime_ns, about.st_size)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("parsed", "outline"):
            patch.setattr(built_site, name, once(vars(built_site)[name]))
        yield


@pytest.fixture(scope="module")
def copied(whole: Path) -> Path:
    return Path(shutil.copytree(whole, whole.with_name("copy")))


@pytest.fixture(scope="module")
def files(whole: Path, copied: Path) -> dict[Path, tuple[Path, int]]:
    """Map the files of the copy to those of the whole site, and to when these were written."""
    found = (path for path in whole.rglob("*") if path.is_file())
    return {copied / p.relative_to(whole): (p, p.stat().st_mtime_ns) for p in found}


@pytest.fixture
def copy(copied: Path, files: dict[Path, tuple[Path, int]]) -> Iterator[Path]:
    """Return a copy of the whole site, to be damaged; what was damaged is copied again."""
    yield copied
    for path, (whole, written) in files.items():
        if not path.exists() or path.stat().st_mtime_ns != written:
            shutil.copy2(whole, path)


class Fault(NamedTuple):
    """A passage of a built file, what is put in its place, and what the check says.

    `old` empty deletes the file.
    """

    file: str
    old: str
    new: str
    says: str


FAULTS: dict[str, list[list[str]]] = yaml.safe_load(
    Path(__file__).with_name("site_faults.yaml").read_text(encoding="utf-8")
)
"""The faults by the check that reports each."""

CHECKS = {
    f"{check.__module__.rpartition('.')[2]}.{check.__name__}": check
    for check in (*PAGE_CHECKS, *SITE_CHECKS, *paper_page.CHECKS)
}
CASES = [
    pytest.param(name, Fault(*fault), id=f"{name}-{number}")
    for name, faults in FAULTS.items()
    for number, fault in enumerate(faults)
]


def reported(folder: Path, name: str, only: str = "") -> list[str]:
    """Return what one check reports on a site, or on one page; or that it cannot read a file."""
    site, check = BuiltSite(folder), CHECKS[name]
    try:
        if check in SITE_CHECKS:
            return [finding.message for finding in SITE_CHECKS[SITE_CHECKS.index(check)](site)]
        if check in PAGE_CHECKS:
            page_check = PAGE_CHECKS[PAGE_CHECKS.index(check)]
            paths = [only] if only else site.pages
            return [message for path in paths for message in page_check(site, path)]
        paper_check = paper_page.CHECKS[paper_page.CHECKS.index(check)]
        pages = [
            (path, site.data.papers[id])
            for path, id in site.paper_pages.items()
            if path == only or not only
        ]
        return [message for path, paper in pages for message in paper_check(site, path, paper)]
    except UnreadableError as error:
        return [error.finding.message]


def damage(folder: Path, fault: Fault) -> str:
    """Put a fault into a site, the first time that the passage stands there; return where."""
    if not fault.old:
        (folder / fault.file).unlink()
        return fault.file
    files = [
        path for path in sorted(folder.glob(fault.file)) if fault.old in path.read_text("utf-8")
    ]
    assert files, f"{fault.old!r} does not stand in {fault.file}"
    text = files[0].read_bytes().decode()
    files[0].write_bytes(text.replace(fault.old, fault.new, 1).encode())
    return files[0].relative_to(folder).as_posix()


def test_a_whole_site_has_no_findings(whole: Path) -> None:
    assert findings(whole) == []


def test_pages_with_folders_of_their_own_are_checked_as_well(sources: InlineSite) -> None:
    folder = sources.build("folders", builder="dirhtml").output
    assert findings(folder) == []
    (folder / "papers/beta/index.html").unlink()
    missing = {found.page for found in findings(folder) if "missing" in found.message}
    assert "papers/beta/index.html" in missing


@pytest.mark.parametrize(("name", "fault"), CASES)
def test_a_check_reports_the_fault_that_it_is_there_for(
    name: str, fault: Fault, copy: Path
) -> None:
    place = damage(copy, fault)
    if fault.old and place.endswith(".html"):  # most faults are reported where they are
        messages = reported(copy, name, place)
        if any(fault.says in message for message in messages):
            return
    messages = reported(copy, name)
    assert any(fault.says in message for message in messages), messages


def test_every_check_is_shown_to_report_a_fault() -> None:
    combined = {"paper_page.agrees"}  # those of the module, each of which is tried
    assert FAULTS.keys() == CHECKS.keys() - combined
    assert all(FAULTS.values())


@pytest.mark.parametrize(
    "broken",
    [
        {
            "papers.json": ("{", "this JSON cannot be read"),
            "program/schedule.json": ("{}", "this export cannot be read"),
            "program/schedule.xml": ("<schedule>", "this XML cannot be read"),
            "search-index/index.json": ("{}", "this index cannot be read"),
        },
        {"papers.json": ('{"papers": []}', "this export cannot be read")},
        {"objects.inv": ("x", "this inventory cannot be read")},
    ],
    ids=["several files", "an export", "the inventory"],
)
def test_each_file_that_cannot_be_read_is_reported(
    broken: dict[str, tuple[str, str]], copy: Path
) -> None:
    for file, (content, _) in broken.items():
        (copy / file).write_text(content, encoding="utf-8")
    said = [(found.page, found.message) for found in findings(copy)]
    reported = {
        file for file, (_, says) in broken.items() if any(f == file and says in m for f, m in said)
    }
    assert reported == broken.keys()


def test_the_command_prints_findings_by_page_and_their_number(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(str(copy)) == 0
    assert capsys.readouterr().out == "0 findings\n"
    damage(copy, Fault("notes.html", 'lang="en"', "", ""))
    damage(copy, Fault("dates.html", 'lang="en"', "", ""))
    assert main(str(copy)) == 1
    says = "the page does not name its language"
    assert capsys.readouterr().out == f"dates.html: {says}\nnotes.html: {says}\n2 findings\n"


def test_the_command_reports_published_addresses_that_are_missing(
    copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    addresses = tmp_path / "addresses.txt"
    addresses.write_text("# Words.\n\nnotes.html#marked\ngone.html\n", encoding="utf-8")
    assert main(str(copy), "--addresses", str(addresses)) == 1
    first, count = capsys.readouterr().out.splitlines()
    assert first.startswith("gone.html: this published address is missing")
    assert count == "1 finding"


def test_a_site_without_an_address_is_reported_once(tmp_path: Path) -> None:
    site = InlineSite(tmp_path, FILES, {"html_baseurl": ""}).build()
    (finding,) = findings(site.output)
    assert "set html_baseurl in conf.py" in finding.message


def test_the_command_says_that_a_folder_is_no_built_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(str(tmp_path))
    assert "is not a built site: it holds no objects.inv" in capsys.readouterr().err


def test_the_checks_need_nothing_of_the_tests() -> None:
    code = (
        "import sys; from sphinx_workshop import site_check; "
        "print([m for m in sys.modules if m in {'conf', 'pytest', 'inline_site'}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
