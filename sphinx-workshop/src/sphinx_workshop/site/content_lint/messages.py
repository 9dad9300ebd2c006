"""Emits what the checks find as warnings with file, line and the guide's section."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx.util import logging

if TYPE_CHECKING:
    from docutils import nodes

logger = logging.getLogger(__name__)

PAGES, LINKS, FENCES, ROLES = (
    "pages",
    "links-and-pictures",
    "fences-and-options",
    "names-in-text",
)
"""Sections of the guide."""


class Flaw(NamedTuple):
    """What is wrong with a line of a file, counted from 1; 0 stands for the whole file."""

    line: int
    message: str


def report(
    message: str, subtype: str, location: nodes.Node | tuple[str, int] | str, about: str = PAGES
) -> None:
    """Emit a warning; under `-W` it fails the build."""
    logger.warning(
        "%s", message, type="content", subtype=subtype, location=location, extra={"about": about}
    )
