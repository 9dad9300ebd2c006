"""The real site is the same however it was built: twice, elsewhere, in parallel, after an edit."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from real_site import copy_of_sources, run_sphinx
from sources import edit_first, paper_folder, paper_pages
from sphinx_workshop.site_check import findings
from sphinx_workshop.site_check.built_site import BuiltSite
from thorough import THOROUGH
from trees import contents, differing

pytestmark = pytest.mark.builds

NEW_PAPER = """\
# A paper that came late

:::{{paper}} {number}
:authors: {author}; Zoë Brand-New*
:topics: {topics}

It mentions a quokka.
:::
"""

EDITS = {
    "a page's title": (r"\A# (.+)$(?![\s\S]*\{paper\})", r"# \1, in other words"),
    "a word in the header": (r"^(\w[\w ]*) <([\w/-]+)>$", r"The \1 <\2>"),
    "a topic's title": (r"\A# (.+)$(?=[\s\S]*:::\{topic\})", r"# \1, in other words"),
    "a paper's title": (r"\A# (.+)$(?=[\s\S]*:::\{paper\})", r"# \1, in other words"),
    "a paper's summary": (
        r"(:::\{paper\} .*\n(?::.*\n| .*\n)*)\n",
        r"\1\nA sentence that was added mentions a quokka.\n",
    ),
    "a session's end": (r"^(:time: .*-\d\d:\d)5$", r"\g<1>4"),
    "a speaker's affiliation": (r"^:affiliation: (.+)$", r":affiliation: \1, Annex"),
    # Its styles come into the bundle, which all pages link anew.
    "a set of tabs": (
        r"\A([\s\S]+)\Z",
        r"\1\n::::{tab-set}\n:::{tab-item} A title\nA word.\n:::\n::::\n",
    ),
}
"""What is edited, on the first page that has it: what matches, and what is put in its place."""

# A build after an edit that every page shows would repair what an edit before it left behind: the
# two kinds are not mixed, and only the first is compared. `make rebuilds` compares after each edit.
ON_ALL_PAGES = ["a word in the header", "a set of tabs"]
ON_SOME_PAGES = [name for name in EDITS if name not in ON_ALL_PAGES]
ROWS = [[name] for name in EDITS] if THOROUGH else [ON_SOME_PAGES, ON_ALL_PAGES]


@pytest.fixture(scope="module")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of sources and the site built of them; each test may change them further."""
    folder = tmp_path_factory.mktemp("workbench")
    run_sphinx(copy_of_sources(folder), folder)
    return folder


def built_elsewhere(workbench: Path, tmp_path: Path) -> Path:
    """Return what two workers build of the sources as they are by now, in another folder."""
    source = shutil.copytree(workbench / "source", tmp_path / "elsewhere")
    return run_sphinx(source, tmp_path, "-j", "2")


def test_building_again_changes_nothing(workbench: Path) -> None:
    before = contents(workbench / "html")
    run_sphinx(workbench / "source", workbench)
    assert contents(workbench / "html") == before


@pytest.mark.parametrize("row", ROWS, ids=", ".join)
def test_edits_equal_a_fresh_build_by_two_workers_in_another_folder(
    row: list[str], workbench: Path, tmp_path: Path
) -> None:
    html = workbench / "html"
    before = contents(html)
    edited = [edit_first(workbench / "source", *EDITS[what]) for what in row]
    run_sphinx(workbench / "source", workbench)
    assert (contents(html) != before) == any(edited), "only an edit shows"
    if "a set of tabs" in row:
        assert b".sd-tab-set" in contents(html)["_static/bundle.css"]
    if THOROUGH or row == ON_SOME_PAGES:
        assert differing(html, built_elsewhere(workbench, tmp_path)) == []
    if THOROUGH:  # else `tasks` asks after all its edits
        assert findings(html) == []


def test_a_paper_that_is_added_is_built_and_deleted_leaves_nothing(
    workbench: Path, tmp_path: Path
) -> None:
    source, html = workbench / "source", workbench / "html"
    before = contents(html)
    built = BuiltSite(html)
    first = next(iter(built.data.papers.values()), None)
    numbers = [page.number for page in paper_pages(source)]
    text = NEW_PAPER.format(
        number=max((n for n in numbers if isinstance(n, int)), default=0) + 1,
        author=first.authors[0].name if first else "Ann Lee",
        topics="; ".join(built.objects("workshop:topic")),
    )
    if not first:
        text = text.replace(":topics: \n", "")

    late = paper_folder(source) / "late-paper-of-a-test.md"
    late.write_text(text, encoding="utf-8")
    run_sphinx(source, workbench)
    assert (html / late.relative_to(source)).with_suffix(".html").is_file()
    if THOROUGH:  # the engine's tests of incremental builds compare each time
        assert differing(html, built_elsewhere(workbench, tmp_path)) == []

    late.unlink()
    assert contents(run_sphinx(source, workbench)) == before
