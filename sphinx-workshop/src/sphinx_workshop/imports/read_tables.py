"""Recognizes whose table a text or a workbook holds by its columns, and has it read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.errors import CommandError
from . import cmt, easychair, headers, indico, mapped_csv, mapping, tables

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        found = tables.text_table(text, [*named.columns.values()])
        return mapped_csv.read(found, named, progress)
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
    if table := tables.recognizable(text):
        return _recognized(table, named, progress)
    raise CommandError(f"the file is no export that is known; {_REMEDY}")


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
        return mapped_csv.read(chosen, named, progress)
    if format in {"", "easychair"} and (found := tables.with_columns(sheets, easychair.WANTED)):
        authors = tables.with_columns(sheets, easychair.WANTED_OF_AUTHORS)
        return easychair.read(found, authors, progress)
    if format in {"", "indico"} and (found := tables.with_columns(sheets, indico.WANTED)):
        return indico.read_table(found, progress)
    if format in {"", "cmt"} and (found := tables.with_columns(sheets, cmt.WANTED)):
        return cmt.read(found, progress)
    if found := tables.recognizable_sheet(sheets):
        return _recognized(found, named, progress)
    first = ", ".join(f"'{cell[:40]}'" for cell in sheets[0][0].cells[:12])
    raise CommandError(f"no sheet has columns that are known; the first has {first}; {_REMEDY}")


def _recognized(table: Table, named: Mapping, progress: Progress) -> Reading:
    columns = headers.recognized(table.header)
    return mapped_csv.read(table, mapping.Mapping(columns, named.marks), progress)
