"""Checks what Markdown accepts and nobody means: lost lines, hints, titles, links left as text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ..flaws import LINKS, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

    from .markdown import Blocks, PageParser

_LINK_OR_FORMULA = re.compile(r"\][ \t]?\(|\$\\[A-Za-z]")
# What a link or a picture left as text looks like; its address is in parentheses.
_PICTURE = re.compile(r"!\[[^\[\]\0]*\](?P<gap>[ \t]?)\((?P<address>[^()\0\n]+)\)")
_LINK = re.compile(r"\[[^\[\]\0]+\](?P<gap>[ \t]?)\((?P<address>[^()\0\n]+)\)")
_ADDRESS = re.compile(
    r"(?:https?://|mailto:|\.{0,2}/|#)\S*|\S.*\.(?:md|html|pdf)(?:#\S*)?|[\w-]+/\S+", re.IGNORECASE
)
_OPEN_FORMULA = re.compile(r"\$\\[A-Za-z]+")
_OPTIONS = re.compile(r"^\s*:[a-z]+:", re.MULTILINE)
_TITLE_IN_QUOTES = re.compile(r"\s+[\"'“”].*")


class Hints:
    """What templates say to those who write pages.

    Args:
        hints: the words; on pages, their case and line breaks do not count.
    """

    def __init__(self, hints: Iterable[str]) -> None:
        hints = tuple(hints)
        self._folded = [hint.casefold() for hint in hints]
        self._any = re.compile("|".join(map(re.escape, hints)), re.IGNORECASE)

    def first_in(self, text: str) -> re.Match[str] | None:
        """Return the first hint that stands in a text."""
        line = text.replace("\n", " ")
        folded = line.casefold()  # few texts hold a hint, and the pattern is slow
        return self._any.search(line) if any(hint in folded for hint in self._folded) else None


def check_page(text: str, parser: PageParser, hints: Hints) -> Iterator[Flaw]:
    """Yield what is wrong with a page's titles, comments and links."""
    for blocks in parser.blocks(text):
        if not blocks.nested:
            yield from _titles(blocks)
        yield from _lost_lines(blocks, hints)
        yield from _left_hints(blocks, parser, hints)
        yield from _left_links(blocks, parser)


def _titles(blocks: Blocks) -> Iterator[Flaw]:
    """Report a page without a title, with an empty one, or with two."""
    tokens = blocks.tokens
    said = [t for t in tokens if t.type not in {"myst_line_comment", "front_matter"}]
    if not said:
        yield Flaw(1, "the page is empty; begin it with '# Title', or delete the file")
        return
    titles = [
        (token, content)
        for token, content in pairwise(tokens)
        if token.type == "heading_open" and token.tag == "h1" and token.level == 0
    ]
    if not titles:
        yield Flaw(1, "the page has no title; begin it with '# Title'")
    for token, content in titles:
        if not content.content.strip():
            yield Flaw(blocks.line(token), "the title is empty; write it after '#'")
    for token, _ in titles[1:]:
        first = f"the first is on line {blocks.line(titles[0][0])}"
        if token.markup == "=":
            message = (
                f"the line of '=' below it makes this a second title ({first}); delete that line, "
                "or begin this one with '## ' for a section"
            )
        else:
            message = f"the page has a second title ({first}); begin a section with '## '"
        yield Flaw(blocks.line(token), message)


def _lost_lines(blocks: Blocks, hints: Hints) -> Iterator[Flaw]:
    """Report comments within text: a line that begins with `%`, and was to be read."""
    maps = [t.map for t in blocks.tokens if t.type == "paragraph_open" and t.map]
    starts, ends = {start for start, _ in maps}, {end for _, end in maps}
    for token in blocks.tokens:
        if token.type == "myst_line_comment" and token.map and not hints.first_in(token.content):
            start, end = token.map
            if start in ends or end in starts:
                message = (
                    "nobody sees a line that begins with '%'; write '\\%' for a percent sign, or "
                    "put empty lines around a comment"
                )
                yield Flaw(blocks.line(token), message)


def _left_hints(blocks: Blocks, parser: PageParser, hints: Hints) -> Iterator[Flaw]:
    """Report what a template says to those who write the page, where it has become text."""
    for token in blocks.tokens:
        hint = hints.first_in(token.content) if token.type == "inline" else None
        if hint and hints.first_in(_text(parser.inline(token.content, blocks))):
            line = blocks.line(token) + token.content.count("\n", 0, hint.start())
            message = (
                f"'{hint[0]}' is the template's, for those who write the page; write your own text "
                "in its place, or begin the line with '%'"
            )
            # Options under it, which were part of the comment, would be reported as misplaced.
            yield Flaw(line, message, hides=_OPTIONS.search(token.content) is not None)


def _left_links(blocks: Blocks, parser: PageParser) -> Iterator[Flaw]:
    """Report links and pictures that Markdown leaves as text."""
    for token in blocks.tokens:
        if token.type == "inline" and _LINK_OR_FORMULA.search(token.content):
            text, start = _text(parser.inline(token.content, blocks)), 0
            for found, kind in _left(text):
                start = max(start, token.content.find(found[0], start))
                line = blocks.line(token) + token.content.count("\n", 0, start)
                yield Flaw(line, _remedy(found, kind), LINKS)
            if formula := _OPEN_FORMULA.search(text):
                start = token.content.find(formula[0])
                line = blocks.line(token) + token.content.count("\n", 0, start)
                yield Flaw(line, f"'{formula[0]}' begins a formula that no '$' ends; add it")


def _text(parts: list[Token]) -> str:
    """Return the plain text of a block; all else (code, links, escapes) is a NUL each."""
    return "".join(_shown(token) for token in parts)


def _shown(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    # A backslash before a letter escapes nothing, and is text.
    plain = token.type == "text" or (token.type == "text_special" and token.content == token.markup)
    return token.content if plain else "\0"


def _left(text: str) -> list[tuple[re.Match[str], str]]:
    """Return each link or picture in plain text, in their order, with the word for it."""
    pictures = [
        (found, "picture")
        for found in _PICTURE.finditer(text)
        # Another address that is left as text has a scheme that Markdown rejects.
        if found["gap"] or " " in found["address"]
    ]
    links = [
        (found, "link")
        for found in _LINK.finditer(text)
        if text[found.start() - 1 : found.start()] != "!"
        and _ADDRESS.fullmatch(_TITLE_IN_QUOTES.sub("", found["address"].strip()))
    ]
    return sorted(pictures + links, key=lambda pair: pair[0].start())


def _remedy(found: re.Match[str], kind: str) -> str:
    if found["gap"]:
        return f"'{found[0]}' is not a {kind}; delete the space between ']' and '('"
    words = found[0].partition("](")[0]
    return (
        f"'{found[0]}' is not a {kind}, because its path has a space; "
        f"write '{words}](<{found['address'].strip()}>)'"
    )
