"""What a browser shows of a page's Markdown, by its HTML: a reference for what imports say."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from sphinx_workshop.editing.markdown_text import parser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token


def squeezed(text: str) -> str:
    return "".join(text.split())


@cache
def marking_parser() -> MarkdownIt:
    """Return the parser of pages, which writes the marks of lists as well."""
    config = MdParserConfig(enable_extensions={"colon_fence", "dollarmath"})
    found = create_md_parser(config, RendererHTML)

    def item(self: RendererHTML, tokens: Sequence[Token], at: int, *_: object) -> str:
        return f"<li>{tokens[at].info}." if tokens[at].info else f"<li>{tokens[at].markup}"

    found.add_render_rule("list_item_open", item)
    return found


def page_text(markdown: str, *, marks: bool = False) -> str:
    """Return what a browser shows of a page's Markdown, formulas between dollars."""
    render = (marking_parser() if marks else parser()).render
    page = BeautifulSoup(render(markdown), "html.parser")
    for formula in page.select(".math"):
        mark = "$$" if "block" in formula["class"] else "$"
        formula.replace_with(f"{mark}{formula.get_text()}{mark}")
    for role in page.select("code.myst.role"):
        role.string = re.sub(r"^\{\w+\}\[(.*)\]$", r"\1", role.get_text())
    return squeezed(page.get_text())
