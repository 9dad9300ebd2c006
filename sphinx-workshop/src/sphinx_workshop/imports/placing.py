"""Finds which talks can be where their source has them: rooms are free, or hold them in a block."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..core.objects import cancelled
from ..editing.schedule_page import WHEN
from .merge import merge
from .timetable import At, conflicts, slot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..core.model import Event
    from ..editing.schedule_page import SchedulePage, WrittenSession
    from .choices import Choices
    from .merge import Merged
    from .records import Talk
    from .state import Entry
    from .timetable import Slot

PLACE = (WHEN, "room")


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
    def made(name: str, values: Mapping[str, str], at: At, id: str = "", block: str = "") -> Slot:
        return slot(name, values[WHEN], values.get("room") or event.room, at, id, block)

    of_session = {found.session.id: found for found in talks if found.session}
    slots, sessions = [], page.sessions
    blocks = {session.id: session.values.get("block") for session in sessions}
    gone = cancelled(blocks, [session.id for session in sessions if session.is_cancelled])
    for session in sessions:
        there = {name: session.values.get(name, "") for name in PLACE}
        found = of_session.get(session.id)
        wanted = _wanted(found, there, asked) if found else there
        at = At.FIXED if wanted == there else At.MOVED
        there_or_wanted = made(session.id, wanted, at, session.id, session.values.get("block", ""))
        if found:
            found.slot = there_or_wanted
        if session.id not in gone:
            slots.append(there_or_wanted)
    for found in talks:
        if not found.session:
            found.slot = made(found.talk.title, found.values, At.NEW)
            slots.append(found.slot)
    reasons = conflicts(slots)
    return {found: reasons[found.slot] for found in talks if found.slot in reasons}


def _wanted(found: Found, there: Mapping[str, str], asked: Choices) -> dict[str, str]:
    """Return where the session of a talk will be, if it can."""
    if found.stays:
        return dict(there)
    return {name: merged_field(found, name, now, asked).page for name, now in there.items()}
