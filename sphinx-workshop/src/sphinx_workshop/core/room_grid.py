"""A day's sessions as a table of rooms by time: which rows and columns each of them takes."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from heapq import merge
from itertools import chain, islice
from math import inf
from typing import TYPE_CHECKING

from .grouped import grouped
from .vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from .model import Session


@dataclass(frozen=True, slots=True)
class Cell:
    """Sessions that are on in a room at one time, and how much of the table they take.

    There is more than one where one is cancelled and another has its place; without any, the room
    is empty. Parts of a block are not among them, but in `RoomGrid.parts`.
    """

    sessions: tuple[Session, ...]
    rows: int
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """What begins at an instant: the cells of each room that do not begin in a row above."""

    start: datetime
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RoomGrid:
    """A table of rooms by time.

    Attributes:
        rooms: the columns from left to right.
        rows: in time's order; at a time that is missing between them, nothing is on.
        parts: the sessions of each block that are parts of it, by the block's id.
    """

    rooms: tuple[str, ...]
    rows: tuple[Row, ...]
    parts: dict[str, tuple[Session, ...]]


@dataclass(frozen=True, slots=True)
class _Slot:
    """Sessions of one room that overlap, from the first's start to the last's end."""

    sessions: tuple[Session, ...]
    end: datetime

    @property
    def start(self) -> datetime:
        return self.sessions[0].start

    @property
    def room(self) -> str:
        return self.sessions[0].room


def room_grid(sessions: Sequence[Session], main_room: str) -> RoomGrid | None:
    """Return the table of some sessions, or None where they need none.

    What is on while no other room has anything is for all, if it is in the main room or a break:
    it takes all columns. Rooms of which nothing else is known are no columns, and a table has two
    or more. The time that this takes grows with the sessions, and with the rooms.

    Args:
        sessions: in time's order, a block before its parts.
        main_room: the room of sessions that name none.
    """
    parts = _parts(sessions)
    inside = {part.id for found in parts.values() for part in found}
    slots = _slots(session for session in sessions if session.id not in inside)
    shared = [slot for slot in _alone(slots) if _is_for_all(slot, main_room)]
    of_all = {slot.sessions[0].id for slot in shared}
    by_room: defaultdict[str, list[_Slot]] = defaultdict(list)
    for slot in slots:
        if slot.sessions[0].id not in of_all:
            by_room[slot.room].append(slot)
    if len(by_room) < 2:
        return None
    rooms = tuple(sorted(by_room, key=lambda room: (room != main_room, _natural(room), room)))
    columns = [list(merge(by_room[room], shared, key=_start)) for room in rooms]
    return RoomGrid(rooms, _rows(slots, columns, of_all), parts)


def _parts(sessions: Iterable[Session]) -> dict[str, tuple[Session, ...]]:
    """Return the parts of the blocks among some sessions, by the blocks' ids."""
    ids = {session.id for session in sessions}
    found = grouped(sessions, lambda session: {session.block or ""} & ids)
    return {id: tuple(parts) for id, parts in found.items()}


def _slots(sessions: Iterable[Session]) -> list[_Slot]:
    """Return sessions by room, in time's order; those that overlap are one slot."""
    by_room: defaultdict[str, list[_Slot]] = defaultdict(list)
    for session in sessions:
        row = by_room[session.room]
        if row and _instant(session.start) < _instant(row[-1].end):
            last = row.pop()
            end = max(last.end, session.end, key=_instant)
            row.append(_Slot((*last.sessions, session), end))
        else:
            row.append(_Slot((session,), session.end))
    return sorted(chain.from_iterable(by_room.values()), key=_start)


def _alone(slots: Sequence[_Slot]) -> Iterable[_Slot]:
    """Yield the slots during which there is no other, of those in time's order."""
    latest = -inf
    following = chain(map(_start, islice(slots, 1, None)), [inf])
    for slot, start_of_next in zip(slots, following, strict=False):
        if latest <= _start(slot) and _instant(slot.end) <= start_of_next:
            yield slot
        latest = max(latest, _instant(slot.end))


def _is_for_all(slot: _Slot, main_room: str) -> bool:
    return slot.room == main_room or all(s.kind == Kind.BREAK for s in slot.sessions)


def _rows(
    slots: Sequence[_Slot], columns: Sequence[Sequence[_Slot]], of_all: set[str]
) -> tuple[Row, ...]:
    """Return the rows: one from each instant at which something begins or ends to the next."""
    starts, place = _times(slots)
    cells: list[list[Cell]] = [[] for _ in starts]
    for column, found in enumerate(columns):
        free = 0  # the first row of this column that has no cell
        for slot in found:
            first, last = place[_start(slot)], place[_instant(slot.end)]
            if free < first:
                cells[free].append(Cell((), first - free))
            free = last
            if slot.sessions[0].id not in of_all:
                cells[first].append(Cell(slot.sessions, last - first))
            elif column == 0:
                cells[first].append(Cell(slot.sessions, last - first, len(columns)))
        if free < len(starts):
            cells[free].append(Cell((), len(starts) - free))
    return tuple(Row(start, tuple(row)) for start, row in zip(starts, cells, strict=True))


def _times(slots: Sequence[_Slot]) -> tuple[list[datetime], dict[float, int]]:
    """Return when rows begin, and the row in which each instant falls at which slots change."""
    change: defaultdict[float, int] = defaultdict(int)
    times: dict[float, datetime] = {}
    for slot in slots:
        for moment, step in ((slot.start, 1), (slot.end, -1)):
            change[_instant(moment)] += step
            times[_instant(moment)] = moment
    starts: list[datetime] = []
    place: dict[float, int] = {}
    on = 0
    for instant in sorted(change):
        place[instant] = len(starts)
        on += change[instant]
        if on:
            starts.append(times[instant])
    return starts, place


def _instant(moment: datetime) -> float:
    """Return the seconds since 1970: clocks that are set back show an hour twice."""
    return moment.timestamp()


def _start(slot: _Slot) -> float:
    return _instant(slot.start)


def _natural(room: str) -> list[tuple[int, str]]:
    """Return what rooms are sorted by: `Room 2` before `Room 10`."""
    parts = re.split(r"(\d+)", room.casefold())
    return [(int(part) if part.isdecimal() else 0, part) for part in parts]
