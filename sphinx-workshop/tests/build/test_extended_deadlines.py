"""Deadlines that were extended: pages, search and calendars tell the former dates."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from calendar_pages import kept
from engine_fixtures import built_once
from inline_site import all_words, only, words
from mistakes import Mistake, each_is_reported, in_dates
from search_index import SearchIndex
from small_workshop import FILES, changed

if TYPE_CHECKING:
    from icalendar import Event

    from engine_fixtures import Edited
    from inline_site import Built

NOW = ":when: 2016-05-23 23:59 AoE\n"
WAS = ["9 May 2016", "16 May 2016, 17:00 Central European Time"]
MOVED = f"Moved from {'; '.join(WAS)}"
EXTENDED = changed(
    "dates.md", NOW, f"{NOW}:was: 2016-05-09; 2016-05-16 17:00 Europe/Paris\n"
) | changed("index.md", ":::{deadlines}\n", ":::{status}\n:::\n\n:::{deadlines}\n")


built = built_once(FILES | EXTENDED)


@pytest.fixture(scope="module")
def former(small: Built) -> dict[str, Event]:
    """What a calendar holds that has read the file before."""
    return kept({}, small.output / "dates.ics")


@pytest.mark.parametrize(("page", "place"), [("dates", "#{}"), ("index", "[data-object='{}']")])
def test_pages_strike_the_former_dates_through_beside_the_new_one(
    built: Built, page: str, place: str
) -> None:
    ids = ("deadline-submission", "deadline-notification")
    names = ids if page == "dates" else [id.replace("-", ":") for id in ids]
    extended, other = (only(built.page(page), place.format(name)) for name in names)
    assert all_words(extended, "time") == ["23 May 2016, 23:59 AoE"]
    assert words(only(extended, ".workshop-state")) == MOVED
    assert all_words(extended, "s") == WAS
    assert not other.select(".workshop-state, s")


def test_a_sentence_with_the_date_tells_the_former_ones(built: Built) -> None:
    (link,) = built.page("notes").select("a[href$='#deadline-submission']:has(time)")
    assert words(link) == f"23 May 2016, 23:59 AoE (moved from {'; '.join(WAS)})"
    assert all_words(link, "s") == WAS


def test_a_page_that_names_a_deadline_is_made_anew_when_it_is_extended(edited: Edited) -> None:
    assert not edited({}).page("notes").select("s")
    assert words(only(edited(EXTENDED).page("notes"), "a s:first-of-type")) == WAS[0]


def test_what_tells_the_time_that_is_left_has_the_new_date_alone(built: Built) -> None:
    lines = [line for line in built.page("index").select("[data-status]") if not line.select("s")]
    assert lines
    for line in lines:
        assert all_words(line, "time") == ["23 May 2016, 23:59 AoE"]
        (date, _) = json.loads(str(line["data-status"]))["dates"]
        assert date["words"] == "23 May 2016, 23:59 AoE"


def test_a_reader_of_calendars_sees_the_new_date(built: Built, former: dict[str, Event]) -> None:
    now = kept(former, built.output / "dates.ics")
    submission, notification = (
        next(entry for uid, entry in now.items() if uid.startswith(f"{id}."))
        for id in ("submission", "notification")
    )
    assert now.keys() == former.keys()
    assert (submission.sequence, submission.status) == (2, "CONFIRMED")
    assert submission.end == datetime(2016, 5, 24, 11, 59, tzinfo=UTC)
    assert str(submission["DESCRIPTION"]).split("\n") == [
        "Submission: 2016-05-23 23:59 AoE",
        MOVED,
    ]
    assert former[str(notification["UID"])] is notification


def test_the_search_says_it_in_the_hit(built: Built) -> None:
    (hit,) = (hit for hit in SearchIndex(built.output).find("Moved") if hit.kind == "Deadline")
    assert (hit.title, hit.detail) == ("Submission", f"{MOVED} · 23 May 2016, 23:59 AoE")


WHEN = ":id: camera\n:when: 2016-07-01 12:00 UTC\n"
MISTAKES: dict[str, Mistake] = {
    f"was is '{value}'": in_dates(f"{WHEN}:was: {value}", ":was:", "deadline 'camera'", reported)
    for value, reported in (
        ("soon", "write a day, like 2022-06-10, or an instant, like 2022-05-23 23:59 AoE"),
        ("2016-06-24;", "an entry is empty; put one semicolon between entries and none at the end"),
        ("2016-06-17; 2016-06-17", "2016-06-17 is listed twice; write former dates alone"),
        (
            "2016-06-24; 2016-07-01 14:00 +02:00",
            "2016-07-01 14:00 UTC+02:00 is the date that it has now; write former dates alone, the "
            "oldest first",
        ),
        ("2016-07-02", "2016-07-02 is later than the date that it has now, 2016-07-01 12:00 UTC"),
        (
            "2016-06-24 13:00 UTC; 2016-06-24 12:00 UTC",
            "2016-06-24 13:00 UTC is later than the next one, 2016-06-24 12:00 UTC; correct one",
        ),
    )
}

test_a_wrong_former_date_is_reported = each_is_reported(MISTAKES)


def test_a_date_may_be_moved_forward_if_that_is_said(edited: Edited) -> None:
    camera = f":::{{deadline}} Camera\n{WHEN}:was: 2016-07-02\n:moved: forward\n:::\n"
    text = FILES["dates.md"] + "\n" + camera
    assert edited({"dates.md": text}).messages == []
    alone = text.replace(":was: 2016-07-02\n", "")
    (message,) = edited({"dates.md": alone}).messages
    assert "moved: there is no former date; add a line `:was: …`" in message.text
