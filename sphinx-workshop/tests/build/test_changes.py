"""Changes stand on their pages, are listed on the home page, and are followed by a feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine_fixtures import built_once
from inline_site import Built, all_words, links
from readers import atom
from small_workshop import CHANGES, FILES, appended

if TYPE_CHECKING:
    from engine_fixtures import Edited

pytestmark = pytest.mark.usefixtures("no_epoch")


news = built_once(FILES | CHANGES)
"""The small workshop after two changes, which its home page lists."""


def test_a_change_is_shown_on_its_page_with_its_day(news: Built) -> None:
    (change,) = news.page("dates").select("#change-2016-07-15")
    assert [*change.stripped_strings][1:] == ["The", "last", "day is later & fixed."]
    (day,) = change.select("time")
    assert day["datetime"] == "2016-07-15"


def test_the_home_page_lists_changes_by_day_and_links_to_them(news: Built) -> None:
    listed = news.page("index").select(".workshop-changes > li")
    assert [list(change.stripped_strings) for change in listed] == [
        ["20 July 2016", "Beta decay", "The second version is linked."],
        ["15 July 2016", "Dates", "The last day is later & fixed."],
    ]
    assert [links(change) for change in listed] == [
        {"Beta decay": "papers/beta.html#change-2016-07-20"},
        {"Dates": "dates.html#change-2016-07-15"},
    ]
    assert links(news.page("index"))["Feed of changes"] == "changes.xml"


def test_of_many_changes_the_latest_are_listed_and_all_are_in_the_feed(edited: Edited) -> None:
    written = "\n".join(
        f":::{{change}} 2016-07-{day:02}\nDay {day}.\n:::\n" for day in range(1, 10)
    )
    built = edited(CHANGES | appended("notes.md", written))
    days = all_words(built.page("index"), ".workshop-changes time")
    assert days == [f"{day} July 2016" for day in (20, 15, 9, 8, 7)]
    assert len(atom((built.output / "changes.xml").read_bytes()).entries) == 11


def test_without_changes_there_is_an_empty_feed(small: Built) -> None:
    feed = atom((small.output / "changes.xml").read_bytes())
    assert (feed.entries, feed.feed.updated) == ([], "2016-07-22T00:00:00+00:00")
