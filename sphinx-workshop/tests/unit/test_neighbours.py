"""What is before, after and beside a session."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from records import session
from sphinx_workshop.core.neighbours import neighbours
from sphinx_workshop.core.values import Status
from sphinx_workshop.core.vocabulary import Kind

if TYPE_CHECKING:
    from sphinx_workshop.core.model import Session


def around(*sessions: Session) -> dict[str, tuple[str, str, list[str]]]:
    """Return the ids of what is before, after and beside each session."""
    return {
        id: (
            near.before.id if near.before else "",
            near.after.id if near.after else "",
            [other.id for other in near.beside],
        )
        for id, near in neighbours(sessions).items()
    }


def test_before_and_after_are_in_the_room_and_beside_in_others() -> None:
    assert around(
        session("early", "09:00-10:00", room="A"),
        session("beside", "09:30-10:30", room="B"),
        session("late", "10:00-11:00", room="A"),
    ) == {
        "early": ("", "late", ["beside"]),
        "beside": ("", "", ["early", "late"]),
        "late": ("early", "", ["beside"]),
    }


def test_what_only_meets_is_not_beside() -> None:
    found = around(
        session("first", "09:00-10:00", room="A"), session("then", "10:00-11:00", room="B")
    )
    assert found == {"first": ("", "", []), "then": ("", "", [])}


def test_breaks_and_what_is_cancelled_are_left_out() -> None:
    found = around(
        session("talk", "09:00-10:00", room="A"),
        session("coffee", "09:00-10:00", room="B", kind=Kind.BREAK),
        session("gone", "09:00-10:00", room="C", status=Status.CANCELLED),
        session("other", "09:00-10:00", room="D"),
    )
    assert found == {"talk": ("", "", ["other"]), "other": ("", "", ["talk"])}


def test_parts_follow_each_other_in_their_block_which_is_beside_others() -> None:
    found = around(
        session("block", "09:00-10:00", room="A"),
        session("one", "09:00-09:30", room="A", block="block"),
        session("talk", "09:00-10:00", room="B"),
        session("two", "09:30-10:00", room="A", block="block"),
        session("next", "10:00-11:00", room="A"),
    )
    assert found["one"] == ("", "two", ["talk"])
    assert found["two"] == ("one", "", ["talk"])
    assert found["block"] == ("", "next", ["talk"])
    assert found["talk"] == ("", "", ["block"])


def test_days_are_apart_and_one_in_a_single_room_has_none() -> None:
    first = session("first", "09:00-10:00", room="A")
    beside = session("beside", "09:00-10:00", room="B")
    day = timedelta(days=1)
    later = replace(first, id="later", start=first.start + day, end=first.end + day)
    assert around(first, beside, later) == {
        "first": ("", "", ["beside"]),
        "beside": ("", "", ["first"]),
    }
