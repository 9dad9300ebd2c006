"""Checks the fences of a source: those left open, and those with too few characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.fences import Fence, fences, shown_as_typed
from ..flaws import FENCES, Flaw

if TYPE_CHECKING:
    from collections.abc import Sequence

_TWO_COLONS = re.compile(r" {0,3}(?P<text>::\{[\w:-]+\}(?!`).*)")


def misread_fences(lines: Sequence[str]) -> list[Flaw]:
    """Return the first fence that is left open, or opens nothing: after it, others are misread."""
    found = list(fences(lines))
    typed = shown_as_typed(found)
    flaws = [_left_open(fence) for fence in found if fence.end is None]
    for index, line in enumerate(lines):
        if index not in typed and (short := _TWO_COLONS.fullmatch(line)):
            text = short["text"].rstrip()
            message = f"'{text}' has two colons, and needs three; write ':{text}'"
            flaws.append(Flaw(index + 1, message, FENCES))
    return sorted(flaws)[:1]


def _left_open(fence: Fence) -> Flaw:
    """Report a fence without an end; the one around it, if no longer, has taken its end."""
    outer = fence.outer
    if outer and fence.marker.startswith(outer.marker):
        message = (
            f"'{outer.text}' is not closed before '{fence.text}' opens on line {fence.start + 1}; "
            f"end it with a line '{outer.marker}', or give it more of them if it holds the other"
        )
        return Flaw(outer.start + 1, message, FENCES)
    message = f"'{fence.text}' is never closed; end it with a line '{fence.marker}'"
    return Flaw(fence.start + 1, message, FENCES)
