"""Holds back and prints Sphinx's warnings, and names the pages that they are about.

Private: the handlers of the logger `sphinx`, their class, the order of their filters, and what is a
record's location (`sphinx.util.logging`, Sphinx 7.2 to 9.0). Reason: no event is emitted for a
warning.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from docutils.nodes import Node
from sphinx.util.logging import NAMESPACE, WarningStreamHandler, get_node_location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.environment import BuildEnvironment


def warning_handlers() -> Iterator[logging.Handler]:
    """Yield the handlers that print warnings."""
    for handler in logging.getLogger(NAMESPACE).handlers:
        if isinstance(handler, WarningStreamHandler):
            yield handler


def add_filters(first: Callable[[logging.LogRecord], bool], last: logging.Filter) -> None:
    """Add a filter before all others, one of which suppresses warnings, and one after them."""
    for handler in warning_handlers():
        handler.filters.insert(0, first)
        handler.addFilter(last)


def emit(record: logging.LogRecord, filter: logging.Filter) -> None:
    """Print a record by the handlers that have a filter, past their filters."""
    for handler in warning_handlers():
        if filter in handler.filters:
            handler.emit(record)


def note_pages(env: BuildEnvironment, pages: set[str]) -> None:
    """Add the document of each warning from now on to a set; "" stands for none."""

    def note(record: logging.LogRecord) -> bool:
        pages.add(_page(env, getattr(record, "location", None)))
        return True

    for handler in warning_handlers():
        handler.filters.insert(0, note)


def _page(env: BuildEnvironment, location: object) -> str:
    """Return the document of a location: of a node, of a document and a line, or of a path."""
    if isinstance(location, tuple):
        location = location[0]
    elif isinstance(location, Node):
        location = get_node_location(location)
    place = str(location or "")
    if place in env.found_docs:
        return place
    path, colon, line = place.rpartition(":")
    return env.path2doc(path if colon and not line.strip("0123456789") else place) or ""
