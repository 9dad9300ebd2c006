"""Tells what a page shows of Markdown: its words, its formulas as they are typed, its lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .markdown_text import UNSEEN, on_one_line, parser

if TYPE_CHECKING:
    from markdown_it.token import Token

_COMMENT = re.compile(r"<!-- .*?-->\n?", re.DOTALL)


def shown(markdown: str) -> str:
    """Return what a page shows on one line: formulas between dollars, items with their marks."""
    return on_one_line(parser().parse(markdown), _as_typed, _mark)


def shown_line(markdown: str) -> str:
    """Return what a heading shows."""
    return on_one_line(parser().parseInline(markdown), _as_typed)


def _as_typed(formula: Token) -> str:
    if formula.type == "math_block":
        return f"$${formula.content.strip()}$$"
    return f"${formula.content}$"


def _mark(item: Token) -> str:
    return f"{item.info}. " if item.info else f"{item.markup} "


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
    tokens = [token for token in parsed if token.type not in UNSEEN]
    found = parser().renderer.render(tokens, parser().options, {})
    return " ".join(_COMMENT.sub("", str(found)).split())
