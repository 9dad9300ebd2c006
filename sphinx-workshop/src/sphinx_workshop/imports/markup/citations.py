r"""Keeps LaTeX's citations and references visible: `\citep[p. 2]{a,b}` is `[a, b, p. 2]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .groups import argument, optional

if TYPE_CHECKING:
    from .pieces import Pieces

NOTE = "a citation is kept as its key"
_NAMES = re.compile(
    r"(?:[A-Za-z]{0,6}cite(?:p|t|alp|alt|al|author|year|yearpar|num|text)?)|(?:eq|auto|c|C|page|name)?ref"
)


def is_citation(name: str) -> bool:
    """Tell whether a macro cites or refers to something."""
    return _NAMES.fullmatch(name) is not None


def shown(name: str, text: str, after: int, end: int, pieces: Pieces) -> tuple[str, int] | None:
    """Return the keys in brackets, and where the macro ends; None where it has no keys."""
    at, notes = after, []
    while span := optional(text, at, end):
        notes.append(text[span[0] : span[1]].strip())
        at = span[1] + 1
    keys = argument(text, at, end)
    if keys is None:
        return None
    named = ", ".join(key.strip() for key in text[keys[0] : keys[1]].split(",") if key.strip())
    before = notes[0] if len(notes) > 1 else ""
    behind = notes[-1] if notes else ""
    words = ", ".join(filter(None, (f"{before} {named}".strip(), behind)))
    pieces.note(NOTE)
    return pieces.literal(f"[{words.replace('~', ' ')}]"), keys[1] + 1
