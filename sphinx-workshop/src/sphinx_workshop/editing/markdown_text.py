"""Plain text as Markdown that means nothing else, and Markdown as plain text.

Text from elsewhere may hold any character; none may become emphasis, a link, a formula, a role, a
directive or HTML.
"""

from __future__ import annotations

import re
import textwrap
from functools import cache
from typing import TYPE_CHECKING

from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from ..core.formula_words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

WIDTH = 98  # of a line that is written

# `_` between letters is no emphasis: `snake_case` stays readable.
_INLINE = re.compile(r"[\\`*\[\]<>${}]|&(?=#?\w+;)|~(?=~)|(?<=~)~|(?<![^\W_])_|_(?![^\W_])")
UNSEEN = frozenset({"myst_line_comment", "front_matter", "myst_target"})
"""Tokens that no page shows."""
BLOCK = re.compile(r"^(?:[-+=:|~%#]|\((?=.*\)=)|\d{1,9}[.)](?=\s|$))")
_COMMENT = re.compile(r"<!-- .*?-->\n?", re.DOTALL)
_CLOSING = re.compile(r"(?:^|(?<=\s))#+$")


def new_parser() -> MarkdownIt:
    """Return a parser of the site's pages, which the caller may change."""
    config = MdParserConfig(enable_extensions={"colon_fence", "dollarmath"})
    return create_md_parser(config, RendererHTML)


parser = cache(new_parser)
"""Returns the parser that all share."""


def escaped(text: str) -> str:
    """Return Markdown that prints a text, inside a line."""
    return _INLINE.sub(r"\\\g<0>", text)


def heading(markdown: str) -> str:
    """Return a heading of the first level; characters at its end are no part of the fence."""
    return "# " + _CLOSING.sub(r"\\\g<0>", markdown)


def paragraph(text: str) -> str:
    """Return a paragraph, folded into lines of which none begins anything else."""
    lines = textwrap.wrap(escaped(text), WIDTH, break_long_words=False, break_on_hyphens=False)
    return "\n".join(BLOCK.sub(not_a_block, line) for line in lines)


def not_a_block(start: re.Match[str]) -> str:
    """Return the start of a line with its last or only character made plain."""
    found = start[0]
    return f"{found[:-1]}\\{found[-1]}" if found[0].isdigit() else f"\\{found}"


def plain_text(markdown: str) -> str:
    """Return the words of Markdown on one line, its formulas as far as Unicode goes."""
    return on_one_line(parser().parse(markdown), _in_unicode)


def plain_line(markdown: str) -> str:
    """Return the words of Markdown that stands inside a line: of a heading, for instance."""
    return on_one_line(parser().parseInline(markdown), _in_unicode)


def _in_unicode(formula: Token) -> str:
    return words(formula.content)


def on_one_line(
    tokens: Iterable[Token],
    formula: Callable[[Token], str],
    mark: Callable[[Token], str] = lambda _: "",
) -> str:
    """Return what a page shows of Markdown, without line breaks.

    Args:
        tokens: the parsed Markdown.
        formula: what stands for a formula.
        mark: what stands for the mark of an item of a list.
    """
    return " ".join("".join(_shown(tokens, formula, mark)).split())


def _shown(
    tokens: Iterable[Token], formula: Callable[[Token], str], mark: Callable[[Token], str]
) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _shown(token.children or (), formula, mark)
        elif token.type == "list_item_open":
            yield mark(token)
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.type.startswith("math"):
            yield formula(token)
        elif token.type not in UNSEEN:
            yield token.content
        if token.block:
            yield " "


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
    """Return whether two texts of Markdown show the same, however their lines are broken.

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
