"""Reads people and dates out of tables, as entries for their pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..core import fields, page_hints
from ..core.field_table import PERSON
from ..core.model import Deadline, Person, person_id
from . import author_names
from .changes import changed_list
from .checked import Rows, rich_text
from .cleaning import private
from .records import GivenEntry

if TYPE_CHECKING:
    from collections.abc import Mapping as Values

    from .columns import Mapping
    from .records import Reading
    from .tables import Row, Table

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august",
           "september", "october", "november", "december")  # fmt: skip
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?"
_SPELLED = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS)
_MONTH = rf"(?P<month>{_SPELLED}|sept)\.?"
_YEAR = r"(?P<year>\d{4})"
_DAY_FIRST = re.compile(rf"{_WEEKDAY}{_DAY}\s+{_MONTH}\s+{_YEAR}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY}\s+{_YEAR}", re.IGNORECASE)
_HALVES = re.compile(r"(\d{1,2}):(\d{2})\s*([ap])\.?m\.?", re.IGNORECASE)
_SHIFT = re.compile(r"\b(?:UTC|GMT)\s*([+\-−])(\d{1,2})(?::?(\d{2}))?\b")


_LINKS = [name for name, entry in PERSON.items() if entry.address]
_OF_TALKS = ("title", "abstract", "talk", "talk title", "session", "time")
"""What tables of people say of their talks."""


def read_people(table: Table, mapping: Mapping) -> Reading:
    """Return the people of a table; what their roles are called is kept as it is written."""
    rows = Rows("people", mapping=mapping.written())
    reading, seen = rows.reading, dict[str, str]()
    reading.unread = table.unread(mapping.columns.values())
    for row in rows.of_table(table, ""):
        given = {field: table.cell(row, column) for field, column in mapping.columns.items()}
        if found := _person(rows, row, given):
            id = person_id(found.name)
            if id in seen:
                reading.skip(row.where, f"'{found.name}' is listed already ({seen[id]})")
            else:
                seen[id] = row.where
                reading.entries.append(found)
    if talks := [name for name in reading.unread if name in _OF_TALKS]:
        listed = "', '".join(talks)
        reading.remark(
            "file",
            f"what people talk about ('{listed}') is not read; put each talk into the schedule, "
            "as a session that names the person: `:speakers:` and the id",
        )
    return reading


def _person(rows: Rows, row: Row, given: Values[str, str]) -> GivenEntry | None:
    """Return a row's person, or say why it is left out."""
    reading = rows.reading
    written = given.get("name") or f"{given.get('first', '')} {given.get('last', '')}"
    names = author_names.last_first(written, rows.remark_on(row.where))
    if len(names) != 1 or names[0].name == page_hints.PERSON:
        why = f"'{private(written)[:60]}' is not a single name" if names else "it has no name"
        reading.skip(row.where, f"{why}; write one")
        return None
    last = "" if given.get("name") else given.get("last", "")
    options = {field: private(given.get(field)) for field in ("affiliation", "roles")}
    options |= {name: rows.checked(row.where, PERSON[name], given.get(name)) for name in _LINKS}
    place = given.get("affiliation", "")
    reading.note(changed_list(row.where, "name", written, names[0].name))
    reading.note(changed_list(row.where, "affiliation", place, options["affiliation"]))
    return GivenEntry(
        type=Person.type,
        name=names[0].name,
        family=names[0].family or author_names.family_in(names[0].name, last),
        options={field: value for field, value in options.items() if value},
        note=rich_text(reading, row.where, "note", given.get("note")).markdown,
        where=row.where,
    )


def read_dates(table: Table, mapping: Mapping) -> Reading:
    """Return the dates of a table."""
    rows = Rows("dates", mapping=mapping.written())
    reading, seen = rows.reading, dict[str, str]()
    reading.unread = table.unread(mapping.columns.values())
    for row in rows.of_table(table, ""):
        given = {field: table.cell(row, column) for field, column in mapping.columns.items()}
        title = private(given["title"])
        try:
            when = moment_text(given["when"], given.get("zone", ""))
            problem = "" if title else "it has no title; write one"
            if not problem and (first := seen.setdefault(title.casefold(), row.where)) != row.where:
                problem = f"'{title}' is listed already ({first}); give it another title"
        except ValueError as error:
            problem = f"'{title}': '{given['when'].strip()[:40]}' is no date; {error}"
        if problem:
            reading.skip(row.where, problem)
        else:
            reading.note(changed_list(row.where, "title", given["title"], title))
            note = rich_text(reading, row.where, "note", given.get("note")).markdown
            reading.entries.append(
                GivenEntry(
                    type=Deadline.type,
                    name=title,
                    options={"when": when},
                    note=note,
                    where=row.where,
                )
            )
    return reading


def moment_text(when: str, zone: str = "") -> str:
    """Return a day, or an instant, as a page has it: of `May 23rd, 2022, 11:59 pm (AoE)`, too.

    Args:
        when: the day, perhaps with hour and zone.
        zone: the zone, where it stands by itself.

    Raises:
        ValueError: it is not certain what is meant, `05/06/2022` for instance.
    """
    text = " ".join(re.sub(r"[(),]| at ", " ", f"{when} ").split())
    if found := _DAY_FIRST.match(text) or _MONTH_FIRST.match(text):
        short = [month[:3] for month in _MONTHS]
        month = short.index(found["month"][:3].casefold()) + 1
        text = f"{found['year']}-{month:02}-{int(found['day']):02} {text[found.end() :]}"
    # A workbook has days as instants at midnight.
    text = re.sub(r"^(\d{4}-\d\d-\d\d)[ T]00:00:00$", r"\1", text.strip())
    text = re.sub(r"^(\d{4}-\d\d-\d\d)[ T](\d\d?:\d\d):\d\d", r"\1 \2", text)
    text = _HALVES.sub(lambda time: _clock(int(time[1]), time[2], time[3].lower()), text)
    if zone.strip() and re.search(r":\d\d$", text):
        text = f"{text} {zone.strip()}"
    text = _SHIFT.sub(lambda found: f"{found[1]}{int(found[2]):02}:{found[3] or '00'}", text)
    text = re.sub(r"anywhere on earth", "AoE", text, flags=re.IGNORECASE)
    text = " ".join(text.split())
    fields.moment(text)
    return text


def _clock(hour: int, minutes: str, half: str) -> str:
    return f"{hour % 12 + (12 if half == 'p' else 0):02}:{minutes}"
