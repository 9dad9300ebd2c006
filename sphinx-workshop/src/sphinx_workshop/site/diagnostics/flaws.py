"""What the checks of sources return."""

from __future__ import annotations

from typing import NamedTuple

FENCES, MARKDOWN, LINKS = "fences-and-options", "pages", "links-and-pictures"
"""Sections of the guide."""


class Flaw(NamedTuple):
    """A mistake on a line, counted from 1, the words for it, and the section that explains."""

    line: int
    message: str
    section: str = MARKDOWN
    hides: bool = False
    """Whether all else that is found on the page follows from it, and is not reported."""
