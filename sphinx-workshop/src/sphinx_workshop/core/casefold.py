"""Casefolds words and leaves out their accents, as fold.js does."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Letters with a stroke, which Unicode does not decompose.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
    | {"ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"}
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def casefold(words: str) -> str:
    """Return words as they are compared: without case and accents."""
    return _BEYOND_ASCII.sub(lambda letter: _folded(letter[0]), words.lower())


@cache
def _folded(letter: str) -> str:
    """Return what stands for a small letter: without accents, which are marks (M) of their own."""
    parts = unicodedata.normalize("NFKD", letter)
    bare = "".join(c for c in parts if not unicodedata.category(c).startswith("M"))
    return bare.translate(_LETTERS)
