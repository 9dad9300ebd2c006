"""Holds back and prints Sphinx's warnings.

Private: the handlers of the logger `sphinx`, their class and the order of their filters
(`sphinx.util.logging`, Sphinx 7.2 to 9.0). Reason: no event is emitted for a warning.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from sphinx.util.logging import NAMESPACE, WarningStreamHandler

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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
