"""The objects that pages declare, by type and id, in the order in which readers meet them."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from .divided_names import DividedName, divided
from .model import (
    Change,
    Deadline,
    Paper,
    Person,
    Record,
    Room,
    Session,
    Topic,
    person_id,
    submission_key,
)
from .sponsor import Sponsor
from .values import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .model import Author, Event

Anything = TypeVar("Anything", bound=Record)


def cancelled(blocks: Mapping[str, str | None], own: Iterable[str]) -> set[str]:
    """Return the ids of the sessions that are cancelled, or a part of one that is.

    Args:
        blocks: the id of each session, with that of the longer one that it is a part of.
        own: the ids of those that are cancelled themselves.
    """
    found = set(own)
    while more := {id for id, block in blocks.items() if block in found} - found:
        found |= more
    return found


class Objects:
    """All records by type, and who is meant by a name, before anything else follows from them.

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
        rooms = self.declared_rooms
        return rooms | {room.title: room for room in reversed(rooms.values())}

    @cached_property
    def sessions(self) -> dict[str, Session]:
        """The sessions in time's order, each in the room that it calls, by that one's name."""
        rooms, sessions = self.rooms_by_call, self._named(Session)
        blocks = {id: session.block for id, session in sessions.items()}
        off = cancelled(blocks, [id for id, session in sessions.items() if session.is_cancelled])
        for id, session in sessions.items():
            if room := rooms.get(session.room):
                sessions[id] = replace(session, room=room.title)
            if id in off:
                sessions[id] = replace(sessions[id], status=Status.CANCELLED)
        in_time = sorted(sessions.values(), key=attrgetter("start", "is_part", "end", "room", "id"))
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

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """The ids of people with an entry, by the ids that their spellings would have."""
        people = self.entries.values()
        return {person_id(name): p.id for p in people for name in (p.title, *p.also)}

    def person_id(self, name: str) -> str:
        """Return the id of the person who writes the name so."""
        own = person_id(name)
        return self._spellings.get(own, own)

    @cached_property
    def _families(self) -> dict[str, str]:
        """The family names that braces show, by the ids of people; those of entries count first."""
        found = {person.id: person.family for person in self.entries.values() if person.family}
        authors = (author for paper in self.papers.values() for author in paper.authors)
        for author in (author for author in authors if author.family):
            found.setdefault(self.person_id(author.name), author.family)
        return found

    def family(self, named: Author | Person) -> str:
        """Return the family name that braces show, here or elsewhere; empty where none do."""
        return named.family or self._families.get(self.person_id(named.name), "")

    def divided(self, named: Author | Person) -> DividedName:
        """Return the parts of a name; braces that stand around it once hold wherever it stands."""
        return divided(named.name, self.family(named))

    def orcid(self, named: Author | Person) -> str:
        """Return the ORCID iD that stands at a person's entry; empty without one."""
        entry = self.entries.get(self.person_id(named.name))
        return str(entry.value("orcid") or "") if entry else ""
