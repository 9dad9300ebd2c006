"""Shows on a terminal how far a command is."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from ..core.extras import module

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Entry = TypeVar("Entry")


def progress(entries: Sequence[Entry], label: str) -> Iterator[Entry]:
    """Yield the entries, showing on a terminal how many are done."""
    hidden = not sys.stderr.isatty() or len(entries) < 100
    with module("click", "import").progressbar(
        entries, label=label, file=sys.stderr, hidden=hidden
    ) as shown:
        yield from shown


@contextmanager
def bar(count: int) -> Iterator[Callable[[int], object]]:
    """Show on a terminal how many of so many talks are fetched."""
    with module("click", "import").progressbar(
        length=count, label="Fetching", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as shown:
        yield shown.update
