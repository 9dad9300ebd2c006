"""The commands `paper` and `session`: a page, or its part, with everything in place.

Nothing is made up: a paper without its number and authors is not written, since a page that holds
placeholders would build, and be published unnoticed. Nor is anything that a build would reject.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from ..core import fields
from ..core.errors import CommandError
from ..core.field_entry import said_of
from ..core.field_table import PAPER as PAPER_FIELDS
from ..core.field_table import SESSION as SESSION_FIELDS
from ..core.page_hints import page_note
from ..core.slugs import RESERVED, title_slug
from ..core.vocabulary import Kind
from ..editing.files import write_whole
from ..editing.markdown_text import escaped
from ..editing.page_text import TITLE
from ..editing.paper_page import new_paper_page
from ..editing.schedule_page import WHEN, SchedulePage, clock
from ..imports.rejected import rejected
from .commands import Command
from .settings import PAGES_OF_OBJECTS, PAPERS, SCHEDULE, pages_of, site_event, topic_ids

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from ..core.field_entry import Table
    from ..core.model import Event


_TYPED = "WORKSHOP_TYPED"
"""The variable by which make names those that were typed for it: `TITLE NUMBER`."""


def _add(parser: argparse.ArgumentParser, name: str, about: str, *, required: bool = False) -> None:
    """Add an option; typed for make, `TITLE='…'` is `--title='…'`, and none is missing here."""
    typed = os.environ.get(_TYPED)
    is_typed = name.upper() in (typed or "").split()
    given = os.environ.get(name.upper()) or None if is_typed else None
    needed = required and typed is None
    parser.add_argument(f"--{name}", required=needed, default=given, help=about)


def _paper_arguments(parser: argparse.ArgumentParser) -> None:
    _add(parser, "title", "the title, as the paper prints it", required=True)
    _add(parser, "number", "the submission number, like 58")
    _add(parser, "id", "the file's name, and the paper's in links (default: short)")
    for entry in PAPER_FIELDS.values():
        _add(parser, entry.name, entry.plain_help)


def _paper(chosen: argparse.Namespace) -> int:
    event = site_event(chosen.site)  # a site whose facts are wrong builds no page
    chosen.number = chosen.number or _asked("Submission number")
    for entry in PAPER_FIELDS.values():
        if entry.required and not getattr(chosen, entry.name):
            setattr(chosen, entry.name, _asked(f"{entry.name.capitalize()}, as {entry.example}"))
    number = _value("number", chosen.number, fields.submission)
    chosen.title = chosen.title or ""
    values = _options(chosen, PAPER_FIELDS)
    folder = chosen.site / PAPERS
    taken = RESERVED | {path.stem for path in folder.glob("*.md")}
    slug = chosen.id or title_slug(values[TITLE], "paper", str(number), taken)
    if _value("id", slug, fields.slug) in taken:
        raise CommandError(f"id '{slug}' is taken; choose another")
    path = folder / f"{slug}.md"
    written = values | {TITLE: escaped(values[TITLE])}
    text = new_paper_page(number, written, page_note(values, topic_ids(chosen.site)))
    _write(chosen.site, path, text, event)
    print(f"{path} is written. Add the summary, then see the page by `make live`.")
    return 0


def _session_arguments(parser: argparse.ArgumentParser) -> None:
    _add(parser, "title", "the title; a session with --paper has its paper's")
    _add(parser, "day", "like 2022-07-22 (default: the workshop's first)")
    for entry in SESSION_FIELDS.values():
        _add(parser, entry.name, entry.plain_help, required=entry.required)


def _session(chosen: argparse.Namespace) -> int:
    event = site_event(chosen.site)
    path = chosen.site / SCHEDULE
    if not path.is_file():
        raise CommandError(f"{path}: there is no such page; write one that begins with `# Program`")
    on, start, end = _value("time", chosen.time or "", fields.time_range)
    day = _value("day", chosen.day, fields.day) if chosen.day else event.start
    if on not in {None, day}:
        raise CommandError(f"time '{chosen.time}' names another day than {day}; leave it out there")
    values = _options(chosen, SESSION_FIELDS) | {WHEN: f"{day} {clock(start)}-{clock(end)}"}
    try:
        page = SchedulePage(path)
        if not chosen.paper:
            if TITLE not in values:
                raise CommandError("a session needs a title, or the paper that it presents")
            values = {"kind": Kind.TALK.id, **values}
            taken = {session.id for session in page.sessions}
            values.setdefault("id", title_slug(values[TITLE], "session", values["kind"], taken))
        page.add(values)
        text = page.text
    except ValueError as error:
        raise CommandError(f"{path}: {error}") from error
    _write(chosen.site, path, text, event)
    print(f"{path} has the session '{values.get('id') or values.get('paper')}' on {day}.")
    return 0


def _options(chosen: argparse.Namespace, table: Table) -> dict[str, str]:
    """Return what is given of an object, as a page has it."""
    values = {} if chosen.title is None else {TITLE: _value("title", chosen.title, fields.text)}
    for name, entry in table.items():
        if given := getattr(chosen, name):
            values[name] = entry.canonical(_value(name, given, fields.text))
    return values


def _write(site: Path, path: Path, text: str, event: Event) -> None:
    """Write a page, unless a build would reject something that it does not reject now."""
    pages = pages_of(site, PAGES_OF_OBJECTS)
    before, after = (
        [mistake.message for mistake in rejected(site, pages, planned, event)]
        for planned in ({}, {path: text})
    )
    if new := [message for message in after if message not in before]:
        raise CommandError("\n  ".join(["nothing is written; a build would report:", *new]))
    write_whole(path, text)


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
