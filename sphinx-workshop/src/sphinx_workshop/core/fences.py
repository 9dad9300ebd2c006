"""Finds the fences of a Markdown page by its lines, those inside of directives too.

A parser of Markdown closes a fence that its author left open, and looks into a directive only when
it runs. Here every fence is found with the line that opens it, closed or not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_OPENING = re.compile(r" {0,3}(?P<marker>:{3,}|`{3,}|~{3,})(?P<info>.*)")
_DIRECTIVE = re.compile(r"\{([^}]*)\}")

VERBATIM = frozenset(
    {"code", "code-block", "sourcecode", "literalinclude", "math", "parsed-literal", "raw"}
)
"""Directives whose content is shown as it is typed, and is not Markdown."""


def is_option_line(line: str) -> bool:
    """Return whether MyST reads a line at the begin of a directive as an option."""
    text = line.lstrip()
    return text.startswith(":") and not text.startswith(":::")


def option_lines(inside: Sequence[str]) -> tuple[str, int, int]:
    """Return how the options of a directive are written, by the lines between its fences.

    Returns:
        what begins each option's line (nothing where options stand between two `---`), how many
        lines they are, and how many lines stand around them on each side.
    """
    if inside and inside[0].startswith("---"):
        ends = (n for n, line in enumerate(inside[1:]) if line.startswith("---"))
        return "", next(ends, len(inside) - 1), 1
    return ":", sum(1 for _ in takewhile(is_option_line, inside)), 0


def line_that_begins(block: str, beginning: str) -> int:
    """Return the index of the first line that begins so, colons aside; 0 if there is none."""
    lines = enumerate(block.splitlines())
    return next((n for n, line in lines if line.lstrip(": ").startswith(beginning)), 0)


@dataclass(frozen=True, slots=True)
class Fence:
    """A fence: the indexes of its first line and its last, None where nothing closes it."""

    start: int
    end: int | None
    stop: int
    """The index after the last line of what it holds."""
    text: str
    marker: str
    directive: str
    """The directive's name, empty for code, and for what colons alone put into a box."""
    outer: Fence | None = None

    @property
    def verbatim(self) -> bool:
        """Whether its content is shown as it is typed."""
        return self.directive in VERBATIM if self.directive else self.marker[0] != ":"

    @property
    def outermost(self) -> Fence:
        """The fence around all that are around this one, or this one."""
        return self.outer.outermost if self.outer else self

    @property
    def depth(self) -> int:
        """How many fences are around this one."""
        return self.outer.depth + 1 if self.outer else 0


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Yield all fences of a page, each before those that it holds."""
    return _fences(lines, 0, len(lines), None)


def shown_as_typed(found: Iterable[Fence]) -> set[int]:
    """Return the indexes of the lines that fences show as they are typed."""
    return {n for fence in found if fence.verbatim for n in range(fence.start, fence.stop)}


def _fences(lines: Sequence[str], at: int, stop: int, outer: Fence | None) -> Iterator[Fence]:
    while at < stop:
        fence = _opened(lines, at, stop, outer)
        at += 1
        if fence is None:
            continue
        yield fence
        if not fence.verbatim:
            yield from _fences(lines, at, fence.stop, fence)
        at = fence.stop + 1


def _opened(lines: Sequence[str], at: int, stop: int, outer: Fence | None) -> Fence | None:
    """Return the fence that a line opens."""
    opening = _OPENING.fullmatch(lines[at])
    # Backticks in what follows make the line plain code.
    if opening is None or ("`" in opening["info"] and opening["marker"][0] == "`"):
        return None
    marker = opening["marker"]
    closing = re.compile(rf" {{0,3}}{re.escape(marker[0])}{{{len(marker)},}}\s*")
    end = next((n for n in range(at + 1, stop) if closing.fullmatch(lines[n])), None)
    name = _DIRECTIVE.match(opening["info"].strip())
    return Fence(
        at,
        end,
        stop if end is None else end,
        lines[at].strip(),
        marker,
        name[1] if name else "",
        outer,
    )
