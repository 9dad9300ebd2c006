"""Sessions that are moved or cancelled stay, and pages, calendars, files and search say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import exported
from calendar_pages import kept
from engine_fixtures import built_once
from inline_site import all_words, only, words
from mistakes import Mistake, each_is_reported, in_schedule
from search_index import SearchIndex
from small_workshop import FILES, changed

if TYPE_CHECKING:
    from icalendar import Event

    from engine_fixtures import Edited
    from inline_site import Built

PROGRAM = "program/index.md"
MOVED = "Moved from 22 July 2016, 11:00–12:00; 22 July 2016, 08:00–08:30"
WITHDRAWN = "Withdrawn on 1 August 2016: The data were wrong"
NEW = """\
:::::{session} A talk in the same room
:id: instead
:time: 10:00-10:15
:::::

::::::

:::{toctree}
"""
EDITS = (
    (":id: opening\n", ":id: opening\n:was: 2016-07-22 11:00-12:00; 2016-07-22 08:00-08:30\n"),
    (":paper: alpha\n", ":paper: alpha\n:status: cancelled\n"),
    ("::::::\n\n:::{toctree}\n", NEW),
)


def with_edits(text: str) -> str:
    for old, new in EDITS:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


WRITTEN = {
    PROGRAM: with_edits(FILES[PROGRAM]),
    **changed("index.md", "dates\nnotes\n", "dates\nnotes\nbooklet\n"),
    **changed("papers/alpha.md", "\nAlpha is", ":withdrawn: 2016-08-01 The data were wrong\n\nA"),
    "booklet.md": "# Booklet\n\n:::{booklet}\n:::\n",
}


built = built_once(FILES | WRITTEN)


@pytest.fixture(scope="module")
def former(small: Built) -> dict[str, Event]:
    """What a calendar holds that has read the file before."""
    return kept({}, small.output / "program/program.ics")


def test_a_reader_of_calendars_sees_the_move_and_the_cancellation(
    built: Built, former: dict[str, Event]
) -> None:
    now = kept(former, built.output / "program/program.ics")
    opening, alpha, coffee, instead = (
        next(entry for uid, entry in now.items() if uid.startswith(f"{id}."))
        for id in ("opening", "alpha", "coffee", "instead")
    )
    assert (opening.sequence, opening.status) == (2, "CONFIRMED")
    assert MOVED in str(opening["DESCRIPTION"])
    assert (alpha.sequence, alpha.status) == (1, "CANCELLED")
    assert alpha["SUMMARY"] == "Cancelled: Alpha particles"
    assert alpha["TRANSP"] == "TRANSPARENT"
    assert former[str(coffee["UID"])] is coffee
    assert (instead.sequence, instead.status) == (0, "CONFIRMED")
    assert exported.entries(built, "alpha.ics")["alpha"].to_ical() == alpha.to_ical()


@pytest.mark.parametrize("page", ["program/index", "topics/robustness"])
def test_lists_say_from_when_a_session_was_moved(built: Built, page: str) -> None:
    (item,) = built.page(page).select("[data-object='session:opening']")
    assert words(only(item, ".workshop-state")) == MOVED
    assert all_words(item, "s") == MOVED.removeprefix("Moved from ").split("; ")
    assert all_words(item, ".workshop-time time") == ["09:00", "10:00"]


@pytest.mark.parametrize("page", ["program/index", "topics/inference"])
def test_a_cancelled_session_stays_marked_and_has_no_hours_for_scripts(
    built: Built, page: str
) -> None:
    (item,) = built.page(page).select("[data-object='session:alpha']")
    assert words(only(item, ".workshop-state")) == f"Cancelled; {WITHDRAWN}"
    assert words(only(item, ".workshop-title s")) == "Alpha particles"
    assert item["data-cancelled"] == ""
    assert [i["data-object"] for i in built.page(page).select("[data-cancelled]")] == [
        "session:alpha"
    ]


def test_a_session_of_a_withdrawn_paper_is_marked(built: Built, edited: Edited) -> None:
    text = WRITTEN[PROGRAM].replace(":status: cancelled\n", ":room: Mill\n")
    (item,) = edited(WRITTEN | {PROGRAM: text}).page("program/index").select("#session-alpha")
    assert words(only(item, ".workshop-state")) == WITHDRAWN
    assert not item.select("s")
    (other,) = built.page("program/index").select("#session-instead")
    assert not other.select(".workshop-state")


def test_pages_of_papers_and_people_and_the_booklet_say_it(built: Built) -> None:
    (line,) = all_words(built.page("papers/alpha"), ".workshop-presented")
    assert line.startswith("Cancelled Friday, 22 July 2016, 10:00–10:15")
    (entry,) = built.page("program/speakers").select("#person-dana-fox")
    assert MOVED in words(entry)
    booklet = built.page("booklet")
    assert all_words(booklet, ".booklet-schedule .workshop-state") == [
        MOVED,
        f"Cancelled; {WITHDRAWN}",
    ]
    assert "Cancelled; Friday, 22 July 2016, 10:00" in words(only(booklet, "#paper-alpha header"))


def test_data_for_machines_has_it(built: Built) -> None:
    talks = exported.talks(built).values()
    assert [talk["subtitle"] for talk in talks] == [MOVED, f"Cancelled; {WITHDRAWN}", "", ""]
    papers = exported.papers(built)
    statuses = {id: [s.get("status") for s in p["sessions"]] for id, p in papers.items()}
    assert statuses == {"alpha": ["cancelled"], "beta": [], "gamma": []}
    opening, alpha, instead = exported.event(built)["subEvent"]
    assert opening["eventStatus"] == "https://schema.org/EventRescheduled"
    assert opening["previousStartDate"] == [
        "2016-07-22T11:00:00-04:00",
        "2016-07-22T08:00:00-04:00",
    ]
    assert alpha["eventStatus"] == "https://schema.org/EventCancelled"
    assert "eventStatus" not in instead


def test_the_search_says_it_in_the_hit(built: Built) -> None:
    (hit,) = (hit for hit in SearchIndex(built.output).find("Moved") if hit.kind == "Session")
    assert hit.title == "Opening keynote"
    assert hit.detail.startswith(f"{MOVED} · Keynote · 22 July 2016, 09:00")


PLACE = ":id: OWN\n:time: 14:00-15:00\n"
MISTAKES: dict[str, Mistake] = {
    f"{option} is '{value}'": in_schedule(
        f"{PLACE}:{option}: {value}", f":{option}:", "session 'OWN'", reported
    )
    for option, value, reported in (
        ("status", "canceled", "choose among confirmed, cancelled; did you mean 'cancelled'?"),
        ("status", "moved", "status 'moved': choose among confirmed, cancelled"),
        ("was", "11:00-12:00", "write the day as well, like 2022-07-22 11:00-12:00"),
        ("was", "2016-07-22 12:00-11:00", "it ends at 11:00, not after its start at 12:00"),
        ("was", "2016-07-22", "write start and end as hours and minutes"),
        ("was", "2016-03-13 02:30-03:30", "no clock shows 02:30 on 2016-03-13"),
        ("was", "2016-07-22 14:00-15:00", "is the time that it has now; write former times"),
        (
            "was",
            "2016-07-22 11:00-12:00; 2016-07-22 11:00-12:00",
            "2016-07-22 11:00-12:00 is listed twice; write former times",
        ),
    )
}

test_a_wrong_status_or_former_time_is_reported = each_is_reported(MISTAKES)
