"""A program that has all that a schedule for apps can tell, and its events by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from records import paper, person, program, session, topic
from sphinx_workshop.core.vocabulary import Kind
from sphinx_workshop.exports import frab

if TYPE_CHECKING:
    from sphinx_workshop.core.program import Program

SITE = "https://example.org/2016/"
RECORDS = (
    session(
        "keynote",
        "09:00-10:00",
        kind=Kind.KEYNOTE,
        title="To “boldly” <go> & see",
        speakers=("dana-fox",),
        topics=("robustness", "inference"),
        note="What was seen.",
        docname="program/index",
    ),
    session("coffee", "10:00-10:30", kind=Kind.BREAK, docname="program/index"),
    session("alpha", "10:30-10:45", paper="alpha", title="", docname="program/index"),
    session("aside", "10:30-12:00", room="Room B/2", docname="program/index"),
    session("next-day", "2016-07-23 22:00-24:00", docname="program/index"),
    person("dana-fox", "Dana Fox", docname="program/speakers"),
    paper("alpha", "Børge Ray*; Ann Lee", number=7, summary="All of it.", title="Alpha"),
    topic("inference", short="Inference"),
    topic("robustness", 2, short="Robustness"),
)
FOUND = program(*RECORDS)


def schedule(found: Program = FOUND) -> dict[str, Any]:
    content: dict[str, Any] = frab.schedule(found)["schedule"]
    return content


def events(found: Program = FOUND) -> dict[str, dict[str, Any]]:
    """Return the events by the session's id, which their addresses hold."""
    days = schedule(found)["conference"]["days"]
    return {
        session_id(event): event for day in days for room in day["rooms"].values() for event in room
    }


def session_id(event: dict[str, Any]) -> str:
    return str(event["url"]).partition("#session-")[2]
