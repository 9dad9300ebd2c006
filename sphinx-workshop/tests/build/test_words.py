"""Every word that the engine says to readers comes out of a catalog.

The catalog of these tests puts each word into brackets, and the content of the site has no Latin
letter: one that stands outside of brackets is a word that translators do not get.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from bs4.element import NavigableString, PreformattedString
from icalendar import Calendar

from bracketed_words import CLOSED, OPEN, in_brackets, site
from empty_workshop import EMPTY
from greek_workshop import FACTS, FILES, LANGUAGE, NAMES
from inline_site import parsed
from message_catalog import known

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bs4 import Tag

    from inline_site import Built

NAMES_OF_THINGS = {"AoE", "UTC", "PDF", "RIS", "CSL", "JSON", "arXiv", "Sphinx"}
"""What is called so in every language."""

SPHINXS_WORDS = "Created using|Link to this heading|Main|Related|Table of Contents"
"""What Sphinx's own catalog leaves in English."""

ADDRESSES = r"(https?|webcal)://\S+|example\.org\S*|index\.html"
DC = "{http://purl.org/dc/elements/1.1/}"
BOOK: dict[str, Any] = {
    **dict.fromkeys(("epub_title", "epub_author", "epub_publisher", "epub_copyright"), "Λιβάδια"),
    "redirects": {},
}
SAID = ("title", "alt", "aria-label", "placeholder", "label")
TAGS = ("description", "author", "og:title", "og:description", "og:site_name", "og:image:alt")


def left_out(text: str) -> list[str]:
    """Return the words of a text that no catalog has."""
    text = re.sub(rf"{ADDRESSES}|\b({SPHINXS_WORDS})\b", "", text)
    text = re.sub(rf"{OPEN}[^{CLOSED}]*({CLOSED}|…?$)", "", text)
    return [word for word in re.findall(r"[A-Za-z]+", text) if word not in NAMES_OF_THINGS]


def build(folder: Path, files: dict[str, str], **settings: Any) -> Built:
    built = site(folder, files, **settings).build(jobs=2)
    assert built.messages == []
    return built


@pytest.fixture(scope="module")
def greek(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("greek"), FILES)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Built:
    facts = {name: FACTS[name] for name in ("name", "start", "timezone")}
    facts |= {"end": facts["start"], "online_url": "https://example.org/live"}
    return build(tmp_path_factory.mktemp("empty"), EMPTY, workshop=facts, html_baseurl="")


def shown(page: Tag) -> Iterator[str]:
    """Yield all that readers of a page see, hear or find it by."""
    for text in page.find_all(string=True):
        of_machines = text.find_parent(["script", "style", "pre"])
        if isinstance(text, NavigableString) and not isinstance(text, PreformattedString):
            yield from () if of_machines else (text,)
    for element in page.find_all(True):
        yield from (str(element[name]) for name in SAID if element.has_attr(name))
    for tag in page.find_all("meta"):
        if tag.get("name", tag.get("property")) in TAGS:
            yield str(tag["content"])
    for block in page.select("script[type='application/ld+json']"):
        yield from in_data(json.loads(block.get_text()))


def in_data(
    data: Any, name: str = "", keys: tuple[str, ...] = ("name", "description", "headline")
) -> Iterator[str]:
    """Yield the texts in JSON that have certain names."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from in_data(value, key, keys)
    elif isinstance(data, list):
        for value in data:
            yield from in_data(value, name, keys)
    elif isinstance(data, str) and name in keys:
        yield data


def left_out_of_pages(built: Built, ending: str = "html") -> list[str]:
    paths = sorted(built.output.rglob(f"*.{ending}"))
    return [
        f"{path.relative_to(built.output)}: {text.strip()!r}: {found}"
        for path in paths
        for text in shown(parsed(path))
        if (found := left_out(text))
    ]


def test_a_word_outside_of_brackets_is_found() -> None:
    assert in_brackets("%(count)d papers of {}") == "%(count)d⟦ papers of ⟧{}"
    assert left_out("⟦No. ⟧7, Άννα: 4 pages, see https://example.org/papers") == ["pages", "see"]
    assert left_out("⟦Cut at the end …") == []


def test_every_word_of_every_page_is_translated(greek: Built) -> None:
    assert len(list(greek.output.rglob("*.html"))) > len(FILES)  # the search, and what has moved
    assert left_out_of_pages(greek) == []


def test_every_word_of_a_site_that_has_nothing_yet_is_translated(empty: Built) -> None:
    assert left_out_of_pages(empty) == []


def test_every_word_of_the_search_in_a_themes_frame_is_translated(tmp_path: Path) -> None:
    sidebars = {"**": ["search-button-field.html"]}
    built = build(tmp_path, EMPTY, html_theme="pydata_sphinx_theme", html_sidebars=sidebars)
    page = built.html("index")
    (place,) = page.select(".site-search-place[role=search]")
    (dialog,) = page.select("dialog.site-search-dialog")
    assert str(place["aria-label"]).startswith(OPEN)
    said = [text for part in (place, dialog) for text in shown(part)]
    assert [found for text in said if (found := left_out(text))] == []


def test_every_word_of_the_e_book_is_translated(tmp_path: Path) -> None:
    extensions = [*NAMES["extensions"], "sphinx_workshop.site.ebook"]
    made = site(tmp_path, FILES, extensions=extensions, version="2016", **BOOK)
    built = made.build(builder="epub")
    assert built.messages == []
    assert left_out_of_pages(built, "xhtml") == []
    (language,) = ET.parse(built.output / "content.opf").iter(f"{DC}language")
    assert language.text == LANGUAGE


@pytest.mark.parametrize("file", ["program/program.ics", "dates.ics", "program/sessions/main.ics"])
def test_every_word_of_calendars_is_translated(greek: Built, file: str) -> None:
    calendar = Calendar.from_ical((greek.output / file).read_bytes())
    said = [
        str(value)
        for component in calendar.walk()
        for name, value in component.items()
        if name in {"NAME", "DESCRIPTION", "X-WR-CALNAME", "X-WR-CALDESC", "SUMMARY", "LOCATION"}
    ]
    assert said
    assert [found for text in said if (found := left_out(text))] == []
    assert str(calendar["PRODID"]).endswith("//UK")


def test_every_word_of_the_feed_is_translated(greek: Built) -> None:
    feed = ET.parse(greek.output / "changes.xml")
    atom = "{http://www.w3.org/2005/Atom}"
    said = [e.text or "" for name in ("title", "name", "summary") for e in feed.iter(atom + name)]
    assert said[0] == "Μάθηση από λιβάδια⟦: changes⟧"
    assert [found for text in said if (found := left_out(text))] == []


def test_every_word_of_the_schedule_for_apps_is_translated(greek: Built) -> None:
    data = json.loads((greek.output / "program/schedule.json").read_bytes())["schedule"]
    said = [*in_data(data["conference"], keys=("title", "name", "type", "room", "public_name"))]
    kinds = {"related", "paper", "web", "article"}  # of links, for machines
    assert [found for text in said if (found := left_out(text)) and text not in kinds] == []
    days = data["conference"]["days"]
    events = [event for day in days for room in day["rooms"].values() for event in room]
    assert {event["language"] for event in events} == {LANGUAGE}
    types = {event["title"]: event["type"] for event in events}
    assert types["Άσκηση"] == "Φροντιστήριο"
    assert types["Διάλεξη"] == "⟦Talk⟧"


def test_every_word_of_the_search_is_translated(greek: Built) -> None:
    index = json.loads((greek.output / "search-index/index.json").read_bytes())
    assert [kind for kind in index["kinds"] if left_out(kind)] == []
    entries = (greek.output / "search-index" / index["version"]).glob("entries-*.json")
    for title, _, detail, *_ in (e for path in entries for e in json.loads(path.read_bytes())):
        assert left_out(title) == left_out(detail) == []


def test_every_word_of_scripts_is_translated(greek: Built) -> None:
    folder = greek.output / "_static/workshop/scripts"
    published = "\n".join(path.read_text("utf-8") for path in folder.glob("*.js"))
    assert not re.search(r"(?<![\w$])_(\(|n\(|parts\b|plural\b|language\b)", published)
    assert f'toLocaleDateString("{LANGUAGE}"' in published
    said = [m for m in known() if any(name.startswith("static/") for name, _ in m.locations)]
    assert len(said) > 50
    for message in said:
        forms = (message.id,) if isinstance(message.id, str) else message.id
        parts = [in_brackets(form) for form in forms]
        shown = re.findall(f"{OPEN}[^{CLOSED}]*{CLOSED}", "".join(parts))
        assert [part for part in shown if part not in published] == []


def test_the_note_of_a_citation_is_translated(greek: Built) -> None:
    entry = (greek.output / "papers/alpha.bib").read_text("utf-8")
    assert re.search(r"note = \{.*No\. .*7", entry)
    assert "note = {No. 7" not in entry


def test_the_language_of_pages_is_the_sites(greek: Built) -> None:
    for path in greek.output.rglob("*.html"):
        html = parsed(path).html
        assert html
        assert html["lang"] == LANGUAGE
    paper = greek.html("papers/alpha")
    (language,) = paper.select("meta[name=citation_language]")
    assert language["content"] == LANGUAGE
    blocks = [json.loads(b.get_text()) for b in paper.select("script[type*=json]")]
    assert [b["inLanguage"] for b in blocks if "inLanguage" in b] == [LANGUAGE]


def test_days_and_zones_are_written_as_the_language_does(greek: Built) -> None:
    dates = greek.page("dates").get_text()
    assert "10 червня 2016" in dates
    day = greek.page("program/index").select_one(".workshop-day")
    assert day
    assert "пʼятниця" in day.get_text()
    assert "(UTC−4)" in day.get_text()


def test_sections_have_the_same_addresses_in_every_language(greek: Built) -> None:
    page = greek.page("papers/alpha")
    assert {"cite", "related-papers"} <= {str(found["id"]) for found in page.select("section[id]")}


def test_what_conf_py_calls_things_is_no_message(greek: Built) -> None:
    chips = {chip.get_text() for chip in greek.page("program/index").select(".workshop-chip")}
    assert {"Φροντιστήριο", "Ομιλία", "⟦Panel⟧"} <= chips


def test_the_printed_booklet_has_the_languages_word_before_pages(greek: Built) -> None:
    pytest.importorskip("weasyprint")
    from sphinx_workshop.exports.pdf import page_word

    lists = greek.page("booklet").select("ul.booklet-numbers")
    assert {found["data-page"] for found in lists} == {"⟦p.⟧"}
    rule = page_word(ET.fromstring('<body><ul data-page="&quot;S.&quot;" /></body>'))
    assert r'content: " \"S.\"" "\2009" target-counter(attr(href), page)' in rule
    assert page_word(ET.fromstring("<body><ul /></body>")) == ""
