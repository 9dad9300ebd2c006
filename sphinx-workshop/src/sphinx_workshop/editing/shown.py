"""Tells what a page shows of Markdown: its words, its formulas as they are typed, its lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .markdown_text import parser

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

_UNSEEN = frozenset({"myst_line_comment", "front_matter", "myst_target"})
_COMMENT = re.compile(r"<!-- .*?-->\n?", re.DOTALL)


def shown(markdown: str) -> str:
    """Return what a page shows on one line: formulas between dollars, items with their marks."""
    return " ".join("".join(_shown(parser().parse(markdown))).split())


def shown_line(markdown: str) -> str:
    """Return what a heading shows."""
    return " ".join("".join(_shown(parser().parseInline(markdown))).split())


def _shown(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _shown(token.children or ())
        elif token.type == "list_item_open":
            yield f"{token.info}. " if token.info else f"{token.markup} "
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.type == "math_block":
            yield f"$${token.content.strip()}$$"
        elif token.type.startswith("math"):
            yield f"${token.content}$"
        elif token.type not in _UNSEEN and not token.type.endswith(("_open", "_close")):
            yield token.content
        if token.block:
            yield " "


def same(one: str, other: str, *, line: bool = False) -> bool:
    """Tell whether two texts of Markdown show the same, however their lines are broken.

    Args:
        one: a text.
        other: another.
        line: whether they stand in one line, as titles do.
    """
    return one == other or _rendered(one, line) == _rendered(other, line)


def _rendered(markdown: str, line: bool) -> str:
    parsed = parser().parseInline(markdown) if line else parser().parse(markdown)
    tokens = [token for token in parsed if token.type not in _UNSEEN]
    found = parser().renderer.render(tokens, parser().options, {})
    return " ".join(_COMMENT.sub("", str(found)).split())
