"""Recognizes what a file is by what it holds, and a table by its columns; has it read."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..core.errors import CommandError
from ..core.vocabulary import KINDS
from . import (
    cmt,
    easychair,
    entries,
    frab_xml,
    hotcrp,
    indico,
    mapped_csv,
    openreview,
    pretalx,
    tables,
    workbook,
)
from .columns import DATES, PAPERS, PEOPLE, UNNUMBERED, mapping, recognized, subject
from .decoding import decode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from ..core.vocabulary import Kind
    from .columns import Mapping
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
    PAPERS: mapped_csv.read,
    PEOPLE: entries.read_people,
    DATES: entries.read_dates,
}
"""The readers of tables by their subjects; the first that a header fits is taken."""


def read(
    data: bytes,
    zone: ZoneInfo,
    columns: str = "",
    kinds: tuple[Kind, ...] = KINDS,
) -> Reading:
    """Return what a file holds.

    Args:
        data: the bytes of the file.
        zone: the workshop's zone.
        columns: for any table, which columns are which fields.
        kinds: what the workshop's sessions may be.

    Raises:
        CommandError: the file cannot be read; the message says where, why, and the remedy.
    """
    named = mapping(columns)
    if data.startswith(workbook.ZIP):
        return _read_sheets(workbook.sheets(data), named)
    text, remark = decode(data)
    reading = _read(text, zone, named, kinds)
    if remark:
        reading.remark("file", remark)
    return reading


def _read(text: str, zone: ZoneInfo, named: Mapping, kinds: tuple[Kind, ...]) -> Reading:
    start = text.lstrip("\ufeff \t\r\n")
    if not named.columns:
        if start[:1] in {"{", "["}:
            return _read_json(_json(text), zone, kinds)
        if frab_xml.matches(start):
            return pretalx.read(frab_xml.as_json(text), zone, kinds)
    if start.startswith("<"):
        return _read_sheets(_excel_sheets(start), named)
    if workbook.is_yaml(text):
        return _read_sheets([tables.Sheet.of(workbook.yaml_rows(text))], named)
    reading = _read_sheets(tables.text_sheets(text), named)
    if reading.format == "cmt" and not text.endswith(("\n", "\r")):
        reading.remark("file", "it does not end with its last row, which may be cut off")
    return reading


def _json(text: str) -> Any:
    try:
        return json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise CommandError(
            f"line {error.lineno}, column {error.colno}: the JSON is broken or cut off here "
            f"({error.msg}); save it again"
        ) from None
    except (RecursionError, ValueError):
        raise CommandError("the JSON is nested too deeply, or holds too long a number") from None


def _read_json(data: Any, zone: ZoneInfo, kinds: tuple[Kind, ...]) -> Reading:
    if openreview.matches(data):
        return openreview.read(data)
    if hotcrp.matches(data):
        return hotcrp.read(data)
    if indico.matches(data):
        return indico.read(data)
    if pretalx.matches(data):
        return pretalx.read(data, zone, kinds)
    raise CommandError(
        "the JSON is of no known kind; what is read: OpenReview's notes, HotCRP's papers, "
        "pretalx's schedule or submissions, and Indico's contributions. Export the papers as CSV "
        "instead, where there is a choice"
    )


def _excel_sheets(text: str) -> list[tables.Sheet]:
    if re.match(r"<(!doctype\s+)?html", text, re.IGNORECASE):
        raise CommandError("this is a web page, not an export; log in, and export again")
    sheets = [tables.Sheet.of(rows) for rows in tables.excel_xml(text) if rows]
    if not sheets:
        raise CommandError("the XML holds no sheet with rows; export it again, for Excel")
    return sheets


def _read_sheets(sheets: Sequence[tables.Sheet], named: Mapping) -> Reading:
    """Return what sheets hold; the first that is recognized is read.

    Raises:
        CommandError: no sheet's columns are recognized, and none are named.
    """
    if named.columns:
        wanted = [*named.columns.values()]
        chosen = tables.with_columns(sheets, wanted) or sheets[0].table(wanted)
        return _READERS[subject(named.columns)](chosen, named)
    if found := tables.with_columns(sheets, easychair.WANTED):
        authors = tables.with_columns(sheets, easychair.WANTED_OF_AUTHORS)
        return easychair.read(found, authors)
    if found := tables.with_columns(sheets, indico.WANTED):
        return indico.read_table(found)
    if found := tables.with_columns(sheets, cmt.WANTED):
        return cmt.read(found)
    if any(sheet.has_columns(easychair.WANTED_OF_AUTHORS) for sheet in sheets):
        raise CommandError(_AUTHORS_ALONE)
    for about, reader in _READERS.items():
        if found := tables.about(sheets, about):
            columns = recognized(found.header, about)
            return reader(found, replace(named, columns=columns))
    for sheet in sheets:
        if sheet.about(UNNUMBERED):
            raise CommandError(_NO_NUMBERS)
        if sheet.has_columns(cmt.WANTED[:2]):
            sheet.table(cmt.WANTED)  # says what is missing
    first = ", ".join(f"'{cell[:40]}'" for header in sheets[0].head[:1] for cell in header[:12])
    raise CommandError(f"the file is not a known export; {_REMEDY}. Its first columns are {first}")
