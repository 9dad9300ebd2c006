"""Reads a text with pieces as Markdown, and writes it as a page has it.

What Markdown could take for more is read only where a writer meant it: no headings, rules, quotes
and code by indentation, of which text from elsewhere is full by chance.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from ...editing.markdown_text import BLOCK, WIDTH, escaped, not_a_block
from .links import link
from .pieces import Form, Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

NOTE = "Markdown"
_OFF = ["html_block", "html_inline", "entity", "backticks", "heading", "lheading", "hr",
        "blockquote", "code", "reference", "fence"]  # fmt: skip
# Products and Python's names are no emphasis: 2*3*4, `__init__`.
_NO_EMPHASIS = re.compile(r"(?<=\w)\*+(?=\w)|(?<!\w)__(?=\w+__(?!\w))|(?<=\w)__(?!\w)")
_SPACE = "\ufdd0"  # inside of what no line may be broken in


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").disable(_OFF)


@dataclass(slots=True)
class Written:
    """Markdown, and what a page should show of it."""

    markdown: str
    shown: str


@dataclass(slots=True)
class _Paragraph:
    """Parts of a paragraph: lines of text, and blocks between them."""

    parts: list[tuple[bool, str]] = field(default_factory=list)

    def add(self, text: str) -> None:
        if not self.parts or self.parts[-1][0]:
            self.parts.append((False, ""))
        self.parts[-1] = (False, self.parts[-1][1] + text)


class Writer:
    """Writes one text.

    Args:
        pieces: the text's pieces.
        marked: whether emphasis and links are written; some would make other words of it.
    """

    def __init__(self, pieces: Pieces, *, marked: bool = True) -> None:
        self.pieces, self._marked = pieces, marked
        self.shown: list[str] = []

    def blocks(self, text: str) -> Written:
        """Return paragraphs and lists."""
        tokens = _parser().parse(_protected(text, self.pieces))
        blocks, _ = self._until(tokens, 0, "")
        return Written("\n\n".join(blocks), "".join(self.shown))

    def line(self, text: str) -> Written:
        """Return what stands in one line: a title."""
        text = _protected(" ".join(text.split()), self.pieces)
        tokens = _parser().parseInline(text)
        paragraph = self._paragraph(tokens[0].children or [], blocks=False)
        markdown = "".join(part for _, part in paragraph.parts)
        return Written(_unhidden(" ".join(markdown.split())).strip(), "".join(self.shown))

    def _until(self, tokens: Sequence[Token], at: int, closing: str) -> tuple[list[str], int]:
        """Return the blocks up to a closing token, and the index after it."""
        blocks: list[str] = []
        while at < len(tokens) and tokens[at].type != closing:
            token = tokens[at]
            if token.type == "inline":
                blocks += self._lines(self._paragraph(token.children or [], blocks=True))
                self.shown.append(" ")
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                text, at = self._list(tokens, at)
                blocks.append(text)
                continue
            at += 1
        return blocks, at + 1

    def _list(self, tokens: Sequence[Token], at: int) -> tuple[str, int]:
        closing = tokens[at].type.replace("_open", "_close")
        items: list[str] = []
        loose, at = False, at + 1
        self.pieces.note(NOTE)
        while tokens[at].type != closing:
            mark = f"{tokens[at].info}{tokens[at].markup} "
            self.shown.append(f"{tokens[at].info}. " if tokens[at].info else mark)
            inside = next((t for t in tokens[at + 1 :] if t.type == "paragraph_open"), None)
            loose = loose or (inside is not None and not inside.hidden)
            blocks, at = self._until(tokens, at + 1, "list_item_close")
            indent = " " * len(mark)
            has_lines = any(block.startswith(("$$", "```")) for block in blocks) or len(blocks) > 1
            text = ("\n\n" if loose or has_lines else "\n").join(blocks)
            items.append(
                mark + textwrap.indent(text, indent)[len(indent) :] if text else mark.strip()
            )
        return ("\n\n" if loose else "\n").join(items), at + 1

    def _lines(self, paragraph: _Paragraph) -> Iterator[str]:
        for is_block, text in paragraph.parts:
            if is_block:
                yield text
            elif text.strip():
                yield _wrapped(text)

    def _paragraph(self, tokens: Sequence[Token], *, blocks: bool) -> _Paragraph:
        found = _Paragraph()
        targets: list[str] = []
        for token in tokens:
            if token.type == "text":
                self._text(token.content, found, blocks=blocks)
            elif token.type in {"softbreak", "hardbreak"}:
                found.add(" ")
                self.shown.append(" ")
            elif token.type in {"em_open", "em_close", "strong_open", "strong_close"}:
                self.pieces.note(NOTE)
                found.add("*" * len(token.markup) * self._marked)
            elif token.type == "link_open":
                self.pieces.note(NOTE)
                target = self.pieces.shown(str(token.attrGet("href") or ""))
                begun, ended = self._link(target)
                found.add(begun * self._marked)
                targets.append(ended)
            elif token.type == "link_close":
                self._text(targets.pop(), found, blocks=False)
            elif token.type == "image":
                self.pieces.note("a picture is replaced by its words")
                self._text(token.content, found, blocks=blocks)
        return found

    def _link(self, target: str) -> tuple[str, str]:
        """Return what stands before and behind a link's words."""
        typed = _parser().normalizeLinkText(target)
        made = link(target, "x", self.pieces)
        if (piece := self.pieces.get(made[0])) and piece.form is Form.MARK:
            behind = self.pieces.get(made[-1])
            assert behind is not None
            return piece.markdown, made[-1]
        return "", f" ({typed})" if typed else ""

    def _text(self, text: str, found: _Paragraph, *, blocks: bool) -> None:
        """Add a text: its characters escaped together, its pieces as they are."""
        run = ""
        for character in text:
            piece = self.pieces.get(character)
            if piece is None or piece.form is Form.LITERAL:
                run += character if piece is None else piece.shown
                continue
            self._run(run, found)
            run = ""
            one_line = f"${' '.join(piece.shown.strip('$').split())}$"
            in_title = piece.form is Form.BLOCK and not blocks
            self.shown.append(one_line if in_title else piece.shown)
            if piece.form is Form.BLOCK and blocks:
                found.parts.append((True, piece.markdown))
            elif in_title:
                found.add(_hidden(one_line if piece.markdown[0] == "$" else escaped(piece.shown)))
            elif piece.form is Form.MARK and not self._marked:
                continue
            else:
                found.add(_hidden(piece.markdown) if piece.form is Form.INLINE else piece.markdown)
        self._run(run, found)

    def _run(self, text: str, found: _Paragraph) -> None:
        if text:
            self.shown.append(text)
            found.add(escaped(text))


def _protected(text: str, pieces: Pieces) -> str:
    """Return a text in which stars and underscores that emphasize nothing are literal."""
    return _NO_EMPHASIS.sub(lambda found: pieces.literal(found[0]), text)


def _hidden(markdown: str) -> str:
    return markdown.replace(" ", _SPACE)


def _unhidden(markdown: str) -> str:
    return markdown.replace(_SPACE, " ")


def _wrapped(text: str) -> str:
    """Return the lines of a paragraph, of which none begins anything else."""
    lines = textwrap.wrap(
        " ".join(text.split()), WIDTH, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(BLOCK.sub(not_a_block, _unhidden(line)) for line in lines)
