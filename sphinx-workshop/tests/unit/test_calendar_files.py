"""When entries of calendars say that they changed, and the form in which they are written."""

from __future__ import annotations

import time
import uuid
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Component

from calendar_entries import HERE, MEYER, date_of, program, reread, values
from records import deadline, paper, person, session
from sphinx_workshop.core.fields import moment
from sphinx_workshop.exports import calendars


def at(day: int) -> datetime:
    return datetime(2016, 6, day, 12, 30, 59, tzinfo=UTC)


def test_an_entry_is_as_new_as_the_newest_page_that_tells_of_it() -> None:
    alpha = paper("alpha", "Ann Lee*")
    records = [
        session("alpha", "09:00-10:00", paper="alpha", title=""),
        session("talk", "10:00-11:00", speakers=("dana-fox",)),
        session("coffee", "11:00-12:00"),
        alpha,
        person("dana-fox", "Dana Fox", docname="people"),
    ]
    dates = {"day": at(1), "papers/alpha": at(2), "people": at(3), "index": at(4)}
    found = program(*records, **dates)
    made = reread(calendars.of_program(found))
    assert [entry.last_modified for entry in made.events] == [at(2), at(3), at(1)]
    assert [entry.stamp for entry in made.events] == [at(2), at(3), at(1)]
    assert made.last_modified == at(3)
    assert date_of(deadline("submission", "2016-05-23"), dates=at(9)).stamp == at(9)


def test_the_revision_of_a_deadline_is_the_number_of_its_former_dates() -> None:
    was = (moment("2016-05-09"), moment("2016-05-16"))
    for n in range(3):
        date = deadline("submission", "2016-05-23", was=was[:n])
        assert {date_of(date, dates=at(day)).sequence for day in (1, 2)} == {n}


def test_no_clock_is_read_and_no_name_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    def reject(*_: object) -> None:
        raise AssertionError("asked for the clock, or for chance")

    monkeypatch.setattr(Component, "_utc_now", staticmethod(reject))
    monkeypatch.setattr(uuid, "uuid4", reject)
    monkeypatch.setattr(time, "time", reject)
    found = program(*MEYER, deadline("submission", "2016-05-23 23:59 AoE"))
    assert calendars.of_program(found)
    assert calendars.of_dates(found)


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
def test_the_machine_s_zone_changes_no_byte(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def made() -> bytes:
        found = program(*MEYER, deadline("submission", "2016-05-23 23:59 AoE"))
        return calendars.of_program(found) + calendars.of_dates(found)

    here = made()
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert made() == here
    finally:
        monkeypatch.undo()
        time.tzset()


WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=200
).map(lambda text: " ".join(text.split()) or "x")


@given(title=WORDS, note=WORDS, name=WORDS)
def test_any_words_survive_in_lines_of_75_octets(title: str, note: str, name: str) -> None:
    event = replace(HERE, name=name)
    found = program(session("talk", title=title, note=note), event=event)
    made = calendars.of_program(found)
    for line in made.split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        line.decode()  # no letter is cut in two
    entry = reread(made).events[0]
    assert entry.summary == title
    assert entry.description == f"Talk · {name}\n{note}"


def test_commas_semicolons_backslashes_and_line_ends_are_escaped() -> None:
    talk = session("talk", title="Cats, dogs; C:\\x", note="")
    named = replace(HERE, name="Stars, dust; \\ all")
    written = calendars.of_program(program(talk, event=named))
    made = reread(written)
    assert values(made, "SUMMARY") == [r":Cats\, dogs\; C:\\x"]
    assert values(made, "NAME") == values(made, "X-WR-CALNAME") == [r":Stars\, dust\; \\ all"]
    assert written.endswith(b"END:VCALENDAR\r\n")
