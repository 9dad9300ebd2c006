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
    # Composed once more, for a sign between a letter and its accent may be gone.
    return normalize("NFC", "".join(map(_sign, normalize("NFC", text))))


def _sign(sign: str) -> str:
    """Return a sign, a space for one that separates, or nothing for one that only does harm."""
    kind = category(sign)
    if sign == "\n":
        return sign
    if sign.isspace() or kind in {"Zs", "Zl", "Zp"}:
        return " "
    if kind in {"Cc", "Cs", "Co"} or (kind == "Cf" and sign not in _KEPT_FORMATS):
        return ""
    # Noncharacters: category Cn covers unassigned signs too, which may be tomorrow's letters.
    unseen = (ord(sign) & 0xFFFE) == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF or sign in _BLANK
    return "" if unseen else sign
