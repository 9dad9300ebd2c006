"""What is wrong with a workshop: the names of all warnings, and the checks across pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from .divided_names import divided, may_be_group
from .field_table import TABLES
from .model import TYPES, Paper, Person, Record, Room, Session
from .suggest import suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from .model import Author
    from .program import Program


class Subtype(StrEnum):
    """The `workshop.<subtype>` of each warning, for `suppress_warnings`."""

    OPTION = "option"
    REQUIRED = "required"
    PLACE = "place"
    DUPLICATE = "duplicate"
    UNKNOWN = "unknown"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class RejectedObject:
    """An object that a mistake keeps out of the records, and what can be read of it all the same.

    Its name is known, and its other mistakes are found in the same build.

    Attributes:
        type: the type of its record.
        id: the name by which others name it.
        docname: the document that declares it.
        line: where, counted from 1.
        values: the fields that have no mistake, by their names.
    """

    type: str
    id: str
    docname: str
    line: int
    values: Mapping[str, Any] = field(default_factory=dict)

    def value(self, name: str) -> Any:
        """Return the value of a field, None where none can be read."""
        return self.values.get(name)


Declared = Record | RejectedObject


class Issue(NamedTuple):
    """A mistake in the content: where it stands, and a sentence with the remedy."""

    record: Declared
    subtype: Subtype
    message: str
    option: str = ""
    """The option that is wrong, empty where the object itself is."""


def issues(program: Program) -> list[Issue]:
    """Return what only the whole site shows, ordered by file and line."""
    found = [*_duplicates(program), *_unknown(program), *_outside(program)]
    found += [*_rooms(program), *_overlaps(program), *_parts(program)]
    found += [*_families(program), *_groups(program)]
    return sorted(found, key=lambda issue: (issue.record.docname, issue.record.line))


def _written(program: Program) -> list[Declared]:
    """Return what pages declare, by file and line, be it without a mistake or not."""
    found: list[Declared] = [*program.records, *program.rejected]
    return sorted(found, key=lambda record: (record.docname, record.line))


def _label(record: Declared) -> str:
    return f"{record.type} '{record.id}'"


def _duplicates(program: Program) -> Iterator[Issue]:
    """Report ids and submission numbers that are declared more than once."""
    for record_type in TYPES:
        records = [r for r in program.records if type(r) is record_type]
        yield from _repeated(records, "id", "is declared already")
    yield from _repeated(program.changes, "id", "is reported already", "write both into one")
    topics = sorted(program.topics.values(), key=lambda topic: (topic.docname, topic.line))
    yield from _repeated(topics, "order", "has an order that is taken already")
    papers = [
        r for r in _written(program) if r.type == Paper.type and r.value("number") is not None
    ]
    yield from _repeated(papers, "number", "has a submission number that is taken already")
    rooms = {r.id: r for r in reversed(program.records) if isinstance(r, Room)}
    in_order = sorted(rooms.values(), key=lambda room: (room.docname, room.line))
    yield from _repeated(in_order, "title", "has a name that is taken already")
    for name in sorted(program.deadlines.keys() & program.sessions.keys()):
        deadline, session = program.deadlines[name], program.sessions[name]
        message = (
            f"{_label(deadline)} and {_label(session)} ({session.docname}, line {session.line}) "
            "would be one entry in calendars; give the deadline another id"
        )
        yield Issue(deadline, Subtype.DUPLICATE, message)


def _repeated(
    records: Iterable[Declared], key: str, complaint: str, remedy: str = ""
) -> Iterator[Issue]:
    first: dict[object, Declared] = {}
    for record in records:
        value = record.value(key)
        other = first.setdefault(value, record)
        if other is not record:
            yield Issue(
                record,
                Subtype.DUPLICATE,
                f"{_label(record)} {complaint} ({key} {value}: {other.docname}, line "
                f"{other.line}); {remedy or f'give one of them another {key}'}",
                key,
            )


def _unknown(program: Program) -> Iterator[Issue]:
    """Report names in options that no object has."""
    for record in _written(program):
        for wanted, option, names in _names(record):
            known = program.named(wanted)
            for name in names:
                if name not in known and not is_rejected(program, wanted, name):
                    message = f"{_label(record)} names {unknown(program, wanted, name)}"
                    yield Issue(record, Subtype.UNKNOWN, message, option)


def is_rejected(program: Program, kind: str, name: str) -> bool:
    """Return whether a name is that of an object which a mistake keeps out of the records."""
    return any((r.type, r.id) == (kind, name) for r in program.rejected)


def unknown(program: Program, kind: str, name: str) -> str:
    """Return the words for a name that no object has, with the nearest one that exists."""
    known = {*program.named(kind), *(r.id for r in program.rejected if r.type == kind)}
    return f"unknown {kind} '{name}'{suggest(name, known) or f'; no {kind} has a similar id'}"


def _names(record: Declared) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Return the type of object that each of a record's options names, the option, and the ids."""
    for entry in TABLES.get(record.type, {}).values():
        if entry.names and (ids := record.value(entry.name)):
            yield entry.names, entry.name, (ids,) if isinstance(ids, str) else ids


def _outside(program: Program) -> Iterator[Issue]:
    """Report sessions on days that the workshop does not have."""
    event = program.event
    for session in program.sessions.values():
        if not event.start <= session.start.date() <= event.end:
            yield Issue(
                session,
                Subtype.PLACE,
                f"{_label(session)} is on {session.start.date()}, but the {event.kind} lasts from "
                f"{event.start} to {event.end}; correct the schedule's day, or the days in conf.py",
            )


def _rooms(program: Program) -> Iterator[Issue]:
    """Report sessions in rooms that no page declares, where pages declare some.

    Of those without an option, which are all in the room that conf.py names, the first one.
    """
    known = program.rooms_by_call
    if not known or any(mistaken.type == Room.type for mistaken in program.rejected):
        return
    others = [session for session in program.sessions.values() if session.room not in known]
    default = program.event.room
    unnamed = [session for session in others if session.room == default][:1]
    for session in (s for s in others if s.room != default):
        names = (room.title for room in program.declared_rooms.values())
        hint = suggest(session.room, known) or f"; known are {', '.join(names)}"
        message = f"{_label(session)} is in an unknown room, '{session.room}'{hint}"
        yield Issue(session, Subtype.UNKNOWN, message, "room")
    for session in unnamed:
        message = (
            f"{_label(session)} is in '{default}', the room of sessions that name none, and no "
            f"page declares it; add a line `:room: …`, declare a `{{room}} {default}`, or let "
            "`workshop['room']` in conf.py be one that is declared"
        )
        yield Issue(session, Subtype.UNKNOWN, message, "room")


def _overlaps(program: Program) -> Iterator[Issue]:
    """Report sessions that are in one room at one time; the parts of a block share its time."""
    latest: dict[tuple[str, str | None], Session] = {}
    for session in (s for s in program.sessions.values() if not s.is_cancelled):
        place = (session.room, session.block)
        earlier = latest.setdefault(place, session)
        if earlier is not session and session.start < earlier.end:
            yield Issue(
                session,
                Subtype.OVERLAP,
                f"{_label(session)} begins at {session.start:%H:%M}, before {_label(earlier)} in "
                f"the same room ends at {earlier.end:%H:%M}; correct a time, or give a `:room:`",
                "time",
            )
        latest[place] = max(earlier, session, key=lambda s: s.end)


def _parts(program: Program) -> Iterator[Issue]:
    """Report parts of a block that are not within it."""
    for session in program.sessions.values():
        block = program.sessions.get(session.block or "")
        if block and not is_within(session, block):
            yield Issue(
                session,
                Subtype.PLACE,
                f"{_label(session)} is not within {_label(block)}, which is in '{block.room}' from "
                f"{block.start:%H:%M} to {block.end:%H:%M}; correct its time or room, or delete "
                "the line",
                "block",
            )


def _families(program: Program) -> Iterator[Issue]:
    """Report names whose braces stand around different words."""
    first: dict[str, tuple[str, Record]] = {}
    for record in program.records:
        for named in (named for named in _people(record) if named.family):
            name, family = named.name, named.family
            known, other = first.setdefault(name, (family, record))
            if known != family:
                yield Issue(
                    record,
                    Subtype.OPTION,
                    f"{_label(record)} has '{family}' as the family name of '{name}', but "
                    f"{_label(other)} ({other.docname}, line {other.line}) has '{known}'; put the "
                    "braces around the same words",
                    "authors" if isinstance(record, Paper) else "",
                )


def _groups(program: Program) -> Iterator[Issue]:
    """Report names that are divided like those of people, and look like those of groups."""
    for record in program.records:
        for named in _people(record):
            name = named.name
            if may_be_group(name) and not program.family(named):
                yield Issue(
                    record,
                    Subtype.OPTION,
                    f"{_label(record)}: lists would have '{name}' as '{divided(name).turned}'; put "
                    f"braces around the name of a group, `{{{name}}}`, or around a person's family "
                    "name",
                    "authors" if isinstance(record, Paper) else "",
                )


def _people(record: Record) -> Sequence[Author | Person]:
    """Return whom a record names in full: the authors of a paper, or the person that it is."""
    if isinstance(record, Paper):
        return record.authors
    return [record] if isinstance(record, Person) else []


class _Slot(Protocol):
    """A time in a room."""

    @property
    def start(self) -> datetime: ...
    @property
    def end(self) -> datetime: ...
    @property
    def room(self) -> str: ...


def is_within(part: _Slot, block: _Slot) -> bool:
    """Return whether a time is within a longer one in the same room."""
    inside = block.start <= part.start and part.end <= block.end
    same = (block.start, block.end) == (part.start, part.end)
    return inside and not same and part.room == block.room
