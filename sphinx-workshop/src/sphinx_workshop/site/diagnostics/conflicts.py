"""Finds what git leaves of two versions that it could not merge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.fences import fences, shown_as_typed
from ..flaws import Flaw

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKER = re.compile(r"(?:<{7}|\|{7}|>{7})(?: .*)?|={7}")

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
    marked = [n for n, line in enumerate(lines) if n not in quoted and _MARKER.fullmatch(line)]
    found = []
    while marked:
        first = last = marked.pop(0)
        while marked and lines[marked[0]][0] != "<" and lines[last][0] != ">":
            last = marked.pop(0)
        underlines = first == last and lines[first][0] == "=" and first and lines[first - 1].strip()
        if not underlines:
            where = f" (lines {first + 1} to {last + 1})" if last > first else ""
            message = f"a merge conflict was left here{where}; {_REMEDY}"
            found.append(Flaw(first + 1, message, hides=True))
    return found


def first_versions(lines: Sequence[str]) -> list[str]:
    """Return a page with the first version of each conflict, so that it can be read."""
    kept, inside, dropping = [], False, False
    for line in lines:
        mark = line[0] if _MARKER.fullmatch(line) else "no marker"
        if mark in {"<", ">"}:
            inside, dropping = mark == "<", False
        elif inside and mark in {"|", "="}:
            dropping = True
        elif not dropping:
            kept.append(line)
    return kept
