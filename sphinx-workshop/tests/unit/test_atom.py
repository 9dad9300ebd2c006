"""The feed of changes, as feed readers see it."""

from __future__ import annotations

from datetime import date
from typing import Any

from readers import atom
from records import program
from sphinx_workshop.core.model import Change
from sphinx_workshop.exports.atom import feed

SITE = "https://example.org/2016/"


def change(day: str, docname: str = "program/index", text: str = "Moved.", **fields: Any) -> Change:
    given: dict[str, Any] = {"title": docname.title(), "line": 1} | fields
    return Change(
        id=f"{docname}/{day}", docname=docname, day=date.fromisoformat(day), text=text, **given
    )


def read(*changes: Change) -> Any:
    return atom(feed(program(*changes), "index").encode())


def test_the_feed_has_every_element_of_its_own() -> None:
    read_back = read(change("2016-07-15"), change("2016-07-20")).feed
    assert read_back.id == f"{SITE}changes.xml"
    assert read_back.title == "Learning from Meadows: changes"
    assert read_back.updated == "2016-07-20T00:00:00+00:00"
    assert read_back.author == "Learning from Meadows"
    assert {link.rel: link.href for link in read_back.links} == {
        "self": f"{SITE}changes.xml",
        "alternate": f"{SITE}index.html",
    }


def test_a_change_is_an_entry_with_every_element() -> None:
    (entry,) = read(change("2016-07-15", text="The keynote is at ten.", title="Program")).entries
    assert entry.id.startswith("urn:uuid:")
    assert entry.title == "Program"
    assert entry.updated == "2016-07-15T00:00:00+00:00"
    assert entry.link == f"{SITE}program/index.html#change-2016-07-15"
    assert entry.summary == "The keynote is at ten."


def test_the_newest_change_stands_first() -> None:
    days = ("2016-07-15", "2016-07-20", "2016-06-30")
    assert [entry.updated[:10] for entry in read(*map(change, days)).entries] == [
        "2016-07-20",
        "2016-07-15",
        "2016-06-30",
    ]


def test_an_entry_is_known_by_its_page_and_day_whatever_it_says() -> None:
    first, second, elsewhere, later = (
        read(found).entries[0].id
        for found in (
            change("2016-07-15", text="One."),
            change("2016-07-15", text="Another.", title="Renamed"),
            change("2016-07-15", "dates"),
            change("2016-07-16"),
        )
    )
    assert first == second
    assert len({first, elsewhere, later}) == 3


def test_text_stays_text() -> None:
    text = "a < b && c, “d” ]]> </summary> <script>x()</script> &amp; 🔭"
    (entry,) = read(change("2016-07-15", text=text, title=text)).entries
    assert entry.summary_detail.type == entry.title_detail.type == "text/plain"
    assert entry.summary == entry.title == text


def test_characters_that_no_xml_may_hold_are_left_out() -> None:
    assert read(change("2016-07-15", text="A\x08B\x0cC")).entries[0].summary == "ABC"
