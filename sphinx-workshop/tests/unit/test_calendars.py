"""The calendars: every field of every entry, in the form that clients want."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from calendar_entries import HERE, MEYER, SITE, date_of, entry_of, program, reread, values
from records import deadline, paper, person, session, topic
from sphinx_workshop.core.program import Program
from sphinx_workshop.core.vocabulary import Kind
from sphinx_workshop.exports import calendars

# The whole calendar ----------------------------------------------------------------------------


def test_a_calendar_has_every_field_of_its_own() -> None:
    made = reread(calendars.of_program(program(*MEYER)))
    about = r":All sessions of the workshop Test Workshop\, part of TestConf 2016\, the last one."
    assert {name: values(made, name)[0] for name in made} == {
        "VERSION": ":2.0",
        "PRODID": ":-//test2016@example.org//workshop//EN",
        "CALSCALE": ":GREGORIAN",
        "NAME": ":Test Workshop",
        "X-WR-CALNAME": ":Test Workshop",
        "DESCRIPTION": about,
        "X-WR-CALDESC": about,
        "X-WR-TIMEZONE": ":America/New_York",
        "REFRESH-INTERVAL": ";VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL": ":PT1H",
        "SOURCE": ";VALUE=URI:https://example.org/2016/program/program.ics",
        "URL": ":https://example.org/2016/program/index.html",
        "LAST-MODIFIED": ":20160722T000000Z",
    }


def test_each_calendar_names_its_own_address_and_page() -> None:
    found = program(*MEYER, deadline("submission", "2016-05-23", docname="call/dates"))
    single = reread(calendars.of_session(found, found.sessions["meyer"]))
    dates = reread(calendars.of_dates(found))
    assert single.source == f"{SITE}program/sessions/meyer.ics"
    assert single.url == f"{SITE}program/index.html"
    assert dates.source == f"{SITE}call/dates.ics"
    assert dates.url == f"{SITE}call/dates.html"
    assert dates.calendar_name == "Test Workshop: important dates"


def test_a_calendar_says_what_kind_of_event_it_is_of() -> None:
    made = reread(calendars.of_program(Program(replace(HERE, kind="school"), MEYER)))
    assert values(made, "DESCRIPTION")[0].startswith(":All sessions of the school ")


# Sessions --------------------------------------------------------------------------------------


def test_a_session_has_every_field() -> None:
    entry = reread(calendars.of_program(program(*MEYER))).events[0]
    assert {name: values(entry, name)[0] for name in entry} == {
        "UID": ":meyer.test2016@example.org",
        "DTSTAMP": ":20160722T000000Z",
        "DTSTART": ":20160722T130000Z",
        "DTEND": ":20160722T140000Z",
        "SUMMARY": ":Jana Meyer: Simulation",
        "LOCATION": ":Springfield",
        "URL": ":https://example.org/2016/program/index.html#session-meyer",
        "DESCRIPTION": r":Keynote · Test Workshop\nSpeaker: Jana Meyer (Zürich)",
        "CATEGORIES": r":Inference,Shifts\, robust",
        "SEQUENCE": ":0",
        "LAST-MODIFIED": ":20160722T000000Z",
        "STATUS": ":CONFIRMED",
        "TRANSP": ":OPAQUE",
    }


@pytest.mark.parametrize(
    ("times", "start", "end"),
    [
        ("2016-07-22 09:00-10:00", "13:00", "14:00"),
        ("2016-01-22 09:00-10:00", "14:00", "15:00"),
        # The clock jumps from 02:00 to 03:00: an hour on the wall is none at all.
        ("2016-03-13 01:30-03:30", "06:30", "07:30"),
        ("2016-03-13 09:00-10:00", "13:00", "14:00"),
        # It goes back from 02:00 to 01:00: the hour is there twice.
        ("2016-11-06 00:30-02:30", "04:30", "07:30"),
        ("2016-11-06 09:00-10:00", "14:00", "15:00"),
        ("2016-07-22 20:00-24:00", "00:00", "04:00"),
    ],
)
def test_times_are_in_utc_on_each_side_of_a_change_of_clocks(
    times: str, start: str, end: str
) -> None:
    entry = entry_of(program(session("talk", times)), "talk")
    assert (f"{entry.start:%H:%M}", f"{entry.end:%H:%M}") == (start, end)
    made = reread(calendars.of_program(program(session("talk", times))))
    assert all(line.endswith("Z") for name in ("DTSTART", "DTEND") for line in values(made, name))


@pytest.mark.parametrize(
    ("kind", "summary"),
    [
        (Kind.KEYNOTE, "Ann Lee, Bob Ray: On stars"),
        (Kind.TALK, "Ann Lee, Bob Ray: On stars"),
        (Kind.PANEL, "On stars"),
        (Kind.SPOTLIGHT, "On stars"),
    ],
)
def test_talks_are_known_by_their_speakers_and_the_rest_by_title(kind: Kind, summary: str) -> None:
    talk = session("talk", kind=kind, title="On stars", speakers=("ann-lee", "bob-ray"))
    found = program(talk, person("ann-lee", "Ann Lee"), person("bob-ray", "Bob Ray"))
    entry = entry_of(found, "talk")
    assert entry.summary == summary
    assert "Speakers: Ann Lee; Bob Ray" in entry.description


def test_a_spotlight_takes_all_from_its_paper() -> None:
    alpha = paper("alpha", "Ann Lee* (North; South); Børge Médard", "inference", title="On α")
    talk = session("alpha", kind=Kind.SPOTLIGHT, paper="alpha", title="", note="Bring questions.")
    entry = entry_of(program(talk, alpha, topic("inference", short="Inference")), "alpha")
    assert entry.summary == "On α"
    assert entry.categories == ["Inference"]
    assert entry.description.split("\n") == [
        "Spotlight · Test Workshop",
        "Speaker: Ann Lee (North, South)",
        "Authors: Ann Lee, Børge Médard",
        "Paper: https://example.org/2016/papers/alpha.html",
        "Bring questions.",
    ]


def test_a_session_without_topics_has_no_categories() -> None:
    assert "CATEGORIES" not in entry_of(program(session("talk", topics=("unknown",))), "talk")


def test_names_outlive_every_edit_of_time_order_and_words() -> None:
    before = program(session("one", "09:00-10:00"), session("two", "10:00-11:00", line=2))
    after = program(
        session("two", "08:00-09:00", room="Foyer", title="Other", docname="elsewhere"),
        session("one", "2016-07-23 15:00-16:00", line=2),
    )
    made = [reread(calendars.of_program(found)) for found in (before, after)]
    names = [{str(entry.uid) for entry in calendar.events} for calendar in made]
    assert names[0] == names[1] == {"one.test2016@example.org", "two.test2016@example.org"}


# Deadlines -------------------------------------------------------------------------------------


def test_a_deadline_ends_at_its_instant() -> None:
    given = deadline("submission", "2016-05-23 23:59 AoE", title="Submission", note="Through CMT.")
    entry = date_of(given)
    assert entry.end == datetime(2016, 5, 24, 11, 59, tzinfo=UTC)
    assert entry.start == entry.end - timedelta(hours=1)
    assert entry.description == "Submission: 2016-05-23 23:59 AoE\nThrough CMT."


def test_a_deadline_has_every_field_that_it_can_have() -> None:
    made = reread(calendars.of_dates(program(deadline("submission", "2016-05-23 23:59 AoE"))))
    entry = made.events[0]
    assert {name: values(entry, name)[0] for name in entry} == {
        "UID": ":submission.test2016@example.org",
        "DTSTAMP": ":20160722T000000Z",
        "DTSTART": ":20160524T105900Z",
        "DTEND": ":20160524T115900Z",
        "SUMMARY": ":Submission (Test Workshop)",
        "URL": ":https://example.org/2016/dates.html#deadline-submission",
        "DESCRIPTION": ":Submission: 2016-05-23 23:59 AoE",
        "SEQUENCE": ":0",
        "LAST-MODIFIED": ":20160722T000000Z",
        "STATUS": ":CONFIRMED",
        "TRANSP": ":TRANSPARENT",
    }


def test_a_deadline_without_an_hour_lasts_its_whole_day_everywhere() -> None:
    entry = date_of(deadline("notification", "2016-06-10"))
    assert entry.start == date(2016, 6, 10)
    assert entry.end == date(2016, 6, 11)
    made = reread(calendars.of_dates(program(deadline("notification", "2016-06-10"))))
    assert values(made, "DTSTART") == [";VALUE=DATE:20160610"]
    assert values(made, "DTEND") == [";VALUE=DATE:20160611"]


@pytest.mark.parametrize(
    ("when", "alarms"),
    [
        ("2016-05-23 23:59 AoE", [(17, 11, 59), (23, 11, 59)]),
        ("2016-05-23", [(17, 0, 0), (23, 0, 0)]),
    ],
    ids=["an instant", "a day"],
)
def test_two_alarms_ring_a_week_and_a_day_before_the_end(
    when: str, alarms: list[tuple[int, int, int]]
) -> None:
    entry = date_of(deadline("submission", when))
    rung = [alarm.trigger for alarm in entry.alarms.times]
    moments = [(t.day, getattr(t, "hour", 0), getattr(t, "minute", 0)) for t in rung]
    assert sorted(moments) == alarms
    made = reread(calendars.of_dates(program(deadline("submission", when))))
    assert values(made, "TRIGGER") == [";RELATED=END:-P7D", ";RELATED=END:-P1D"]
    assert values(made, "ACTION") == [":DISPLAY", ":DISPLAY"]


def test_a_talk_in_another_language_says_so() -> None:
    talk = session("talk", "10:00-11:00", more=(("language", "pt"),))
    assert entry_of(program(talk), "talk").description.startswith("Talk · Portuguese · ")
