"""Matches a message of Sphinx, MyST or docutils, and gives the words that replace it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from .site import Site


class Rewrite(NamedTuple):
    """A message by type and text, the section of the guide, and the words that replace it."""

    type: str
    text: re.Pattern[str]
    section: str
    words: Callable[[re.Match[str], Site], str]


def rewrite(
    type: str, text: str, section: str, words: Callable[[re.Match[str], Site], str]
) -> Rewrite:
    """Return a rewrite; its text is a regular expression."""
    return Rewrite(type, re.compile(text), section, words)
