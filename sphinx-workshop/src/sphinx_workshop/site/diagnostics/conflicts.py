"""Finds what git leaves of two versions that it could not merge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.fences import fences, shown_as_typed
from ..flaws import Flaw

if TYPE_CHECKING:
    from collections.abc import Sequence

_START = re.compile(r"<{7}(?: .*)?")
_BASE = re.compile(r"\|{7}(?: .*)?")
_MIDDLE = re.compile(r"={7}")
_END = re.compile(r">{7}(?: .*)?")

_REMEDY = (
    "keep one of the two versions, and delete the lines that begin with '<<<<<<<', '=======' and "
    "'>>>>>>>'"
)


def check_conflicts(lines: Sequence[str]) -> list[Flaw]:
    """Return the merge conflicts of a page; they hide what else is wrong.

    A line of seven `=` may underline a title: it belongs to a conflict only where another marker
    is beside it, or where an empty line is above it.
    """
    quoted = shown_as_typed(fences(lines))
    marked = [n for n, line in enumerate(lines) if n not in quoted and _is_marker(line)]
    found = []
    while marked:
        first = marked.pop(0)
        rest: list[int] = []
        while marked and _continues(lines[first], lines[marked[0]]):
            rest.append(marked.pop(0))
            if _END.fullmatch(lines[rest[-1]]):
                break
        if rest or not _MIDDLE.fullmatch(lines[first]) or not _underlines(lines, first):
            where = f" (lines {first + 1} to {rest[-1] + 1})" if rest else ""
            message = f"a merge conflict was left here{where}; {_REMEDY}"
            found.append(Flaw(first + 1, message, hides=True))
    return found


def _is_marker(line: str) -> bool:
    return any(marker.fullmatch(line) for marker in (_START, _BASE, _MIDDLE, _END))


def _continues(first: str, line: str) -> bool:
    """Return whether a marker may belong to the conflict that another one begins."""
    return not _START.fullmatch(line) and not _END.fullmatch(first)


def _underlines(lines: Sequence[str], index: int) -> bool:
    return index > 0 and bool(lines[index - 1].strip())


def first_versions(lines: Sequence[str]) -> list[str]:
    """Return a page with the first version of each conflict, so that it can be read."""
    kept, inside, dropping = [], False, False
    for line in lines:
        if _START.fullmatch(line) or _END.fullmatch(line):
            inside, dropping = bool(_START.fullmatch(line)), False
        elif inside and (_BASE.fullmatch(line) or _MIDDLE.fullmatch(line)):
            dropping = True
        elif not dropping:
            kept.append(line)
    return kept
