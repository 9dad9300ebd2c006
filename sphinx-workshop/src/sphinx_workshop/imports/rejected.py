"""Finds what a build rejects of the objects of pages, before it is built."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from ..core import declared, fields
from ..core.checks import RejectedObject, Subtype, issues
from ..core.declared import DeclarationError
from ..core.field_entry import held, missing, option_value, rejection
from ..core.field_table import TABLES
from ..core.model import Deadline, Paper, Person, Room, Session, Topic, person_id
from ..core.program import Program
from ..core.state_blocks import only_for
from ..editing.files import read_as_typed
from ..editing.page_text import directives, first_heading, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from ..core.model import Event, Record
    from ..editing.page_text import Directive

_SCHEDULE = "schedule"


class Mistake(NamedTuple):
    """What a build reports, and where: `program/index.md:12:`."""

    place: str
    message: str


def rejected(
    site: Path, pages: Iterable[Path], planned: Mapping[Path, str], event: Event
) -> list[Mistake]:
    """Return what is wrong with objects as they will be, in the words of a build.

    Args:
        site: the site's folder.
        pages: those on which objects stand.
        planned: the texts of pages that are going to be written.
        event: the facts of the workshop.
    """
    found = _Objects(event)
    for path in sorted({*pages, *planned}):
        name = path.relative_to(site).with_suffix("").as_posix()
        try:
            text = planned[path] if path in planned else read_as_typed(path)
            found.read(name, only_for(lines_of(text), event.state))
        except ValueError as error:
            found.problems.append((name, 0, str(error)))
    found.check()
    return [
        Mistake(f"{site / name}.md:{f'{line}:' if line else ''}", message)
        for name, line, message in sorted(found.problems)
    ]


@dataclass(frozen=True, slots=True)
class _Page:
    """A page: its name without the ending, its heading, the types of objects that it has."""

    name: str
    title: str
    types: set[str] = field(default_factory=set)


class _Objects:
    """Makes records of the objects that pages declare, as their directives do."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.problems: list[tuple[str, int, str]] = []
        self._records: list[Record] = []
        self._lost: list[RejectedObject] = []
        self._declared: dict[tuple[str, int], Directive] = {}

    def read(self, name: str, lines: list[str]) -> None:
        """Read a page, by its name without the ending."""
        heading = first_heading(lines)
        page = _Page(name, heading.text if heading else "")
        for found in directives(lines):
            if found.name == _SCHEDULE and found.content.text.strip():
                day = self._day(name, found)
                for each in directives(lines, found.content.start, found.content.end):
                    self._object(page, each, day, in_schedule=True)
            else:
                self._object(page, found, None)

    def check(self) -> None:
        """Add what only all pages together show."""
        program = Program(self.event, self._records, rejected=self._lost)
        for record, _, message, option in issues(program):
            found = self._declared[record.docname, record.line]
            self.problems.append((record.docname, _line(found, option), message))

    def _day(self, name: str, found: Directive) -> date | None:
        try:
            return fields.day(found.argument)
        except ValueError as error:
            label = f"schedule '{found.argument}'" if found.argument else "schedule"
            message = f"{label}: write the day after `{{schedule}}`: {error}"
            self.problems.append((name, _line(found), message))
            return None

    def _object(
        self, page: _Page, found: Directive, day: date | None, *, in_schedule: bool = False
    ) -> None:
        if found.name not in _MADE:
            return
        id = _id(page.name, found)
        values, said = self._values(found)
        own, record = None, None
        try:
            if found.name == Session.type and not in_schedule:
                raise DeclarationError(declared.NO_SCHEDULE, Subtype.PLACE)
            own = self._own(page, found, dict.fromkeys(found.options) | values)
            record = None if said else self._record(found, own, values, day)
        except DeclarationError as mistake:
            said.append((mistake.option, str(mistake)))
        self._declared[page.name, found.start + 1] = found
        if record:
            page.types.add(record.type)
            self._records.append(record)
        else:
            known = values | (own or {})
            self._lost.append(RejectedObject(found.name, id, page.name, found.start + 1, known))
        label = f"{found.name} '{id}'" if id else found.name
        self.problems += (
            (page.name, _line(found, option), f"{label}: {words}") for option, words in said
        )

    def _values(self, found: Directive) -> tuple[dict[str, Any], list[tuple[str, str]]]:
        """Return the values of options, and what is said of each that has none."""
        table = TABLES[found.name]
        values, said = {}, []
        for option in found.options:
            text = found.option(option)
            try:
                values[option] = option_value(table, option, text, self.event)
            except ValueError as error:
                said.append((option, rejection(table, option, text, str(error))))
        wrong = [option for option, _ in said]
        return values, [*said, *(("", words) for words in missing(table, found.options, wrong))]

    def _own(self, page: _Page, found: Directive, values: dict[str, Any]) -> dict[str, Any]:
        """Return the fields of an object that no option holds.

        Raises:
            DeclarationError: there are none.
        """
        of = _MADE[found.name]
        id, title = _id(page.name, found), found.argument
        given: dict[str, Any] = {}
        if of in {Paper, Topic}:
            if not page.title:
                raise DeclarationError(declared.NO_HEADING, Subtype.PLACE)
            id, title = declared.page_id(of.type, id, page.types), page.title
        if of is Paper:
            declared.check_picture(values, "figure", ("alt", "caption"))
            given = {"number": declared.submission(found.argument), "summary": ""}
        elif of is Topic:
            given = {"short": declared.argument(of.type, found.argument), "summary": ""}
        elif of is Person:
            title, given["family"] = declared.person_name(found.argument, values)
        elif of in {Room, Deadline}:
            title = declared.argument(of.type, found.argument)
        else:
            title = declared.session_title(found.argument, values)
        return given | {"id": id, "title": title, "docname": page.name, "line": found.start + 1}

    def _record(
        self, found: Directive, own: dict[str, Any], values: dict[str, Any], day: date | None
    ) -> Record | None:
        """Return the record of an object, or None where its schedule has no day.

        Raises:
            DeclarationError: there is none.
        """
        of = _MADE[found.name]
        given: dict[str, Any] = {}
        if of is Deadline:
            declared.check_dates(values)
        elif of is Session:
            if day is None:
                return None
            given = declared.session_times(values, day, self.event)
        return of(**own, **given | held(TABLES[of.type], of, values))


_MADE: dict[str, type[Record]] = {
    of.type: of for of in (Paper, Topic, Session, Room, Person, Deadline)
}


def _id(name: str, found: Directive) -> str:
    """Return the id by which messages name an object."""
    if found.name in {Paper.type, Topic.type}:
        return PurePosixPath(name).name
    if found.name in {Person.type, Room.type}:
        return found.option("id") or person_id(found.argument)
    return found.option("id") or found.option("paper") or found.argument


def _line(found: Directive, option: str = "") -> int:
    """Return the line of an option, else that of the directive."""
    return (found.options[option].start if option in found.options else found.start) + 1
