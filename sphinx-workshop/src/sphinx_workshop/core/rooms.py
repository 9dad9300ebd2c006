"""Which rooms sessions are in: those that pages declare, by id or by name, or plain text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .model import Room, Session


def by_call(rooms: Iterable[Room]) -> dict[str, Room]:
    """Return rooms by what sessions may call them: their ids, and their names."""
    found = {room.id: room for room in rooms}
    return found | {room.title: room for room in reversed(found.values())}


def in_rooms(sessions: Iterable[Session], called: Mapping[str, Room]) -> Iterator[Session]:
    """Yield sessions, each in the room that it calls, by the name that this has."""
    for session in sessions:
        room = called.get(session.room)
        yield replace(session, room=room.title) if room else session
