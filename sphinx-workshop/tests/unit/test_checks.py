"""The checks that only the whole site can make, and what is no mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from records import EVENT, deadline, paper, person, program, session, topic
from sphinx_workshop.core.checks import Subtype, issues, unknown
from sphinx_workshop.core.program import Program
from sphinx_workshop.core.rejected_object import RejectedObject

if TYPE_CHECKING:
    from sphinx_workshop.core.model import Session


def messages(found: Program) -> list[str]:
    return [message for _record, _subtype, message, _option in issues(found)]


def test_a_workshop_without_mistakes_has_no_problems() -> None:
    found = program(
        topic("inference"),
        paper("alpha", "Ann Lee*", "inference"),
        session("opening", "09:00-10:00", speakers=("dana-fox",), topics=("inference",)),
        session("alpha", "10:00-10:15", paper="alpha", title=""),
        person("dana-fox", "Dana Fox"),
        deadline("submission", "2016-05-23"),
    )
    assert issues(found) == []


def test_an_empty_workshop_has_no_problems() -> None:
    assert issues(program()) == []


# Names -----------------------------------------------------------------------------------------


def test_an_unknown_topic_of_a_paper_is_reported_with_the_nearest() -> None:
    alpha = paper("alpha", topics="infrence")
    (problem,) = issues(program(topic("inference"), alpha))
    assert problem.record is alpha
    assert problem.subtype is Subtype.UNKNOWN
    assert problem.message == (
        "paper 'alpha' names unknown topic 'infrence'; did you mean 'inference'?"
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"topics": ("infrence",)}, "unknown topic 'infrence'; did you mean 'inference'?"),
        ({"speakers": ("ann-le",)}, "unknown person 'ann-le'; did you mean 'ann-lee'?"),
        ({"paper": "alpa"}, "unknown paper 'alpa'; did you mean 'alpha'?"),
    ],
)
def test_an_unknown_name_at_a_session_is_reported_with_the_nearest(
    fields: dict[str, Any], message: str
) -> None:
    found = program(topic("inference"), paper("alpha", "Ann Lee"), session("talk", **fields))
    assert messages(found) == [f"session 'talk' names {message}"]


def test_a_name_like_no_other_is_reported_without_a_guess() -> None:
    assert unknown(program(), "topic", "x") == "unknown topic 'x'; no topic has a similar id"


def test_an_author_without_an_entry_may_speak() -> None:
    assert messages(program(paper("alpha", "Ann Lee"), session("s", speakers=("ann-lee",)))) == []


def test_an_object_that_was_rejected_already_is_not_missed_again() -> None:
    records = [paper("alpha", topics="inference"), session("s", speakers=("ann-lee", "bob-ray"))]
    rejected = [
        RejectedObject("topic", "inference", "a", 1),
        RejectedObject("person", "bob-ray", "a", 2),
    ]
    assert messages(Program(EVENT, records, "authors", rejected)) == []


# Duplicates ------------------------------------------------------------------------------------


def test_an_id_declared_twice_is_reported_once_at_the_second_with_the_place_of_the_first() -> None:
    first, second = session("s", docname="a", line=4), session("s", "11:00-12:00", docname="b")
    (problem,) = issues(program(second, first))
    assert problem.record is second
    assert problem.subtype is Subtype.DUPLICATE
    assert problem.message == (
        "session 's' is declared already (id s: a, line 4); give one of them another id"
    )


def test_objects_of_two_kinds_may_share_an_id() -> None:
    assert messages(program(session("alpha", paper="alpha"), paper("alpha"), topic("alpha"))) == []


def test_a_session_and_a_deadline_that_share_an_id_are_reported_once_at_the_deadline() -> None:
    late = deadline("panel", "2016-05-23")
    (problem,) = issues(program(session("panel", docname="program", line=9), late))
    assert problem.record is late
    assert problem.subtype is Subtype.DUPLICATE
    assert problem.message == (
        "deadline 'panel' and session 'panel' (program, line 9) would be one entry in calendars; "
        "give the deadline another id"
    )


def test_a_submission_number_taken_twice_is_reported_at_the_second() -> None:
    found = program(paper("alpha", number=58), paper("beta", number=58))
    assert messages(found) == [
        "paper 'beta' has a submission number that is taken already "
        "(number 58: papers/alpha, line 3); give one of them another number"
    ]


# The schedule ----------------------------------------------------------------------------------


def test_sessions_that_overlap_in_one_room_are_reported_at_the_later() -> None:
    (problem,) = issues(
        program(session("talk", "09:00-10:00"), session("next", "09:45-10:30", line=2))
    )
    assert problem.record.id == "next"
    assert problem.subtype is Subtype.OVERLAP
    assert problem.message == (
        "session 'next' begins at 09:45, before session 'talk' in the same room ends at 10:00; "
        "correct a time, or give a `:room:`"
    )


def test_a_long_session_overlaps_all_that_begin_before_its_end() -> None:
    found = program(
        session("long", "09:00-12:00"),
        session("one", "10:00-10:30", line=2),
        session("two", "11:00-11:30", line=3),
        session("after", "12:00-12:30", line=4),
    )
    assert [problem.record.id for problem in issues(found)] == ["one", "two"]


@pytest.mark.parametrize(
    "others",
    [
        [session("next", "10:00-11:00")],
        [session("next", "10:15-11:00")],
        [session("next", "09:30-10:30", room="Foyer")],
        [session("next", "2016-07-23 09:30-10:30")],
    ],
    ids=["one after the other", "a gap", "another room", "another day"],
)
def test_sessions_that_do_not_overlap_are_no_problem(others: list[Session]) -> None:
    assert messages(program(session("talk", "09:00-10:00"), *others)) == []


def test_the_parts_of_a_block_share_its_room_and_time() -> None:
    found = program(
        session("block", "09:00-10:00"),
        session("one", "09:00-09:10", line=2, block="block"),
        session("two", "09:10-10:00", line=3, block="block"),
        session("three", "09:55-10:00", line=4, block="block"),
        session("other", "09:30-10:30", line=5),
    )
    assert [(p.record.id, p.subtype) for p in issues(found)] == [
        ("three", Subtype.OVERLAP),
        ("other", Subtype.OVERLAP),
    ]
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
    (problem,) = issues(
        program(session("block"), session("part", times, line=2, block="block", **fields))
    )
    assert problem.message == (
        "session 'part' is not within session 'block', which is in 'Hall' from 09:00 to 10:00; "
        "correct its time or room, or delete the line"
    )


def test_a_block_that_no_session_is_is_reported() -> None:
    (found,) = messages(
        program(session("talks"), session("part", "09:00-09:10", line=2, block="talk"))
    )
    assert found == "session 'part' names unknown session 'talk'; did you mean 'talks'?"


def test_a_session_on_a_day_that_the_workshop_does_not_have_is_reported() -> None:
    assert messages(program(session("s", "2016-07-24 09:00-10:00"))) == [
        "session 's' is on 2016-07-24, but the workshop lasts from 2016-07-22 to 2016-07-23; "
        "correct the schedule's day, or the days in conf.py"
    ]


def test_problems_stand_in_the_order_of_files_and_lines() -> None:
    found = program(
        session("b", "09:00-10:00", docname="z", line=9, speakers=("x",)),
        session("a", "10:00-11:00", docname="z", line=2, speakers=("x",)),
        paper("alpha", topics="x", docname="a"),
    )
    assert [problem.record.id for problem in issues(found)] == ["alpha", "a", "b"]
