"""Removes the characters that no page may hold, and composes letters with their accents."""

from __future__ import annotations

from unicodedata import category, normalize

# Signs without a width that change how their neighbors read, or that no XML can hold. Joiners of
# emoji and of Persian words stay.
_KEPT_FORMATS = {"\u200c", "\u200d"}
# Letters and marks without a glyph.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")


def composed(text: str) -> str:
    r"""Return a text with its line ends as `\n`, and without characters that nobody sees."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Composed once more, for a character between a letter and its accent may be gone.
    return normalize("NFC", "".join(map(_character, normalize("NFC", text))))


def _character(character: str) -> str:
    """Return it, a space for one that separates, or nothing for one that only does harm."""
    kind = category(character)
    if character == "\n":
        return character
    if character.isspace() or kind in {"Zs", "Zl", "Zp"}:
        return " "
    if kind in {"Cc", "Cs", "Co"} or (kind == "Cf" and character not in _KEPT_FORMATS):
        return ""
    # Noncharacters: category Cn covers unassigned characters too, which may be tomorrow's letters.
    unseen = (
        (ord(character) & 0xFFFE) == 0xFFFE
        or 0xFDD0 <= ord(character) <= 0xFDEF
        or character in _BLANK
    )
    return "" if unseen else character
