"""What is said of an object before all else: an award, that it is withdrawn, moved, cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .field_table import TABLES

if TYPE_CHECKING:
    from .model import Record


def notices(record: Record) -> list[str]:
    """Return the words of the fields that lead, in the table's order."""
    found = ((entry, record.value(entry.name)) for entry in TABLES[record.type].values())
    words = (entry.said(value) for entry, value in found if entry.leads and value)
    return [said for said in words if said]
