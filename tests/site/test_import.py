"""The site's own papers, as CMT would export them, import into an empty site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from import_site import cmt
from in_process import run_import
from inline_site import all_words, parsed, words
from new_site import empty_site
from real_site import copy_of_sources, run_sphinx
from sources import paper_folder, paper_pages
from sphinx_workshop.core import author_list
from sphinx_workshop.core.divided_names import divided
from sphinx_workshop.core.model import Author
from sphinx_workshop.editing.paper_page import PaperPage
from sphinx_workshop.site_check.built_site import BuiltSite
from trees import contents

pytestmark = pytest.mark.builds

# What an export writes as pages do: a title without markup, and names of a first and a last part.
PLAIN = re.compile(r"[^\\$`*_<>{}\[\]&#~|\"]+")
NAME = re.compile(r"[^\s,;()*]+( [^\s,;()*]+)+")


def authors(page: PaperPage) -> tuple[Author, ...]:
    return author_list.authors(page.values["authors"])


def names(page: PaperPage) -> list[str]:
    return [author.name for author in authors(page)]


@pytest.fixture(scope="module")
def papers() -> dict[int | str, PaperPage]:
    """Return the pages of papers that an export can give back, by number."""
    return {
        page.number: page
        for page in paper_pages()
        if PLAIN.fullmatch(page.values["title"]) and all(map(NAME.fullmatch, names(page)))
    }


def papers_txt(papers: dict[int | str, PaperPage]) -> str:
    """Return `Papers.txt`: ids, titles, and `Last, First*; …`, `*` being the primary contact."""

    def listed(page: PaperPage) -> str:
        turned = (divided(author.name, author.family).turned for author in authors(page))
        return "; ".join(turned).replace(";", "*;", 1)

    return cmt(*([n, page.values["title"], listed(page)] for n, page in papers.items()))


@pytest.fixture(scope="module")
def imported(papers: dict[int | str, PaperPage], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty site into which the papers were imported: look, do not touch."""
    source = empty_site(tmp_path_factory.mktemp("imported"))
    (source / "Papers.txt").write_text(papers_txt(papers), encoding="utf-8")
    count = len(papers)
    report = run_import(source, "Papers.txt")
    assert report == f"cmt: {count} papers read; {count} written, 0 unchanged, 0 changed, 0 skipped"
    return source


def test_each_paper_gets_a_page_and_importing_again_writes_nothing(
    imported: Path, papers: dict[int | str, PaperPage]
) -> None:
    found = {page.number: page for page in paper_pages(imported)}
    assert found.keys() == papers.keys()
    for number, page in papers.items():
        assert found[number].values["title"] == page.values["title"]
        families = [(author.name, author.family) for author in authors(page)]
        assert [(a.name, a.family) for a in authors(found[number])] == families
    before, count = contents(imported), len(papers)
    report = run_import(imported, "Papers.txt")
    assert report == f"cmt: {count} papers read; 0 written, {count} unchanged, 0 changed, 0 skipped"
    assert contents(imported) == before


def test_the_imported_pages_build(
    imported: Path, papers: dict[int | str, PaperPage], tmp_path: Path
) -> None:
    built = run_sphinx(imported, tmp_path)
    for page in paper_pages(imported):
        path = page.path.relative_to(imported).with_suffix(".html")
        content = parsed(built / path)
        known = papers[page.number]
        assert all_words(content, ".workshop-authors > li a[href]") == names(known)
        title = words(content.select("article h1")[0]).removesuffix("#")
        assert title == known.values["title"]


def test_the_committed_pages_are_adopted_as_they_are(
    papers: dict[int | str, PaperPage], tmp_path: Path
) -> None:
    source = copy_of_sources(tmp_path)
    (source / "Papers.txt").write_text(papers_txt(papers), encoding="utf-8")
    before = contents(paper_folder(source))
    for arguments in ([], ["--update"], ["--take=all"]):
        report = run_import(source, "Papers.txt", *arguments)
        assert f"0 written, {len(papers)} unchanged, 0 changed" in report
        assert contents(paper_folder(source)) == before


@pytest.mark.parametrize("name", ["schedule.json", "schedule.xml"])
def test_the_sites_own_schedule_for_apps_is_adopted_as_it_is(
    built: BuiltSite, tmp_path: Path, name: str
) -> None:
    source = copy_of_sources(tmp_path)
    schedules = built.files(f"**/{name}")
    assert len(schedules) == bool(built.slots)
    for schedule in schedules:
        folder = (source / schedule).parent
        before = contents(folder)
        assert "0 written" in run_import(source, str(built.folder / schedule))
        after = contents(folder)
        assert {path: after[path] for path in before} == before
