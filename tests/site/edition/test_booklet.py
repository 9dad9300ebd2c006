"""The booklet of the real site: everything is in it, and every page number is right."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from conf import author, workshop
from inline_site import all_words, links, words
from pdf_reader import Bookmark, Pdf, folded
from sphinx_workshop.core.model import name_key
from sphinx_workshop.exports.pdf import print_page

if TYPE_CHECKING:
    from pathlib import Path

    from real_site import Content

Expected = dict[str, Any]

PAGE = "program/booklet"
CHAPTERS = ["Schedule", "Topics", "Keynotes", "Spotlights", "Posters", "Author index", "Colophon"]
MILLIMETER = 72 / 25.4
HALF_LETTER = 139.7 * MILLIMETER


@pytest.fixture(scope="module")
def printed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the PDF, made from the built page as `make booklet` makes it."""
    page = tmp_path_factory.mktemp("booklet") / "booklet.html"
    shutil.copy(site / f"{PAGE}.html", page)
    return print_page(page)


@pytest.fixture(scope="module")
def pdf(printed: Path) -> Pdf:
    return Pdf(printed)


@pytest.fixture(scope="module")
def outline(pdf: Pdf) -> list[Bookmark]:
    return pdf.outline()


def in_order(expected: Expected) -> list[str]:
    """Return the papers as a reader expects them: the day's order, then the authors'."""
    spotlights = [slot["id"] for slot in expected["schedule"] if slot["kind"] == "spotlight"]
    papers = expected["papers"]
    posters = papers.keys() - set(spotlights)
    return spotlights + sorted(
        posters, key=lambda id: (name_key(papers[id]["authors"][0]["name"]), papers[id]["number"])
    )


def chapter(outline: list[Bookmark], title: str, pages: int) -> range:
    """Return the pages of a chapter."""
    starts = [(mark.title, mark.page) for mark in outline if mark.level == 1]
    names = [name for name, _ in starts]
    place = names.index(title)
    end = starts[place + 1][1] if place + 1 < len(starts) else pages + 1
    return range(starts[place][1], end)


# The page --------------------------------------------------------------------------------------


def test_the_page_holds_all_chapters_in_their_order(content: Content) -> None:
    assert all_words(content(PAGE), ".booklet-chapter > h2") == CHAPTERS


def test_the_papers_stand_by_session_then_author(content: Content, expected: Expected) -> None:
    found = [str(node["id"]) for node in content(PAGE).select(".booklet-paper")]
    assert found == [f"paper-{id}" for id in in_order(expected)]


def test_every_paper_is_whole(paper: str, content: Content, expected: Expected) -> None:
    facts = expected["papers"][paper]
    (entry,) = content(PAGE).select(f"#paper-{paper}")
    assert all_words(entry, "h3") == [facts["title"]]
    assert words(entry).count(f"No. {facts['number']}") == 1
    names = all_words(entry, ".workshop-names")[0]
    for each in facts["authors"]:
        assert each["name"] in names
        for affiliation in each.get("affiliations", []):
            assert affiliation in words(entry)
    here = f"https://ml4astro.github.io/icml2022/program/papers/{paper}.html"
    assert links(entry, ".booklet-address a") == {here.removeprefix("https://"): here}
    assert all_words(entry, ".qr-code title") == [f"QR code: {here}"]


def test_program_and_home_lead_to_the_page_and_to_nothing_that_is_not_there(
    site: Path, content: Content
) -> None:
    for docname, address in (("program/index", "booklet.html"), ("index", f"{PAGE}.html")):
        assert links(content(docname), ".booklet-links a") == {"on one page": address}
    assert not list(site.rglob("booklet.pdf"))
    assert not list(site.rglob("booklet.epub"))


# The PDF ---------------------------------------------------------------------------------------


def test_the_cover_says_what_when_and_where(pdf: Pdf) -> None:
    for fact in (workshop["name"], "Friday, 22 July 2022", "UTC−4", workshop["place"], "ICML 2022"):
        assert fact in pdf.pages[0]


def test_every_paper_author_session_and_topic_is_in_the_text(
    pdf: Pdf, outline: list[Bookmark], expected: Expected
) -> None:
    schedule = "".join(pdf.pages[n - 1] for n in chapter(outline, "Schedule", len(pdf.pages)))
    index = "".join(pdf.pages[n - 1] for n in chapter(outline, "Author index", len(pdf.pages)))
    for slot in expected["schedule"]:
        title = slot.get("title") or expected["papers"][slot["id"]]["title"]
        assert folded(title) in schedule
        assert f"{slot['start']}–{slot['end']}" in schedule
    for title in expected["topics"].values():
        assert pdf.pages_with(title, chapter(outline, "Topics", len(pdf.pages)))
    for facts in expected["papers"].values():
        assert pdf.pages_with(facts["title"])
        for each in facts["authors"]:
            assert folded(each["name"]) in index


def test_the_colophon_names_the_license_where_paper_can_show_it(pdf: Pdf) -> None:
    assert "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)" in pdf.pages[-1]


def test_each_sheet_of_the_schedule_names_the_zone(pdf: Pdf, outline: list[Bookmark]) -> None:
    sheets = chapter(outline, "Schedule", len(pdf.pages))
    assert len(sheets) <= 2
    for number in sheets:
        assert "UTC−4" in pdf.pages[number - 1]


def test_the_outline_is_complete_and_leads_to_the_right_pages(
    pdf: Pdf, outline: list[Bookmark], expected: Expected
) -> None:
    assert [mark.title for mark in outline if mark.level == 1] == ["Contents", *CHAPTERS]
    keynotes = [slot["title"] for slot in expected["schedule"] if slot["kind"] == "keynote"]
    papers = [expected["papers"][id]["title"] for id in in_order(expected)]
    assert [mark.title for mark in outline if mark.level == 2] == [
        *expected["topics"].values(),
        *keynotes,
        *papers,
    ]
    for mark in outline:
        assert mark.page in pdf.pages_with(mark.title)


def test_the_contents_give_the_right_pages(pdf: Pdf, outline: list[Bookmark]) -> None:
    pages = chapter(outline, "Contents", len(pdf.pages))
    contents = " ".join(pdf.pages[number - 1] for number in pages)
    for mark in outline[1:]:
        found = re.search(rf"{re.escape(folded(mark.title))}[ .]* (\d+)\b", contents)
        assert found, mark.title
        assert int(found[1]) == mark.page, mark.title


def test_the_author_index_gives_the_right_pages(
    pdf: Pdf, outline: list[Bookmark], expected: Expected
) -> None:
    pages = {mark.title: mark.page for mark in outline if mark.level == 2}
    written: dict[str, list[int]] = {}
    for id in in_order(expected):
        facts = expected["papers"][id]
        assert pages[facts["title"]] in pdf.pages_with(facts["title"])
        for each in facts["authors"]:
            written.setdefault(each["name"], []).append(pages[facts["title"]])
    numbers = chapter(outline, "Author index", len(pdf.pages))
    index = " ".join(pdf.pages[number - 1] for number in numbers)
    for name, expected_pages in written.items():
        found = re.search(rf"(?<!\w){re.escape(folded(name))} ((?:\d+, )*\d+)\b", index)
        assert found, name
        assert [int(number) for number in found[1].split(", ")] == expected_pages, name


def test_no_letter_lies_outside_of_what_both_papers_leave(pdf: Pdf) -> None:
    width, height = (float(each) for each in pdf.reader.pages[0].mediabox[2:])
    assert (round(width / MILLIMETER), round(height / MILLIMETER)) == (148, 210)
    lost = (width - HALF_LETTER) / 2
    for number, box in enumerate(pdf.boxes(), start=1):
        assert box.left >= lost + 8 * MILLIMETER, number
        assert box.right <= width - lost - 8 * MILLIMETER, number
        assert box.bottom >= 5 * MILLIMETER, number
        assert box.top <= height - 5 * MILLIMETER, number


def test_the_running_heads_name_the_workshop_and_the_chapter(
    pdf: Pdf, outline: list[Bookmark]
) -> None:
    for title in CHAPTERS:
        for number in chapter(outline, title, len(pdf.pages)):
            left = number % 2 == 0
            text = pdf.pages[number - 1]
            assert (workshop["name"] if left else title) in text
            assert re.search(rf"(^|\D){number}(\D|$)", text)


def test_all_letters_are_embedded(pdf: Pdf) -> None:
    fonts = pdf.fonts()
    assert any("Source-Serif" in name for name in fonts)
    assert any("Source-Sans" in name for name in fonts)
    assert all(fonts.values()), fonts


def test_screen_readers_find_headings_tables_lists_and_words_for_pictures(
    pdf: Pdf, expected: Expected
) -> None:
    catalog: Any = pdf.reader.root_object
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    tags = pdf.tags()
    kinds = [str(tag["/S"]) for tag in tags]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == len(CHAPTERS) + 1
    assert kinds.count("/TH") >= len(expected["schedule"])
    assert {"/Table", "/L", "/LI", "/P", "/Link"} <= set(kinds)
    pictures = [tag for tag in tags if tag["/S"] == "/Figure"]
    assert len(pictures) == len(expected["papers"])
    assert all(str(tag.get("/Alt", "")).startswith("QR code: https://") for tag in pictures)


def test_the_file_says_what_it_is(pdf: Pdf) -> None:
    metadata = pdf.reader.metadata
    assert metadata is not None
    assert str(metadata.title).startswith("Program and abstracts")
    assert metadata.author == author
    assert f"{workshop['name']}, 22 July 2022" in str(metadata.subject)


def test_links_lead_into_the_booklet_or_to_the_site(pdf: Pdf, expected: Expected) -> None:
    inside, outside = set(), set()
    for page in pdf.reader.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            if "/A" in link:
                outside.add(str(link["/A"]["/URI"]))
            else:
                inside.add(str(link["/Dest"]))
    assert {f"paper-{id}" for id in expected["papers"]} <= inside
    assert inside <= set(pdf.reader.named_destinations)
    assert {
        f"https://ml4astro.github.io/icml2022/program/papers/{id}.html" for id in expected["papers"]
    } <= outside
    assert all(address.startswith("https://") for address in outside)


def test_printing_again_elsewhere_gives_the_same_bytes(
    site: Path, printed: Path, tmp_path: Path
) -> None:
    shutil.copy(site / f"{PAGE}.html", tmp_path / "elsewhere.html")
    assert print_page(tmp_path / "elsewhere.html").read_bytes() == printed.read_bytes()


def test_the_text_is_read_in_its_order(pdf: Pdf, expected: Expected) -> None:
    for id, facts in expected["papers"].items():
        (number, *_) = sorted(pdf.pages_with(f"papers/{id}.html"))
        text = pdf.pages[number - 1]
        place = 0
        for words_in_order in (
            facts["title"],
            f"No. {facts['number']}",
            *(each["name"] for each in facts["authors"]),
            f"papers/{id}.html",
        ):
            place = text.index(folded(words_in_order), place)
