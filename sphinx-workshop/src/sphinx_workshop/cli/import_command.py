"""The command `import`: reads an export, compares it with the pages, writes, reports."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..core import author_list
from ..core.errors import CommandError
from ..core.model import Deadline, Person, submission_key
from ..editing.files import write_whole
from ..editing.schedule_page import SchedulePage
from ..imports import changes, formats, online
from ..imports.columns import mapping
from ..imports.decoding import LARGEST
from ..imports.former_names import put_present_names
from ..imports.merge import choices
from ..imports.names import similar_names
from ..imports.page_entries import Entries, naming, plan_rooms
from ..imports.paper_words import name_formats, name_sessions
from ..imports.papers import PaperImport, read_pages
from ..imports.plan import Plan
from ..imports.records import keep_authors_words_apart
from ..imports.rejected import rejected
from ..imports.report import report
from ..imports.state import NAME, read_state
from ..imports.talks import TalkImport
from .commands import Command
from .import_entries import plan_entries
from .settings import (
    PAGES_OF_ENTRIES,
    PAGES_OF_OBJECTS,
    PAPERS,
    SCHEDULE,
    SPEAKERS,
    pages_of,
    site_event,
    topic_ids,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..core.model import Event, SubmissionId
    from ..editing.paper_page import PaperPage
    from ..imports.merge import Choices
    from ..imports.records import Reading
    from ..imports.report import Again

_COPIES = Path("_build")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Writes pages of an export of CMT (tab-separated, or XML for Excel), OpenReview (notes, "
        "saved as JSON), HotCRP (JSON, CSV), EasyChair (Excel, CSV), Indico (JSON, CSV), pretalx "
        "and frab (schedule.json or .xml, submissions) or of any table with a header: of papers, "
        "of people or of dates. "
        "What was typed by hand is never overwritten unasked. What the source said last is kept in "
        f"{NAME}: commit it with the pages."
    )
    parser.add_argument(
        "file", nargs="?", help="the export, or the address of an event of pretalx's or of a file"
    )
    parser.add_argument(
        "--columns",
        default="",
        help="of any table: 'number=Paper ID,title=Title,authors=Authors,*=presenting', or a file "
        "with a pair a line; common headers need none",
    )
    parser.add_argument(
        "--role", default="", help="of people whose own role is not known: organizer, for instance"
    )
    parser.add_argument("--dry-run", action="store_true", help="report, and write no page")
    parser.add_argument(
        "--update",
        nargs="?",
        const="all",
        metavar="FIELDS",
        help="take what the source has changed since; =title,authors takes these fields only",
    )
    parser.add_argument(
        "--take",
        action="append",
        default=[],
        metavar="PAPER[:FIELD]",
        help="take the source's value whatever the page says: 58, 58:title or all:title",
    )
    parser.add_argument(
        "--keep",
        action="append",
        default=[],
        metavar="PAPER[:FIELD]",
        help="settle a difference: the page is right",
    )
    parser.add_argument("--by-make", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--all", action="store_true", help="show the whole of long lists")


def _run(chosen: argparse.Namespace) -> int:
    asked = choices(chosen.update, chosen.take, chosen.keep)
    event = site_event(chosen.site)
    path = _export(chosen.file, chosen.site)
    reading = _read(path, chosen, event)
    state_path = chosen.site / NAME
    if chosen.role and reading.format != "people":
        raise CommandError(f"--role is for tables of people; {path} is of {reading.format}")
    keep_authors_words_apart(reading, event)
    name_formats(reading, event)
    plan = Plan(read_state(state_path))
    put_present_names(reading, plan.state.former)
    with naming(chosen.site / SCHEDULE):
        name_sessions(reading, chosen.site / SCHEDULE, mapping(chosen.columns))
    known = plan.state.names()
    folder = chosen.site / PAPERS
    paths = sorted(folder.rglob("*.md"))  # a page may be moved to a folder in there
    pages = read_pages(paths)
    # All is read and compared before the first page is written.
    people = Entries(Person.type, pages_of(chosen.site, PAGES_OF_ENTRIES), plan)
    if reading.of_talks:
        _plan_talks(chosen.site, event, reading, pages, people, plan, asked)
    elif reading.of_entries:
        plan_entries(chosen.site, event, reading, people, plan, asked, chosen.role)
    else:
        _plan_papers(chosen.site, reading, pages, paths, plan, asked)
    asked.check({*known, *plan.state.names(), *map(str, pages), *reading.left_out})
    objects = pages_of(chosen.site, PAGES_OF_OBJECTS)
    plan.rejected = rejected(chosen.site, objects, plan.files, event)
    if not chosen.dry_run:
        _write(plan, state_path)
    if reading.changes:
        write_whole(chosen.site / changes.NAME, changes.whole(reading.changes))
    pairs = similar_names(_names(reading, pages, people))
    known_as = people.spellings
    same_person = [p for p in pairs if p[0] not in known_as or known_as[p[0]] != known_as.get(p[1])]
    text = report(
        plan,
        reading,
        same_person,
        _again(chosen),
        dry_run=chosen.dry_run,
        all_entries=chosen.all,
    )
    sys.stdout.write(text)
    if online.is_address(chosen.file):
        kept = shlex.quote(str(path))
        sys.stdout.write(f"\nWhat was fetched is kept in {path}; FROM={kept} reads it again.\n")
    return 0


def _again(chosen: argparse.Namespace) -> Again:
    """Return what makes commands like the one that was run, for the same shell."""
    given = [
        *(["--site", str(chosen.site)] if chosen.site != Path() else []),
        *(["--columns", chosen.columns] if chosen.columns else []),
        *(["--role", chosen.role] if chosen.role else []),
    ]

    def again(*options: str) -> str:
        if chosen.by_make:
            arguments = shlex.quote(shlex.join([*given, *options]))
            return f"make import FROM={shlex.quote(str(chosen.file))} ARGS={arguments}"
        return shlex.join(["sphinx-workshop", "import", *given, *options, "--", str(chosen.file)])

    return again


def _export(given: str | None, site: Path) -> Path:
    """Return the file that is named, or the copy of what an address leads to."""
    if given and online.is_address(given):
        return online.fetch(given, site / _COPIES)
    if not given or not Path(given).is_file():
        missing = f"{given}: there is no such file" if given else "no file is named"
        raise CommandError(f"{missing}; write FROM=Papers.txt, for instance")
    return Path(given)


def _read(path: Path, chosen: argparse.Namespace, event: Event) -> Reading:
    if path.stat().st_size > LARGEST:
        raise CommandError(f"{path}: it is larger than {LARGEST // 2**20} MiB; import it in parts")
    try:
        data = path.read_bytes()
        return formats.read(data, event.timezone, chosen.columns, event.kinds)
    except CommandError as error:
        raise CommandError(f"{path}: {error}") from error


def _plan_papers(
    site: Path,
    reading: Reading,
    pages: dict[SubmissionId, PaperPage],
    paths: Iterable[Path],
    plan: Plan,
    asked: Choices,
) -> None:
    topics = frozenset(topic_ids(site))
    stems = {path.stem.casefold() for path in paths}
    papers = PaperImport(site / PAPERS, pages, plan, asked, topics, stems)
    # By number, so that the order of the file decides no id.
    in_order = sorted(reading.submissions, key=lambda submission: submission_key(submission.number))
    for submission in in_order:
        papers.add(submission, reading)
    papers.finish(reading)


def _plan_talks(
    site: Path,
    event: Event,
    reading: Reading,
    pages: dict[SubmissionId, PaperPage],
    people: Entries,
    plan: Plan,
    asked: Choices,
) -> None:
    authors = frozenset(people.id(name) for name in _authors(pages))
    titles = {page.values["title"].casefold(): page.id for page in pages.values()}
    entries = pages_of(site, PAGES_OF_ENTRIES)
    # In calendars, a session and a deadline with one id would be one entry.
    taken = {*Entries(Deadline.type, entries, plan).names}
    path, speakers = site / SCHEDULE, site / SPEAKERS
    if not path.is_file():
        raise CommandError(f"{path}: there is no such page; write one that begins with `# …`")
    with naming(path):
        page = SchedulePage(path)
        talks = TalkImport(page, event, people, authors, speakers, titles, plan, asked, taken)
        for talk in sorted(reading.talks, key=lambda t: (t.start, t.code)):
            talks.add(talk, reading)
        talks.finish(reading)
    plan_rooms(reading, entries, plan)


def _write(plan: Plan, state_path: Path) -> None:
    """Write the pages, and then what the source said: interrupted between, the pages say it."""
    for path in sorted(plan.files):
        write_whole(path, plan.files[path])
    text = plan.state.text()
    there = state_path.read_bytes().decode("utf-8", "replace") if state_path.exists() else ""
    if text != there and (there or text != "{}\n"):
        write_whole(state_path, text)


def _names(
    reading: Reading, pages: dict[SubmissionId, PaperPage], people: Entries
) -> Iterator[str]:
    """Yield all names: of the file, of the pages' authors, and of people with an entry."""
    yield from reading.names()
    yield from people.names.values()
    yield from _authors(pages)


def _authors(pages: dict[SubmissionId, PaperPage]) -> Iterator[str]:
    """Yield the names of the pages' authors."""
    for page in pages.values():
        try:
            yield from (author.name for author in author_list.authors(page.values.get("authors")))
        except ValueError:
            continue


IMPORT = Command("Write pages of a submission system's export", _arguments, _run)
