"""Recognizes what a file is by what it holds, and has it read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from ..core.errors import CommandError
from ..core.vocabulary import KINDS
from . import cmt, frab_xml, headers, hotcrp, mapped_csv, mapping, openreview, pretalx, tables
from .decoding import decode
from .records import silent

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from ..core.vocabulary import Kind
    from .records import Progress, Reading

FORMATS = ("cmt", "openreview", "pretalx", "hotcrp", "csv")


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
    decoded = decode(data)
    reading = _read(decoded.text, zone, format, columns, progress, kinds)
    for remark in decoded.remarks:
        reading.remark("file", remark)
    return reading


def _read(
    text: str,
    zone: ZoneInfo,
    format: str,
    columns: str,
    progress: Progress,
    kinds: tuple[Kind, ...],
) -> Reading:
    start = text.lstrip("\ufeff \t\r\n")
    named = mapping.mapping(columns)
    if named.columns:
        found = tables.text_table(text, [*named.columns.values()])
        return mapped_csv.read(found, named, progress)
    if start[:1] in {"{", "["}:
        return _read_json(_json(text), zone, format, progress, kinds)
    if format in {"", "pretalx"} and frab_xml.matches(start):
        return pretalx.read(frab_xml.as_json(text), zone, kinds)
    if format in {"openreview", "pretalx", "hotcrp"}:
        raise CommandError(f"the file is no JSON, as {format} saves it; export it again")
    if start.startswith("<"):
        return cmt.read(_cmt_sheet(start), progress)
    if format == "cmt" or (not format and tables.has_columns(text, cmt.WANTED[:2])):
        reading = cmt.read(tables.text_table(text, cmt.WANTED), progress)
        if not text.endswith(("\n", "\r")):
            reading.remark("file", "it does not end with its last row, which may be cut off")
        return reading
    if table := tables.recognizable(text):
        recognized = mapping.Mapping(headers.recognized(table.header), named.marks)
        return mapped_csv.read(table, recognized, progress)
    raise CommandError(
        "the file is no export of CMT's, OpenReview's or pretalx's; say which columns are which: "
        "--columns 'number=Paper ID,title=Title,authors=Authors'"
    )


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
    if format == "cmt":
        raise CommandError("the file is JSON, and no export of CMT's; leave out --format cmt")
    raise CommandError(
        f"{_named(data)}; what is read: OpenReview's notes, HotCRP's papers, and pretalx's "
        "schedule or submissions. Export the papers as CSV instead, where there is a choice"
    )


def _named(data: Any) -> str:
    """Return what a file of JSON is, as far as that is known."""
    results = data.get("results") if isinstance(data, dict) else None
    if isinstance(results, list) and any("contributions" in found for found in results[:1]):
        return "this is an event of Indico's, which is not read"
    return "the JSON is of no kind that is known"


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
