"""The parts of a program that have calendars of their own: by topic, track, room, kind, person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from .grouped import grouped
from .slugs import title_slug
from .vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from .model import Session
    from .program import Program


class By(StrEnum):
    """What the sessions of a part have in common: the folder of its calendar."""

    TOPIC = "topics"
    TRACK = "tracks"
    ROOM = "rooms"
    KIND = "kinds"
    PERSON = "people"


@dataclass(frozen=True, slots=True)
class Part:
    """Sessions that have something in common; there is one at least.

    Attributes:
        by: what they have in common.
        id: the topic's, the kind's or the person's; of a track or a room, a slug.
        title: what it is called.
        sessions: in time's order.
    """

    by: By
    id: str
    title: str
    sessions: tuple[Session, ...]


def parts(program: Program) -> dict[tuple[By, str], Part]:
    """Return the parts by what they have in common, and their ids."""
    by = (_topics, _tracks, _rooms, _kinds, _people)
    found = (part for some in by for part in some(program))
    return {(part.by, part.id): part for part in found}


def _topics(program: Program) -> Iterator[Part]:
    """Yield what is on each topic, in the call's order."""
    by_topic = grouped(program.sessions.values(), program.session_topics)
    for topic in program.topics.values():
        if topic.id in by_topic:
            yield Part(By.TOPIC, topic.id, topic.short, tuple(by_topic[topic.id]))


def _tracks(program: Program) -> Iterator[Part]:
    """Yield what is in each track, where some are named."""
    by_track = grouped(program.sessions.values(), lambda session: [program.track(session)])
    taken: set[str] = set()
    for name in sorted(filter(None, by_track)) if program.has_tracks else ():
        id = _id(name, "track", taken)
        taken.add(id)
        yield Part(By.TRACK, id, name, tuple(by_track[name]))


def _rooms(program: Program) -> Iterator[Part]:
    """Yield what is in each room, where there is more than one."""
    by_room = grouped(program.sessions.values(), lambda session: [session.room])
    taken = {*program.declared_rooms}
    for name in sorted(by_room) if len(by_room) > 1 else ():
        room = program.rooms_by_call.get(name)
        id = room.id if room else _id(name, "room", taken)
        taken.add(id)
        yield Part(By.ROOM, id, name, tuple(by_room[name]))


def _id(name: str, kind: str, taken: Container[str]) -> str:
    """Return an id that the name alone makes, so that other rooms or tracks do not change it.

    A name that a slug cannot give back gets some digits of its own: `Büro` is no `Buro`.
    """
    digits = sha256(name.encode()).hexdigest()[:6]
    slug = title_slug(name, kind, digits, taken)
    is_whole = slug.replace("-", " ") == name.casefold() or slug.endswith(digits)
    return slug if is_whole else title_slug(slug, kind, digits, {slug})


def _kinds(program: Program) -> Iterator[Part]:
    """Yield what is of each kind, but for breaks."""
    by_kind = grouped(program.sessions.values(), lambda session: [session.kind.id])
    for kind in program.event.kinds:
        if kind.id in by_kind and kind != Kind.BREAK:
            yield Part(By.KIND, kind.id, kind.label, tuple(by_kind[kind.id]))


def _people(program: Program) -> Iterator[Part]:
    """Yield where each person with an entry speaks, chairs, or has a paper.

    Others have none: their ids are made of their names, and change with these.
    """
    by_person = grouped(program.sessions.values(), lambda session: _involved(program, session))
    for person in program.entries.values():
        if person.id in by_person:
            yield Part(By.PERSON, person.id, person.title, tuple(by_person[person.id]))


def _involved(program: Program, session: Session) -> Iterator[str]:
    """Yield the ids of those who speak, who chair, and who wrote what is shown."""
    yield from program.speakers(session)
    yield from session.chair
    alone = program.paper_of(session)
    for paper in ([alone] if alone else []) + program.papers_by_session.get(session.id, []):
        yield from (program.person_id(author.name) for author in paper.authors)
