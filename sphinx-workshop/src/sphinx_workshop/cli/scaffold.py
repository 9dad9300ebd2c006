"""The commands `paper` and `session`: a page, or its part, with everything in place.

Nothing is made up: a paper without its number and authors is not written, since a page that holds
placeholders would build, and be published unnoticed.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from ..core import author_list, fields
from ..core.errors import CommandError
from ..core.model import Kind, Person, person_id
from ..core.slugs import RESERVED, title_slug
from ..core.suggest import suggest
from ..editing.files import read_as_typed, write_whole
from ..editing.page_text import directives, lines_of
from ..editing.paper_page import OPTIONS, TITLE, new_paper_page, read_paper_page, written_authors
from ..editing.schedule_page import SchedulePage, clock
from .commands import Command
from .settings import PAGES_OF_PEOPLE, PAPERS, SCHEDULE, site_event, topic_ids

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, timedelta
    from pathlib import Path

    from ..core.model import Event
    from ..editing.paper_page import PaperPage

_NOTE = "One or two sentences of summary take the place of these lines, which nobody sees."


def _paper_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--title", required=True, help="the title, as the paper prints it")
    parser.add_argument("--number", help="the submission number, like 58")
    parser.add_argument(
        "--authors",
        help="all of them, in order: 'First Last* (Affiliation; Affiliation); First Last'",
    )
    parser.add_argument("--id", help="the file's name, and the paper's in links (default: short)")
    parser.add_argument("--topics", help="ids of topics: 'uncertainty; robustness'")
    parser.add_argument("--keywords", help="'galaxy morphology; photometry'")
    parser.add_argument("--code", help="the address of the code")
    parser.add_argument("--arxiv", help="the arXiv number alone")
    parser.add_argument("--pages", help="the number of pages")


def _paper(chosen: argparse.Namespace) -> int:
    site_event(chosen.site)  # a site whose facts are wrong builds no page
    number = _value("number", chosen.number or _asked("Submission number"), fields.number)
    values = _paper_values(chosen)
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
    write_whole(path, new_paper_page(number, values, _note(values, topic_ids(chosen.site))))
    print(f"{path} is written. Add the summary, then see the page by `make live`.")
    return 0


def _paper_values(chosen: argparse.Namespace) -> dict[str, str]:
    """Return what is given of a paper, checked as a build would check it."""
    title = _value("title", chosen.title, fields.text)
    asked = chosen.authors or _asked("Authors, as First Last* (Affiliation); First Last")
    values = {
        TITLE: title,
        "authors": written_authors(_value("authors", asked, author_list.authors)),
    }
    for name, convert in _PAPER_OPTIONS.items():
        if given := getattr(chosen, name):
            _value(name, given, convert)
            values[name] = fields.text(given)
    if "topics" in values:
        _known("topic", fields.slugs(values["topics"]), topic_ids(chosen.site))
    return values


_PAPER_OPTIONS: dict[str, Callable[[str | None], Any]] = {
    "topics": fields.slugs,
    "keywords": fields.items,
    "code": fields.url,
    "arxiv": fields.arxiv,
    "pages": fields.number,
}


def _note(values: dict[str, str], topics: list[str]) -> str:
    """Return what the page tells who edits it: what is still to be written, and how."""
    examples = {
        "topics": f"(of {'; '.join(topics)})" if topics else "(ids of topics)",
        "keywords": "first keyword; second keyword",
        "code": "https://…",
        "arxiv": "2207.00001",
        "pages": "8",
    }
    more = [f"  :{name}: {examples[name]}" for name in OPTIONS if name in examples.keys() - values]
    lead = ["More lines that may follow `:authors:`:"] if more else []
    return "\n".join([_NOTE, *lead, *more])


def _session_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--title", help="the title; a session with --paper has its paper's")
    parser.add_argument("--time", required=True, help="09:00-10:00, in the workshop's zone")
    parser.add_argument("--day", help="like 2022-07-22 (default: the workshop's first)")
    parser.add_argument("--id", help="the name of the session in links (default: short)")
    parser.add_argument("--kind", help=f"one of {', '.join(Kind)}")
    parser.add_argument("--speakers", help="ids of people: 'ann-lee; bo-ray'")
    parser.add_argument("--topics", help="ids of topics")
    parser.add_argument("--paper", help="the id of the paper that is presented")
    parser.add_argument("--room", help="the room, where there is more than one")


def _session(chosen: argparse.Namespace) -> int:
    event = site_event(chosen.site)
    path = chosen.site / SCHEDULE
    if not path.is_file():
        raise CommandError(f"{path}: there is no such page; write one that begins with `# Program`")
    values = _session_values(chosen)
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
            there = (other.room or event.room) == values.get("room", event.room)
            if there and other.day == day and start < other.end and other.start < end:
                raise CommandError(
                    f"'{other.id}' lasts from {clock(other.start)} to {clock(other.end)} in the "
                    "same room; choose another TIME, or a ROOM"
                )
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


def _session_values(chosen: argparse.Namespace) -> dict[str, str]:
    """Return what is given of a session, checked as a build would check it."""
    site, values = chosen.site, {}
    if chosen.paper:
        paper = _value("paper", chosen.paper, fields.slug)
        _known("paper", [paper], sorted(p.stem for p in (site / PAPERS).glob("*.md")))
        if chosen.title or chosen.topics or chosen.id:
            raise CommandError(
                "a session with a paper has its title, topics and id; leave them out"
            )
        values["paper"] = paper
    else:
        if not chosen.title:
            raise CommandError("a session needs a title, or the paper that it presents")
        values[TITLE] = _value("title", chosen.title, fields.text)
        values["kind"] = _value(
            "kind", chosen.kind or "talk", lambda kind: fields.choice(kind, Kind)
        )
    if chosen.paper and chosen.kind:
        values["kind"] = _value("kind", chosen.kind, lambda kind: fields.choice(kind, Kind))
    if chosen.speakers:
        speakers = _value("speakers", chosen.speakers, fields.slugs)
        _known("person", speakers, sorted(_people(site)))
        values["speakers"] = "; ".join(speakers)
    if chosen.topics:
        topics = _value("topics", chosen.topics, fields.slugs)
        _known("topic", topics, topic_ids(site))
        values["topics"] = "; ".join(topics)
    if chosen.room:
        values["room"] = _value("room", chosen.room, fields.text)
    return values


def _session_id(chosen: argparse.Namespace, values: dict[str, str], taken: set[str]) -> str:
    if not chosen.id:
        return title_slug(values[TITLE], "session", values["kind"], taken)
    id: str = _value("id", chosen.id, fields.slug)
    if id in taken:
        raise CommandError(f"id '{id}' is taken by another session; choose another")
    return id


def _people(site: Path) -> Iterator[str]:
    """Yield the ids of all people: those with an entry, then the authors of papers."""
    for path in (path for pattern in PAGES_OF_PEOPLE for path in sorted(site.glob(pattern))):
        try:
            for found in directives(lines_of(read_as_typed(path))):
                if found.name == Person.type:
                    yield found.option("id") or person_id(found.argument)
        except ValueError as error:
            raise CommandError(f"{path}: {error}") from error
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
        raise CommandError(f"{name.upper()} '{text}': {error}") from error


def _asked(what: str) -> str:
    """Return what is typed in answer; where nobody can answer, say which argument is missing."""
    if not sys.stdin.isatty():
        missing = what.partition(",")[0].rpartition(" ")[2].upper()
        raise CommandError(
            f"a paper's page needs {missing}: make paper TITLE='…' NUMBER=58 "
            "AUTHORS='First Last* (Affiliation); First Last'"
        )
    return input(f"{what}: ")


PAPER = Command("Write the page of a paper", _paper_arguments, _paper)
SESSION = Command("Put a session into the schedule", _session_arguments, _session)
