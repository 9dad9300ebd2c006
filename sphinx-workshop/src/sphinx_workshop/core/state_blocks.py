"""Blanks the lines of a page that are for other states of the site.

    :::{state} call; day
    Register until the day before.
    :::

The fence stands in the source alone: what it holds becomes part of the page around it, headings and
their labels included, or is gone as if nobody had written it. Lines keep their numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from . import fields
from .fences import fences
from .model import State
from .option_values import said_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .fences import Fence


class StateBlock(NamedTuple):
    """A block of a page: its fence, and its states, or why these cannot be read."""

    fence: Fence
    states: tuple[State, ...]
    mistake: str


def state_blocks(lines: Sequence[str]) -> Iterator[StateBlock]:
    """Yield the blocks of a page, each before those that it holds; lines may have their ends."""
    if not any("state}" in line for line in lines):
        return
    for fence in fences([line.rstrip("\r\n") for line in lines]):
        if fence.directive.removeprefix("workshop:") == "state":
            written = fence.text.partition("}")[2]
            try:
                yield StateBlock(fence, fields.choices(written, State), "")
            except ValueError as error:
                yield StateBlock(fence, tuple(State), said_of("state", written.strip(), str(error)))


def only_for(lines: Sequence[str], *states: State) -> list[str]:
    """Return a page's lines without those that are for none of some states.

    Without a state, only what stands in no block is left. Blocks with a mistake are for all.
    """
    found = list(lines)
    for block in state_blocks(lines):
        start, stop = block.fence.start, block.fence.stop
        if {*states} & {*block.states}:
            found[start] = ""
            if block.fence.end is not None:
                found[block.fence.end] = ""
        else:
            found[start : stop + 1] = [""] * len(lines[start : stop + 1])
    return found
