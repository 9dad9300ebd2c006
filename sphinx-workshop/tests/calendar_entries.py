"""Reads the calendars of an invented program as their clients do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from icalendar import Calendar, Component

from records import EVENT, person, session, topic
from sphinx_workshop.core.history import History
from sphinx_workshop.core.program import Program
from sphinx_workshop.core.vocabulary import Kind
from sphinx_workshop.exports import calendars

if TYPE_CHECKING:
    from icalendar import Event

    from sphinx_workshop.core.model import Record

SITE = "https://example.org/2016/"
HERE = replace(
    EVENT,
    name="Test Workshop",
    place="Springfield",
    conference="TestConf 2016, the last one",
    uid="test2016@example.org",
    site=SITE,
)
MIDNIGHT = datetime(2016, 7, 22, tzinfo=UTC)


def program(*records: Record, event: Any = HERE, **dates: datetime) -> Program:
    """Return a program; `day=…` says when that document changed."""
    return Program(event, records, history=History(dates, MIDNIGHT))


def reread(made: bytes) -> Calendar:
    """Return what a client sees."""
    return Calendar.from_ical(made)


def entry_of(program: Program, id: str) -> Event:
    return reread(calendars.of_session(program, program.sessions[id])).events[0]


def date_of(*records: Record, **dates: datetime) -> Event:
    return reread(calendars.of_dates(program(*records, **dates))).events[0]


def lines(made: Component) -> list[str]:
    """Return the unfolded lines."""
    content: bytes = made.to_ical()
    return content.replace(b"\r\n ", b"").decode().split("\r\n")


def values(made: Component, name: str) -> list[str]:
    """Return what follows a name on its lines, parameters included."""
    return [
        line.removeprefix(name) for line in lines(made) if line.startswith((f"{name}:", f"{name};"))
    ]


MEYER = (
    session(
        "meyer",
        "09:00-10:00",
        kind=Kind.KEYNOTE,
        title="Simulation",
        speakers=("jana-meyer",),
        topics=("inference", "robustness"),
        docname="program/index",
    ),
    person("jana-meyer", "Jana Meyer", affiliation="Zürich", docname="program/speakers"),
    topic("inference", short="Inference"),
    topic("robustness", short="Shifts, robust"),
)
