"""The booklet of the real site: everything is in it, and every page number is right."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag

from conf import author, workshop
from inline_site import all_words, links, words
from pdf_reader import Bookmark, Pdf, folded
from real_site import ROOT
from sphinx_workshop.exports.pdf import print_page
from sphinx_workshop.site_check.built_site import BuiltSite
from sphinx_workshop.site_check.comparison import turned
from sphinx_workshop.site_check.facts import Paper
from sphinx_workshop.site_check.html import heading

MILLIMETER = 72 / 25.4
HALF_LETTER = 139.7 * MILLIMETER


@pytest.fixture(scope="module")
def path(built: BuiltSite) -> str:
    """Return the path of the booklet's page, which is there before any paper is."""
    (found,) = (path for path in built.documents if 'class="booklet-cover"' in built.text(path))
    return found


@pytest.fixture(scope="module")
def page(built: BuiltSite, path: str) -> Tag:
    return built.content(path)


@pytest.fixture(scope="module")
def in_index(built: BuiltSite, page: Tag) -> dict[str, str]:
    """Return the names of people as the index has them, family name first, by their ids."""
    items = all_words(page, ".booklet-authors > li")  # each with the numbers of its papers
    found = [re.sub(r"[\d, ]+$", "", item) for item in items]
    names = {turned(name): folded(name) for name in found}
    people = built.objects("workshop:person").items()
    return {id: names[person.title] for id, person in people if person.title in names}


@pytest.fixture(scope="module")
def papers(built: BuiltSite, page: Tag) -> list[Paper]:
    """Return the papers in the booklet's order."""
    ids = [str(node["id"]).removeprefix("paper-") for node in page.select(".booklet-paper")]
    return [built.data.papers[id] for id in ids]


@pytest.fixture(scope="module")
def chapters(page: Tag) -> list[str]:
    return all_words(page, ".booklet-chapter > h2")


@pytest.fixture(scope="module")
def printed(
    request: pytest.FixtureRequest,
    built: BuiltSite,
    path: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Return the PDF that `make booklet` makes; of a site that is named, one made as it does."""
    if not request.config.getoption("--site"):
        made: Path = request.getfixturevalue("booklet_checkout")
        return (made / "_build/html" / path).with_suffix(".pdf")
    copy = tmp_path_factory.mktemp("booklet") / "booklet.html"
    shutil.copy(built.folder / path, copy)
    return print_page(copy, ROOT / "booklet/cover.css")


@pytest.fixture(scope="module")
def pdf(printed: Path) -> Pdf:
    return Pdf(printed)


@pytest.fixture(scope="module")
def outline(pdf: Pdf) -> list[Bookmark]:
    return pdf.outline()


def chapter(outline: list[Bookmark], title: str, pages: int) -> range:
    """Return the pages of a chapter; none where the booklet has nothing for it yet."""
    starts = [(mark.title, mark.page) for mark in outline if mark.level == 1]
    names = [name for name, _ in starts]
    if title not in names:
        return range(0)
    place = names.index(title)
    end = starts[place + 1][1] if place + 1 < len(starts) else pages + 1
    return range(starts[place][1], end)


# The page --------------------------------------------------------------------------------------


def test_the_booklet_holds_each_paper_once(built: BuiltSite, papers: list[Paper]) -> None:
    assert sorted(paper.id for paper in papers) == sorted(built.data.papers)


def test_papers_that_have_a_session_come_first_in_the_order_of_the_day(
    built: BuiltSite, papers: list[Paper]
) -> None:
    starts = [
        min(built.slots[slot.id].start for slot in paper.sessions)
        for paper in papers
        if paper.format != "poster"
    ]
    assert starts == sorted(starts)
    assert all(paper.format == "poster" for paper in papers[len(starts) :])


def test_every_paper_is_whole(page: Tag, papers: list[Paper]) -> None:
    for paper in papers:
        (entry,) = page.select(f"#paper-{paper.id}")
        assert all_words(entry, "h3") == [paper.title]
        assert words(entry).count(f"No. {paper.number}") == 1
        names = all_words(entry, ".workshop-names")[0]
        for each in paper.authors:
            assert each.name in names
            for affiliation in each.affiliations:
                assert affiliation in words(entry)
        short = paper.url.removeprefix("https://")
        assert links(entry, ".booklet-address a") == {short: paper.url}
        assert all_words(entry, ".qr-code title") == [f"QR code: {paper.url}"]


# The PDF ---------------------------------------------------------------------------------------


def test_the_cover_says_what_when_and_where(pdf: Pdf, page: Tag) -> None:
    days = all_words(page, ".booklet-cover time")
    for fact in (workshop["name"], workshop["place"], workshop["conference"], *days):
        assert folded(str(fact)) in pdf.pages[0]


def test_every_paper_author_session_and_topic_is_in_the_text(
    pdf: Pdf,
    outline: list[Bookmark],
    built: BuiltSite,
    papers: list[Paper],
    in_index: dict[str, str],
) -> None:
    index = "".join(pdf.pages[n - 1] for n in chapter(outline, "Author index", len(pdf.pages)))
    for slot in built.slots.values():
        schedule = "".join(pdf.pages[n - 1] for n in chapter(outline, "Schedule", len(pdf.pages)))
        assert folded(slot.title) in schedule
        assert f"{slot.start:%H:%M}–{slot.end:%H:%M}" in schedule
    for topic in built.objects("workshop:topic").values():
        assert pdf.pages_with(topic.title, chapter(outline, "Topics", len(pdf.pages)))
    for paper in papers:
        assert pdf.pages_with(paper.title)
        for each in paper.authors:  # by the name of the entry, where there is one
            assert in_index[each.id] in index


def test_the_colophon_shows_the_addresses_that_it_links_to(pdf: Pdf, page: Tag) -> None:
    (colophon,) = page.select("#colophon")
    last = "".join(pdf.pages[-1].split())  # an address is broken over lines
    for label, address in links(colophon).items():
        if label not in address:
            assert "".join(f"{label} ({address})".split()) in last


def test_each_sheet_of_the_schedule_names_the_zone(
    pdf: Pdf, outline: list[Bookmark], page: Tag, built: BuiltSite
) -> None:
    sheets = chapter(outline, "Schedule", len(pdf.pages))
    assert bool(sheets) == bool(built.slots)
    shown = " ".join(map(words, page.select("#schedule")))
    zones = set(re.findall(r"UTC(?:[−+][\d:]+)?", shown))
    for number in sheets:
        assert any(zone in pdf.pages[number - 1] for zone in zones)


def test_the_outline_is_complete_and_leads_to_the_right_pages(
    pdf: Pdf, outline: list[Bookmark], page: Tag, chapters: list[str]
) -> None:
    assert [mark.title for mark in outline if mark.level == 1] == ["Contents", *chapters]
    entries = all_words(page, ".booklet-contents ol ol > li > a")
    assert [mark.title for mark in outline if mark.level == 2] == entries
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
    pdf: Pdf, outline: list[Bookmark], papers: list[Paper], in_index: dict[str, str]
) -> None:
    pages = {mark.title: mark.page for mark in outline if mark.level == 2}
    written: dict[str, list[int]] = {}
    for paper in papers:
        assert pages[paper.title] in pdf.pages_with(paper.title)
        for id in (each.id for each in paper.authors):
            written.setdefault(id, []).append(pages[paper.title])
    numbers = chapter(outline, "Author index", len(pdf.pages))
    index = " ".join(pdf.pages[number - 1] for number in numbers)
    for id, expected_pages in written.items():
        name = in_index[id]
        found = re.search(rf"(?<!\w){re.escape(name)} ((?:\d+, )*\d+)\b", index)
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
    pdf: Pdf, outline: list[Bookmark], chapters: list[str]
) -> None:
    for title in chapters:
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
    pdf: Pdf, built: BuiltSite, papers: list[Paper], chapters: list[str]
) -> None:
    catalog: Any = pdf.reader.root_object
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    tags = pdf.tags()
    kinds = [str(tag["/S"]) for tag in tags]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == len(chapters) + 1
    assert kinds.count("/TH") >= len(built.slots)
    assert {"/L", "/LI", "/P", "/Link"} <= set(kinds)
    assert ("/Table" in kinds) == bool(built.slots)
    pictures = [tag for tag in tags if tag["/S"] == "/Figure"]
    assert len(pictures) == len(papers)
    assert all(str(tag.get("/Alt", "")).startswith("QR code: https://") for tag in pictures)


def test_the_file_says_what_it_is(pdf: Pdf, page: Tag) -> None:
    metadata = pdf.reader.metadata
    assert metadata is not None
    assert str(metadata.title).startswith(heading(page))
    assert metadata.author == author
    assert str(metadata.subject).startswith(str(workshop["name"]))


def test_links_lead_into_the_booklet_or_to_the_site(pdf: Pdf, papers: list[Paper]) -> None:
    inside, outside = set(), set()
    for page in pdf.reader.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            if "/A" in link:
                outside.add(str(link["/A"]["/URI"]))
            else:
                inside.add(str(link["/Dest"]))
    assert {f"paper-{paper.id}" for paper in papers} <= inside
    assert inside <= set(pdf.reader.named_destinations)
    assert {paper.url for paper in papers} <= outside
    assert all(address.startswith(("https://", "http://", "mailto:")) for address in outside)


def test_the_text_is_read_in_its_order(pdf: Pdf, papers: list[Paper]) -> None:
    for paper in papers:
        address = paper.url.removeprefix("https://")
        (number, *_) = sorted(pdf.pages_with(address))
        text = pdf.pages[number - 1]
        place = 0
        for part in (paper.title, f"No. {paper.number}", *paper.names, address):
            place = text.index(folded(part), place)
