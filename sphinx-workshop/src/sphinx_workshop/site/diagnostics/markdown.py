"""Parses a page into the blocks of Markdown, those inside of its directives too."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markdown_it.renderer import RendererHTML
from myst_parser.parsers.mdit import create_md_parser

from ...core.fences import VERBATIM, option_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from myst_parser.config.main import MdParserConfig

_DIRECTIVE = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Blocks:
    """The tokens of a page, or of what a directive holds; `first` is the number of its line 0."""

    tokens: list[Token]
    first: int
    env: MutableMapping[str, Any] = field(default_factory=dict)
    nested: bool = False

    def line(self, token: Token) -> int:
        """Return the number of a token's first line on the page."""
        return self.first + (token.map[0] if token.map else 0)


class PageParser:
    """Parses as the build does, but looks into lines only when asked: that takes time."""

    def __init__(self, config: MdParserConfig) -> None:
        self._parser: MarkdownIt = create_md_parser(config, RendererHTML).disable(
            ["inline", "text_join"]
        )

    def blocks(self, text: str) -> Iterator[Blocks]:
        """Yield the blocks of a page, then those of each directive that holds Markdown."""
        return self._blocks(text, 1, nested=False)

    def _blocks(self, text: str, first: int, *, nested: bool) -> Iterator[Blocks]:
        env: dict[str, Any] = {}
        found = Blocks(self._parser.parse(text, env), first, env, nested)
        yield found
        for token in found.tokens:
            name = _DIRECTIVE.match(token.info.strip()) if "fence" in token.type else None
            if name and name[1] not in VERBATIM:
                lines = token.content.split("\n")
                _mark, count, around = option_lines(lines)
                start = count + 2 * around
                content = "\n".join(lines[start:])
                yield from self._blocks(content, found.line(token) + 1 + start, nested=True)

    def inline(self, source: str, blocks: Blocks) -> list[Token]:
        """Return the parts of a line of text; escaped characters are parts of their own."""
        found: list[Token] = []
        self._parser.inline.parse(source, self._parser, blocks.env, found)
        return found
