"""Finds what a build rejects of a schedule, before it is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core import fields
from ..core.checks import issues
from ..core.errors import CommandError
from ..core.field_entry import held
from ..core.field_table import SESSION
from ..core.model import Deadline, Moment, Paper, Person, Session
from ..core.program import Program
from ..core.vocabulary import Kind
from ..editing.files import read_as_typed
from ..editing.page_text import TITLE, directives, lines_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from ..core.model import Event, Record
    from ..editing.schedule_page import SchedulePage, WrittenSession
    from .people import People


def deadline_ids(pages: Iterable[Path]) -> set[str]:
    """Return the ids of deadlines, which no session may have.

    Raises:
        CommandError: a page cannot be read.
    """
    found = set()
    for path in pages:
        try:
            there = directives(lines_of(read_as_typed(path)))
            found |= {each.option("id") for each in there if each.name == Deadline.type}
        except ValueError as error:
            raise CommandError(f"{path}: {error}") from error
    return found - {""}


def rejected(
    page: SchedulePage,
    event: Event,
    people: People,
    papers: Collection[str],
    deadlines: Collection[str],
) -> list[str]:
    """Return what is wrong with the sessions of a page as it will be, in the words of a build."""
    found: list[tuple[int, str]] = []
    records: list[Record] = [
        *(_person(id) for id in people.known()),
        *(_paper(number, id) for number, id in enumerate(papers, start=1)),
        *(_deadline(id, event) for id in deadlines),
    ]
    for session in page.sessions:
        line = session.place.start + 1
        try:
            records.append(_session(session, event, str(page.path)))
        except ValueError as error:
            found.append((line, f"session '{session.id}': {error}"))
    reported = issues(Program(event, records))
    found += [(i.record.line, i.message) for i in reported if isinstance(i.record, Session)]
    return [f"{page.path}:{line}: {message}" for line, message in sorted(found)]


def _session(written: WrittenSession, event: Event, page: str) -> Session:
    values = dict(_values(written, event))
    default: dict[str, Any] = {"kind": Kind.TALK, "room": event.room}
    start, end = (fields.at(written.day, t, event.timezone) for t in (written.start, written.end))
    return Session(
        id=written.id,
        title=written.values.get(TITLE, ""),
        docname=page,
        line=written.place.start + 1,
        start=start,
        end=end,
        **default | held(SESSION, Session, values),
    )


def _values(written: WrittenSession, event: Event) -> Iterator[tuple[str, object]]:
    for name, entry in SESSION.items():
        if text := written.values.get(name, ""):
            try:
                yield name, entry.value(text, event)
            except ValueError as error:
                raise ValueError(f"{name} '{text}': {error}") from None


def _person(id: str) -> Person:
    return Person(id=id, title=id, docname="", line=0)


def _paper(number: int, id: str) -> Paper:
    return Paper(id=id, title=id, docname="", line=0, number=number, authors=(), summary="")


def _deadline(id: str, event: Event) -> Deadline:
    return Deadline(id=id, title=id, docname="", line=0, when=Moment(event.start))
