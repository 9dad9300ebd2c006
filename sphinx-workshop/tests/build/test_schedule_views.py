"""The schedule on its page: days and sessions as headings, hours, order, rooms; excerpts of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inline_site import Built, all_words, links, only, words
from small_workshop import FILES, appended, changed

if TYPE_CHECKING:
    from bs4 import Tag

    from engine_fixtures import Edited, MakeSite


def clock(session: Tag) -> str:
    return words(only(session, ".workshop-time"))


def headings(page: Tag) -> list[tuple[str, str]]:
    return [(it.name, words(it).rstrip("¶")) for it in page.select("h1, h2, h3, h4")]


def test_days_and_sessions_are_headings_under_the_page_s_title(small: Built) -> None:
    assert headings(small.page("program/index")) == [
        ("h1", "Program"),
        ("h2", "Friday, 22 July 2016 · Eastern Time (UTC−4)"),
        ("h3", "Opening keynote"),
        ("h3", "Alpha particles"),
        ("h3", "Coffee"),
    ]


def test_under_another_heading_days_and_sessions_are_a_level_lower(edited: Edited) -> None:
    under = changed("program/index.md", "# Program\n", "# Program\n\n## Summer\n")
    page = edited(under).page("program/index")
    assert [name for name, _ in headings(page)] == ["h1", "h2", "h3", "h4", "h4", "h4"]


def test_a_list_of_sessions_adds_no_heading_to_its_page(small: Built) -> None:
    home = small.page("index")
    assert home.select(".workshop-session")
    assert not home.select(".workshop-session :is(h2, h3, h4), :is(h2, h3, h4).workshop-day")


def test_a_day_has_an_address_that_other_pages_can_name(edited: Edited) -> None:
    linked = appended("dates.md", "See [the Friday](#day-2016-07-22).")
    built = edited(linked)
    assert built.messages == []
    assert built.inventory("std:label")["day-2016-07-22"][0] == "program/index.html#day-2016-07-22"
    assert links(built.page("dates"))["the Friday"] == "program/index.html#day-2016-07-22"
    assert only(built.page("program/index"), "#day-2016-07-22").name == "h2"


def test_a_day_in_two_parts_has_one_address_for_the_first(edited: Edited) -> None:
    late = ":::{session} Late\n:id: late\n:time: 20:00-21:00\n:::"
    second = appended("program/index.md", f"::::{{schedule}} 2016-07-22\n{late}\n::::")
    built = edited(second)
    assert built.messages == []
    days = built.page("program/index").select(".workshop-day")
    assert [day.get("id") for day in days] == ["day-2016-07-22", None]


def test_the_schedule_shows_how_long_every_session_is(small: Built) -> None:
    labels = small.page("program/index").select(".workshop-session .workshop-label")
    assert [all_words(label, "span")[-1] for label in labels] == ["1 hr", "15 min", "30 min"]


def test_sessions_stand_in_times_order_whatever_their_order_in_the_file(
    edited: Edited,
) -> None:
    later = changed("program/index.md", "10:30-11:00", "08:15-08:30")
    page = edited(later).page("program/index")
    starts = [clock(s) for s in page.select(".workshop-session")]
    assert starts == ["08:15–08:30", "09:00–10:00", "10:00–10:15"]


def test_each_session_has_an_anchor_and_shows_its_own_text(small: Built) -> None:
    page = small.page("program/index")
    assert [s.get("id") for s in page.select(".workshop-session")] == [
        "session-opening",
        "session-alpha",
        "session-coffee",
    ]
    assert "Coffee is by the door." in words(only(page, "#session-coffee"))


def test_a_long_text_of_a_session_is_folded(edited: Edited) -> None:
    long = f"{'Coffee is by the door. ' * 15}\n\nSo is *tea*."
    built = edited(changed("program/index.md", "Coffee is by the door.", long))
    assert built.messages == []
    folded = only(built.page("program/index"), "#session-coffee > details.workshop-body")
    assert all_words(folded, "summary") == ["Description"]
    assert all_words(folded, ":scope > p")[1:] == ["So is tea."]
    assert folded.get("open") is None


def test_other_formats_have_a_long_text_alone(make_site: MakeSite) -> None:
    long = "Coffee is by the door. " * 15
    site = make_site(FILES | changed("program/index.md", "Coffee is by the door.", long))
    text = (site.build(builder="text").output / "program/index.txt").read_text("utf-8")
    assert " ".join(text.split()).count(long.strip()) == 1
    assert "Description" not in text


def test_a_session_that_presents_a_paper_shows_title_speaker_and_topics(small: Built) -> None:
    session = only(small.page("program/index"), "#session-alpha")
    assert links(only(session, ".workshop-title")) == {"Alpha particles": "../papers/alpha.html"}
    assert links(only(session, ".workshop-speakers")) == {"Ann Lee": "speakers.html#person-ann-lee"}
    assert all_words(session, ".workshop-topics > li") == ["Inference"]


def test_a_session_shows_its_kind_in_words(small: Built) -> None:
    sessions = small.page("program/index").select(".workshop-session")
    kinds = [words(only(s, ".workshop-chip")) for s in sessions]
    assert kinds == ["Keynote", "Spotlight", "Break"]


def test_a_room_is_printed_where_there_are_several(edited: Edited, small: Built) -> None:
    assert "Hall" not in words(small.page("program/index"))
    foyer = changed("program/index.md", ":kind: break", ":kind: break\n:room: Foyer")
    page = edited(foyer).page("program/index")
    assert "Foyer" in words(only(page, "#session-coffee"))
    assert "Hall" in words(only(page, "#session-opening"))


def test_an_excerpt_of_the_schedule_links_to_the_schedule(small: Built) -> None:
    page = small.page("index")
    (session,) = page.select(".workshop-session")
    assert clock(session) == "09:00–10:00"
    assert links(only(session, ".workshop-title")) == {
        "Opening keynote": "program/index.html#session-opening"
    }
