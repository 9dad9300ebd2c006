"""Which sessions come before and after another one in its room, and which are on beside it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from .vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .model import Session


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What a reader who is at a session may go to instead, or to before and after it.

    Attributes:
        before: the one before it in its room on that day; of a part, in its block.
        after: the one after it there.
        beside: those that are on in other rooms at some time during it, in time's order.
    """

    before: Session | None
    after: Session | None
    beside: tuple[Session, ...]


def neighbours(sessions: Iterable[Session]) -> dict[str, Neighbours]:
    """Return what is around each session, by its id, on the days that have sessions in two rooms.

    Breaks and cancelled sessions have no neighbours and are none. Parts of a block are beside
    nothing: the block is.

    Args:
        sessions: in time's order.
    """
    held = (s for s in sessions if s.kind != Kind.BREAK and not s.is_cancelled)
    found: dict[str, Neighbours] = {}
    for _day, group in groupby(held, key=lambda session: session.start.date()):
        on_day = list(group)
        if len({session.room for session in on_day}) > 1:
            found |= _of_day(on_day)
    return found


def _of_day(sessions: Sequence[Session]) -> dict[str, Neighbours]:
    rows: defaultdict[tuple[str, str | None], list[Session]] = defaultdict(list)
    for session in sessions:
        rows[session.room, session.block].append(session)
    # Clocks that are set back show an hour twice: instants are compared.
    whole = [(s.start.timestamp(), s.end.timestamp(), s) for s in sessions if not s.is_part]
    found: dict[str, Neighbours] = {}
    for row in rows.values():
        for before, session, after in zip([None, *row], row, [*row[1:], None], strict=False):
            start, end = session.start.timestamp(), session.end.timestamp()
            beside = (s for a, b, s in whole if a < end and start < b and s.room != session.room)
            found[session.id] = Neighbours(before, after, tuple(beside))
    return found
