"""Reads what CMT exports: a table with `Paper ID`, `Paper Title` and `Author Names`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from . import author_names
from .changes import changed_authors
from .checked import Rows

if TYPE_CHECKING:
    from ..core.model import Author
    from .records import Reading
    from .tables import Row, Table

NUMBER, TITLE, AUTHORS = "Paper ID", "Paper Title", "Author Names"
WANTED = (NUMBER, TITLE, AUTHORS)
_READ = (*WANTED, "Authors", "Abstract", "Status", "Files")

_CAMERA_READY = re.compile(r"(?:^|[^\d])(\d+)[\\/]CameraReady[\\/][^;,|\t\n]+?\.pdf", re.IGNORECASE)


def read(table: Table) -> Reading:
    """Return the accepted papers of an export.

    These columns are read, and no others: `Paper ID`, `Paper Title`, `Author Names`, `Authors` for
    affiliations, `Abstract`, `Status`, and `Files` to count a paper's.
    """
    rows = Rows("cmt", numbers_only=True)
    rows.reading.unread = table.unread(_READ)
    for row in rows.of_table(table, NUMBER, "Status"):
        number, title, summary = (table.cell(row, name) for name in (NUMBER, TITLE, "Abstract"))
        rows.add(row.where, number, title, _authors(table, row, rows), summary=summary)
        files = Counter(_CAMERA_READY.findall(table.cell(row, "Files")))
        for name, count in sorted(files.items()):
            if count > 1:
                message = f"submission {name} has {count} camera-ready files"
                rows.reading.remark(row.where, f"{message}; ask which one is the last")
    return rows.reading


def _authors(table: Table, row: Row, rows: Rows) -> tuple[Author, ...]:
    """Return the authors; nobody presents, for the `*` is the primary contact."""
    names, listed = table.cell(row, AUTHORS), table.cell(row, "Authors")
    found = author_names.last_first(names, rows.remark_on(row.where))
    people = author_names.first_last(listed, lambda _: None)
    places = {author.name: author.affiliations for author in people}
    authors = tuple(replace(a, affiliations=places.get(a.name, ())) for a in found)
    rows.reading.note(changed_authors(row.where, names, found))
    if listed:
        rows.reading.note(changed_authors(row.where, listed, authors))
    return authors
