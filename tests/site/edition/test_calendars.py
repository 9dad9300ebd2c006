"""The calendars of the real site, as clients read them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from inline_site import parsed, words

if TYPE_CHECKING:
    from pathlib import Path

    from icalendar import Event

UID = "icml2022@ml4astro.github.io"
ADDRESS = "https://ml4astro.github.io/icml2022/"
CALENDAR = {
    *("VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "DESCRIPTION"),
    *("X-WR-CALDESC", "X-WR-TIMEZONE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "SOURCE", "URL"),
    "LAST-MODIFIED",
}
ENTRY = {
    *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL", "DESCRIPTION", "SEQUENCE"),
    *("LAST-MODIFIED", "STATUS", "TRANSP"),
}


def read(site: Path, path: str) -> Calendar:
    return Calendar.from_ical((site / path).read_bytes())


def entries(site: Path, path: str) -> dict[str, Event]:
    return {str(e.uid).removesuffix(f".{UID}"): e for e in read(site, path).events}


@pytest.fixture(scope="session")
def program(site: Path) -> dict[str, Event]:
    return entries(site, "program/program.ics")


@pytest.fixture(scope="session")
def dates(site: Path) -> dict[str, Event]:
    return entries(site, "call-for-papers/dates.ics")


def test_every_calendar_parses_and_has_all_its_fields(site: Path) -> None:
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.ics"))
    assert len(paths) == 20
    for path in paths:
        calendar = read(site, path)
        assert set(calendar) == CALENDAR
        assert calendar.source == ADDRESS + path
        assert calendar.errors == []
        for entry in calendar.events:
            assert ENTRY - set(entry) == set()
            assert str(entry.uid).endswith(f".{UID}")
            assert entry.errors == []
            assert entry.stamp == entry.last_modified <= calendar.last_modified


def test_every_session_of_the_page_is_in_the_program_and_has_a_file(
    site: Path, program: dict[str, Event]
) -> None:
    page = parsed(site / "program/index.html")
    shown = [str(item["id"]).removeprefix("session-") for item in page.select(".workshop-session")]
    assert list(program) == shown
    for id, entry in program.items():
        single = read(site, f"program/sessions/{id}.ics").events
        assert [other.to_ical() for other in single] == [entry.to_ical()]
        assert entry.url == f"{ADDRESS}program/index.html#session-{id}"
        assert str(entry.location) == "Baltimore, Maryland, USA"


def test_instants_are_those_that_the_page_prints(site: Path, program: dict[str, Event]) -> None:
    page = parsed(site / "program/index.html")
    for id, entry in program.items():
        times = page.select(f"#session-{id} time[datetime]")[:2]
        printed = [datetime.fromisoformat(str(time["datetime"])) for time in times]
        assert [entry.start, entry.end] == printed


def test_the_keynote_of_nine_is_at_13_utc(program: dict[str, Event]) -> None:
    keynote = program["keynote-macke"]
    assert keynote.start == datetime(2022, 7, 22, 13, tzinfo=UTC)
    assert keynote.end == datetime(2022, 7, 22, 14, tzinfo=UTC)
    assert str(keynote.summary).startswith("Jakob Macke: ")
    assert b"\r\nDTSTART:20220722T130000Z\r\n" in keynote.to_ical()


def test_a_spotlight_tells_of_its_paper(program: dict[str, Event]) -> None:
    entry = program["gampen"]
    assert str(entry.summary).startswith("GaMPEN: An ML Framework")
    assert entry.categories == ["Uncertainty quantification"]
    assert "Speaker: Aritra Ghosh (Yale University)" in entry.description
    assert "Laurence Perreault-Levasseur" in entry.description
    assert f"{ADDRESS}program/papers/gampen.html" in entry.description


def test_the_submission_deadline_ends_when_the_day_ends_on_earth(dates: dict[str, Event]) -> None:
    entry = dates["submission"]
    assert entry.end == datetime(2022, 5, 24, 11, 59, tzinfo=UTC)
    assert {alarm.trigger for alarm in entry.alarms.times} == {
        datetime(2022, 5, 17, 11, 59, tzinfo=UTC),
        datetime(2022, 5, 23, 11, 59, tzinfo=UTC),
    }


def test_a_date_without_an_hour_is_a_whole_day(dates: dict[str, Event]) -> None:
    assert (dates["notification"].start, dates["notification"].end) == (
        date(2022, 6, 10),
        date(2022, 6, 11),
    )
    assert all(len(entry.alarms.times) == 2 for entry in dates.values())


def test_links_to_calendars_lead_to_files(site: Path) -> None:
    for page in ("program/index", "call-for-papers/dates", "program/papers/gampen"):
        folder = (site / page).parent
        found = parsed(site / f"{page}.html").select('a[type="text/calendar"]')
        assert found
        for link in found:
            assert (folder / str(link["href"])).resolve().is_file()
    feeds = [
        str(link["href"])
        for page in ("program/index", "call-for-papers/dates")
        for link in parsed(site / f"{page}.html").select('a[href^="webcal:"]')
    ]
    assert feeds == [
        "webcal://ml4astro.github.io/icml2022/program/program.ics",
        "webcal://ml4astro.github.io/icml2022/call-for-papers/dates.ics",
    ]


def test_the_page_says_how_many_sessions_one_gets(site: Path, program: dict[str, Event]) -> None:
    shown = parsed(site / "program/index.html").select_one(".workshop-calendar")
    assert shown is not None
    assert "15 sessions and 3 breaks" in words(shown)
    assert len(program) == 15 + 3
