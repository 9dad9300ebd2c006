"""Encodes text for BibTeX: as ASCII macros, so that pdfLaTeX, BibTeX and biber read the same.

What no macro stands for would end a run of pdfLaTeX with an error. So
- an accent is a macro, whether its letter and it are one character or two;
- a symbol without a macro (an emoji) is its Unicode name in brackets: left out, a title would say
  something else, or nothing at all;
- marks, modifiers and joiners that stand by no letter are left out;
- letters of other scripts stay, with their marks: no other form of a name is right. LuaLaTeX,
  XeLaTeX and biber read them; pdfLaTeX needs the script's package.

Without pylatexenc, which knows the macros of symbols, Latin letters are macros all the same, since
BibTeX cuts names by bytes; symbols stay as they are typed.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import Any
from unicodedata import category, combining, name, normalize

from .extras import MissingExtraError, module

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
_PIECE = re.compile(rf"(?P<ligature>{_LIGATURES.pattern})|.[\u0300-\u036f]*", re.DOTALL)
_ACCENTS = dict(
    zip(
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0327\u0328\u0331",
        "`'^~=u.\"rHvdckb",
        strict=True,
    )
) | {"\u0326": "textcommabelow"}

# What LaTeX reads as something else, and the Latin letters that are no letter under an accent.
_MACROS = {ord(c): rf"\{c}" for c in "$&%#_"} | {
    ord(letter): f"\\{macro}"
    for letter, macro in re.findall(
        r"(\S) (\w+)",
        r"ø o, Ø O, ł l, Ł L, ı i, æ ae, Æ AE, œ oe, Œ OE, ß ss, ð dh, Ð DH, þ th, Þ TH, đ dj, "
        r"Đ DJ, ŋ ng, Ŋ NG, \ textbackslash, ^ textasciicircum, ~ textasciitilde",
    )
}

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
    try:
        return str(_library().unicode_to_latex(normalize("NFC", text)))
    except MissingExtraError:
        return _PIECE.sub(_piece, normalize("NFC", text))


def _piece(found: re.Match[str]) -> str:
    """Return a letter with its marks, or another character, without the library."""
    base, *marks = list(normalize("NFD", found[0]))
    if found["ligature"]:
        return f"{base}{{}}"
    if marks:
        return _under(base, "".join(marks)) if _latin(base) else found[0]
    macro = (_OWN | _MACROS).get(ord(base))
    return f"{{{macro}}}" if macro else base


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


@cache
def _library() -> Any:
    """Return the encoder with rules of our own before its own, and after them.

    Raises:
        MissingExtraError: it is not installed.
    """
    encode = module("pylatexenc.latexencode", "latex")
    rule = encode.UnicodeToLatexConversionRule
    # In braces, so that accents survive BibTeX and biber alike; a function puts its own.
    return encode.UnicodeToLatexEncoder(
        conversion_rules=[
            rule(encode.RULE_DICT, _OWN, "braces-all"),
            rule(encode.RULE_REGEX, [(_LIGATURES, r"\g<0>{}")], "braces-all"),
            *(
                rule(encode.RULE_CALLABLE, find, "none")
                for find in (_marked, _of_other_script, _mathematical)
            ),
            "defaults",
            rule(encode.RULE_CALLABLE, _without_macro, "none"),
        ],
        replacement_latex_protection="braces-all",
        unknown_char_warning=False,
    )


def missing() -> str:
    """Return what says that the library is not installed, with the remedy; empty where it is."""
    try:
        _library()
    except MissingExtraError as error:
        return str(error)
    return ""
