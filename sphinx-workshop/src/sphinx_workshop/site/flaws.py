"""What the checks of sources and files find, and how it is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx.util import logging

if TYPE_CHECKING:
    from docutils import nodes

logger = logging.getLogger(__name__)

PAGES, LINKS, FENCES, ROLES = "pages", "links-and-pictures", "fences-and-options", "names-in-text"
"""Sections of the guide."""


class Flaw(NamedTuple):
    """A mistake on a line, counted from 1, the words for it, and the section that explains.

    Line 0 stands for the whole file.
    """

    line: int
    message: str
    section: str = PAGES
    hides: bool = False
    """Whether all else that is found on the page follows from it, and is not reported."""


def report(
    message: str,
    subtype: str,
    location: nodes.Node | tuple[str, int] | str,
    section: str = PAGES,
    *,
    type: str = "content",
    hides: bool = False,
) -> None:
    """Emit a warning with the guide's section; under `-W` it fails the build."""
    extra = {"about": section, "hides": hides}
    logger.warning("%s", message, type=type, subtype=subtype, location=location, extra=extra)
