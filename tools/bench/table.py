"""The tables of what was measured, in Markdown; times of builds as ratios."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from .lighthouse import AUDITS, CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .lighthouse import Scores
    from .loading import Load
    from .rounds import Measured


def builds(measured: Sequence[Measured]) -> str:
    """Return what each site costs, against `bare` at the same size where that was built."""
    rows = []
    for one in measured:
        full = one.computing("full")
        same_size = {other.kind: other for other in measured if other.size == one.size}
        bare = same_size.get("bare")
        rows.append(
            (
                f"{one.size:,}",
                one.kind,
                f"{full / bare.computing('full'):.2f}" if bare else "",
                f"{one.seconds('parallel') / one.seconds('full'):.2f}",
                f"{one.computing('nothing') / full:.3f}",
                f"{one.computing('edit') / full:.3f}",
                f"{full / one.size * 1000:.1f}",
                f"{one.memory() / 1e6:.0f}",
                f"{one.output / 1e6:.1f}",
            )
        )
    head = (
        *("papers", "site", "full build, bare = 1", "with -j 2, serial = 1"),
        *("nothing to do, full = 1", "one paper edited, full = 1"),
        *("computing, ms a paper", "memory, MB", "output, MB"),
    )
    return _table(head, rows)


def growth(measured: Sequence[Measured]) -> str:
    """Return, for each kind, what a further paper costs between two sizes that follow."""
    rows = []
    for kind in dict.fromkeys(one.kind for one in measured):
        sizes = [one for one in measured if one.kind == kind]
        for small, large in pairwise(sizes):
            more = large.size - small.size
            time = (large.computing("full") - small.computing("full")) / more
            memory = (large.memory() - small.memory()) / more
            between = f"{small.size:,} to {large.size:,}"
            rows.append((kind, between, f"{time * 1000:.1f}", f"{memory / 1000:.0f}"))
    return _table(("site", "papers", "ms a further paper", "kB a further paper"), rows)


def lists(measured: Iterable[Measured]) -> str:
    """Return what long lists are like."""

    def shown(time: float | None) -> str:
        return "" if time is None else f"{time:.0f}" if time else "< 16"

    rows = [
        (
            f"{one.size:,}",
            felt.page,
            f"{felt.elements:,}",
            *map(shown, (felt.longest, felt.first, felt.further, felt.chosen)),
            *map(shown, (felt.frame, felt.slowest)),
        )
        for one in measured
        for felt in one.lists
    ]
    head = (
        *("papers", "list", "elements", "longest task while loading, ms"),
        *("first letter, ms", "a further letter, ms", "a topic, ms"),
        *("mean frame while scrolling, ms", "slowest, ms"),
    )
    return _table(head, rows)


def loading(loads: Iterable[Load]) -> str:
    """Return what pages take to load."""
    rows = [
        (
            one.page,
            str(one.requests),
            f"{one.sent / 1000:.1f}",
            f"{one.shift:.3f}",
            f"{one.blocked:.0f}",
        )
        for one in loads
    ]
    return _table(("page", "requests", "kB", "layout shift", "ms blocked"), rows)


def graded(scores: dict[str, Scores]) -> str:
    """Return Lighthouse's scores."""
    rows = [
        (
            page,
            *(f"{found[name]:.2f}" for name in CATEGORIES),
            *(f"{found[name]:.0f}" for name in AUDITS[:3]),
            f"{found[AUDITS[3]]:.3f}",
        )
        for page, found in scores.items()
    ]
    head = (
        "page",
        *CATEGORIES,
        "first paint, ms",
        "largest paint, ms",
        "blocking, ms",
        "layout shift",
    )
    return _table(head, rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
