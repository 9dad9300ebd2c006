"""The command that makes the booklet: its three forms, linked; or what to install, and no harm."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conf import epub_author, html_baseurl, workshop
from epub_reader import Book, complaints
from inline_site import all_words, links, parsed, words
from real_site import copy_of_sources

Expected = dict[str, Any]

# What the engine says where its libraries are not there.
NO_LIBRARY = "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\\nAlso: x\")"
NO_PACKAGE = "raise ModuleNotFoundError(\"No module named 'weasyprint'\")"


def make(checkout: Path, *targets: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run make in a checkout, with the packages that the tests have."""
    folder = checkout / ".venv"
    if not folder.exists():
        folder.symlink_to(sys.prefix, target_is_directory=True)
    installed = [f".venv/{name}-installed" for name in ("site", "booklet")]
    return subprocess.run(
        ["make", *(f"--old-file={name}" for name in installed), *targets],
        cwd=checkout,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a checkout in which the booklet was made."""
    source = copy_of_sources(tmp_path_factory.mktemp("checkout"))
    done = make(source, "booklet")
    assert done.returncode == 0, done.stderr
    return source


@pytest.fixture(scope="module")
def built(checkout: Path) -> Path:
    return checkout / "_build" / "html"


@pytest.fixture(scope="module")
def book(built: Path) -> Book:
    return Book(built / "program" / "booklet.epub")


def test_program_and_home_link_what_was_made(built: Path) -> None:
    for page, folder in (("program/index.html", ""), ("index.html", "program/")):
        found = links(parsed(built / page), ".booklet-links a")
        assert found == {
            "on one page": f"{folder}booklet.html",
            "as a PDF": f"{folder}booklet.pdf",
            "as an e-book": f"{folder}booklet.epub",
        }
        for address in found.values():
            assert (built / page).parent.joinpath(address).is_file()
    assert (built / "program/booklet.pdf").read_bytes().startswith(b"%PDF-1.7")


# The e-book ------------------------------------------------------------------------------------


def test_the_e_book_s_checker_finds_nothing_wrong(built: Path) -> None:
    assert complaints(built / "program" / "booklet.epub") == []


def test_the_e_book_says_what_it_is(book: Book) -> None:
    assert book.said("title") == [workshop["name"]]
    assert book.said("creator") == [epub_author]
    assert book.said("identifier") == [html_baseurl]


def test_the_e_book_has_its_cover(book: Book, checkout: Path) -> None:
    assert book.covers() == [(checkout / "booklet/ebook/cover.jpg").read_bytes()]
    assert book.reading_order()[0] == "epub-cover.xhtml"


def test_the_e_book_holds_every_paper_under_its_title(book: Book, expected: Expected) -> None:
    titles = [title for title, _ in book.contents()]
    order = book.reading_order()
    for id, facts in expected["papers"].items():
        name = f"program/papers/{id}.xhtml"
        assert facts["title"] in titles
        assert name in order
        page = book.page(name)
        assert all_words(page, "h1") == [facts["title"]]
        authors = words(page.select(".workshop-authors")[0])
        assert all(author["name"] in authors for author in facts["authors"])
        assert facts["summary"].strip() in words(page)


def test_the_e_book_s_papers_come_in_the_day_s_order(book: Book, expected: Expected) -> None:
    spotlights = [slot["id"] for slot in expected["schedule"] if slot["kind"] == "spotlight"]
    papers = [name for name in book.reading_order() if name.startswith("program/papers/")]
    assert papers[1 : len(spotlights) + 1] == [f"program/papers/{id}.xhtml" for id in spotlights]


def test_the_e_book_s_schedule_is_a_table_of_all_sessions(book: Book, expected: Expected) -> None:
    (table,) = book.page("program/index.xhtml").select("table")
    assert all_words(table, "th[scope=row]") == [
        f"{slot['start']}–{slot['end']}" for slot in expected["schedule"]
    ]


# Without the engine ----------------------------------------------------------------------------


@pytest.fixture
def bare(checkout: Path, tmp_path: Path) -> Path:
    """Return a checkout in which nothing was made."""
    return Path(
        shutil.copytree(
            checkout, tmp_path / "bare", ignore=shutil.ignore_patterns("_build", ".venv")
        )
    )


@pytest.mark.parametrize("fault", [NO_LIBRARY, NO_PACKAGE], ids=["no library", "no package"])
def test_where_the_engine_is_missing_it_says_what_to_install_and_builds_nothing(
    fault: str, bare: Path, tmp_path: Path
) -> None:
    engine = tmp_path / "broken" / "weasyprint"
    engine.mkdir(parents=True)
    (engine / "__init__.py").write_text(fault)
    done = make(bare, "booklet", PYTHONPATH=str(engine.parent))
    assert done.returncode != 0
    for needed in (
        "apt-get install libpango-1.0-0",
        "brew install pango",
        "sphinx-workshop[booklet]",
    ):
        assert needed in done.stderr
    reason = done.stderr.splitlines()[0]
    assert reason.startswith("error: the PDF cannot be printed: ")
    assert reason.endswith(("no such file", "No module named 'weasyprint'"))
    assert "Traceback" not in done.stderr
    assert not (bare / "_build" / "html").exists()


def test_the_site_s_own_build_asks_for_none_of_it(bare: Path) -> None:
    done = make(bare, "--dry-run", "--always-make", "html")
    assert done.returncode == 0, done.stderr
    assert "sphinx_workshop.cli build" in done.stdout
    assert "booklet" not in done.stdout


def test_a_page_that_is_none_of_the_site_s_is_refused_with_the_reason(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<title>x</title><p>Nothing of ours", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "sphinx_workshop.cli", "booklet", page],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    reason = "it does not say its address; set html_baseurl in conf.py"
    assert done.stderr == f"error: {page} cannot be printed: {reason}\n"
    assert not page.with_suffix(".pdf").exists()
