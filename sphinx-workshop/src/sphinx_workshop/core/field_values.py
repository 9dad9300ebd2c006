"""What the field table has of an object: its values, what is said before all else, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .field_table import SESSION, TABLES
from .program_fields import ROOM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .field_entry import Field
    from .model import Paper, Record, Session
    from .program import Program


def given(record: Record) -> Iterator[tuple[Field, Any]]:
    """Yield the fields that have a value, and words for it, with the value in the table's order."""
    for entry in TABLES[record.type].values():
        value = record.value(entry.name)
        if entry.words and value and entry.said(value):
            yield entry, value


def notices(record: Record) -> list[str]:
    """Return what is said before all else: an award, that it is withdrawn, moved, cancelled."""
    return [entry.said(value) for entry, value in given(record) if entry.leads]


def streams(program: Program, session: Session) -> list[tuple[Field, Any]]:
    """Return the stream of a session's room, if it has none itself, as `addresses` has others."""
    room = program.room_of(session)
    found = room.stream if room and not session.value("stream") else None
    return [(ROOM["stream"], found)] if found else []


def addresses(session: Session, paper: Paper | None) -> Iterator[tuple[Field, Any]]:
    """Yield the fields of a session that lead somewhere: with its own values, else its paper's.

    Args:
        session: the session.
        paper: the paper that it presents alone.
    """
    for entry in SESSION.values():
        value = session.value(entry.name) or (paper and paper.value(entry.name))
        if entry.address and value:
            yield entry, value
