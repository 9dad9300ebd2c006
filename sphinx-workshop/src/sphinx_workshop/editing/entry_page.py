"""Appends people and deadlines to a page, and finds those that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.state_blocks import only_for
from .page_text import Edit, directives, edited, lines_of, option_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def entry_text(type: str, name: str, options: Mapping[str, str], note: str = "") -> str:
    """Return an entry: its directive, with options in their order, and a note below."""
    lines = [f":::{{{type}}} {name}"]
    lines += [option_line(option, value) for option, value in options.items() if value]
    lines += ["", note] if note else []
    return "\n".join([*lines, ":::", ""])


def with_entries(text: str, type: str, entries: Iterable[str]) -> str:
    """Return a page with entries after the last one of their type, else at its end.

    They are for all states of the site, and so stand in no block for some (`{state}`).

    Raises:
        ValueError: the page cannot be read.
    """
    lines = lines_of(text if text.endswith(("\n", "\r")) or not text else f"{text}\n")
    ends = [found.end for found in directives(only_for(lines)) if found.name == type]
    place = max(ends, default=len(lines))
    added = "".join(f"\n{entry}" for entry in entries)
    return edited(lines, [Edit(place, place, added)])
