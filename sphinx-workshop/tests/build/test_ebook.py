"""E-books of small workshops: valid, complete, and free of what only the site has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zipfile import ZIP_STORED, ZipFile

import pytest

from epub_reader import Book, complaints
from inline_site import SETTINGS, Built, InlineSite, all_words, links, words
from small_workshop import FILES, appended, changed

if TYPE_CHECKING:
    from pathlib import Path

    from inline_site import Files

FORMULAS = "Here $E = mc^2$ holds:\n\n$$\\frac{a}{b} = \\sqrt{c}$$"
EVERYTHING: Files = (
    FILES
    | appended("papers/gamma.md", FORMULAS)
    | changed("program/speakers.md", ":also:", ":orcid: 0000-0002-1825-0097\n:also:")
    | appended("topics/index.md", ":::{topic-map}\n:::")
    | appended("dates.md", ":::{calendar}\n:of: dates\n:::\n\n:::{change} 2016-05-01\nNew.\n:::")
    | appended("notes.md", ":::{changes}\n:::\n\n:::{booklet-links}\n:::")
    | {"whole.md": "---\norphan: true\n---\n\n# The whole\n\n:::{booklet}\n:::\n"}
)

BOOK: dict[str, Any] = {
    "extensions": [*SETTINGS["extensions"], "sphinx_workshop.site.ebook"],
    "version": "2016",
    "epub_basename": "book",
    "epub_title": "A book of tests",
    "epub_author": "The chairs",
    "epub_contributor": "The chairs",
    "epub_publisher": "The chairs",
    "epub_copyright": "2016, the chairs",
    "epub_description": "What the tests tell",
    "epub_identifier": "https://example.org/2016/",
    "epub_uid": "tests",
    "epub_tocscope": "includehidden",
    "epub_tocdepth": 2,
    "epub_show_urls": "no",
    "epub_use_index": False,
    "epub_exclude_files": [".nojekyll", "whole.xhtml"],
}


def made(folder: Path, files: Files = EVERYTHING) -> Built:
    built = InlineSite(folder, files, BOOK).build(builder="epub")
    assert built.messages == []
    return built


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a book of a workshop that uses everything."""
    folder = tmp_path_factory.mktemp("ebook")
    assets = folder / "source" / "assets"
    assets.mkdir(parents=True)
    (assets / "7.pdf").write_bytes(b"%PDF-")
    return made(folder).output / "book.epub"


@pytest.fixture(scope="module")
def book(path: Path) -> Book:
    return Book(path)


def test_the_checker_finds_nothing_wrong(path: Path) -> None:
    assert complaints(path) == []


def test_the_contents_lead_to_all_pages_with_papers_by_session_then_author(book: Book) -> None:
    titles = [title for title, _ in book.contents()]
    assert titles[0] == "Home"
    assert [
        title for title in titles if title in {"Alpha particles", "Beta decay", "Gamma rays"}
    ] == [*("Alpha particles", "Gamma rays", "Beta decay")]
    assert {address.partition("#")[0] for _, address in book.contents()} <= book.files()
    assert [name for name in book.reading_order() if name.startswith("papers/")] == [
        *("papers/index.xhtml", "papers/alpha.xhtml", "papers/gamma.xhtml", "papers/beta.xhtml")
    ]


def test_the_schedule_is_a_table_with_times_as_heads(book: Book) -> None:
    (table,) = book.page("program/index.xhtml").select("table")
    assert all_words(table, "tr > th[scope=row]") == ["09:00–10:00", "10:00–10:15", "10:30–11:00"]
    assert all_words(table, "td .workshop-title") == [
        "Opening keynote",
        "Alpha particles",
        "Coffee",
    ]
    assert "Coffee is by the door." in all_words(table, "tr:last-child td")[0]
    assert book.page("program/index.xhtml").select("ol") == []


def test_formulas_are_mathml_that_the_manifest_announces(book: Book) -> None:
    namespace = "{http://www.w3.org/1998/Math/MathML}"
    page = book.tree("papers/gamma.xhtml")
    assert len(page.findall(f".//{namespace}math")) == 2
    assert page.find(f".//{namespace}mfrac") is not None
    assert book.announced("papers/gamma.xhtml") == ["mathml"]
    assert book.announced("papers/alpha.xhtml") == []


def test_files_of_the_site_are_linked_at_the_site(book: Book) -> None:
    assert links(book.page("papers/alpha.xhtml"))["PDF"] == "https://example.org/2016/assets/7.pdf"
    assert links(book.page("papers/beta.xhtml"))["Download BibTeX"] == (
        "https://example.org/2016/papers/beta.bib"
    )
    found = links(book.page("notes.xhtml"))
    assert found["Feed of changes"] == "https://example.org/2016/changes.xml"
    assert found["Dates"] == "dates.xhtml#change-2016-05-01"


def test_what_only_the_site_has_is_left_out(book: Book) -> None:
    pages = [book.page(name) for name in book.reading_order()]
    for page in pages:
        assert "calendar" not in words(page).lower()
        assert page.select("svg, script, form, .booklet-links") == []
    assert not {name for name in book.files() if name.endswith((".js", ".map", "whole.xhtml"))}


def test_the_same_sources_make_the_same_bytes_whatever_the_day(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    (folder / "source" / "assets").mkdir(parents=True)
    (folder / "source" / "assets" / "7.pdf").write_bytes(b"%PDF-")
    there = made(folder).output / "book.epub"
    assert there.read_bytes() == path.read_bytes()
    with ZipFile(there) as file:
        assert {entry.date_time[:3] for entry in file.infolist()} == {(2016, 7, 22)}


HOSTILE = """\
# Of \\<b> & "q" ]]> \\&amp; 5% 🔭

:::{paper} 1
:authors: <i>Zoë</i> & "O'Hložan"* (A & B <b>]]>); 李明
:keywords: <b>; a & b
:::
"""


def test_characters_that_mean_something_to_xml_are_mere_text(tmp_path: Path) -> None:
    built = made(
        tmp_path, {"index.md": "# Home\n\n:::{toctree}\nalpha\n:::\n", "alpha.md": HOSTILE}
    )
    book = Book(built.output / "book.epub")
    title = 'Of <b> & "q" ]]> &amp; 5% 🔭'
    in_contents = title.replace('"q"', "“q”")  # as Sphinx sets them there
    assert (in_contents, "alpha.xhtml") in book.contents()
    page = "".join(book.tree("alpha.xhtml").itertext())
    for words_kept in (title, '<i>Zoë</i> & "O\'Hložan"', "A & B <b>]]>", "李明", "<b> · a & b"):
        assert words_kept in page


def test_a_day_before_there_were_zip_files_is_taken_for_their_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    book = made(tmp_path, {"index.md": "# Home\n\nAt the café.\n"}).output / "book.epub"
    assert Book(book).said("date") == ["1970-01-02T00:00:00Z"]
    with ZipFile(book) as file:
        assert {entry.date_time[:3] for entry in file.infolist()} == {(1980, 1, 1)}


def test_readers_know_the_file_by_its_first_bytes(path: Path) -> None:
    with ZipFile(path) as file:
        first = file.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert file.read("mimetype") == b"application/epub+zip"
