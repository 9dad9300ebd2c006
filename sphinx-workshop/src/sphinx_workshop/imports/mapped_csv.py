"""Reads any table with a header, its columns recognized, or named on the command line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..core import fields
from ..core.field_entry import imported
from ..core.field_table import PAPER
from . import author_names
from .changes import changed_authors
from .checked import Rows
from .cleaning import items, private, separator, with_semicolons
from .columns import MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping as Values

    from .columns import Mapping
    from .records import Reading
    from .tables import Row, Table

_OWN = ("authors", "topics", "keywords", "sessions")  # read in ways of their own
_LISTS = ("authors", "keywords", "topics", "sessions")
_MARKED = re.compile(rf"[^\W\d_][.)]?\s*[{re.escape(MARKS)}]")
_LEFT_OUT = (
    "the `{0}` after names means something else in each source, and is left out; say what it means "
    "by --columns: `{0}=presenting`, `{0}=equal` (contribution) or `{0}=corresponding`"
)


def read(table: Table, mapping: Mapping) -> Reading:
    """Return the submissions of a table; a row whose status says no is left out."""
    rows = Rows("csv", mapping=mapping.written())
    rows.reading.unread = table.unread(mapping.columns.values())
    marks = {
        name: separator(table.cell(row, mapping.columns[name]) for row in table.rows)
        for name in _LISTS
        if name in mapping.columns
    }
    marks_reported = False
    number, status = mapping.columns["number"], mapping.columns.get("status", "")
    for row in rows.of_table(table, number, status):
        given = {name: table.cell(row, column) for name, column in mapping.columns.items()}
        if not marks_reported and (mark := _unknown_mark(given["authors"], mapping)):
            marks_reported = True
            rows.reading.remark(row.where, _LEFT_OUT.format(mark))
        lists = {n: with_semicolons(given[n], mark) for n, mark in marks.items()}
        _add(rows, row, given | lists, given, mapping)
    return rows.reading


def _unknown_mark(authors: str, mapping: Mapping) -> str:
    """Return a mark after a name whose meaning the mapping does not give."""
    found = (text[0][-1] for text in _MARKED.finditer(authors))
    return next((mark for mark in found if mark not in mapping.marks), "")


def _add(
    rows: Rows, row: Row, given: Values[str, str], typed: Values[str, str], mapping: Mapping
) -> None:
    remark = rows.remark_on(row.where)
    authors = author_names.first_last(given["authors"], remark, mapping.marks)
    if presenter := author_names.first_last(given.get("presenter", ""), lambda _: None):
        authors = author_names.presented_by(authors, presenter[0].name, remark)
    rows.reading.note(changed_authors(row.where, typed["authors"], authors))
    topics = []
    for topic in items(given.get("topics")):
        try:
            topics.append(fields.slug(mapping.value("topics", topic)))
        except ValueError:
            remark(
                f"'{topic}' is not the id of a topic, and is left out; add the topic that it means "
                f"to --columns: topics:{topic}=inference"
            )
    others = [name for name in imported(PAPER) if name not in _OWN]
    more = {name: given.get(name, "") for name in ("keywords", "summary", "tldr", *others)}
    more["format"] = mapping.value("format", more["format"])
    sessions = (private(name) for name in given.get("sessions", "").split(";"))
    rows.add(
        row.where,
        given["number"],
        given["title"],
        authors,
        topics=topics,
        sessions=filter(None, sessions),
        **more,
    )
