"""Recognizes whose table a text or a workbook holds by its columns, and has it read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..core.errors import CommandError
from . import cmt, easychair, entries, headers, indico, mapped_csv, mapping, tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .mapping import Mapping
    from .records import Reading

_REMEDY = "say which columns are which: --columns 'number=Paper ID,title=Title,authors=Authors'"
_NO_NUMBERS = (
    "titles and authors are there, and no column with the submissions' numbers; add one, `ID`, "
    "since papers are known by it when they are imported again; or say which one it is: --columns "
    "'number=Paper Nr,title=Title,authors=Authors'"
)
_AUTHORS_ALONE = (
    "these are EasyChair's authors alone; import its submissions, or the Excel file, which has both"
)
_READERS = {
    headers.PAPERS: mapped_csv.read,
    headers.PEOPLE: entries.read_people,
    headers.DATES: entries.read_dates,
}
"""The readers of tables by their subjects; the first that a header fits is taken."""


def read(sheets: Sequence[tables.Sheet], named: Mapping) -> Reading:
    """Return what sheets hold; the first that is recognized is read.

    Raises:
        CommandError: no sheet's columns are recognized, and none are named.
    """
    if named.columns:
        wanted = [*named.columns.values()]
        chosen = tables.with_columns(sheets, wanted) or sheets[0].table(wanted)
        return _READERS[mapping.subject(named.columns)](chosen, named)
    if found := tables.with_columns(sheets, easychair.WANTED):
        authors = tables.with_columns(sheets, easychair.WANTED_OF_AUTHORS)
        return easychair.read(found, authors)
    if found := tables.with_columns(sheets, indico.WANTED):
        return indico.read_table(found)
    if found := tables.with_columns(sheets, cmt.WANTED):
        return cmt.read(found)
    if any(sheet.has_columns(easychair.WANTED_OF_AUTHORS) for sheet in sheets):
        raise CommandError(_AUTHORS_ALONE)
    for subject, reader in _READERS.items():
        if found := tables.about(sheets, subject):
            columns = headers.recognized(found.header, subject)
            return reader(found, replace(named, columns=columns))
    for sheet in sheets:
        if sheet.about(headers.UNNUMBERED):
            raise CommandError(_NO_NUMBERS)
        if sheet.has_columns(cmt.WANTED[:2]):
            sheet.table(cmt.WANTED)  # says what is missing
    first = ", ".join(f"'{cell[:40]}'" for header in sheets[0].head[:1] for cell in header[:12])
    raise CommandError(
        f"the file is no export that is known; {_REMEDY}. Its first columns are {first}"
    )
