"""Finds what stands in the blocks of a page that are for other states of the site.

Nobody renders it now; a mistake in it would come to light on the day on which the state changes.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from .fences import fences, is_option_line, shown_as_typed
from .model import Person, person_id
from .state_blocks import state_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .model import State

_ROLE = re.compile(r"\{([a-z]+)\}`(?:[^`<]*<)?([^`<>]+?)>?`")
_ID = re.compile(r"\s*:id:\s*(\S+)\s*")
_DOMAIN = "workshop:"


class Elsewhere(NamedTuple):
    """What a page has in other states.

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
