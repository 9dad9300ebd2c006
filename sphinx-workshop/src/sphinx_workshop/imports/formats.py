"""Recognizes what a file is by what it holds, and has it read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from ..core.errors import CommandError
from ..core.vocabulary import KINDS
from . import (
    cmt,
    frab_xml,
    hotcrp,
    indico,
    mapping,
    openreview,
    pretalx,
    read_tables,
    tables,
    workbook,
    yaml_rows,
)
from .decoding import decode
from .records import silent

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from ..core.vocabulary import Kind
    from .mapping import Mapping
    from .records import Progress, Reading

FORMATS = ("cmt", "openreview", "pretalx", "hotcrp", "easychair", "indico", "csv")


def read(
    data: bytes,
    zone: ZoneInfo,
    format: str = "",
    columns: str = "",
    progress: Progress = silent,
    kinds: tuple[Kind, ...] = KINDS,
) -> Reading:
    """Return what a file tells.

    Args:
        data: the bytes of the file.
        zone: the workshop's zone.
        format: one of `FORMATS`; else it is recognized.
        columns: for any table, which columns are which fields.
        progress: shows how many rows are done.
        kinds: what the workshop's sessions may be.

    Raises:
        CommandError: the file cannot be read; the message says where, why, and the remedy.
    """
    named = mapping.mapping(columns)
    if data.startswith(workbook.ZIP):
        return read_tables.of_sheets(workbook.sheets(data), format, named, progress)
    decoded = decode(data)
    reading = _read(decoded.text, zone, format, named, progress, kinds)
    for remark in decoded.remarks:
        reading.remark("file", remark)
    return reading


def _read(
    text: str,
    zone: ZoneInfo,
    format: str,
    named: Mapping,
    progress: Progress,
    kinds: tuple[Kind, ...],
) -> Reading:
    start = text.lstrip("\ufeff \t\r\n")
    if named.columns and not yaml_rows.matches(text):
        return read_tables.of_text(text, format, named, progress)
    if start[:1] in {"{", "["}:
        return _read_json(_json(text), zone, format, progress, kinds)
    if format in {"", "pretalx"} and frab_xml.matches(start):
        return pretalx.read(frab_xml.as_json(text), zone, kinds)
    if format in {"openreview", "pretalx", "hotcrp"}:
        raise CommandError(f"the file is no JSON, as {format} saves it; export it again")
    if start.startswith("<"):
        return cmt.read(_cmt_sheet(start), progress)
    if yaml_rows.matches(text):
        return read_tables.of_sheets([yaml_rows.rows(text)], format, named, progress)
    return read_tables.of_text(text, format, named, progress)


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


def _read_json(
    data: Any, zone: ZoneInfo, format: str, progress: Progress, kinds: tuple[Kind, ...]
) -> Reading:
    if format == "openreview" or (not format and openreview.matches(data)):
        if not openreview.matches(data):
            raise CommandError("there are no notes with a content in this file; save it again")
        return openreview.read(data, progress)
    if format == "hotcrp" or (not format and hotcrp.matches(data)):
        if not hotcrp.matches(data):
            raise CommandError("there are no papers with `pid` and `title` in this file")
        return hotcrp.read(data, progress)
    if format == "pretalx" or (not format and pretalx.matches(data)):
        if not pretalx.matches(data):
            raise CommandError("there is neither a schedule nor a submission in this file")
        return pretalx.read(data, zone, kinds)
    if format in {"", "indico"} and indico.matches(data):
        return indico.read(data, progress)
    if format in {"cmt", "easychair", "csv"}:
        raise CommandError(f"the file is JSON, and no table; leave out --format {format}")
    raise CommandError(
        "the JSON is of no kind that is known; what is read: OpenReview's notes, HotCRP's papers, "
        "pretalx's schedule or submissions, and Indico's contributions. Export the papers as CSV "
        "instead, where there is a choice"
    )


def _cmt_sheet(text: str) -> tables.Table:
    """Return the sheet that has the wanted columns."""
    if re.match(r"<(!doctype\s+)?html", text, re.IGNORECASE):
        raise CommandError("this is a web page, not an export; log in, and export again")
    sheets = [sheet for sheet in tables.excel_xml(text) if sheet]
    if not sheets:
        raise CommandError("the XML holds no sheet with rows; export again, for Excel")
    for sheet in sheets:
        try:
            return tables.table(sheet, cmt.WANTED)
        except CommandError as error:
            rejected = error
    raise rejected
