"""What pages show of the whole: listings, back links, the schedule, the author index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inline_site import SETTINGS, Built, all_words, links, only, words
from small_workshop import FILES, appended, changed

if TYPE_CHECKING:
    from bs4 import Tag

    from engine_fixtures import MakeSite


def section(page: Tag, title: str) -> Tag:
    """Return the section under a heading."""
    (found,) = (s for s in page.select("section") if all_words(s, ":scope > h2")[:1] == [title])
    return found


# Topics ----------------------------------------------------------------------------------------


def test_a_topics_page_lists_exactly_the_papers_that_name_it(small: Built) -> None:
    papers = {
        name: all_words(section(small.page(f"topics/{name}"), "Papers¶"), ".workshop-title")
        for name in ("inference", "robustness")
    }
    assert papers == {
        "inference": ["Beta decay", "Alpha particles"],
        "robustness": ["Beta decay"],
    }


def test_a_topics_page_lists_its_sessions_and_those_of_its_papers(small: Built) -> None:
    sessions = {
        name: all_words(section(small.page(f"topics/{name}"), "Sessions¶"), ".workshop-title")
        for name in ("inference", "robustness")
    }
    assert sessions == {"inference": ["Alpha particles"], "robustness": ["Opening keynote"]}


def test_the_lists_of_a_topic_stand_under_its_prose(small: Built) -> None:
    text = words(small.page("topics/inference"))
    assert text.index("Much remains to be done.") < text.index("Papers")


def test_a_topic_without_papers_and_sessions_says_so(make_site: MakeSite) -> None:
    page = "# Lonely\n\n:::{topic} Lonely\n:order: 1\n:::\n"
    text = words(make_site({"index.md": page}).build().page("index"))
    assert "No paper yet." in text
    assert "No session is devoted to this topic." in text


def test_the_list_of_topics_counts_papers_and_sessions_in_the_calls_order(small: Built) -> None:
    cards = small.page("index").select(".workshop-cards > li")
    assert [links(card) for card in cards] == [
        {"Inference": "topics/inference.html"},
        {"Robustness": "topics/robustness.html"},
    ]
    assert [all_words(card, ".workshop-count") for card in cards] == [
        ["2 papers · 1 session"],
        ["1 paper · 1 session"],
    ]


# Papers ----------------------------------------------------------------------------------------


def test_papers_are_listed_by_number_with_all_their_authors(small: Built) -> None:
    papers = small.page("papers/index").select(".workshop-papers > li")
    assert [all_words(p, ".workshop-title, .workshop-names") for p in papers] == [
        ["Beta decay", "Børge Ray, Cleo Médard"],
        ["Alpha particles", "Ann Lee, Børge Ray"],
        ["Gamma rays", "Cleo Médard"],
    ]


def test_many_papers_stand_in_several_lists_that_follow_each_other(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_workshop.views.papers.GROUP", 2)
    page = make_site(FILES).build().page("papers/index")
    lists = [all_words(found, ".workshop-title") for found in page.select(".workshop-papers")]
    assert lists == [["Beta decay", "Alpha particles"], ["Gamma rays"]]
    assert len(page.select(".workshop-papers + .workshop-papers")) == 1


def test_a_list_of_spotlights_holds_the_papers_that_a_session_presents(small: Built) -> None:
    assert all_words(small.page("index"), ".workshop-papers .workshop-title") == ["Alpha particles"]


def test_a_list_may_be_of_posters_and_of_a_topic(make_site: MakeSite) -> None:
    lists = ":::{paper-list}\n:kind: poster\n:topic: inference\n:::"
    page = make_site(FILES | appended("dates.md", lists)).build().page("dates")
    assert all_words(page, ".workshop-papers .workshop-title") == ["Beta decay"]


# The schedule ----------------------------------------------------------------------------------


def clock(session: Tag) -> str:
    return words(only(session, ".workshop-time"))


def test_the_schedule_shows_start_and_end_of_every_session(small: Built) -> None:
    sessions = small.page("program/index").select(".workshop-session")
    assert [clock(s) for s in sessions] == ["09:00–10:00", "10:00–10:15", "10:30–11:00"]
    assert [t["datetime"] for t in sessions[0].select("time")] == [
        "2016-07-22T09:00-04:00",
        "2016-07-22T10:00-04:00",
    ]


def test_the_schedule_names_its_day_and_zone(small: Built) -> None:
    assert all_words(small.page("program/index"), ".workshop-day") == [
        "Friday, 22 July 2016 · Eastern Time (UTC−4)"
    ]


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


def test_under_another_heading_days_and_sessions_are_a_level_lower(make_site: MakeSite) -> None:
    under = changed("program/index.md", "# Program\n", "# Program\n\n## Summer\n")
    page = make_site(FILES | under).build().page("program/index")
    assert [name for name, _ in headings(page)] == ["h1", "h2", "h3", "h4", "h4", "h4"]


def test_a_list_of_sessions_adds_no_heading_to_its_page(small: Built) -> None:
    home = small.page("index")
    assert home.select(".workshop-session")
    assert not home.select(".workshop-session :is(h2, h3, h4), :is(h2, h3, h4).workshop-day")


def test_a_day_has_an_address_that_other_pages_can_name(make_site: MakeSite) -> None:
    linked = appended("dates.md", "See [the Friday](#day-2016-07-22).")
    built = make_site(FILES | linked).build()
    assert built.messages == []
    assert built.inventory("std:label")["day-2016-07-22"][0] == "program/index.html#day-2016-07-22"
    assert links(built.page("dates"))["the Friday"] == "program/index.html#day-2016-07-22"
    assert only(built.page("program/index"), "#day-2016-07-22").name == "h2"


def test_a_day_in_two_parts_has_one_address_for_the_first(make_site: MakeSite) -> None:
    late = ":::{session} Late\n:id: late\n:time: 20:00-21:00\n:::"
    second = appended("program/index.md", f"::::{{schedule}} 2016-07-22\n{late}\n::::")
    built = make_site(FILES | second).build()
    assert built.messages == []
    days = built.page("program/index").select(".workshop-day")
    assert [day.get("id") for day in days] == ["day-2016-07-22", None]


def test_the_schedule_shows_how_long_every_session_is(small: Built) -> None:
    labels = small.page("program/index").select(".workshop-session .workshop-label")
    assert [all_words(label, "span")[-1] for label in labels] == ["1 hr", "15 min", "30 min"]


def test_sessions_stand_in_times_order_whatever_their_order_in_the_file(
    make_site: MakeSite,
) -> None:
    later = changed("program/index.md", "10:30-11:00", "08:15-08:30")
    page = make_site(FILES | later).build().page("program/index")
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


def test_a_session_that_presents_a_paper_shows_title_speaker_and_topics(small: Built) -> None:
    session = only(small.page("program/index"), "#session-alpha")
    assert links(only(session, ".workshop-title")) == {"Alpha particles": "../papers/alpha.html"}
    assert links(only(session, ".workshop-speakers")) == {"Ann Lee": "speakers.html#person-ann-lee"}
    assert all_words(session, ".workshop-topics > li") == ["Inference"]


def test_a_session_shows_its_kind_in_words(small: Built) -> None:
    sessions = small.page("program/index").select(".workshop-session")
    kinds = [words(only(s, ".workshop-chip")) for s in sessions]
    assert kinds == ["Keynote", "Spotlight", "Break"]


def test_a_room_is_printed_where_there_are_several(make_site: MakeSite, small: Built) -> None:
    assert "Hall" not in words(small.page("program/index"))
    foyer = changed("program/index.md", ":kind: break", ":kind: break\n:room: Foyer")
    page = make_site(FILES | foyer).build().page("program/index")
    assert "Foyer" in words(only(page, "#session-coffee"))
    assert "Hall" in words(only(page, "#session-opening"))


def test_an_excerpt_of_the_schedule_links_to_the_schedule(small: Built) -> None:
    page = small.page("index")
    (session,) = page.select(".workshop-session")
    assert clock(session) == "09:00–10:00"
    assert links(only(session, ".workshop-title")) == {
        "Opening keynote": "program/index.html#session-opening"
    }


# People ----------------------------------------------------------------------------------------


def test_people_are_listed_by_role_in_the_order_written(small: Built) -> None:
    people = only(small.page("index"), ".workshop-people")
    assert list(links(people).items()) == [
        ("Dana Fox", "program/speakers.html#person-dana-fox"),
        ("Ann Lee", "program/speakers.html#person-ann-lee"),
    ]


def test_an_entry_shows_what_the_person_gives_and_wrote(small: Built) -> None:
    page = small.page("program/speakers")
    assert links(only(page, "#person-dana-fox")) == {
        "Opening keynote": "index.html#session-opening"
    }
    ann = only(page, "#person-ann-lee").select(".workshop-contributions a")
    assert [(words(a), a["href"]) for a in ann] == [
        ("Alpha particles", "index.html#session-alpha"),
        ("Alpha particles", "../papers/alpha.html"),
    ]


def test_the_author_index_holds_every_author_once_by_last_name_with_all_papers(
    small: Built,
) -> None:
    entries = small.page("program/authors").select(".workshop-author-list > li")
    assert [words(only(e, ":scope > .workshop-title")) for e in entries] == [
        "Ann Lee",
        "Cleo Médard",
        "Børge Ray",
    ]
    assert [links(only(e, "ul")) for e in entries] == [
        {"Alpha particles": "../papers/alpha.html"},
        {"Beta decay": "../papers/beta.html", "Gamma rays": "../papers/gamma.html"},
        {"Beta decay": "../papers/beta.html", "Alpha particles": "../papers/alpha.html"},
    ]


def test_an_author_with_an_entry_is_linked_from_the_index_and_others_are_at_home_there(
    small: Built,
) -> None:
    page = small.page("program/authors")
    assert links(page)["Ann Lee"] == "speakers.html#person-ann-lee"
    assert only(page, "#person-borge-ray")
    assert not page.select("#person-ann-lee")


def test_last_names_are_ordered_without_regard_to_diacritics(make_site: MakeSite) -> None:
    paper = "# P\n\n:::{paper} 1\n:authors: A Zoe; B Östman; C Müller; D Médard; E Mao\n:::\n"
    page = make_site({"index.md": f"{paper}\n:::{{author-index}}\n:::\n"}).build().page("index")
    entries = page.select(".workshop-author-list > li")
    names = [words(only(e, ":scope > .workshop-title")) for e in entries]
    assert names == ["E Mao", "D Médard", "C Müller", "B Östman", "A Zoe"]
    assert all_words(page, ".workshop-letters > li") == ["M", "O", "Z"]


def test_further_spellings_lead_to_one_entry_and_are_printed_as_the_paper_has_them(
    make_site: MakeSite,
) -> None:
    spelled = changed("papers/alpha.md", "Ann Lee*", "A. Lee*")
    built = make_site(FILES | spelled).build()
    assert built.messages == []
    authors = links(only(built.page("papers/alpha"), ".workshop-authors"))
    assert authors["A. Lee"] == "../program/speakers.html#person-ann-lee"
    index = built.page("program/authors")
    assert "A. Lee" not in words(index)
    assert links(index)["Ann Lee"] == "speakers.html#person-ann-lee"


# Deadlines -------------------------------------------------------------------------------------


def test_deadlines_are_listed_in_times_order_each_linked(small: Built) -> None:
    items = small.page("index").select(".workshop-deadlines > li")
    assert [words(item) for item in items] == [
        "23 May 2016, 23:59 AoESubmission",
        "10 June 2016Notification",
    ]
    assert [list(links(item).values()) for item in items] == [
        ["dates.html#deadline-submission"],
        ["dates.html#deadline-notification"],
    ]


# The event -------------------------------------------------------------------------------------


def test_the_home_page_says_when_where_and_as_part_of_what(small: Built) -> None:
    facts = only(small.page("index"), ".workshop-facts")
    assert dict(zip(all_words(facts, "dt"), all_words(facts, "dd"), strict=True)) == {
        "When": "Friday, 22 July 2016 to Saturday, 23 July 201609:00–11:00 Eastern Time (UTC−4)",
        "Where": "Springfield, Oregon, USAand online",
        "Part of": "FIELD 2016, the 39th International Conference on Fields",
    }


@pytest.mark.parametrize(
    "editions", [{}, {"2019": "https://example.org/2019/", "2031": "https://example.org/2031/"}]
)
def test_other_editions_are_linked_where_there_are_any(
    editions: dict[str, str], make_site: MakeSite
) -> None:
    facts = SETTINGS["workshop"] | {"editions": editions}
    files = {"index.md": "# Home\n\n:::{editions}\n:::\n"}
    built = make_site(files, workshop=facts).build()
    assert (built.status, built.messages) == (0, [])
    assert links(built.page("index"), "p a") == editions


def test_a_speaker_without_a_page_is_named_where_there_is_no_index_of_authors(
    make_site: MakeSite,
) -> None:
    files = (
        FILES
        | {"program/authors.md": "# Authors\n"}
        | changed("papers/alpha.md", "Ann Lee* (North; South); Børge Ray (North)", "Børge Ray*")
        | changed("notes.md", "{person}`dana-fox`, {person}`borge-ray`", "{person}`dana-fox`")
    )
    speakers = all_words(make_site(files).build().page("program/index"), ".workshop-speakers")
    assert "Børge Ray, North" in speakers
