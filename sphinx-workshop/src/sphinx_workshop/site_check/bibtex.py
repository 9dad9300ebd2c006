"""Reads BibTeX entries as this engine writes them: fields in braces, names in full."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ..core.extras import module

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTRY = re.compile(r"\s*@\w+\{([^,\s]+),(.*)\}\s*", re.DOTALL)
_FIELD = re.compile(r"\s*(\w+)\s*=\s*(?:\{(.*)\}|(\w+))\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry; its fields are as LaTeX prints them."""

    key: str
    authors: list[str]
    editors: list[str]
    fields: dict[str, str]


def entries(text: str) -> Iterator[Entry]:
    """Yield the entries of a file.

    Raises:
        ValueError: a brace is not closed, or an entry has another form.
    """
    for entry in filter(str.strip, _split("(?=@)", text)):
        key, content = _matched(_ENTRY, entry)
        fields = (_matched(_FIELD, field) for field in _split(",", content) if field.strip())
        raw = {name.lower(): braced or plain or "" for name, braced, plain in fields}
        authors, editors = (
            [_in_order(name) for name in _split(r"\s+and\s+", raw.get(role, "")) if name]
            for role in ("author", "editor")
        )
        yield Entry(key, authors, editors, {name: printed(value) for name, value in raw.items()})


@cache
def printed(latex: str) -> str:
    """Return what LaTeX prints; each entry is read twice, in its own file and in that of all."""
    # The parser takes `\\textasciicircum` for an accent alone.
    text = str(_library().latex_to_text(latex)).replace("ˆ", "^")
    return " ".join(text.split())


@cache
def _library() -> Any:
    return module("pylatexenc.latex2text", "check").LatexNodes2Text(keep_comments=True)


def _in_order(name: str) -> str:
    """Return `Family, Given`, or `Family, Suffix, Given`, as `Given Family, Suffix`."""
    *parts, given = map(printed, _split(", ", name))
    family, *suffix = parts or [""]
    return ", ".join((f"{given} {family}".strip(), *suffix))


def _matched(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    """Return the parts of a text that has the form of a pattern."""
    if not (found := pattern.fullmatch(text)):
        raise ValueError(f"an entry is not as expected: {text.strip()[:40]!r}")
    return found.groups()


def _split(separator: str, text: str) -> list[str]:
    """Return what a separator, a pattern, separates outside of braces."""
    parts, start, depth = [], 0, 0
    for found in re.finditer(rf"([{{}}])|{separator}", text):
        if found[1]:
            depth += 1 if found[1] == "{" else -1
        elif not depth:
            parts.append(text[start : found.start()])
            start = found.end()
    if depth:
        raise ValueError(f"a brace is not closed: {text.strip()[:40]!r}")
    return [*parts, text[start:]]
