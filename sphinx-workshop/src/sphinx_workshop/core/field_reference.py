"""Describes the options of directives, as the field table has them, for the manual's reference."""

from __future__ import annotations

from typing import NamedTuple

from .field_table import TABLES


class ReferenceRow(NamedTuple):
    """An option as the reference describes it; `help` is Markdown."""

    option: str
    help: str
    required: bool
    example: str


def reference_rows(kind: str) -> list[ReferenceRow]:
    """Return the options of a directive (`paper`, `paper-list`, …), in the order of its page."""
    return [
        ReferenceRow(f":{entry.name}:", entry.help, entry.required, entry.example)
        for entry in TABLES.get(kind, {}).values()
    ]
