"""The booklet of small workshops: what stands in it, in which order, and what leads to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

from engine_fixtures import built_once
from inline_site import SETTINGS, Built, all_words, links, words
from small_workshop import FILES, changed
from sphinx_workshop.views.qr_code import drawn

if TYPE_CHECKING:
    from bs4 import Tag

    from engine_fixtures import Edited, MakeSite
    from inline_site import Files

PAGE = {"booklet.md": "# The whole\n\n:::{booklet}\nSet in *two* hours.\n:::\n"}
LINKS = {"take.md": "# Take along\n\n:::{booklet-links}\n:::\n"}
TOCTREE = changed("index.md", "dates\nnotes\n", "dates\nnotes\nbooklet\ntake\n")
WITH_BOOKLET: Files = FILES | PAGE | LINKS | TOCTREE


built = built_once(WITH_BOOKLET, author="The chairs")


@pytest.fixture(scope="module")
def page(built: Built) -> Tag:
    return built.page("booklet")


def changed_page(edited: Edited, *changes: Files) -> Tag:
    built = edited(
        {name: text for files in (WITH_BOOKLET, *changes) for name, text in files.items()}
    )
    assert built.messages == []
    return built.page("booklet")


# What is in it ---------------------------------------------------------------------------------


def test_chapters_come_in_the_order_in_which_a_reader_needs_them(page: Tag) -> None:
    assert all_words(page, "h2") == [
        *("Contents", "Schedule", "Topics", "Keynotes", "Spotlights", "Posters"),
        *("Author index", "Colophon"),
    ]


def test_the_contents_lead_to_all_chapters_and_entries(page: Tag) -> None:
    headings = all_words(page, ".booklet-chapter > h2, .booklet-chapter h3")
    assert all_words(page, ".booklet-contents a") == headings
    for address in links(page, ".booklet-contents a").values():
        assert page.select(address)


def test_a_chapter_that_would_be_empty_is_left_out(make_site: MakeSite) -> None:
    built = make_site(
        PAGE | {"index.md": "# Home\n\n:::{event}\n:::\n\n:::{toctree}\nbooklet\n:::\n"}
    ).build()
    assert built.messages == []
    assert all_words(built.page("booklet"), "h2") == ["Contents", "Colophon"]


def test_papers_stand_by_session_then_by_the_first_author_s_last_name(page: Tag) -> None:
    # Gamma (Cleo Médard) has no session, and Beta (Børge Ray) is by number before it.
    assert all_words(page, "#spotlights h3") == ["Alpha particles"]
    assert all_words(page, "#posters h3") == ["Gamma rays", "Beta decay"]


def test_papers_with_sessions_stand_in_the_sessions_order(edited: Edited) -> None:
    slots = "\n:::::{session}\n:time: 8:30-8:45\n:paper: gamma\n:::::\n\n::::::\n\n:::{toctree}"
    page = changed_page(edited, changed("program/index.md", "\n::::::\n\n:::{toctree}", slots))
    assert all_words(page, "#spotlights h3") == ["Gamma rays", "Alpha particles"]
    assert all_words(page, "#posters h3") == ["Beta decay"]


def test_an_entry_says_who_when_what_and_where(page: Tag) -> None:
    (entry,) = page.select("#paper-alpha")
    assert words(entry) == (
        "Alpha particles"
        "No. 7 · Friday, 22 July 2016, 10:00–10:15 Eastern Time (UTC−4)"
        "Ann Lee1, 2 (presenting), Børge Ray1"
        "1North; 2South"
        "QR code: https://example.org/2016/papers/alpha.html"
        "Alpha is found everywhere."
        "Inference"
        "example.org/2016/papers/alpha.html"
    )
    assert links(entry, "h3 a") == {"Alpha particles": "papers/alpha.html"}


def test_characters_that_mean_something_to_html_are_mere_text(edited: Edited) -> None:
    authors = '<i>Zoë</i> & "O\'Hložan"* (A & B <b>]]>)'
    written = changed(
        "papers/alpha.md", "Ann Lee* (North; South); Børge Ray (North)", authors
    ) | changed("topics/inference.md", "{topic} Inference", "{topic} In <b> & ference")
    page = changed_page(edited, written)
    (entry,) = page.select("#paper-alpha")
    assert all_words(entry, ".workshop-names") == ['<i>Zoë</i> & "O\'Hložan" (presenting)']
    assert all_words(entry, ".workshop-affiliation") == ["A & B <b>]]>"]
    assert all_words(entry, ".booklet-topics") == ["In <b> & ference"]


def test_posters_are_listed_with_their_session(edited: Edited) -> None:
    slot = (
        "\n:::::{session} All posters\n:id: posters\n:time: 18:00-19:30\n:kind: poster-session\n"
        ":::::\n\n::::::\n\n:::{toctree}"
    )
    page = changed_page(edited, changed("program/index.md", "\n::::::\n\n:::{toctree}", slot))
    assert all_words(page, "#posters > p") == [
        "All posters: Friday, 22 July 2016, 18:00–19:30 Eastern Time (UTC−4)"
    ]
    assert page.select("#spotlights > p") == []


def test_the_schedule_is_a_table_whose_head_names_the_zone(page: Tag) -> None:
    (table,) = page.select("#schedule table")
    assert all_words(table, "caption") == ["Friday, 22 July 2016 · Eastern Time (UTC−4)"]
    assert all_words(table, "thead th") == ["Time, UTC−4", "Session"]
    assert all_words(table, "tbody th[scope=row]") == ["09:00–10:00", "10:00–10:15", "10:30–11:00"]
    assert all_words(table, "tbody .workshop-title") == [
        *("Opening keynote", "Alpha particles", "Coffee")
    ]
    assert links(table) == {
        "Opening keynote": "#session-opening",
        "Alpha particles": "#paper-alpha",
    }


def test_a_room_is_named_only_where_there_are_several(page: Tag, edited: Edited) -> None:
    assert "Hall" not in words(page)
    elsewhere = changed("program/index.md", ":kind: break\n", ":kind: break\n:room: Yard\n")
    table = changed_page(edited, elsewhere).select("#schedule table")[0]
    assert all_words(table, "thead th") == ["Time, UTC−4", "Room", "Session"]
    assert all_words(table, "tbody td:nth-child(2)") == ["Hall", "Hall", "Yard"]


def test_topics_and_authors_lead_to_their_papers(page: Tag) -> None:
    assert links(page, "#topic-inference li a") == {"No. 3": "#paper-beta", "No. 7": "#paper-alpha"}
    found = {words(item): list(links(item).values()) for item in page.select(".booklet-authors li")}
    assert found == {
        "Lee, Ann 7": ["#paper-alpha"],
        "Médard, Cleo 12, 3": ["#paper-gamma", "#paper-beta"],  # in the order of their pages
        "Ray, Børge 7, 3": ["#paper-alpha", "#paper-beta"],
    }


def test_the_colophon_ends_with_what_the_page_says(page: Tag) -> None:
    (colophon,) = page.select("#colophon")
    assert all_words(colophon, "p") == [
        "Made from example.org/2016, last changed on 22 July 2016.",
        "Set in two hours.",
    ]
    assert all_words(colophon, "em") == ["two"]


def test_an_edit_elsewhere_reaches_the_booklet(edited: Edited) -> None:
    edited(WITH_BOOKLET)
    page = changed_page(edited, changed("papers/gamma.md", "# Gamma rays", "# Gamma bursts"))
    assert "Gamma bursts" in all_words(page, "#posters h3")


# The QR codes ----------------------------------------------------------------------------------


def read_by_a_phone(svg: str) -> str:
    """Paint a code, and read it."""
    size = int(re.findall(r'viewBox="0 0 (\d+)', svg)[0])
    picture = Image.new("L", (size, size), 255)
    x, y = 0.0, 0.0
    path = re.findall(r' d="([^"]+)"/></svg>', svg)[0]
    for letter, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if letter == "h":
            picture.paste(0, (int(x), int(y), int(x + values[0]), int(y) + 1))
            x += values[0]
        else:
            x, y = (values[0], values[1]) if letter == "M" else (x + values[0], y + values[1])
    (code,) = zxingcpp.read_barcodes(picture.resize((size * 8, size * 8), Image.Resampling.NEAREST))
    return str(code.text)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/2016/papers/alpha.html",
        "https://example.org/2016/papers/" + "a-long-name-" * 12 + ".html",
        "https://example.org/?q=1&l='ü'",
    ],
)
def test_a_phone_reads_the_address(address: str) -> None:
    assert read_by_a_phone(drawn(address)) == address


def test_a_code_on_the_page_is_the_entry_s_address(built: Built) -> None:
    text = (built.output / "booklet.html").read_text(encoding="utf-8")
    codes = re.findall(r'<svg [^>]*class="qr-code".*?</svg>', text)
    assert [read_by_a_phone(code) for code in codes] == [
        f"https://example.org/2016/papers/{name}.html" for name in ("alpha", "gamma", "beta")
    ]


# What leads to it ------------------------------------------------------------------------------


def test_a_plain_build_offers_the_page_alone(built: Built) -> None:
    assert links(built.page("take"), ".booklet-links a") == {"on one page": "booklet.html"}


def test_without_a_booklet_nothing_is_offered(make_site: MakeSite) -> None:
    files = FILES | LINKS | changed("index.md", "dates\nnotes\n", "dates\nnotes\ntake\n")
    built = make_site(files).build()
    assert built.messages == []
    assert links(built.page("take"), ".booklet-links a") == {}


def test_with_the_files_it_offers_them_too_and_a_plain_build_deletes_them(
    make_site: MakeSite,
) -> None:
    site = make_site(WITH_BOOKLET, workshop_booklets=True)
    built = site.build()
    assert links(built.page("take"), ".booklet-links a") == {
        "on one page": "booklet.html",
        "as a PDF": "booklet.pdf",
        "as an e-book": "booklet.epub",
    }
    files = [built.output / "booklet.pdf", built.output / "booklet.epub"]
    for file in files:
        file.write_bytes(b"x")
    site.build()
    assert all(file.exists() for file in files)
    site.configure(workshop_booklets=False)
    site.build()
    assert not any(file.exists() for file in files)


def test_the_page_tells_machines_what_it_is(built: Built) -> None:
    page = built.html("booklet")
    metadata = {str(tag.get("name")): str(tag.get("content")) for tag in page.select("meta[name]")}
    assert metadata["author"] == "The chairs"
    assert metadata["dcterms.modified"] == "2016-07-22T00:00:00Z"
    name = SETTINGS["workshop"]["name"]
    assert metadata["description"].startswith(f"{name}, 22 July 2016, ")
    assert metadata["description"].endswith("schedule, 2 topics, 1 keynote, 3 papers, 3 authors.")
