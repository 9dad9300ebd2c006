"""Rounds of builds, each kind in turn, so that a busy machine is unfair to none."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from .builds import Site
from .lists import Felt, felt
from .workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .builds import Cost

JOBS = 2


@dataclass(slots=True)
class Measured:
    """The costs of one kind of site at one size, by what was done: `full`, `parallel`, ..."""

    size: int
    kind: str
    costs: defaultdict[str, list[Cost]] = field(default_factory=lambda: defaultdict(list))
    output: int = 0
    lists: list[Felt] = field(default_factory=list)

    def seconds(self, what: str) -> float:
        """Return the median by the clock."""
        return median(cost.seconds for cost in self.costs[what])

    def computing(self, what: str) -> float:
        """Return the median of computing: others on the machine change it less."""
        return median(cost.computing for cost in self.costs[what])

    def memory(self) -> float:
        """Return the most memory of a serial build."""
        return median(cost.memory for cost in self.costs["full"])


def measure(
    size: int, kinds: Iterable[str], rounds: int, tell: Callable[[str], None], *, lists: bool
) -> list[Measured]:
    """Measure sites of one size: full builds, in parallel too; nothing to do; one paper edited.

    And of ours, if `lists` is asked for, what its long lists are like.
    """
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(size)
        sites = {kind: Site(Path(folder, kind), workshop, kind) for kind in kinds}
        found = {kind: Measured(size, kind) for kind in kinds}
        for number in range(rounds):
            for kind, site in sites.items():
                tell(f"{size} papers, {kind}, round {number + 1} of {rounds}")
                _round(site, found[kind], workshop.papers[number % size])
        if lists and "ours" in sites:
            tell(f"{size} papers, lists")
            found["ours"].lists += felt(sites["ours"].output)
        return list(found.values())


def _round(site: Site, measured: Measured, paper: str) -> None:
    site.clean()
    measured.costs["parallel"].append(site.build(JOBS))
    site.clean()
    measured.costs["full"].append(site.build())
    measured.output = site.size()
    measured.costs["nothing"].append(site.build())
    site.edit(paper)
    measured.costs["edit"].append(site.build())
