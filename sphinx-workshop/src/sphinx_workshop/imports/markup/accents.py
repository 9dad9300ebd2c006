r"""Reads LaTeX's accents: `{\"o}`, `\"{o}`, `G\"odel`, `Ko\v zek`; but not `it\'s`, `\d+`."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from pylatexenc.latex2text import LatexNodes2Text

from ...core.formula_words import BROKEN

_UNICODE = LatexNodes2Text()
_LETTER = r"(?:[^\W\d_]|\\(?:[ij]|ae|AE|oe|OE|aa|AA|[oOlL])(?![A-Za-z])\s?)"
_BRACED = re.compile(rf"\\([\"'`^~=.]|[vcuHkrbdt])\s*\{{\s*({_LETTER}+)\s*\}}")
_SIGN = re.compile(rf"\\([\"'`^~=.])({_LETTER})")
_NAMED = re.compile(r"\\([vcuHkrbdt]) +([^\W\d_])")
_CONTRACTION = re.compile(r"\\'(?:s|t|re|m|ll|ve|d)(?![^\W\d_])")


def accent(text: str, at: int, end: int) -> tuple[str, int] | None:
    """Return the letter that a macro puts an accent on, and where it ends; None for no accent."""
    if braced := _BRACED.match(text, at, end):
        return _letter(braced[0], braced.end())
    before = text[at - 1 : at] if at else ""
    inside = before.isalpha() or before == "{"
    if inside and (named := _NAMED.match(text, at, end)):
        return _letter(named[0], named.end())
    found = _SIGN.match(text, at, end)
    if found is None:
        return None
    if before.isalpha() and _CONTRACTION.match(text, at, end):
        return "'", at + 2  # `it\'s`, as programs escape it
    read = _letter(found[0], found.end())
    # Without a word around it, only what is a letter of some alphabet.
    return read if read and (inside or len(read[0]) == 1) else None


def _letter(latex: str, end: int) -> tuple[str, int] | None:
    try:
        found = normalize("NFC", str(_UNICODE.latex_to_text(latex)).strip())
    except BROKEN:
        return None
    letters = [character for character in found if not combining(character)]
    good = letters and all(character.isalpha() or character == "ı" for character in letters)
    return (found, end) if good else None
