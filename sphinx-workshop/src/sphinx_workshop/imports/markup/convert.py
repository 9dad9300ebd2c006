"""Converts one text of an export into Markdown, or into plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...editing.markdown_text import escaped, paragraph, shown, shown_line
from . import code, formulas, hypertext, latex
from .characters import composed
from .links import linked
from .pieces import Pieces
from .writer import Writer

if TYPE_CHECKING:
    from .writer import Written

_ORDINARY = re.compile(r"[^\\`*_\[\]<>${}&~#\n:'-]*")


@dataclass(frozen=True, slots=True)
class Converted:
    """A text as a page has it, and what was done to it."""

    markdown: str
    shown: str
    notes: tuple[str, ...] = ()


def block(typed: str) -> Converted:
    """Return the paragraphs of a text."""
    text = composed(typed)
    pieces = Pieces()
    prepared = _prepared(text, pieces)
    written = Writer(pieces).blocks(prepared)
    if not _shows(written):
        pieces.note("emphasis and links that a page cannot have are left out")
        written = Writer(pieces, marked=False).blocks(prepared)
    if _shows(written):
        return Converted(written.markdown.strip(), shown(written.markdown), tuple(pieces.notes))
    plain = "\n\n".join(filter(None, map(paragraph, re.split(r"\n\s*\n", written.shown))))
    return _without_markup(plain, shown(plain), pieces)


def _shows(written: Written) -> bool:
    """Return whether a page shows what it should."""
    return squeezed(shown(written.markdown)) == squeezed(written.shown)


def line(typed: str) -> Converted:
    """Return a text on one line, as a heading has it."""
    text = composed(typed)
    if _ORDINARY.fullmatch(text):
        words = " ".join(text.split())
        return Converted(words, words)
    pieces = Pieces()
    written = Writer(pieces).line(_prepared(text, pieces, title=True))
    if squeezed(shown_line(written.markdown)) == squeezed(written.shown):
        return Converted(written.markdown, shown_line(written.markdown), tuple(pieces.notes))
    plain = escaped(" ".join(written.shown.split()))
    return _without_markup(plain, shown_line(plain), pieces)


def _without_markup(markdown: str, words: str, pieces: Pieces) -> Converted:
    pieces.note("markup that a page cannot have is left out")
    return Converted(markdown, words, tuple(pieces.notes))


def words(typed: str) -> str:
    """Return a text where there is text alone, on one line: a name, a keyword."""
    text = composed(typed)
    if re.fullmatch(r"[^\\`<>${}&~]*", text):
        return " ".join(text.split())
    pieces = Pieces()
    text = formulas.taken_out(text, pieces)
    text = latex.converted(hypertext.converted(text, pieces), pieces, title=True)
    return " ".join(composed(pieces.plain(text)).split())


def _prepared(text: str, pieces: Pieces, *, title: bool = False) -> str:
    """Return a text in which all but its Markdown is read."""
    text = code.taken_out(text, pieces)
    text = formulas.taken_out(text, pieces)
    text = hypertext.converted(text, pieces)
    text = latex.converted(text, pieces, title=title)
    return linked(text, pieces)


def squeezed(text: str) -> str:
    """Return a text without white space, to compare it beyond that."""
    return "".join(text.split())


def is_changed(typed: str, now: str) -> bool:
    """Return whether a page shows something else than what was typed, white space aside."""
    return squeezed(composed(typed)) != squeezed(now)
