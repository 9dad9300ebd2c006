"""Finished parts of a text, each with one private character that stands for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_FIRST, _LAST = 0xF0000, 0x10FFFD
_RAISED = {
    "sup": dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True)),
    "sub": dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True)),
}


class Form(StrEnum):
    """What a piece is to those who write it."""

    LITERAL = "literal"  # characters that mean nothing else
    INLINE = "inline"  # Markdown that stands in a line
    BLOCK = "block"  # Markdown that has lines of its own
    MARK = "mark"  # begins or ends emphasis


@dataclass(frozen=True, slots=True)
class Piece:
    """A finished part."""

    form: Form
    markdown: str
    shown: str  # what the page shows
    plain: str  # the same where there is text alone


class Pieces:
    """The pieces of one text, and what was done to it."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self.notes: dict[str, None] = {}  # in order, each once

    def note(self, why: str) -> None:
        """Keep what was done to the text, for its report."""
        self.notes[why] = None

    def add(self, form: Form, markdown: str, shown: str, plain: str | None = None) -> str:
        """Return the character that stands for a new piece."""
        self._pieces.append(Piece(form, markdown, shown, shown if plain is None else plain))
        character = _FIRST + len(self._pieces) - 1
        if character > _LAST:
            raise ValueError("the text has too many parts")
        return chr(character)

    def literal(self, text: str) -> str:
        """Return what stands for characters that mean nothing but themselves."""
        if not text or all(character.isalnum() or character.isspace() for character in text):
            return text
        return self.add(Form.LITERAL, "", text)

    def get(self, character: str) -> Piece | None:
        """Return the piece that a character stands for, None for an ordinary one."""
        number = ord(character) - _FIRST
        return self._pieces[number] if 0 <= number < len(self._pieces) else None

    def emphasized(self, text: str, mark: str) -> str:
        """Return a text between two marks, white space at its ends outside of them."""
        inner = text.strip()
        blocks = (p for p in map(self.get, inner) if p and p.form is Form.BLOCK)
        if not inner or "\n\n" in inner or any(blocks):
            return text
        start = len(text) - len(text.lstrip())
        around = self.add(Form.MARK, mark, "")
        return f"{text[:start]}{around}{inner}{around}{text[start + len(inner) :]}"

    def raised(self, text: str, way: str) -> str:
        """Return a text raised (`sup`) or lowered (`sub`), by a role where Unicode has no form."""
        table = _RAISED[way]
        if text and all(character in table for character in text):
            return "".join(table[character] for character in text)
        words = " ".join(self.shown(text).split())
        if not words or re.search(r"[`{}\\]", words):
            return text
        return self.add(Form.INLINE, f"{{{way}}}`{words}`", words)

    def shown(self, text: str) -> str:
        """Return a text as a page shows it."""
        return "".join(p.shown if (p := self.get(character)) else character for character in text)

    def plain(self, text: str) -> str:
        """Return a text where there is text alone."""
        return "".join(p.plain if (p := self.get(character)) else character for character in text)
