"""Finds what a build rejects of the objects of pages, before it is built."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..core import fields
from ..core.checks import issues
from ..core.field_entry import held
from ..core.field_table import TABLES
from ..core.model import Deadline, Paper, Person, Session, Topic, person_id
from ..core.option_values import missing, option_value, rejection
from ..core.program import Program
from ..core.vocabulary import Kind
from ..editing.files import read_as_typed
from ..editing.page_text import directives, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from ..core.model import Event, Record
    from ..editing.page_text import Directive

_SCHEDULE = "schedule"
_OUTSIDE = "it stands outside a schedule; move it between the fences of a `{schedule}`"


def rejected(
    site: Path, pages: Iterable[Path], planned: Mapping[Path, str], event: Event
) -> list[str]:
    """Return what is wrong with objects as they will be: place, and words of a build.

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
            found.read(name, lines_of(text))
        except ValueError as error:
            found.problems.append((name, 0, str(error)))
    found.check()
    return [
        f"{site / name}.md:{f'{line}:' if line else ''} {message}"
        for name, line, message in sorted(found.problems)
    ]


class _Objects:
    """Makes records of the objects that pages declare, as their directives do."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.problems: list[tuple[str, int, str]] = []
        self._records: list[Record] = []
        self._lost: list[tuple[str, str]] = []  # types and ids of what has no record
        self._declared: dict[tuple[str, int], Directive] = {}

    def read(self, name: str, lines: list[str]) -> None:
        """Read a page, by its name without the ending."""
        for found, day in _with_days(lines):
            if found.name == _SCHEDULE:
                self._day(name, found)
            elif found.name in _MADE:
                self._object(name, found, day)

    def check(self) -> None:
        """Add what only all pages together can tell."""
        program = Program(self.event, self._records, rejected=self._lost)
        for record, _, message, option in issues(program):
            found = self._declared[record.docname, record.line]
            self.problems.append((record.docname, _line(found, option), message))

    def _day(self, name: str, found: Directive) -> None:
        try:
            fields.day(found.argument)
        except ValueError as error:
            message = f"schedule '{found.argument}': write the day after `{{schedule}}`: {error}"
            self.problems.append((name, _line(found), message))

    def _object(self, name: str, found: Directive, day: date | None) -> None:
        id = _id(name, found)
        values, said = self._values(found)
        of_session = found.name == Session.type
        if of_session and day is None and not said:
            said.append(("", _OUTSIDE))
        if not said:
            try:
                record = self._record(name, found, values, day)
            except ValueError as error:
                said.append(("time" if of_session else "", str(error)))
            else:
                self._records.append(record)
                self._declared[name, record.line] = found
        self._lost += [(found.name, id)] if said else []
        label = f"{found.name} '{id}'" if id else found.name
        self.problems += ((name, _line(found, of), f"{label}: {words}") for of, words in said)

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

    def _record(
        self, name: str, found: Directive, values: dict[str, Any], day: date | None
    ) -> Record:
        """Return the record of an object.

        Raises:
            ValueError: there is none; the message says why.
        """
        of = _MADE[found.name]
        common: dict[str, Any] = {"id": _id(name, found), "title": found.argument, "docname": name}
        given = held(TABLES[found.name], of, values)
        more: dict[str, Any] = {}
        if of is Paper:
            try:
                more = {"number": fields.submission(found.argument), "summary": ""}
            except ValueError as error:
                raise ValueError(f"submission number '{found.argument}': {error}") from None
        elif of is Topic:
            more = {"short": found.argument, "summary": ""}
        elif day:
            kind = Kind.SPOTLIGHT if values.get("paper") else Kind.TALK
            given = {"kind": kind, "room": self.event.room} | given
            more = dict(zip(("start", "end"), self._times(day, values), strict=True))
        return of(**common, line=found.start + 1, **given, **more)

    def _times(self, day: date, values: dict[str, Any]) -> Iterator[datetime]:
        on, *times = values["time"]
        if on not in {None, day}:
            raise ValueError(f"it is on {on}, its schedule on {day}; delete the date, or move it")
        for time in times:
            try:
                yield fields.at(day, time, self.event.timezone)
            except ValueError as error:
                raise ValueError(f"time: {error}") from None


_MADE: dict[str, type[Record]] = {of.type: of for of in (Paper, Topic, Session, Person, Deadline)}


def _with_days(lines: list[str]) -> Iterator[tuple[Directive, date | None]]:
    """Yield the directives of a page; of a schedule that has a day, then its own with the day."""
    for found in directives(lines):
        if found.name != _SCHEDULE or found.argument:
            yield found, None
        if found.name == _SCHEDULE and found.argument:
            try:
                day = fields.day(found.argument)
            except ValueError:
                continue
            inside = directives(lines, found.content.start, found.content.end)
            yield from ((each, day) for each in inside)


def _id(name: str, found: Directive) -> str:
    """Return the id by which messages name an object."""
    if found.name in {Paper.type, Topic.type}:
        return PurePosixPath(name).name
    if found.name == Person.type:
        return found.option("id") or person_id(found.argument)
    return found.option("id") or found.option("paper") or found.argument


def _line(found: Directive, option: str = "") -> int:
    """Return the line of an option, else that of the directive."""
    return (found.options[option].start if option in found.options else found.start) + 1
