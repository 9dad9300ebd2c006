"""The checks that only the whole site can make."""

from __future__ import annotations

from typing import Any

import pytest

from records import EVENT, deadline, paper, program, session, topic
from sphinx_workshop.core.checks import RejectedObject, Subtype, issues
from sphinx_workshop.core.program import Program


def messages(found: Program) -> list[str]:
    return [message for _record, _subtype, message, _option in issues(found)]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"topics": ("infrence",)}, "unknown topic 'infrence'; did you mean 'inference'?"),
        ({"speakers": ("ann-le",)}, "unknown person 'ann-le'; did you mean 'ann-lee'?"),
        ({"paper": "alpa"}, "unknown paper 'alpa'; did you mean 'alpha'?"),
        ({"block": "block"}, "unknown session 'block'; did you mean 'blocks'?"),
        ({"topics": ("x",)}, "unknown topic 'x'; no topic has a similar id"),
    ],
)
def test_an_unknown_name_at_a_session_is_reported_with_the_nearest(
    fields: dict[str, Any], message: str
) -> None:
    talk = session("talk", **fields)
    blocks = session("blocks", "11:00-12:00", line=2)
    found = program(topic("inference"), paper("alpha", "Ann Lee"), talk, blocks)
    assert messages(found) == [f"session 'talk' names {message}"]


def test_an_object_that_was_rejected_already_is_not_missed_again() -> None:
    records = [paper("alpha", topics="inference"), session("s", speakers=("ann-lee", "bob-ray"))]
    rejected = [
        RejectedObject("topic", "inference", "a", 1),
        RejectedObject("person", "bob-ray", "a", 2),
    ]
    assert messages(Program(EVENT, records, rejected=rejected)) == []


def test_a_session_and_a_deadline_that_share_an_id_are_reported_once_at_the_deadline() -> None:
    late = deadline("panel", "2016-05-23")
    (problem,) = issues(program(session("panel", docname="program", line=9), late))
    assert problem.record is late
    assert problem.subtype is Subtype.DUPLICATE
    assert problem.message == (
        "deadline 'panel' and session 'panel' (program, line 9) would be one entry in calendars; "
        "give the deadline another id"
    )


# The schedule ----------------------------------------------------------------------------------


def test_sessions_that_overlap_in_one_room_are_reported_at_the_later_ones() -> None:
    found = issues(
        program(
            session("long", "09:00-12:00"),
            session("one", "10:00-10:30", line=2),
            session("two", "11:00-11:30", line=3),
            session("after", "12:00-12:30", line=4),
            session("aside", "09:30-10:30", line=5, room="Foyer"),
            session("other", "2016-07-23 09:30-10:30", line=6),
        )
    )
    assert [(problem.record.id, problem.subtype) for problem in found] == [
        ("one", Subtype.OVERLAP),
        ("two", Subtype.OVERLAP),
    ]
    assert found[0].message == (
        "session 'one' begins at 10:00, before session 'long' in the same room ends at 12:00; "
        "correct a time, or give a `:room:`"
    )


def test_the_parts_of_a_block_share_its_room_and_time() -> None:
    found = program(
        session("block", "09:00-10:00"),
        session("one", "09:00-09:10", line=2, block="block"),
        session("two", "09:10-10:00", line=3, block="block"),
        session("three", "09:55-10:00", line=4, block="block"),
        session("other", "09:30-10:30", line=5),
    )
    assert [problem.record.id for problem in issues(found)] == ["three", "other"]
    assert [*found.sessions][:2] == ["block", "one"]


@pytest.mark.parametrize(
    ("times", "fields"),
    [
        ("09:30-10:30", {}),
        ("08:30-09:30", {}),
        ("09:00-10:00", {}),
        ("09:10-09:20", {"room": "Foyer"}),
    ],
    ids=["ends later", "begins earlier", "is as long", "is in another room"],
)
def test_a_part_that_is_not_within_its_block_is_reported(
    times: str, fields: dict[str, str]
) -> None:
    part = session("part", times, line=2, block="block", **fields)
    assert messages(program(session("block"), part)) == [
        "session 'part' is not within session 'block', which is in 'Hall' from 09:00 to 10:00; "
        "correct its time or room, or delete the line"
    ]


def test_a_session_on_a_day_that_the_workshop_does_not_have_is_reported() -> None:
    assert messages(program(session("s", "2016-07-24 09:00-10:00"))) == [
        "session 's' is on 2016-07-24, but the workshop lasts from 2016-07-22 to 2016-07-23; "
        "correct the schedule's day, or the days in conf.py"
    ]
