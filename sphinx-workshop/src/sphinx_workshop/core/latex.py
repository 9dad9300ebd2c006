"""Encodes text for BibTeX: as ASCII macros, so that pdfLaTeX, BibTeX and biber read the same.

What no macro stands for would end a run of pdfLaTeX with an error. So
- an accent is a macro, whether its letter and it are one character or two;
- a symbol without a macro (an emoji) is its Unicode name in brackets: left out, a title would say
  something else, or nothing at all;
- marks, modifiers and joiners that stand by no letter are left out;
- letters of other scripts stay, with their marks: no other form of a name is right. LuaLaTeX,
  XeLaTeX and biber read them; pdfLaTeX needs the script's package.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from unicodedata import category, combining, name, normalize

from pylatexenc.latexencode import (
    RULE_CALLABLE,
    RULE_DICT,
    RULE_REGEX,
    UnicodeToLatexConversionRule,
    UnicodeToLatexEncoder,
)

_OWN = {
    # BibTeX counts braces, escaped or not; and a straight quote is neither opening nor closing.
    ord("{"): r"\ensuremath{\lbrace}",
    ord("}"): r"\ensuremath{\rbrace}",
    ord('"'): '"',
    ord("☉"): r"\ensuremath{\odot}",
    ord("★"): r"\ensuremath{\star}",
    ord("ẞ"): r"\SS",
    # The quotes that transliterations have: `Oʻahu`.
    **{ord(quote): "`" for quote in "ʻʿ"},
    ord("ʾ"): "'",
}
_LIGATURES = re.compile(r"-(?=-)|'(?=')|[`?!](?=`)")  # two of these print as one of another kind
_ACCENTS = dict(
    zip(
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0327\u0328\u0331",
        "`'^~=u.\"rHvdckb",
        strict=True,
    )
) | {"\u0326": "textcommabelow"}

# What is written as it is; most titles and names, which then need no search for macros.
_PLAIN = re.compile(r"(?:[A-Za-z0-9 ,.:;()/]|-(?!-)|'(?!'))*")


def latex(text: str) -> str:
    """Return a text for a field of an entry, without the field's own braces."""
    return text if _PLAIN.fullmatch(text) else _encoded(text)


def formula(source: str) -> str:
    """Return a formula for a field: BibTeX counts braces, those that are printed too."""
    printed = re.sub(r"(?<!\\)((?:\\\\)*)\\\{", r"\1\\lbrace ", source)
    printed = re.sub(r"(?<!\\)((?:\\\\)*)\\\}", r"\1\\rbrace ", printed)
    return f"${' '.join(printed.split())}$"


@lru_cache(10_000)
def _encoded(text: str) -> str:
    """Return the text encoded; each is asked for on a page, in a file, and in that of all."""
    return str(_LATEX.unicode_to_latex(normalize("NFC", text)))


def _marked(text: str, position: int) -> tuple[int, str] | None:
    """Return a Latin letter under marks of their own; those without a macro are left out."""
    marks = _marks(text, position + 1)
    if not marks or not _latin(text[position]):
        return None
    return 1 + len(marks), _under(text[position], marks)


def _marks(text: str, start: int) -> str:
    """Return the combining marks that begin at a position."""
    return "".join(takewhile(combining, text[start:]))


def _latin(letter: str) -> bool:
    return name(letter, "").startswith("LATIN")


def _under(base: str, marks: str) -> str:
    found = latex(base)
    for mark in marks:
        if mark in _ACCENTS:
            found = f"\\{_ACCENTS[mark]}{{{found}}}"
    return f"{{{found}}}"


def _of_other_script(text: str, position: int) -> tuple[int, str] | None:
    """Return a Cyrillic letter as it is: its macros are defined under its own encodings alone."""
    letter = text[position]
    if not name(letter, "").startswith("CYRILLIC"):
        return None
    return 1, _named(letter) if category(letter) == "So" else letter


def _mathematical(text: str, position: int) -> tuple[int, str] | None:
    """Return a letter that looks like a variable as a plain one, which needs no package."""
    letter = text[position]
    return (1, latex(normalize("NFKC", letter))) if "\U0001d400" <= letter <= "\U0001d7ff" else None


def _without_macro(text: str, position: int) -> tuple[int, str] | None:
    r"""Return a character that has no macro: `ễ` as `\~{\^{e}}`, a symbol by its name."""
    letter = text[position]
    if letter.isascii():
        return None
    base, *marks = list(normalize("NFD", letter))
    if marks and _latin(base):
        return 1, _under(base, "".join(marks))
    if (simple := normalize("NFKC", letter)) != letter:
        return 1, latex(simple)
    kind = category(letter)
    if kind[0] in "CZ" or kind == "Sk" or (kind[0] == "M" and not _of_kept(text, position)):
        return 1, " " if letter.isspace() else ""
    if kind[0] == "S":
        return 1, _named(letter)
    return None


def _of_kept(text: str, position: int) -> bool:
    """Return whether a mark belongs to a letter that stays as it is."""
    base = next((c for c in text[position::-1] if category(c)[0] != "M"), " ")
    return category(base)[0] == "L" and not name(base, "").startswith(("LATIN", "GREEK"))


def _named(symbol: str) -> str:
    words = name(symbol, f"U+{ord(symbol):X}").removeprefix("REGIONAL INDICATOR SYMBOL LETTER ")
    return f"{{[{words.lower()}]}}"


def _rule(find: object, kind: int = RULE_CALLABLE) -> UnicodeToLatexConversionRule:
    # In braces, so that accents survive BibTeX and biber alike; a function puts its own.
    protection = "none" if kind == RULE_CALLABLE else "braces-all"
    return UnicodeToLatexConversionRule(kind, find, protection)


_LATEX = UnicodeToLatexEncoder(
    conversion_rules=[
        _rule(_OWN, RULE_DICT),
        _rule([(_LIGATURES, r"\g<0>{}")], RULE_REGEX),
        *(_rule(find) for find in (_marked, _of_other_script, _mathematical)),
        "defaults",
        _rule(_without_macro),
    ],
    replacement_latex_protection="braces-all",
    unknown_char_warning=False,
)
