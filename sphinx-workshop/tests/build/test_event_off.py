"""An event that is cancelled or postponed: every page says it once, and so do all exports."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

import exported
from inline_site import SETTINGS, Built, InlineSite, only, words
from small_workshop import CHANGES, FILES
from sphinx_workshop.site_check import findings

WHY = "2016-07-01 The <hall> burnt down."
SAID = "The workshop is {}. The <hall> burnt down. Since 1 July 2016."
STATUS = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module", params=[*STATUS])
def fact(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, fact: str) -> Built:
    facts = SETTINGS["workshop"] | {"state": "day", fact: WHY}
    site = InlineSite(tmp_path_factory.mktemp(fact), FILES | CHANGES, {"workshop": facts})
    built = site.build()
    assert built.messages == []
    return built


def test_every_page_says_it_once_before_its_title(built: Built, fact: str) -> None:
    for path in sorted(built.source.rglob("*.md")):
        page = built.html(path.relative_to(built.source).with_suffix("").as_posix())
        notice = only(page, ".workshop-off")
        assert words(notice) == SAID.format(fact)
        assert notice.find_next("h1")


def test_no_line_says_that_it_is_on(built: Built) -> None:
    home = built.page("index")
    assert home.select(".workshop-stage, .workshop-now") == []
    assert words(only(home, ".workshop-facts s"))
    shown = built.page("program/index").select("[data-object^='session:']")
    assert shown
    assert all(item.has_attr("data-cancelled") for item in shown)


def test_calendars_cancel_the_sessions(built: Built, fact: str) -> None:
    for name in ("program.ics", "opening.ics"):
        for entry in exported.entries(built, name).values():
            assert (entry["STATUS"], entry["SEQUENCE"]) == ("CANCELLED", 1)
            assert str(entry["SUMMARY"]).startswith(f"{fact.capitalize()}: ")
            assert SAID.format(fact) in str(entry["DESCRIPTION"])


def test_deadlines_end_with_the_event_and_stay_where_it_is_postponed(
    built: Built, fact: str
) -> None:
    first, *_ = exported.entries(built, "dates.ics").values()
    off = fact == "cancelled"
    assert (first["STATUS"], first["SEQUENCE"]) == (("CANCELLED", 1) if off else ("CONFIRMED", 0))
    assert bool(first.walk("VALARM")) is not off


def test_metadata_say_it_of_the_event_and_of_its_sessions(built: Built, fact: str) -> None:
    event = exported.event(built)
    said = [event["eventStatus"], *(part["eventStatus"] for part in event["subEvent"])]
    assert {*said} == {f"https://schema.org/{STATUS[fact]}"}


def test_feed_and_data_say_it(built: Built, fact: str) -> None:
    root = ET.parse(built.output / "changes.xml").getroot()
    first = root.findall(f"{ATOM}entry")[0]
    assert first.findtext(f"{ATOM}summary") == SAID.format(fact)
    assert first.findtext(f"{ATOM}updated") == "2016-07-01T00:00:00+00:00"
    assert exported.data(built, "papers.json")["event"]["notice"] == SAID.format(fact)
    assert exported.papers(built)
    said = {event["subtitle"] for event in exported.talks(built).values()}
    assert said == {f"The workshop is {fact}."}


def test_the_check_finds_a_page_and_a_calendar_that_do_not_say_it(built: Built) -> None:
    assert [found.message for found in findings(built.output)] == []
    page, calendar = built.output / "notes.html", built.output / "program/program.ics"
    kept = page.read_bytes(), calendar.read_bytes()
    page.write_bytes(kept[0].replace(b"workshop-off", b"other"))
    calendar.write_bytes(kept[1].replace(b"CANCELLED", b"CONFIRMED", 1))
    said = [(found.page, found.message) for found in findings(built.output)]
    page.write_bytes(kept[0])
    calendar.write_bytes(kept[1])
    message = "notices that the event is off: 0, and there must be 1"
    assert ("notes.html", message) in said
    off = "the event is off, and some sessions are not cancelled"
    assert ("program/program.ics", off) in said


def test_one_that_takes_place_says_nothing(small: Built) -> None:
    assert b"workshop-off" not in (small.output / "index.html").read_bytes()
