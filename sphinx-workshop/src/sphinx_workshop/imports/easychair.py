"""Reads EasyChair's submissions, with their authors where these are a table of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .author_names import Listed
from .checked import Rows
from .cleaning import separator, submission, with_semicolons

if TYPE_CHECKING:
    from .records import Reading
    from .tables import Row, Table

WANTED = ("#", "Title", "Authors", "Deleted?")
WANTED_OF_AUTHORS = ("Submission #", "First name", "Last name")
_READ = (*WANTED, "Keywords", "Decision", "Abstract")
_READ_OF_AUTHORS = (*WANTED_OF_AUTHORS, "Affiliation")
_NOT_DELETED = re.compile(r"\s*(?:no|false|0)?\s*", re.IGNORECASE)


def read(table: Table, authors: Table | None = None) -> Reading:
    """Return the accepted papers.

    Args:
        table: the submissions.
        authors: their authors, a row each, in order; else the submissions' own column is read.
    """
    rows = Rows("easychair", numbers_only=True)
    rows.reading.unread = table.unread(_READ)
    if authors:
        rows.reading.unread += authors.unread(_READ_OF_AUTHORS)
    else:
        rows.reading.remark(
            "file",
            "it has no affiliations; the Excel file, or a zip file with author.csv, has them",
        )
    people = _people(authors) if authors else {}
    mark = separator(table.cell(row, "Keywords") for row in table.rows)

    def deleted(row: Row) -> str:
        is_there = _NOT_DELETED.fullmatch(table.cell(row, "Deleted?"))
        return "" if is_there else "it is deleted"

    for row in rows.of_table(table, "#", "Decision", deleted):
        number = table.cell(row, "#")
        listed = people.get(str(submission(number) or ""))
        rows.add(
            row.where,
            number,
            table.cell(row, "Title"),
            rows.people(row.where, listed)
            if listed
            else rows.authors(row.where, table.cell(row, "Authors")),
            keywords=with_semicolons(table.cell(row, "Keywords"), mark),
            summary=table.cell(row, "Abstract"),
        )
    return rows.reading


def _people(table: Table) -> dict[str, list[Listed]]:
    """Return the authors by their submission's number."""
    found: dict[str, list[Listed]] = {}
    for row in table.rows:
        first, last = (table.cell(row, part) for part in ("First name", "Last name"))
        person = Listed(f"{first} {last}", table.cell(row, "Affiliation"), last)
        number = str(submission(table.cell(row, "Submission #")) or "")
        found.setdefault(number, []).append(person)
    return found
