"""The command that makes the booklet: its three forms, linked; or what to install, and no harm."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conf import epub_author, epub_cover, html_baseurl, workshop
from epub_reader import Book, complaints
from in_process import run
from inline_site import all_words, words
from processes import ended, output_of
from real_site import with_environment
from sphinx_workshop.cli.__main__ import main
from sphinx_workshop.site_check import findings
from sphinx_workshop.site_check.built_site import BuiltSite
from sphinx_workshop.site_check.facts import Paper

pytestmark = pytest.mark.builds

# What the engine says where its libraries are not there.
NO_LIBRARY = "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\\nAlso: x\")"
NO_PACKAGE = "raise ModuleNotFoundError(\"No module named 'weasyprint'\")"


@pytest.fixture(scope="module")
def built(booklet_checkout: Path) -> BuiltSite:
    return BuiltSite(booklet_checkout / "_build" / "html")


@pytest.fixture(scope="module")
def file(built: BuiltSite) -> Path:
    """Return the e-book."""
    (found,) = built.files("*.epub")
    return built.folder / found


@pytest.fixture(scope="module")
def book(file: Path) -> Book:
    return Book(file)


@pytest.fixture(scope="module")
def papers(built: BuiltSite) -> list[Paper]:
    return list(built.data.papers.values())


def test_pages_link_what_was_made(built: BuiltSite, file: Path) -> None:
    offered = [path for path in built.documents if 'class="booklet-links"' in built.text(path)]
    assert offered
    page = file.with_suffix(".html").relative_to(built.folder).as_posix()
    for path in offered:
        found = built.content(path).select(".booklet-links a[href]")
        assert [built.target(path, str(link["href"])) for link in found] == [
            page,
            page.replace(".html", ".pdf"),
            page.replace(".html", ".epub"),
        ]
    assert file.with_suffix(".pdf").read_bytes().startswith(b"%PDF-1.7")


def test_pages_and_exports_agree_with_the_booklet_in_place(built: BuiltSite) -> None:
    assert findings(built.folder) == []


# The e-book ------------------------------------------------------------------------------------


def test_the_e_book_s_checker_finds_nothing_wrong(file: Path) -> None:
    assert complaints(file) == []


def test_the_e_book_says_what_it_is(book: Book) -> None:
    assert book.said("title") == [workshop["name"]]
    assert book.said("creator") == [epub_author]
    assert book.said("identifier") == [html_baseurl]


def test_the_e_book_has_the_cover_that_conf_py_names(book: Book, booklet_checkout: Path) -> None:
    named = [Path(epub_cover[0]).name] if epub_cover else []
    assert book.covers() == [
        (booklet_checkout / "booklet/ebook" / name).read_bytes() for name in named
    ]
    assert (book.reading_order()[0] == "epub-cover.xhtml") == bool(named)


def test_the_e_book_holds_every_paper_under_its_title(
    book: Book, built: BuiltSite, papers: list[Paper]
) -> None:
    titles = [title for title, _ in book.contents()]
    order = book.reading_order()
    for paper in papers:
        name = built.relative(paper.url).replace(".html", ".xhtml")
        assert paper.title in titles
        assert name in order
        page = book.page(name)
        assert all_words(page, "h1") == [paper.title]
        authors = words(page.select(".workshop-authors")[0])
        assert all(name in authors for name in paper.names)


def test_the_e_book_s_papers_come_in_the_order_of_the_booklet(
    book: Book, built: BuiltSite, file: Path, papers: list[Paper]
) -> None:
    page = file.with_suffix(".html").relative_to(built.folder).as_posix()
    printed = [str(node["id"]) for node in built.content(page).select(".booklet-paper")]
    names = {built.relative(p.url).replace(".html", ".xhtml"): f"paper-{p.id}" for p in papers}
    assert [names[name] for name in book.reading_order() if name in names] == printed


def test_the_e_book_s_schedule_is_a_table_of_all_sessions(book: Book, built: BuiltSite) -> None:
    pages = {s.page.replace(".html", ".xhtml") for s in built.objects("workshop:session").values()}
    shown = [
        times for page in sorted(pages) for times in all_words(book.page(page), "th[scope=row]")
    ]
    known = [f"{slot.start:%H:%M}–{slot.end:%H:%M}" for slot in built.slots.values()]
    assert sorted(shown) == sorted(known)


# Without the engine ----------------------------------------------------------------------------


@pytest.fixture
def bare(booklet_checkout: Path, tmp_path: Path) -> Path:
    """Return a checkout in which nothing was made."""
    ignored = shutil.ignore_patterns("_build", ".venv")
    return with_environment(
        Path(shutil.copytree(booklet_checkout, tmp_path / "bare", ignore=ignored))
    )


@pytest.mark.parametrize("fault", [NO_LIBRARY, NO_PACKAGE], ids=["no library", "no package"])
def test_where_the_engine_is_missing_it_says_what_to_install_and_builds_nothing(
    fault: str, bare: Path, tmp_path: Path
) -> None:
    engine = tmp_path / "broken" / "weasyprint"
    engine.mkdir(parents=True)
    (engine / "__init__.py").write_text(fault)
    done = ended("make", "booklet", folder=bare, PYTHONPATH=str(engine.parent))
    assert done.code != 0
    for needed in (
        "apt-get install libpango-1.0-0",
        "brew install pango",
        "sphinx-workshop[booklet]",
    ):
        assert needed in done.err
    reason = done.err.splitlines()[0]
    assert reason.startswith("error: the PDF cannot be printed: ")
    assert reason.endswith(("no such file", "No module named 'weasyprint'"))
    assert "Traceback" not in done.err
    assert not (bare / "_build" / "html").exists()


def test_the_site_s_own_build_asks_for_none_of_it(bare: Path) -> None:
    steps = output_of("make", "--dry-run", "--always-make", "html", folder=bare)
    assert "sphinx_workshop.cli build" in steps
    assert "booklet" not in steps


def test_a_page_that_is_none_of_the_site_s_is_rejected_with_the_reason(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<title>x</title><p>Nothing of ours", encoding="utf-8")
    done = run(main, "booklet", page)
    assert done.code != 0
    reason = "it does not say its address; set html_baseurl in conf.py"
    assert done.err == f"error: {page} cannot be printed: {reason}\n"
    assert not page.with_suffix(".pdf").exists()
