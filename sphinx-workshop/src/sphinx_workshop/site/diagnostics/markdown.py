"""Parses a page into the blocks of Markdown, those inside of its directives too."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markdown_it.renderer import RendererHTML
from myst_parser.parsers.mdit import create_md_parser

from ...core.fences import VERBATIM, is_option_line

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
                options, content = _split(token.content)
                yield from self._blocks(content, found.line(token) + 1 + options, nested=True)

    def inline(self, source: str, blocks: Blocks) -> list[Token]:
        """Return the parts of a line of text; escaped characters are parts of their own."""
        found: list[Token] = []
        self._parser.inline.parse(source, self._parser, blocks.env, found)
        return found


def _split(content: str) -> tuple[int, str]:
    """Return how many lines of options a directive's content begins with, and the rest."""
    lines = content.split("\n")
    count = 0
    if lines[0].startswith("---"):
        ends = (n for n, line in enumerate(lines[1:], start=2) if line.startswith("---"))
        count = next(ends, len(lines))
    else:
        count = next((n for n, line in enumerate(lines) if not is_option_line(line)), len(lines))
    return count, "\n".join(lines[count:])
