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
    with bar(len(entries), label, at_least=100) as advance:
        for entry in entries:
            yield entry
            advance(1)


@contextmanager
def bar(count: int, label: str, at_least: int = 0) -> Iterator[Callable[[int], object]]:
    """Show on a terminal how many of so many entries are done, unless there are few."""
    hidden = not sys.stderr.isatty() or count < at_least
    with module("click", "import").progressbar(
        length=count, label=label, file=sys.stderr, hidden=hidden
    ) as shown:
        yield shown.update
