"""Builds in forks of a warm process equal fresh builds, and see what has changed since it began."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from forked import built_by_sphinx
from live_site import Live
from small_workshop import FILES
from sphinx_workshop.domain.export_files import LIST
from trees import differing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SPHINX = ("-n", "-j", "auto", "-D", "workshop_csp=0")
IGNORED = r"/(_build|__pycache__|doctrees)(/|$)"
COMMAND = (
    *(sys.executable, "-m", "sphinx_workshop.cli.live", *SPHINX, "--port", "0"),
    *("--re-ignore", IGNORED, "-d", "doctrees", ".", "_build/live"),
)
PROBE = """\
print("The probe is loaded.")


def setup(app):
    app.connect("html-page-context", lambda app, name, template, context, tree: context.update(
        body=context.get("body", "") + "<p>one</p>"
    ))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
BETA = FILES["papers/beta.md"]
LOADED = "The probe is loaded."
STEPS: dict[str, dict[str, str | None]] = {
    "an edit": {"papers/alpha.md": FILES["papers/alpha.md"].replace("particles", "rays")},
    "a mistake": {"papers/beta.md": BETA.replace("robustness; inference", "robustnes; inference")},
    "its correction": {"papers/beta.md": f"{BETA}\nCorrected.\n"},
    "a new page": {"papers/delta.md": "# Delta waves\n\n:::{paper} 99\n:authors: Eve Orr\n:::\n"},
    "a page less": {"papers/delta.md": None},
}


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    running = Live(tmp_path_factory.mktemp("live"), COMMAND, {"probe.py": PROBE})
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(running.site.source)  # where fresh builds find the probe
        yield running
    running.stop()


def fresh(live: Live, folder: Path) -> Path:
    """Return what one build from nothing makes of the sources."""
    done = built_by_sphinx(live.site.source, *SPHINX, "-d", folder / "trees", ".", folder / "html")
    assert done.code == 0, done.said
    return folder / "html"


def shown(live: Live, other: Path) -> list[str]:
    """Return what differs between the site and another, but what builds after the first leave."""
    exports = (live.site.source / "doctrees" / LIST).read_text(encoding="utf-8").splitlines()
    left = {line.partition("\t")[0] for line in exports}
    found = differing(live.output, other)
    return [name for name in found if name not in left and not name.startswith("search-index/")]


@pytest.mark.parametrize("step", STEPS)
def test_what_is_shown_equals_a_fresh_build_after(step: str, live: Live, tmp_path: Path) -> None:
    live.site.write(STEPS[step])
    live.settle()
    assert shown(live, fresh(live, tmp_path)) == []


def test_the_next_start_makes_what_builds_after_the_first_have_left(
    live: Live, tmp_path: Path
) -> None:
    live.site.write(STEPS["an edit"])
    live.settle()
    assert "rays" not in (live.output / "papers/alpha.bib").read_text("utf-8")
    start = built_by_sphinx(live.site.source, *SPHINX, "-d", "doctrees", ".", live.output)
    assert start.code == 0, start.said
    (live.output / ".buildinfo.bak").unlink(missing_ok=True)  # of settings that have changed
    assert differing(live.output, fresh(live, tmp_path)) == []


def test_builds_after_the_first_import_nothing(live: Live) -> None:
    live.settle()
    loaded = live.terminal().count(LOADED)
    assert 1 <= loaded <= 2  # by the first build, and by what is forked
    live.settle()
    assert live.terminal().count(LOADED) == loaded


def test_settings_are_read_by_each_build(live: Live, tmp_path: Path) -> None:
    live.site.configure(project="Another name")
    live.settle()
    live.page("index.html", "Another name")
    # Sphinx keeps the digest of the settings before.
    assert shown(live, fresh(live, tmp_path)) == [".buildinfo.bak"]


def test_a_module_that_changes_is_imported_again(live: Live) -> None:
    live.page("index.html", "<p>one</p>")
    (live.site.source / "probe.py").write_text(PROBE.replace("one", "two"), encoding="utf-8")
    live.said(r"(A module has changed)")
    live.settle()
    live.page("notes.html", "<p>two</p>")
