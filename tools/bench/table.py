"""The tables of what was measured, in Markdown; times of builds as ratios."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from .lighthouse import AUDITS, CATEGORIES
from .waiting import computing, seconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .lighthouse import Scores
    from .loading import Load
    from .waiting import Waited


def waiting(measured: Sequence[Waited]) -> str:
    """Return how long people wait, with a column for each size; ratios are of computing."""
    columns = [list(_waits(one)) for one in measured]
    head = ("who waits", *(f"{one.papers:,} papers" for one in measured))
    names = (
        "`make live`: from saving to seeing, s",
        "`make html` after an edit, s",
        "the same, full build = 1",
        "`make html` after a corrected mistake, s",
        "full build, s",
        "the same, plain = 1",
        "the same, ms of computing a paper",
        "memory of a full build, MB",
    )
    return _table(head, zip(names, *columns, strict=True))


def _waits(one: Waited) -> Iterator[str]:
    yield f"{median(one.live):.2f}" if one.live else ""
    yield f"{seconds(one.edits):.2f}"
    yield f"{computing(one.edits) / computing(one.full):.3f}"
    yield f"{seconds(one.corrections):.2f}"
    yield f"{seconds(one.full):.1f}"
    yield f"{computing(one.full) / computing(one.plain):.2f}"
    yield f"{computing(one.full) / one.papers * 1000:.1f}"
    yield f"{max(cost.memory for cost in one.full) / 1e6:.0f}"


def lists(measured: Iterable[Waited]) -> str:
    """Return what long lists are like."""

    def shown(time: float | None) -> str:
        return "" if time is None else f"{time:.0f}" if time else "< 16"

    rows = [
        (
            f"{one.papers:,}",
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


def loading(loads: Iterable[Load], paints: Mapping[str, float]) -> str:
    """Return what pages take to load, and when those that are first visits are painted."""
    rows = [
        (
            one.page,
            str(one.requests),
            f"{one.sent / 1000:.1f}",
            f"{one.shift:.3f}",
            f"{one.blocked:.0f}",
            f"{paints[one.page]:.2f}" if one.page in paints else "",
        )
        for one in loads
    ]
    head = ("page", "requests", "kB", "layout shift", "ms blocked", "largest paint on slow 3G, s")
    return _table(head, rows)


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
