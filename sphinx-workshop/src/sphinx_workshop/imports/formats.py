"""Recognizes what a file is by what it holds, and has it read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from ..core.errors import CommandError
from ..core.vocabulary import KINDS
from . import (
    frab_xml,
    hotcrp,
    indico,
    mapping,
    openreview,
    pretalx,
    read_tables,
    tables,
    workbook,
)
from .decoding import decode

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from ..core.vocabulary import Kind
    from .mapping import Mapping
    from .records import Reading


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
    named = mapping.mapping(columns)
    if data.startswith(workbook.ZIP):
        return read_tables.read(workbook.sheets(data), named)
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
        return read_tables.read(_excel_sheets(start), named)
    if workbook.is_yaml(text):
        return read_tables.read([tables.Sheet.of(workbook.yaml_rows(text))], named)
    reading = read_tables.read(tables.text_sheets(text), named)
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
        "the JSON is of no kind that is known; what is read: OpenReview's notes, HotCRP's papers, "
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
