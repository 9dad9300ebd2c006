"""Recognizes whose table a text or a workbook holds by its columns, and has it read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..core.errors import CommandError
from . import cmt, easychair, entries, headers, indico, mapped_csv, mapping, tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .headers import Subject
    from .mapping import Mapping
    from .records import Progress, Reading
    from .tables import Row, Table

_REMEDY = "say which columns are which: --columns 'number=Paper ID,title=Title,authors=Authors'"


def of_text(text: str, format: str, named: Mapping, progress: Progress) -> Reading:
    """Return what a text of separated cells tells.

    Raises:
        CommandError: its columns are not recognized, and none are named.
    """
    if named.columns:
        return _named(tables.text_table(text, [*named.columns.values()]), named, progress)
    if format in {"", "easychair"} and tables.has_columns(text, easychair.WANTED):
        return easychair.read(tables.text_table(text, easychair.WANTED), progress=progress)
    if format in {"", "indico"} and tables.has_columns(text, indico.WANTED):
        return indico.read_table(tables.text_table(text, indico.WANTED), progress)
    if format == "cmt" or (not format and tables.has_columns(text, cmt.WANTED[:2])):
        reading = cmt.read(tables.text_table(text, cmt.WANTED), progress)
        if not text.endswith(("\n", "\r")):
            reading.remark("file", "it does not end with its last row, which may be cut off")
        return reading
    if tables.has_columns(text, easychair.WANTED_OF_AUTHORS):
        raise CommandError(_AUTHORS_ALONE)
    for subject in _READERS:
        if table := tables.text_about(text, subject):
            return _recognized(table, subject, named, progress)
    if tables.text_about(text, headers.UNNUMBERED):
        raise CommandError(_NO_NUMBERS)
    raise CommandError(f"the file is no export that is known; {_REMEDY}")


_NO_NUMBERS = (
    "titles and authors are there, and no column with the submissions' numbers; add one, `ID`, "
    "since papers are known by it when they are imported again; or say which one it is: --columns "
    "'number=Paper Nr,title=Title,authors=Authors'"
)
_AUTHORS_ALONE = (
    "these are EasyChair's authors alone; import its submissions, or the Excel file, which has both"
)


def of_sheets(
    sheets: Sequence[list[Row]], format: str, named: Mapping, progress: Progress
) -> Reading:
    """Return what the sheets of a workbook tell; the first that is recognized is read.

    Raises:
        CommandError: no sheet's columns are recognized, and none are named.
    """
    if named.columns:
        wanted = [*named.columns.values()]
        chosen = tables.with_columns(sheets, wanted) or tables.table(sheets[0], wanted)
        return _named(chosen, named, progress)
    if format in {"", "easychair"} and (found := tables.with_columns(sheets, easychair.WANTED)):
        authors = tables.with_columns(sheets, easychair.WANTED_OF_AUTHORS)
        return easychair.read(found, authors, progress)
    if format in {"", "indico"} and (found := tables.with_columns(sheets, indico.WANTED)):
        return indico.read_table(found, progress)
    if format in {"", "cmt"} and (found := tables.with_columns(sheets, cmt.WANTED)):
        return cmt.read(found, progress)
    for subject in _READERS:
        if found := tables.sheet_about(sheets, subject):
            return _recognized(found, subject, named, progress)
    if tables.sheet_about(sheets, headers.UNNUMBERED):
        raise CommandError(_NO_NUMBERS)
    first = ", ".join(f"'{cell[:40]}'" for cell in sheets[0][0].cells[:12])
    raise CommandError(f"no sheet has columns that are known; the first has {first}; {_REMEDY}")


_READERS = {
    headers.PAPERS: mapped_csv.read,
    headers.PEOPLE: entries.read_people,
    headers.DATES: entries.read_dates,
}
"""The readers of tables by their subjects; the first that a header fits is taken."""


def _recognized(table: Table, subject: Subject, named: Mapping, progress: Progress) -> Reading:
    columns = headers.recognized(table.header, subject)
    return _READERS[subject](table, replace(named, columns=columns), progress)


def _named(table: Table, named: Mapping, progress: Progress) -> Reading:
    return _READERS[mapping.subject(named.columns)](table, named, progress)
