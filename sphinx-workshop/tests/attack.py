"""An attack by a page: its files, and the message that its author gets."""

from __future__ import annotations

from typing import NamedTuple

ANYWHERE = 0
"""The line is where Python gives up, which depends on what has called what."""
SECRET = "7f3c9e21-secret-4b"
LINK, PICTURE, PATH = "the link to '", "the picture '", "the link would publish the file '"
NO_DIRECTIVE, NO_ROLE = "a page may not use the directive '", "a page may not use the role '"
UNKNOWN = "there is no directive '"
DEEP = "too many lists, quotes or fences are nested here"


class Attack(NamedTuple):
    """A page, the line that is to be named, and how the message begins."""

    page: str
    line: int
    message: str


def below(text: str, message: str, line: int = 0) -> Attack:
    """Return a page with the text under its heading, from line 3."""
    return Attack(f"# Page\n\n{text}\n", line + 3, message)


def above(lines: str, message: str, line: int = 2) -> Attack:
    """Return a page with lines of front matter."""
    return Attack(f"---\n{lines}\n---\n\n# Page\n", line, message)
