"""Raises and lowers text: in Unicode where all its characters have such a form, else by a role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .pieces import Form

if TYPE_CHECKING:
    from .pieces import Pieces

_RAISED = {
    "sup": dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True)),
    "sub": dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True)),
}


def raised(text: str, way: str, pieces: Pieces) -> str:
    """Return a raised or lowered text.

    Args:
        text: what is raised.
        way: `sup` or `sub`.
        pieces: what is added to.
    """
    table = _RAISED[way]
    if text and all(character in table for character in text):
        return "".join(table[character] for character in text)
    words = " ".join(pieces.shown(text).split())
    if not words or re.search(r"[`{}\\]", words):
        return text
    return pieces.add(Form.INLINE, f"{{{way}}}`{words}`", words)
