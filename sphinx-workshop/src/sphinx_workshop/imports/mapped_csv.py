"""Reads any table with a header, its columns named on the command line."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from ..core import fields
from ..core.errors import CommandError
from ..core.field_entry import imported
from ..core.field_table import PAPER
from ..core.suggest import suggest
from . import author_names
from .checked import Rows
from .cleaning import items, number
from .records import Reading, silent

if TYPE_CHECKING:
    from .records import Progress
    from .tables import Row, Table

_OWN = ("authors", "topics", "keywords")  # read in ways of their own
_REQUIRED = ("number", "title", "authors")
_PRIVATE = re.compile(r"e-?mail|review|conflict|\bbids?\b|assigned|score|rating", re.I)


def _fields() -> list[str]:
    """Return the fields that a column may hold."""
    return ["number", "title", "presenter", *imported(PAPER), "summary", "status"]


def columns(written: str) -> dict[str, str]:
    """Read `number=Paper ID,title=Title,"authors=Authors, all"`.

    Raises:
        CommandError: a field is unknown, missing, or its column may not be imported.
    """
    found: dict[str, str] = {}
    for pair in next(csv.reader([written], skipinitialspace=True), []):
        name, equals, column = (part.strip() for part in pair.partition("="))
        if not (equals and column):
            raise CommandError(f"--columns: '{pair}' is no field=Column; write number=Paper ID, …")
        if name not in _fields():
            hint = suggest(name, _fields()) or f"; known are {', '.join(_fields())}"
            raise CommandError(f"--columns: there is no field '{name}'{hint}")
        if _PRIVATE.search(column):
            raise CommandError(
                f"--columns: '{column}' may hold addresses or reviews, which are not imported; "
                "leave it out"
            )
        found[name] = column
    for name in _REQUIRED:
        if name not in found:
            raise CommandError(f"--columns: '{name}' is missing; write {name}=<column>")
    return found


def read(table: Table, mapping: dict[str, str], progress: Progress = silent) -> Reading:
    """Return the submissions of a table; a row whose status says no is left out."""
    reading = Reading("csv")
    rows = Rows(reading)
    for row in progress(table.rows, "Reading rows"):
        told = {name: table.cell(row, column) for name, column in mapping.items()}
        name = str(number(told["number"]) or "")
        if odd := table.odd(row):
            reading.skip(row.where, odd, name)
        elif "status" in told and not re.match(r"\s*(accept|yes|true|1\b)", told["status"], re.I):
            message = f"submission {name or '?'} is left out by its status"
            reading.skip(row.where, message, name)
        else:
            _add(rows, row, told)
    return reading


def _add(rows: Rows, row: Row, told: dict[str, str]) -> None:
    def tell(message: str) -> None:
        rows.reading.remark(row.where, message)

    authors = author_names.first_last(told["authors"], tell)
    if presenter := author_names.first_last(told.get("presenter", ""), lambda _: None):
        authors = author_names.presented_by(authors, presenter[0].name, tell)
    topics = []
    for topic in items(told.get("topics")):
        try:
            topics.append(fields.slug(topic))
        except ValueError:
            tell(f"'{topic}' is no topic's id, like 'inference'; it is left out")
    others = [name for name in imported(PAPER) if name not in _OWN]
    more = {name: told.get(name, "") for name in ("keywords", "summary", *others)}
    rows.add(row.where, told["number"], told["title"], authors, topics=topics, **more)
