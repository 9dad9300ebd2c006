"""Pages offer calendars by links, and tell when the calendars were changed last."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from icalendar import Calendar

from calendar_pages import FEEDS, calendars
from inline_site import all_words, links, only, words
from repository import Repository, at
from small_workshop import FILES, changed
from sphinx_workshop.site_check import findings
from trees import differing

if TYPE_CHECKING:
    from bs4 import Tag

    from engine_fixtures import MakeSite
    from inline_site import Built, InlineSite

pytestmark = pytest.mark.usefixtures("no_epoch")


def at_google(path: str) -> str:
    """Return where Google Calendar asks whether to subscribe to a calendar."""
    feed = quote(f"webcal://example.org/2016/{path}", safe="")
    return f"https://calendar.google.com/calendar/render?cid={feed}"


def copied(place: Tag) -> list[str]:
    """Return what buttons at a place copy."""
    return [str(copy["data-copy"]) for copy in place.select("button[data-copy]")]


def folded_parts(built: Built) -> Tag:
    """Return the fold with the calendars of parts."""
    folds = built.page("program/index").select(".workshop-calendar details:not([open])")
    (found,) = (d for d in folds if "part of the program" in words(only(d, "summary")))
    return found


# Links -----------------------------------------------------------------------------------------


def test_a_page_offers_the_feed_and_a_copy_and_says_what_they_hold(feeds: Built) -> None:
    program, dates = (
        feeds.page(name).select_one(".workshop-calendar > ul")
        for name in ("program/index", "dates")
    )
    assert program is not None
    assert dates is not None
    assert links(program) == {
        "Subscribe to the whole program": "webcal://example.org/2016/program/program.ics",
        "Google Calendar": at_google("program/program.ics"),
        "Download a copy": "program.ics",
    }
    assert copied(program) == ["https://example.org/2016/program/program.ics"]
    assert "2 sessions and 1 break" in words(program)
    assert links(dates) == {
        "Subscribe to all dates": "webcal://example.org/2016/dates.ics",
        "Google Calendar": at_google("dates.ics"),
        "Download a copy": "dates.ics",
    }
    assert copied(dates) == ["https://example.org/2016/dates.ics"]
    assert "2 dates, with reminders a week and a day before" in words(dates)


@pytest.mark.parametrize(
    ("docname", "address"),
    [("program/index", "sessions/alpha.ics"), ("papers/alpha", "../program/sessions/alpha.ics")],
)
def test_a_session_is_added_from_the_schedule_and_from_its_paper(
    feeds: Built, docname: str, address: str
) -> None:
    (link,) = feeds.page(docname).select("a.workshop-add[href$='alpha.ics']")
    assert link["href"] == address
    assert link["type"] == "text/calendar"
    assert link.has_attr("download")
    assert link["aria-label"] == f"{words(link)}: Alpha particles"
    assert (feeds.output / docname).parent.joinpath(address).resolve().is_file()


def test_neither_breaks_nor_lists_on_other_pages_have_the_link(feeds: Built) -> None:
    names = [
        str(link["href"])
        for link in feeds.page("program/index").select("li.workshop-session .workshop-add")
    ]
    assert names == ["sessions/opening.ics", "sessions/alpha.ics"]
    assert not feeds.page("index").select(".workshop-add")


# Parts of the program ----------------------------------------------------------------------------


def test_the_feed_s_place_offers_parts_of_the_program_folded(feeds: Built) -> None:
    details = folded_parts(feeds)
    assert all_words(details, "li li > span:first-child") == [
        "Inference (1 session)",
        "Robustness (1 session)",
        "Keynote (1 session)",
        "Spotlight (1 session)",
    ]
    (keynote,) = (li for li in details.select("li li") if "Keynote" in words(li))
    assert links(keynote) == {
        "Subscribe": "webcal://example.org/2016/program/kinds/keynote.ics",
        "Google": at_google("program/kinds/keynote.ics"),
        "Download": "kinds/keynote.ics",
    }
    assert [a["aria-label"] for a in keynote.select("a")] == [
        "Subscribe: Keynote",
        "Google Calendar: Keynote",
        "Download: Keynote",
    ]
    assert copied(keynote) == ["https://example.org/2016/program/kinds/keynote.ics"]
    assert not feeds.page("dates").select(".workshop-calendar details")


@pytest.mark.parametrize(
    ("docname", "place", "part", "name"),
    [
        ("topics/inference", "#sessions", "topics/inference.ics", "Inference"),
        ("program/speakers", "#person-dana-fox", "people/dana-fox.ics", "Dana Fox"),
        ("program/speakers", "#person-ann-lee", "people/ann-lee.ics", "Ann Lee"),
    ],
)
def test_topics_and_people_offer_the_sessions_that_stand_there(
    feeds: Built, docname: str, place: str, part: str, name: str
) -> None:
    line = only(feeds.page(docname), f"{place} .workshop-feed")
    feed, google, copy = line.select("a[href$='.ics']")
    assert google["href"] == at_google(f"program/{part}")
    assert google["aria-label"] == f"Google Calendar: {name}"
    assert copied(line) == [f"https://example.org/2016/program/{part}"]
    assert feed["href"] == f"webcal://example.org/2016/program/{part}"
    assert feed["aria-label"] == f"{words(feed)}: {name}"
    assert copy["aria-label"] == f"{words(copy)}: {name}"
    target = (feeds.output / docname).parent.joinpath(str(copy["href"])).resolve()
    assert target == (feeds.output / "program" / part).resolve()
    assert target.is_file()


def test_what_has_no_session_offers_none_and_has_none(workshop: InlineSite) -> None:
    started = workshop.build()
    assert started.page("topics/robustness").select("#sessions a[href$='.ics']")
    before = calendars(started).keys()
    text = FEEDS["program/index.md"].replace(":topics: robustness\n", "")
    workshop.write({"program/index.md": text.replace(":speakers: dana-fox\n", "")})
    built = workshop.build()
    assert not built.page("topics/robustness").select("#sessions a[href$='.ics']")
    assert not built.page("program/speakers").select("#person-dana-fox a[href$='.ics']")
    gone = {"program/topics/robustness.ics", "program/people/dana-fox.ics"}
    assert before - calendars(built).keys() == gone
    assert differing(built.output, workshop.build("fresh").output) == []


def test_a_site_without_an_address_offers_copies_of_parts(make_site: MakeSite) -> None:
    built = make_site(FILES | FEEDS, html_baseurl="").build()
    details = folded_parts(built)
    assert copied(details) == []
    assert [a["href"] for a in details.select("a[href*='kinds']")] == [
        "kinds/keynote.ics",
        "kinds/spotlight.ics",
    ]


def test_rooms_have_calendars_which_the_check_compares_with_pages(workshop: InlineSite) -> None:
    text = FEEDS["program/index.md"].replace(":id: opening\n", ":id: opening\n:room: Barn\n")
    workshop.write({"program/index.md": text})
    built = workshop.build()
    details = folded_parts(built)
    rooms = ["Barn (1 session)", "Hall (2 sessions)"]
    assert all_words(details, "li li > span:first-child")[2:4] == rooms
    assert findings(built.output) == []
    barn, hall = (built.output / f"program/rooms/{name}.ics" for name in ("barn", "hall"))
    barn.write_bytes(hall.read_bytes())
    said = {found.message for found in findings(built.output)}
    assert "no calendar has the sessions of one room, and no others: opening" in said


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        (":::{calendar}\n:::", "calendar: of is missing; add a line `:of: …`"),
        (
            ":::{calendar}\n:of: date\n:::",
            "calendar: of 'date': choose among program, dates; did you mean 'dates'?",
        ),
    ],
)
def test_a_wrong_directive_is_reported(make_site: MakeSite, directive: str, message: str) -> None:
    built = make_site({"index.md": f"# Home\n\n{directive}\n"}).build()
    assert [message_.text.partition(" (")[0] for message_ in built.messages] == [message]


# Dates -----------------------------------------------------------------------------------------


def last_changed(built: Built, docname: str = "program/index") -> str:
    shown = built.page(docname).select_one(".workshop-calendar time")
    assert shown is not None
    return str(shown["datetime"])


def test_without_history_the_first_day_stands_in(feeds: Built) -> None:
    assert last_changed(feeds) == "2016-07-22"
    dates = Calendar.from_ical(calendars(feeds)["dates.ics"])
    assert f"{dates.last_modified:%Y-%m-%dT%H:%MZ}" == "2016-07-22T00:00Z"


def test_entries_and_pages_tell_the_date_of_the_commit(
    workshop: InlineSite, repository: Repository
) -> None:
    repository.commit(2, dates=FEEDS["dates.md"] + "\nLate news.\n")
    repository.commit(3, notes=FILES["notes.md"] + "\nNothing new.\n")
    built = workshop.build()
    assert last_changed(built) == "2016-05-01"
    assert last_changed(built, "dates") == "2016-05-02"
    assert Calendar.from_ical(calendars(built)["dates.ics"]).last_modified == at(2)
    assert Calendar.from_ical(calendars(built)["program/program.ics"]).last_modified == at(1)


def test_a_commit_alone_changes_the_date_on_the_page(
    workshop: InlineSite, repository: Repository
) -> None:
    workshop.write({"program/index.md": FEEDS["program/index.md"] + "\nLate news.\n"})
    assert last_changed(workshop.build()) == "2016-05-01"
    repository.commit(5)
    built = workshop.build()
    assert last_changed(built) == "2016-05-05"
    assert "notes" not in built.written
    assert differing(built.output, workshop.build("fresh").output) == []
    assert workshop.build().read == []


def test_a_commit_of_a_paper_changes_the_date_of_the_program(
    workshop: InlineSite, repository: Repository
) -> None:
    workshop.build()
    text = changed("papers/alpha.md", "everywhere", "in helium")["papers/alpha.md"]
    repository.commit(6, papers_alpha=text)
    built = workshop.build()
    assert last_changed(built) == "2016-05-06"
    assert differing(built.output, workshop.build("fresh").output) == []


def test_the_epoch_of_a_reproducible_build_wins(
    workshop: InlineSite, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1465697600")
    built = workshop.build()
    assert last_changed(built) == "2016-06-12"
    assert b"\r\nDTSTAMP:20160612T021320Z\r\n" in calendars(built)["dates.ics"]
