"""Finds what separates the entries of a column's lists: semicolons, bars, line ends or commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ASIDE = re.compile(r"\([^()]*\)|\{[^{}]*\}|\$[^$]*\$")


def separator(cells: Iterable[str]) -> str:
    """Return the character that separates entries in a column, empty where none surely does.

    A bar or a line's end separates wherever it stands; most columns of one entry a cell have none.
    """
    texts = [_ASIDE.sub("", cell.strip()) for cell in cells]
    counts = {mark: sum(mark in text for text in texts) for mark in ("|", ";", "\n")}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else ""


def with_semicolons(cell: str, mark: str) -> str:
    """Return a list with semicolons between its entries, and with none inside of them."""
    if mark in {"", ";"}:
        return cell
    parts = (" ".join(part.replace(";", ",").split()) for part in cell.split(mark))
    return "; ".join(filter(None, parts))
