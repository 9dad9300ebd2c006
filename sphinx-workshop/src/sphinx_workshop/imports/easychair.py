"""Reads EasyChair's submissions, with their authors where these are a table of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import author_names
from .author_names import Listed
from .changes import changed_authors, changed_people
from .checked import Rows
from .cleaning import clean, submission
from .mapped_csv import accepted
from .records import Reading, silent
from .separators import separator, with_semicolons

if TYPE_CHECKING:
    from ..core.model import Author
    from .records import Progress
    from .tables import Row, Table

WANTED = ("#", "Title", "Authors", "Deleted?")
WANTED_OF_AUTHORS = ("Submission #", "First name", "Last name")
_READ = (*WANTED, "Keywords", "Decision", "Abstract")
_READ_OF_AUTHORS = (*WANTED_OF_AUTHORS, "Affiliation")
_NOT_DELETED = re.compile(r"\s*(?:no|false|0)?\s*", re.IGNORECASE)


def read(table: Table, authors: Table | None = None, progress: Progress = silent) -> Reading:
    """Return the accepted papers.

    Args:
        table: the submissions.
        authors: their authors, a row each, in order; else the submissions' own column is read.
        progress: shows how many rows are done.
    """
    reading = Reading("easychair")
    reading.unread = table.unread(_READ)
    if authors:
        reading.unread += authors.unread(_READ_OF_AUTHORS)
    else:
        reading.remark(
            "file",
            "it has no affiliations; the Excel file, or a zip file with author.csv, has them",
        )
    people = _people(authors) if authors else {}
    rows = Rows(reading, numbers_only=True)
    mark = separator(table.cell(row, "Keywords") for row in table.rows)
    for row in progress(table.rows, "Reading rows"):
        name = str(submission(table.cell(row, "#")) or "")
        if odd := table.odd(row):
            reading.skip(row.where, odd, name)
        elif rejected := _rejected(table, row):
            reading.skip(row.where, f"submission {name or '?'} is left out: {rejected}", name)
        else:
            rows.add(
                row.where,
                table.cell(row, "#"),
                table.cell(row, "Title"),
                _authors(table, row, people, reading),
                keywords=with_semicolons(table.cell(row, "Keywords"), mark),
                summary=table.cell(row, "Abstract"),
            )
    return reading


def _rejected(table: Table, row: Row) -> str:
    """Return why a row is no accepted paper; where there are no decisions, all are."""
    if not _NOT_DELETED.fullmatch(table.cell(row, "Deleted?")):
        return "it is deleted"
    if not table.has("Decision"):
        return ""
    decision = clean(table.cell(row, "Decision"))
    if accepted(decision):
        return ""
    return f"its decision is '{decision[:40]}'" if decision else "its decision is empty"


def _people(table: Table) -> dict[str, list[Listed]]:
    """Return the authors by their submission's number."""
    found: dict[str, list[Listed]] = {}
    for row in table.rows:
        first, last = (table.cell(row, part) for part in ("First name", "Last name"))
        person = Listed(f"{first} {last}", table.cell(row, "Affiliation"), last)
        number = str(submission(table.cell(row, "Submission #")) or "")
        found.setdefault(number, []).append(person)
    return found


def _authors(
    table: Table, row: Row, people: dict[str, list[Listed]], reading: Reading
) -> tuple[Author, ...]:
    def tell(message: str) -> None:
        reading.remark(row.where, message)

    number = str(submission(table.cell(row, "#")) or "")
    if number in people:
        authors = author_names.placed(people[number], tell)
        reading.note(changed_people(row.where, people[number], authors))
        return authors
    typed = table.cell(row, "Authors")
    authors = author_names.first_last(typed, tell)
    reading.note(changed_authors(row.where, typed, authors))
    return authors
