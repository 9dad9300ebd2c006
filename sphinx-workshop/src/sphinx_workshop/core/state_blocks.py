"""Blanks the lines of a page that are for other states of the site, and finds what stands there.

    :::{state} call; day
    Register until the day before.
    :::

The fence stands in the source alone: what it holds becomes part of the page around it, headings and
their labels included, or is gone as if nobody had written it. Lines keep their numbers.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from . import fields
from .fences import fences, is_option_line, shown_as_typed
from .field_entry import said_of
from .model import Person, State, person_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .fences import Fence


_ROLE = re.compile(r"\{([a-z]+)\}`(?:[^`<]*<)?([^`<>]+?)>?`")
_ID = re.compile(r"\s*:id:\s*(\S+)\s*")
_DOMAIN = "workshop:"


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


class Elsewhere(NamedTuple):
    """What a page has in blocks for other states.

    Nobody renders it now; a mistake in it would be noticed only on the day the state changes.

    Attributes:
        directives: the names of directives, each with its line.
        options: the directive's name, the option's and the line of each option.
        references: role, target and line of each reference.
        declared: type and id of each object.
    """

    directives: tuple[tuple[str, int], ...]
    options: tuple[tuple[str, str, int], ...]
    references: tuple[tuple[str, str, int], ...]
    declared: frozenset[tuple[str, str]]


def elsewhere(lines: Sequence[str], state: State) -> Elsewhere:
    """Return what the lines of a page hold for other states than one; lines count from 1."""
    blocks = [block.fence for block in state_blocks(lines) if state not in block.states]
    hidden = {n for fence in blocks for n in range(fence.start + 1, fence.stop)}
    if not hidden:
        return Elsewhere((), (), (), frozenset())
    inside = [fence for fence in fences(lines) if fence.start in hidden]
    quoted = shown_as_typed(inside)
    directives, options, declared = [], [], set()
    for fence in inside:
        if name := fence.directive.removeprefix(_DOMAIN):
            directives.append((name, fence.start + 1))
            if name == Person.type:
                declared.add((name, person_id(fence.text.partition("}")[2])))
            held = lines[fence.start + 1 : fence.stop]
            options += [
                (name, line.split(":")[1].strip(), n)
                for n, line in enumerate(takewhile(is_option_line, held), start=fence.start + 2)
            ]
            declared |= {(name, id[1]) for line in held if (id := _ID.fullmatch(line))}
    references = [
        (role, target.strip(), n + 1)
        for n in sorted(hidden - quoted)
        for role, target in _ROLE.findall(lines[n])
    ]
    return Elsewhere(tuple(directives), tuple(options), tuple(references), frozenset(declared))
