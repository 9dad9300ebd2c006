"""Finds what somebody may have meant by a name that does not exist."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def suggest(name: str, known: Iterable[str]) -> str:
    """Return `; did you mean 'x'?` for the known name most like `name`, or nothing."""
    matches = get_close_matches(name, sorted(known), n=1)
    return f"; did you mean '{matches[0]}'?" if matches else ""
