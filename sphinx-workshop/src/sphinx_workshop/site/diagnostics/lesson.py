"""A message of others, and better words for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from .site import Site


class Rewrite(NamedTuple):
    """A message of others, by type and text, the guide's section, and better words for it."""

    type: str
    text: re.Pattern[str]
    section: str
    words: Callable[[re.Match[str], Site], str]


def lesson(
    type: str, text: str, section: str, words: Callable[[re.Match[str], Site], str]
) -> Rewrite:
    """Return a lesson; its text is a regular expression."""
    return Rewrite(type, re.compile(text), section, words)
