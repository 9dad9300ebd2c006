"""The objects that pages declare, by type and id, in the order in which readers meet them."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from .blocks import with_cancelled_parts
from .model import (
    Change,
    Deadline,
    Paper,
    Person,
    Record,
    Room,
    Session,
    Topic,
    submission_key,
)
from .rooms import by_call, in_rooms
from .sponsor import Sponsor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import Event

Anything = TypeVar("Anything", bound=Record)


class Objects:
    """All records by type, before anything follows from them.

    Where an id is declared twice, the first in document order stands; `checks` reports the rest.

    Args:
        event: the facts of the workshop.
        records: every record of the site.
    """

    def __init__(self, event: Event, records: Iterable[Record]) -> None:
        self.event = event
        self.records = sorted(records, key=lambda record: (record.docname, record.line))

    def _named(self, of: type[Anything]) -> dict[str, Anything]:
        """Map the ids of one type to its records."""
        named: dict[str, Anything] = {}
        for record in self.records:
            if isinstance(record, of):
                named.setdefault(record.id, record)
        return named

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """The topics in the call's order."""
        topics = self._named(Topic).values()
        return {topic.id: topic for topic in sorted(topics, key=lambda t: (t.order, t.id))}

    @cached_property
    def papers(self) -> dict[str, Paper]:
        """The papers by submission number."""
        papers = self._named(Paper).values()
        return {
            paper.id: paper
            for paper in sorted(papers, key=lambda p: (submission_key(p.number), p.id))
        }

    @cached_property
    def declared_rooms(self) -> dict[str, Room]:
        """The rooms that pages declare, in the order written."""
        return self._named(Room)

    @cached_property
    def rooms_by_call(self) -> dict[str, Room]:
        """The same by their ids and by their names: what sessions call them."""
        return by_call(self.declared_rooms.values())

    @cached_property
    def sessions(self) -> dict[str, Session]:
        """The sessions in time's order, each in the room that it calls, by that one's name."""
        sessions = in_rooms(with_cancelled_parts(self._named(Session)), self.rooms_by_call)
        in_time = sorted(sessions, key=attrgetter("start", "is_part", "end", "room", "id"))
        return {session.id: session for session in in_time}

    @cached_property
    def deadlines(self) -> dict[str, Deadline]:
        """The deadlines in time's order; a day without an hour comes after that day's hours."""
        in_time = sorted(self._named(Deadline).values(), key=attrgetter("when.place", "line"))
        return {deadline.id: deadline for deadline in in_time}

    @cached_property
    def changes(self) -> list[Change]:
        """What changed on the pages, the newest first."""
        changes = [record for record in self.records if isinstance(record, Change)]
        return sorted(changes, key=lambda c: (-c.day.toordinal(), c.docname))

    @property
    def sponsors(self) -> list[Sponsor]:
        """The sponsors, in the order written."""
        return [record for record in self.records if isinstance(record, Sponsor)]

    @cached_property
    def entries(self) -> dict[str, Person]:
        """The people who have an entry of their own, in the order written."""
        return self._named(Person)
