r"""Reads the LaTeX outside of formulas: macros, accents, groups, quotes, lists.

What has a Unicode form becomes it, an unknown macro keeps its argument. Braces, backslashes and
tildes that are no LaTeX stay: `{1,2,3}`, `\d+`, `C:\new`. No macro is guessed: an accent needs its
braces, or a word around it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any
from unicodedata import combining, normalize

from ...core.extras import module
from ...core.formula_words import BROKEN
from . import macros
from .macros import arguments, group_end

if TYPE_CHECKING:
    from .pieces import Pieces

NOTE = "LaTeX"

_SPECIAL = re.compile(r"[\\{]")
_NAME = re.compile(r"\\([A-Za-z]+)\*?")
_PATH = re.compile(r"(?:\b[A-Za-z]:|\\)$")  # `C:\new`, `\\server`
_ACCENTS = frozenset("'\"`^~=.")
_NAMED_ACCENTS = frozenset({*"vcuHkrbdt", "textcommabelow"})
_IN_WORDS = tuple("°ßøØłŁıåÅæÆœŒ")
_AFTER_MACRO = re.compile(r"\\[A-Za-z]+$")
_LETTER = r"(?:[^\W\d_]|\\(?:[ij]|ae|AE|oe|OE|aa|AA|[oOlL])(?![A-Za-z])\s?)"
_BRACED = re.compile(rf"\\([\"'`^~=.]|[vcuHkrbdt])\s*\{{\s*({_LETTER}+)\s*\}}")
_SIGN = re.compile(rf"\\([\"'`^~=.])({_LETTER})")
_NAMED = re.compile(r"\\([vcuHkrbdt]) +([^\W\d_])")
_CONTRACTION = re.compile(r"\\'(?:s|t|re|m|ll|ve|d)(?![^\W\d_])")
_ESCAPED = "%&#_${}"
_PROTECTED = re.compile(r"(?=.*[A-Z])[\w-]+(?: [\w-]+)*")


def converted(text: str, pieces: Pieces, *, title: bool = False) -> str:
    """Return a text with its LaTeX converted.

    Args:
        text: what was typed.
        pieces: what is added to.
        title: whether braces protect capitals, as they do in titles.
    """
    if not any(character in text for character in "\\{`'-~"):
        return text
    return _typography(Reader(text, pieces, title=title).read(), pieces)


def _typography(text: str, pieces: Pieces) -> str:
    """Return a text with quotes, dashes and ties as they are printed."""
    found = re.sub(r"``([^`]*?)''", r"“\1”", text)
    found = re.sub(r"(?<![\w`])`([^`'\n]{1,80}?)'(?![\w'])", r"‘\1’", found)
    # Tildes and dashes mean something in LaTeX alone, and then as here only.
    found = re.sub(r"(?<=[a-z]\.)~(?=\S)|(?<=\S)~(?=\\?\[)", " ", found)
    if found != text:
        pieces.note(NOTE)
    if NOTE in pieces.notes:
        found = re.sub(r"(?<![-!<])---(?![->])", "—", found)
        found = re.sub(r"(?<=[\w ])(?<!-)--(?=[\w ])(?!-)(?<!\s--(?=\w))", "–", found)
        found = re.sub(r"(?<=\w)~(?=\w)", " ", found)
    return found


class Reader:
    """Reads one text from its first character to its last."""

    def __init__(self, text: str, pieces: Pieces, *, title: bool) -> None:
        self.text: str = text
        self.pieces: Pieces = pieces
        self._title = title
        self._quotes = re.search(r'\\"(?![A-Za-z{\\])', text) is not None  # `\"so\"` is no `s̈o`
        self._depth = 0

    def read(self) -> str:
        """Return the whole text converted."""
        return self.range(0, len(self.text))

    def range(self, start: int, end: int) -> str:
        """Return a part of the text converted."""
        parts, at = [], start
        self._depth += 1
        while (found := _SPECIAL.search(self.text, at, end)) and self._depth < 30:
            parts.append(self.text[at : found.start()])
            read, at = self._at(found.start(), end)
            parts.append(read)
        self._depth -= 1
        return "".join([*parts, self.text[at:end]])

    def _at(self, at: int, end: int) -> tuple[str, int]:
        """Return what stands at a backslash or a brace, and where it ends."""
        if self.text[at] == "{":
            return self._group(at, end)
        if found := _NAME.match(self.text, at, end):
            return self._macro(found, end)
        return self._character(at, end)

    def _group(self, at: int, end: int) -> tuple[str, int]:
        close = group_end(self.text, at, end)
        if close is None:
            return "{", at + 1
        inside = self.text[at + 1 : close]
        found = re.match(r"\s*\\([A-Za-z]+)\s*", inside)
        if found and found[1] in macros.SWITCHES:
            self.pieces.note(NOTE)
            text = self.range(at + 1 + found.end(), close)
            return macros.switched(found[1], text, self.pieces), close + 1
        read = self.range(at + 1, close)
        if self._is_latex(inside, read, close):
            self.pieces.note(NOTE)
            return read, close + 1
        return f"{{{read}}}", close + 1

    def _is_latex(self, inside: str, read: str, close: int) -> bool:
        """Return whether braces are LaTeX's: around a macro that is read, or a word's capitals."""
        if re.match(r"\s*\\(?![{}%&#_$\\\s])", inside) and read != inside:
            return True
        if not self._title:
            return False
        return _PROTECTED.fullmatch(inside.strip("{}")) is not None

    def _macro(self, found: re.Match[str], end: int) -> tuple[str, int]:
        name, at, after = found[1], found.start(), found.end()
        if _PATH.search(self.text, max(0, at - 3), at):
            return found[0], after
        if read := macros.read(self, name, at, after, end):
            self.pieces.note(NOTE)
            return read
        given = arguments(self.text, after, end)
        if not (_known(name) or given):
            return found[0], after
        read = self._of_library(name, at, end) if _known(name) else None
        if read is None and given:
            read = " ".join(self.range(*span) for span in given), given[-1][1] + 1
        if read is None:
            return found[0], after
        self.pieces.note(NOTE if _known(name) else f"the unknown macro \\{name}")
        return read

    def _of_library(self, name: str, at: int, end: int) -> tuple[str, int] | None:
        """Return the Unicode form that pylatexenc knows of a macro, or its text."""
        if name in _NAMED_ACCENTS:
            return _accent(self.text, at, end)
        library = module("pylatexenc.latexwalker", "import")
        try:
            walker = library.LatexWalker(self.text[at:end], tolerant_parsing=False)
            (node, *_), _, length = walker.get_latex_nodes(read_max_nodes=1)
            words = str(_unicode().nodelist_to_text([node]))
        except (library.LatexWalkerError, *BROKEN):
            return None
        if not words.strip() or any(self.pieces.get(character) for character in words):
            return None
        words, after = words.rstrip(), at + length
        if self.text.startswith("{}", after):
            return self.pieces.literal(words), after + 2
        gap = self.text[at:after][len(self.text[at:after].rstrip()) :]
        # The space only ends the macro where it stands for a letter of a word: `5\textdegree C`.
        return self.pieces.literal(words) + ("" if words in _IN_WORDS else gap), after

    def _character(self, at: int, end: int) -> tuple[str, int]:
        r"""Return what a backslash and a character mean: `\%`, `\\`, `\"o`, `\,`."""
        character = self.text[at + 1 : min(at + 2, end)]
        for rule in (self._line_end, self._accented, self._spaced):
            if found := rule(character, at, end):
                self.pieces.note(NOTE)
                return found
        if character == "\\":
            return self.pieces.literal("\\\\"), at + 2
        if not character.strip():
            return self.pieces.literal("\\"), at + 1
        if character in _ESCAPED:
            self.pieces.note(NOTE)
            return self.pieces.literal(character), at + 2
        return "\\" + character, at + 2  # Markdown reads the others

    def _line_end(self, character: str, at: int, end: int) -> tuple[str, int] | None:
        after = self.text[at + 2 : min(at + 3, end)]
        of_path = _PATH.search(self.text, max(0, at - 2), at)
        return (" ", at + 2) if character == "\\" and not after.strip() and not of_path else None

    def _accented(self, character: str, at: int, end: int) -> tuple[str, int] | None:
        quote = character == '"' and self._quotes and not self.text[at - 1 : at].isalpha()
        return _accent(self.text, at, end) if character in _ACCENTS and not quote else None

    def _spaced(self, character: str, at: int, end: int) -> tuple[str, int] | None:
        before, after = self.text[at - 1 : at], self.text[at + 2 : min(at + 3, end)]
        if character in {",", ";", ":"} and before.isalnum():
            return " ", at + 2
        if character == " " and (before == "." or _AFTER_MACRO.search(self.text[:at][-30:])):
            return " ", at + 2
        if character in {"-", "/"} and before.isalpha() and after.isalpha():
            return "", at + 2
        return None


def _accent(text: str, at: int, end: int) -> tuple[str, int] | None:
    r"""Return the letter that a macro puts an accent on, and where it ends; None for no accent.

    `{\"o}`, `\"{o}`, `G\"odel`, `Ko\v zek` are accents, `it\'s` and `\d+` are none.
    """
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
        found = normalize("NFC", str(_unicode().latex_to_text(latex)).strip())
    except BROKEN:
        return None
    letters = [character for character in found if not combining(character)]
    good = letters and all(character.isalpha() or character == "ı" for character in letters)
    return (found, end) if good else None


@cache
def _unicode() -> Any:
    return module("pylatexenc.latex2text", "import").LatexNodes2Text()


@cache
def _known(name: str) -> bool:
    library = module("pylatexenc.latex2text", "import")
    return library.get_default_latex_context_db().get_macro_spec(name) is not None
