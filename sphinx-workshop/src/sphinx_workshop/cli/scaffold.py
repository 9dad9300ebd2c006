"""The commands `paper` and `session`: a page, or its part, with everything in place.

Nothing is made up: a paper without its number and authors is not written, since a page that holds
placeholders would build, and be published unnoticed.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from ..core import author_list, fields
from ..core.errors import CommandError
from ..core.field_table import PAPER as PAPER_FIELDS
from ..core.field_table import SESSION as SESSION_FIELDS
from ..core.model import Paper, Person, Session, Topic, person_id
from ..core.option_values import said_of
from ..core.page_hints import page_note
from ..core.slugs import RESERVED, title_slug
from ..core.suggest import suggest
from ..core.values import Status
from ..core.vocabulary import Kind
from ..editing.files import write_whole
from ..editing.markdown_text import escaped
from ..editing.page_text import TITLE
from ..editing.paper_page import new_paper_page, read_paper_page
from ..editing.schedule_page import SchedulePage, clock
from ..imports.people import People
from ..imports.written_objects import session_ids
from .commands import Command
from .settings import PAGES_OF_ENTRIES, PAPERS, SCHEDULE, SPEAKERS, pages_of, site_event, topic_ids

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, timedelta
    from pathlib import Path

    from ..core.field_entry import Field
    from ..core.model import Event
    from ..editing.paper_page import PaperPage


def _paper_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--title", required=True, help="the title, as the paper prints it")
    parser.add_argument("--number", help="the submission number, like 58")
    parser.add_argument("--id", help="the file's name, and the paper's in links (default: short)")
    for entry in PAPER_FIELDS.values():
        parser.add_argument(f"--{entry.name}", help=entry.plain_help)


def _paper(chosen: argparse.Namespace) -> int:
    event = site_event(chosen.site)  # a site whose facts are wrong builds no page
    number = _value("number", chosen.number or _asked("Submission number"), fields.submission)
    values = _paper_values(chosen, event)
    folder = chosen.site / PAPERS
    for page in _pages(folder):
        if page.number == number:
            raise CommandError(f"number {number} is taken by {page.path}; fix that page instead")
    taken = {path.stem for path in folder.glob("*.md")}
    if chosen.id:
        slug = _value("id", chosen.id, fields.slug)
        if slug in taken or slug in RESERVED:
            raise CommandError(f"id '{slug}' is taken; choose another")
    else:
        slug = title_slug(values[TITLE], "paper", str(number), taken)
    path = folder / f"{slug}.md"
    written = values | {TITLE: escaped(values[TITLE])}
    write_whole(path, new_paper_page(number, written, page_note(values, topic_ids(chosen.site))))
    print(f"{path} is written. Add the summary, then see the page by `make live`.")
    return 0


def _paper_values(chosen: argparse.Namespace, event: Event) -> dict[str, str]:
    """Return what is given of a paper, checked as a build would check it."""
    values = {TITLE: _value("title", chosen.title, fields.text)}
    for entry in PAPER_FIELDS.values():
        given = getattr(chosen, entry.name)
        if entry.required and not given:
            given = _asked(f"{entry.name.capitalize()}, as {entry.example}")
        if given:
            values[entry.name] = _given(entry, given, event, chosen.site)
    return values


def _given(entry: Field, text: str, event: Event, site: Path) -> str:
    """Return the value of an option as a page has it, checked as a build would check it."""
    value = _value(entry.name, text, lambda text: entry.value(text, event))
    if entry.names:
        names = [value] if isinstance(value, str) else value
        _known(entry.names, names, _IDS[entry.names](site))
    return entry.canonical(fields.text(text))


def _session_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--title", help="the title; a session with --paper has its paper's")
    parser.add_argument("--day", help="like 2022-07-22 (default: the workshop's first)")
    for entry in SESSION_FIELDS.values():
        parser.add_argument(f"--{entry.name}", required=entry.required, help=entry.plain_help)


def _session(chosen: argparse.Namespace) -> int:
    event = site_event(chosen.site)
    path = chosen.site / SCHEDULE
    if not path.is_file():
        raise CommandError(f"{path}: there is no such page; write one that begins with `# Program`")
    values = _session_values(chosen, event)
    day, start, end = _session_time(chosen, event)
    values["when"] = f"{day} {clock(start)}-{clock(end)}"
    try:
        page = SchedulePage(path)
        taken = {session.id for session in page.sessions}
        if "paper" not in values:
            values["id"] = _session_id(chosen, values, taken)
        elif values["paper"] in taken:
            raise CommandError(f"paper '{values['paper']}' has a session already; fix that one")
        for other in page.sessions:
            same_room = (other.room or event.room) == values.get("room", event.room)
            same_block = other.values.get("block") == values.get("block")
            there = f"'{other.id}' lasts from {clock(other.start)} to {clock(other.end)}"
            both = not other.is_cancelled and values.get("status") != Status.CANCELLED
            at_once = both and other.day == day and start < other.end and other.start < end
            inside = other.day == day and other.start <= start and end <= other.end
            if same_room and same_block and at_once:
                raise CommandError(f"{there} in the same room; choose another TIME, or a ROOM")
            if other.id == values.get("block") and not (same_room and inside):
                room = other.room or event.room
                raise CommandError(f"{there} in '{room}'; choose a TIME and ROOM within it")
        page.add(values)
    except ValueError as error:
        raise CommandError(f"{path}: {error}") from error
    write_whole(path, page.text)
    print(f"{path} has the session '{values.get('id') or values.get('paper')}' on {day}.")
    return 0


def _session_time(chosen: argparse.Namespace, event: Event) -> tuple[date, timedelta, timedelta]:
    """Return the day, which is the workshop's first if none is given, and both times."""
    on, start, end = _value("time", chosen.time, fields.time_range)
    day = _value("day", chosen.day, fields.day) if chosen.day else event.start
    if not event.start <= day <= event.end:
        raise CommandError(f"day {day}: the {event.kind} lasts from {event.start} to {event.end}")
    if on not in {None, day}:
        raise CommandError(f"time '{chosen.time}' names another day than {day}; leave it out there")
    return day, start, end


def _session_values(chosen: argparse.Namespace, event: Event) -> dict[str, str]:
    """Return what is given of a session, checked as a build would check it."""
    values = {
        name: _given(entry, text, event, chosen.site)
        for name, entry in SESSION_FIELDS.items()
        if name not in {"id", "time"} and (text := getattr(chosen, name))
    }
    if "paper" in values:
        if chosen.title or chosen.topics or chosen.id:
            raise CommandError(
                "a session with a paper has its title, topics and id; leave them out"
            )
        return values
    if not chosen.title:
        raise CommandError("a session needs a title, or the paper that it presents")
    return {"kind": Kind.TALK.id, **values, TITLE: _value("title", chosen.title, fields.text)}


def _session_id(chosen: argparse.Namespace, values: dict[str, str], taken: set[str]) -> str:
    if not chosen.id:
        return title_slug(values[TITLE], "session", values["kind"], taken)
    id: str = _value("id", chosen.id, fields.slug)
    if id in taken:
        raise CommandError(f"id '{id}' is taken by another session; choose another")
    return id


def _people(site: Path) -> Iterator[str]:
    """Yield the ids of all people: those with an entry, then the authors of papers."""
    yield from People(pages_of(site, PAGES_OF_ENTRIES), site / SPEAKERS).names
    for page in _pages(site / PAPERS):
        for author in author_list.authors(page.values.get("authors")):
            yield person_id(author.name)


def _pages(folder: Path) -> Iterator[PaperPage]:
    for path in sorted(folder.glob("*.md")):
        try:
            if page := read_paper_page(path):
                yield page
        except ValueError as error:
            raise CommandError(f"{path}: {error}") from error


def _papers(site: Path) -> list[str]:
    return sorted(path.stem for path in (site / PAPERS).glob("*.md"))


_IDS: dict[str, Callable[[Path], list[str]]] = {
    Topic.type: topic_ids,
    Person.type: lambda site: sorted(_people(site)),
    Paper.type: _papers,
    Session.type: lambda site: sorted(session_ids(site / SCHEDULE)),
}
"""The ids that an option may name, by the type of the objects."""


def _known(kind: str, names: Iterable[str], known: list[str]) -> None:
    for name in names:
        if name not in known:
            hint = suggest(name, known) or f"; no {kind} has a similar id"
            raise CommandError(f"unknown {kind} '{name}'{hint}")


def _value(name: str, text: str, convert: Callable[[str], Any]) -> Any:
    if not text.strip():
        raise CommandError(f"{name.upper()} is missing; `make help` shows how it is given")
    try:
        return convert(text)
    except ValueError as error:
        raise CommandError(said_of(name.upper(), text, str(error))) from error


def _asked(what: str) -> str:
    """Return what is typed in answer; where nobody can answer, say which argument is missing."""
    if not sys.stdin.isatty():
        missing = what.partition(",")[0].rpartition(" ")[2].upper()
        raise CommandError(
            f"a paper's page needs {missing}: make paper TITLE='…' NUMBER=58 "
            "AUTHORS='First Last* (Affiliation); Second Last'"
        )
    return input(f"{what}: ")


PAPER = Command("Write the page of a paper", _paper_arguments, _paper)
SESSION = Command("Put a session into the schedule", _session_arguments, _session)
