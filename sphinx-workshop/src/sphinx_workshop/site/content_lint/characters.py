"""Rejects characters that no editor shows: they hide text, or reorder it, before a reviewer's eyes.

Two of them join and separate letters where a script needs it: U+200C and U+200D are allowed after
a letter of such a script, and the latter between two emoji.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ..flaws import report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

_WHITE_SPACE = "\t\n\r"
_NON_JOINER, _JOINER = "\u200c", "\u200d"
_EMOJI_STYLE = "\ufe0f"
# Format characters of Arabic, Syriac and Kaithi that are printed.
_PRINTED = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")
# The flags of parts of a country: a black flag, the region's letters, an end.
_FLAG = re.compile(
    "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f",
)
# Letters and marks without a glyph: their category is that of letters.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]")
_MAYBE = re.compile(r"[^\t\n\r -~]")
_JOINING_SCRIPTS = frozenset(
    (
        *("ARABIC", "BALINESE", "BENGALI", "DEVANAGARI", "GRANTHA", "GUJARATI", "GURMUKHI"),
        *("JAVANESE", "KANNADA", "KHMER", "LIMBU", "MALAYALAM", "MANDAIC", "MONGOLIAN"),
        *("MYANMAR", "NKO", "ORIYA", "SINHALA", "SYRIAC", "TAKRI", "TAMIL", "TELUGU", "TIBETAN"),
    )
)


def invisible(text: str) -> Iterator[int]:
    """Yield the places of the invisible characters that are not allowed where they stand."""
    flags = [found.span() for found in _FLAG.finditer(text)]
    for found in _MAYBE.finditer(text):
        at = found.start()
        if _is_invisible(text[at]) and not (
            _is_joined(text, at) or any(start < at < end for start, end in flags)
        ):
            yield at


def visible(text: str) -> str:
    """Return a text without its invisible characters."""
    places = set(invisible(text))
    return "".join(c for at, c in enumerate(text) if at not in places) if places else text


def _is_invisible(character: str) -> bool:
    category = unicodedata.category(character)
    if category == "Cn":
        return ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef"
    if category in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return character not in _WHITE_SPACE and not _PRINTED.match(character)
    return _BLANK.match(character) is not None


def _is_joined(text: str, at: int) -> bool:
    """Return whether a joiner stands where a script or a sequence of emoji needs it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or text[at] not in {_NON_JOINER, _JOINER}:
        return False
    if unicodedata.name(before, "").partition(" ")[0] in _JOINING_SCRIPTS:
        return unicodedata.category(before)[0] in "LM"
    return text[at] == _JOINER and _is_emoji(before) and _is_emoji(after)


def _is_emoji(character: str) -> bool:
    """Return whether a character may end or begin a part of an emoji; skin colors end one."""
    return character == _EMOJI_STYLE or (
        character != ""
        and not character.isascii()
        and unicodedata.category(character) in {"So", "Sk"}
    )


def name(character: str) -> str:
    """Return code point and name: `U+200B ZERO WIDTH SPACE`."""
    known = unicodedata.name(character, "")
    if not known:
        known = "control character" if unicodedata.category(character) == "Cc" else "no character"
    return f"U+{ord(character):04X} {known}"


def check_characters(app: Sphinx, docname: str, source: list[str]) -> None:
    """Report invisible characters, and put a space in their place (`source-read`)."""
    lines = source[0].split("\n")
    for number, line in enumerate(lines, start=1):
        found = {line[at] for at in invisible(line)}
        for character in sorted(found):
            report(
                f"the line holds an invisible character, {name(character)}; delete it, or type "
                "the words around it again",
                "invisible",
                (docname, number),
            )
        if found:
            places = set(invisible(line))
            lines[number - 1] = "".join(" " if n in places else c for n, c in enumerate(line))
    source[0] = "\n".join(lines)
