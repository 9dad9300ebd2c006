"""Groups things by the names that each has."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Thing = TypeVar("Thing")


def grouped(
    things: Iterable[Thing], names: Callable[[Thing], Iterable[str]]
) -> dict[str, list[Thing]]:
    """Return the things of each name, in their order; one that has a name twice stands once.

    Args:
        things: what is grouped.
        names: returns the names of a thing.
    """
    found: defaultdict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        for name in dict.fromkeys(names(thing)):
            found[name].append(thing)
    return dict(found)
