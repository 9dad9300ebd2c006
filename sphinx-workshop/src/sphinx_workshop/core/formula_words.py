"""Says a formula as far as Unicode goes, for what has text alone: calendars, data, metadata."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from .extras import MissingExtraError, module

BROKEN = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the library raises on broken LaTeX: it names no error of its own for it."""

_OPERATOR = re.compile(
    r"(?<=[\w)}\]])\\(?=(?:log|ln|lg|exp|sin|cos|tan|sinh|cosh|tanh|arcsin|arccos|arctan|max|min|sup"
    r"|inf|lim|det|dim|ker|deg|gcd|arg|Pr|mod)(?![A-Za-z]))"
)


@lru_cache(10_000)
def words(source: str) -> str:
    """Return a formula in Unicode, on one line; what cannot be read stays as it was typed.

    So does every formula where pylatexenc is not installed.
    """
    try:
        # A word after a letter would be taken for more of it: `n\\log n`.
        spaced = _OPERATOR.sub(r" \\", source)
        return " ".join(str(_library().latex_to_text(f"${spaced}$")).split()) or source
    except (MissingExtraError, *BROKEN):
        return source


@cache
def _library() -> Any:
    return module("pylatexenc.latex2text", "latex").LatexNodes2Text()
