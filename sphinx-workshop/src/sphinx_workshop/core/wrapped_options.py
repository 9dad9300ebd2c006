"""Joins the value of an option that goes on on further lines, so that no line need be long.

MyST ends a directive's options at the first line that does not begin with a colon, and what was
meant as the rest of an author list becomes text. Lines that go on with a value get their colon here
before MyST sees them. It stands in the place of nothing else, so lines keep their numbers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .fences import is_option_line
from .model import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WRAPPED = frozenset({*(kind.type for kind in TYPES), "schedule"})
"""The directives whose options may go on; others may hold text of any kind below their options."""

_OTHER = re.compile(r"\s*(?:[a-z-]+:(?:\s.*)?|:{3,}.*|`{3,}.*|~{3,}.*)")


def joined(lines: Sequence[str], indent: int = 0) -> Iterator[str]:
    """Yield what a directive holds, each line that goes on with an option beginning with a colon.

    Such a line is indented, or follows one that ends with a semicolon: its list is not at its end.

    Args:
        lines: the lines between the directive's fences.
        indent: how far the fences are indented.
    """
    option = ""
    for number, line in enumerate(lines):
        if is_option_line(line):
            yield line
        elif option and _goes_on(option, line, indent):
            yield f":  {line.strip()}"
        else:
            yield from lines[number:]
            return
        option = line.strip()


def _goes_on(option: str, line: str, indent: int) -> bool:
    if not line.strip() or _OTHER.fullmatch(line):
        return False
    return len(line) - len(line.lstrip()) > indent or option.endswith(";")
