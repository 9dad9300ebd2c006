"""Reads BibTeX entries as this engine writes them: fields in braces, names in full."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pylatexenc.latex2text import LatexNodes2Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATEX = LatexNodes2Text(keep_comments=True)
_ENTRY = re.compile(r"@\w+\{([^,\s]+),")
_AND = re.compile(r"\s+and\s+")
_FIELD = re.compile(r"\s*(\w+)\s*=\s*([A-Za-z0-9]+|(?=\{)),?")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry; `text` is all of it, and fields are as LaTeX prints them."""

    key: str
    authors: list[str]
    editors: list[str]
    fields: dict[str, str]
    text: str


def entries(text: str) -> Iterator[Entry]:
    """Yield the entries of a file.

    Raises:
        ValueError: braces do not balance.
    """
    position = 0
    while start := _ENTRY.search(text, position):
        raw, position = _fields(text, start.end())
        authors, editors = (
            [_in_order(name) for name in _names(raw.get(field, ""))]
            for field in ("author", "editor")
        )
        fields = {name: printed(value) for name, value in raw.items()}
        yield Entry(start[1], authors, editors, fields, text[start.start() : position].strip())


def printed(latex: str) -> str:
    """Return what LaTeX prints."""
    # The parser takes `\\textasciicircum` for an accent alone.
    text = str(_LATEX.latex_to_text(latex)).replace("ˆ", "^")
    return " ".join(text.split())


def _in_order(name: str) -> str:
    """Return `Family, Given`, or `Family, Suffix, Given`, as `Given Family, Suffix`."""
    parts, depth = [""], 0
    for part in re.split(r"([{}]|, )", name):
        depth += {"{": 1, "}": -1}.get(part, 0)
        if part == ", " and not depth:
            parts.append("")
        else:
            parts[-1] += part
    family, *suffix, given = [*map(printed, parts)] if parts[1:] else ["", printed(name)]
    return ", ".join((f"{given} {family}".strip(), *suffix))


def _fields(text: str, position: int) -> tuple[dict[str, str], int]:
    """Return the fields that follow an entry's key, and where the entry ends."""
    found = {}
    while field := _FIELD.match(text, position):
        name, value, position = field[1].lower(), field[2], field.end()
        if not value:
            value, position = _braced(text, position)
            position += text[position : position + 1] == ","
        found[name] = value
    end = text.find("}", position)
    if end < 0 or text[position:end].strip():
        raise ValueError(f"an entry is not as expected: {text[position : position + 40]!r}")
    return found, end + 1


def _braced(text: str, start: int) -> tuple[str, int]:
    """Return what stands between a brace and its partner, and where that ends."""
    depth = 0
    for position in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[position], 0)
        if depth == 0:
            return text[start + 1 : position], position + 1
    raise ValueError(f"a brace is not closed: {text[start : start + 40]!r}")


def _names(value: str) -> Iterator[str]:
    """Yield the names of an author field: ` and ` separates them, outside of braces."""
    name, depth = "", 0
    for part in re.split(rf"([{{}}]|{_AND.pattern})", value):
        depth += {"{": 1, "}": -1}.get(part, 0)
        if not depth and _AND.fullmatch(part):
            yield name
            name = ""
        else:
            name += part
    if name:
        yield name
