"""Finds the time that a page gives a talk, its block, and whether its room is free."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from ..core import fields
from ..core.checks import is_within
from ..core.objects import cancelled
from ..editing.schedule_page import WHEN, clock
from .merge import merge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..core.model import Event
    from ..editing.schedule_page import SchedulePage, WrittenSession
    from .merge import Choices, Merged
    from .records import Talk
    from .state import Entry

PLACE = (WHEN, "room")


def written_time(talk: Talk, event: Event) -> str:
    """Return a talk's day and time as a session has them: `2016-07-22 23:00-01:00+1`.

    Raises:
        ValueError: a page cannot say the time; the message says why.
    """
    zone = event.timezone
    start, end = (
        instant.astimezone(zone).replace(second=0, microsecond=0)
        for instant in (talk.start, talk.end)
    )
    on = start.date()
    said = f"{start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M} ({zone})"
    if not event.start <= on <= event.end:
        raise ValueError(
            f"is on no day of the {event.kind}, which lasts from {event.start} to {event.end}: "
            f"{said}"
        )
    midnight = datetime.combine(on, time())
    since = [moment.replace(tzinfo=None) - midnight for moment in (start, end)]
    if since[1] - since[0] > timedelta(days=1):
        raise ValueError(f"lasts more than a day: {said}")
    if start == end:
        raise ValueError(f"ends in the minute in which it begins: {said}")
    text = f"{clock(since[0])}-{clock(since[1])}"
    try:
        _, *read = fields.time_range(text)
        instants = [start.timestamp(), end.timestamp()]
        if [fields.at(on, moment, zone).timestamp() for moment in read] != instants:
            raise ValueError("the clock shows the hour twice")
    except ValueError as error:
        raise ValueError(f"is at a time that a schedule cannot say ({error}): {said}") from None
    return f"{on} {text}"


@dataclass(slots=True, eq=False)
class Slot:
    """A time in a room, which a session has or wants; times are the wall clock's."""

    name: str  # for messages: the session's id, or the talk's title
    start: datetime
    end: datetime
    room: str
    fixed: bool  # on the page, where it stays whatever the source says
    id: str = ""  # of a session on the page; a new one has none yet
    block: str = ""  # the id of the session that it is a part of, as the page says it
    parent: Slot | None = None
    parts: list[Slot] = field(default_factory=list)  # talks that it holds, new ones

    def conflict(self, other: Slot) -> str:
        """Return why this slot cannot be where the other one is."""
        return (
            f"begins at {self.start:%H:%M} and ends at {self.end:%H:%M} on {self.start.date()}, "
            f"while '{other.name[:60]}' is in the same room, '{self.room}', from "
            f"{other.start:%H:%M} to {other.end:%H:%M}"
        )


def conflicts(slots: Iterable[Slot]) -> dict[Slot, str]:
    """Return why slots cannot be where they want to be; the others get the block that holds them.

    Slots of the page come first, then the earlier ones. The work grows with the number of slots,
    not with its square.
    """
    every = sorted(slots, key=order)
    by_id = {found.id: found for found in every if found.id}
    for found in every:
        found.parent = by_id.get(found.block)
        found.parts = []
    places = _Places(found for found in every if found.fixed)
    of_block: defaultdict[str, list[Slot]] = defaultdict(list)
    for found in every:
        if found.block:
            of_block[found.block].append(found)
    open_slots: defaultdict[str, list[Slot]] = defaultdict(list)
    problems: dict[Slot, str] = {}
    for found in every:
        there = [other for other in open_slots[found.room] if other.end > found.start]
        if not found.fixed:
            if not found.block:
                found.parent = next((o for o in reversed(there) if is_within(found, o)), None)
            if problem := _problem(found, places, of_block[found.id] if found.id else []):
                problems[found] = problem
                continue
            places.keep(found)
            if found.parent and not found.id:
                found.parent.parts.append(found)
        open_slots[found.room] = [*there, found]
    return problems


def _problem(found: Slot, places: _Places, parts: Iterable[Slot]) -> str:
    if found.block and found.parent and not is_within(found, found.parent):
        return f"is a part of '{found.parent.name}', and would not be within it"
    for part in parts:
        if part.fixed and not is_within(part, found):
            return f"is a block, and its part '{part.name}' would not be within it"
    if found.id and found.parent and not found.block:
        return found.conflict(found.parent)
    other = places.taken(found)
    return found.conflict(other) if other else ""


def order(slot: Slot) -> tuple[datetime, timedelta, bool]:
    """Return what puts blocks before their parts, and slots of the page before others."""
    return slot.start, slot.start - slot.end, not slot.fixed


class _Places:
    """Which slots are taken: rooms, and blocks whose parts come one after the other."""

    def __init__(self, fixed: Iterable[Slot]) -> None:
        self._taken: defaultdict[tuple[str, Slot | None], list[Slot]] = defaultdict(list)
        for found in fixed:
            self.keep(found)

    def taken(self, wanted: Slot) -> Slot | None:
        """Return the slot at the time that is wanted, if there is one."""
        there = self._taken[wanted.room, wanted.parent]
        before = bisect_left(there, wanted.end, key=attrgetter("start"))
        return there[before - 1] if before and there[before - 1].end > wanted.start else None

    def keep(self, slot: Slot) -> None:
        """Take a slot; of two on a page that overlap, which no build accepts, the first stays."""
        if not self.taken(slot):
            insort(self._taken[slot.room, slot.parent], slot, key=attrgetter("start"))


@dataclass(slots=True, eq=False)
class Found:
    """A talk with a time, and the session that it is, if there is one."""

    talk: Talk
    session: WrittenSession | None
    entry: Entry | None
    values: dict[str, str]
    slot: Slot = field(init=False)
    stays: str = ""  # why its session cannot be where the source has it


def merged_field(found: Found, name: str, now: str, asked: Choices) -> Merged:
    """Merge a field of a talk that has a session; one that stays keeps time and room."""
    assert found.session
    base = found.entry.values.get(name, "") if found.entry else ""
    source = "" if found.stays and name in PLACE else found.values.get(name, "")
    return merge(name, base, source, now, asked.of(found.session.id, name))


def unplaced(
    page: SchedulePage, event: Event, talks: Sequence[Found], asked: Choices
) -> dict[Found, str]:
    """Return why new talks have no place; sessions that cannot move get their reason in `stays`.

    Args:
        page: the schedule.
        event: the facts of the workshop.
        talks: all that were found; each gets its slot.
        asked: what the command line asks.
    """
    while True:
        problems = _problems(page, event, talks, asked)
        stay = [found for found in problems if found.session]
        if not stay:
            return problems
        for found in stay:
            found.stays = problems[found]


def _problems(
    page: SchedulePage, event: Event, talks: Sequence[Found], asked: Choices
) -> dict[Found, str]:
    def slot(
        name: str, values: Mapping[str, str], *, fixed: bool = False, id: str = "", block: str = ""
    ) -> Slot:
        on, start, end = fields.time_range(values[WHEN])
        assert on is not None
        midnight, room = datetime.combine(on, time()), values.get("room") or event.room
        return Slot(name, midnight + start, midnight + end, room, fixed, id, block)

    of_session = {found.session.id: found for found in talks if found.session}
    slots, sessions = [], page.sessions
    blocks = {session.id: session.values.get("block") for session in sessions}
    gone = cancelled(blocks, [session.id for session in sessions if session.is_cancelled])
    for session in sessions:
        there = {name: session.values.get(name, "") for name in PLACE}
        found = of_session.get(session.id)
        wanted = _wanted(found, there, asked) if found else there
        fixed, block = wanted == there, session.values.get("block", "")
        place = slot(session.id, wanted, fixed=fixed, id=session.id, block=block)
        if found:
            found.slot = place
        if session.id not in gone:
            slots.append(place)
    for found in talks:
        if not found.session:
            found.slot = slot(found.talk.title, found.values)
            slots.append(found.slot)
    reasons = conflicts(slots)
    return {found: reasons[found.slot] for found in talks if found.slot in reasons}


def _wanted(found: Found, there: Mapping[str, str], asked: Choices) -> dict[str, str]:
    """Return where the session of a talk will be, if it can."""
    if found.stays:
        return dict(there)
    return {name: merged_field(found, name, now, asked).page for name, now in there.items()}
