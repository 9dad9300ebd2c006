"""Converts HTML: emphasis, links, paragraphs and lists become Markdown, entities characters."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from . import code
from .characters import composed
from .links import link
from .tags import BLOCKS, Element, tree

if TYPE_CHECKING:
    from .pieces import Pieces

NOTE = "HTML"
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_EMPHASIS = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "*"),
    **dict.fromkeys(("strong", "b", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt"), "**"),
}
_FOLDED = frozenset({"p", "div", "li", "td", "th", "dt", "dd", *(f"h{n}" for n in range(1, 7))})


def converted(text: str, pieces: Pieces) -> str:
    """Return a text with its tags and entities converted."""
    root = tree(text)
    if root is None:
        return _entities(text, pieces)
    pieces.note(NOTE)
    return _Writer(pieces).inside(root, folded=False)


def _entities(text: str, pieces: Pieces) -> str:
    """Return a text with the characters that entities stand for, which mean nothing else."""

    def character(found: re.Match[str]) -> str:
        meant = html.unescape(found[0])
        if meant == found[0]:
            return meant
        pieces.note(NOTE)
        return " " if meant.isspace() else pieces.literal(composed(meant))

    return _ENTITY.sub(character, text) if "&" in text else text


def _holds_link(element: Element) -> bool:
    """Return whether a link stands in another, which no page may have."""
    inside = [child for child in element.children if isinstance(child, Element)]
    return any(child.name == "a" or _holds_link(child) for child in inside)


class _Writer:
    """Writes a tree as Markdown."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces

    def inside(self, element: Element, *, folded: bool) -> str:
        """Return what stands inside of an element; in blocks, a line's end is a space."""
        parts = []
        for child in element.children:
            if isinstance(child, Element):
                parts.append(self._element(child, folded=folded or child.name in _FOLDED))
            else:
                text = _entities(child, self.pieces)
                parts.append(re.sub(r"\s+", " ", text) if folded else text)
        return "".join(parts)

    def _element(self, element: Element, *, folded: bool) -> str:
        match element.name:
            case "script" | "style" | "head":
                made = ""
            case "ul" | "ol":
                made = self._list(element)
            case "code" | "tt" | "kbd" | "samp":
                made = code.inline(self._words(element), self.pieces)
            case "pre":
                made = f"\n\n{code.block(self._words(element), self.pieces)}\n\n"
            case "br":
                made = "\n\n"  # a paragraph: content_lint rejects forced line breaks
            case "q":
                made = f"“{self.inside(element, folded=True)}”"
            case "img":
                self.pieces.note("a picture is replaced by its words")
                made = self.pieces.literal(element.attributes.get("alt", "").strip())
            case _:
                made = self._around(element, self.inside(element, folded=folded))
        return made

    def _around(self, element: Element, inner: str) -> str:
        """Return the inside of an element with what this makes of it."""
        name = element.name
        if name == "a":
            target = element.attributes.get("href", "")
            if target and inner.strip() and not _holds_link(element):
                inner = link(target, inner, self.pieces)
        elif name in {"sup", "sub"}:
            inner = self.pieces.raised(inner, name)
        elif mark := _EMPHASIS.get(name):
            inner = self.pieces.emphasized(inner, mark)
        if name in {"td", "th"}:
            return f"{inner} "
        return f"\n\n{inner.strip()}\n\n" if name in BLOCKS else inner

    def _words(self, element: Element) -> str:
        """Return the text of an element that is shown verbatim."""
        parts = (
            self._words(child) if isinstance(child, Element) else html.unescape(child)
            for child in element.children
        )
        return self.pieces.shown("".join(parts))

    def _list(self, element: Element) -> str:
        items = [c for c in element.children if isinstance(c, Element)]
        start = element.attributes.get("start", "1")
        number = int(start) if start.isascii() and start.isdigit() and len(start) < 9 else 1
        lines = []
        for count, item in enumerate(items, start=number):
            mark = f"{count}. " if element.name == "ol" else "- "
            inner = re.sub(r"\n\s*\n+", "\n\n", self.inside(item, folded=True).strip())
            lines.append(mark + inner.replace("\n", "\n" + " " * len(mark)))
        return "\n\n" + "\n".join(lines) + "\n\n"
