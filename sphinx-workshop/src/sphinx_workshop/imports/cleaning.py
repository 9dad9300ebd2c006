"""Cleans the text of exports: LaTeX, entities, stray signs, and addresses that may not be told."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from pylatexenc.latex2text import LatexNodes2Text

if TYPE_CHECKING:
    from ..core.field_entry import Field

_UNICODE = LatexNodes2Text()

# As Pandoc reads it: no space inside the dollars, no digit after them, so that prices are prices.
_FORMULA = r"\$(?=[^\s$])(?:[^$\\]|\\.)*(?<!\s)\$(?!\d)"
_GROUP = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
# Only what is LaTeX is given to the library, which reads verbatim: an abstract is long.
_LATEX = re.compile(
    rf"{_FORMULA}"
    r"|\\[vcuHkrbdt]\s+[^\W\d_]"  # `\v z`
    rf"|\\[A-Za-z]+\*?(?:\[[^\[\]]{{0,99}}\])?(?:\s*{_GROUP})*"
    rf"|\\[\"'`^~=.]\s*(?:{_GROUP}|\\[ij](?![A-Za-z])|[^\W\d_])"
    rf"|\\[^\w\s]|{_GROUP}",
    re.DOTALL,
)
_SPECIAL = re.compile(rf"(?P<kept>{_FORMULA}|\\.)|[%&#$]", re.DOTALL)
# What the library raises on broken LaTeX: it names no error of its own for it.
_BROKEN = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
_LIGATURES = {"``": "“", "''": "”", "---": "—", "--": "–"}
_TAGS = re.compile(
    r"</?(?:i|b|em|strong|sub|sup|br|p|span|u|tt)(?:\s[^<>]*)?/?>", re.IGNORECASE
)  # fmt: skip

_HOST = r"[^\W_](?:[\w-]{0,80}[^\W_])?(?:\.[^\W_](?:[\w-]{0,80}[^\W_])?)+"
_NAME = r"(?:\{[^{}]{0,300}\}|[\w.+%'&=~!#/|,-]{0,300}[\w+%'&=~!#|-])"  # `{ann,bo}@…` too
_AT = r"(?:\\?[@＠﹫]|[(\[{]\s*at\s*[)\]}])"
_SOME_AT = re.compile(_AT, re.IGNORECASE)
_ADDRESSES = re.compile(rf"(?:mailto:)?{_NAME}\s*{_AT}\s*{_HOST}", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"\(\s*[;,]?\s*\)|\[\s*\]|<\s*>")

# Signs without a width that change how their neighbors read, or that no XML can hold. Joiners of
# emoji and of Persian words stay.
_KEPT_FORMATS = {"\u200c", "\u200d"}
LONGEST = 20_000  # letters of one value; an abstract has about 2,000


def raw(value: object) -> str:
    """Return a value as it stands there; a list or an object stands for no text."""
    return str(value)[:LONGEST] if isinstance(value, (str, int, float)) else ""


def clean(value: object) -> str:
    """Return a value of an export as plain text on one line."""
    text = _TAGS.sub(_space_for_tag, raw(value))
    text = normalize("NFC", _from_latex(without_addresses(html.unescape(text))[0]))
    if not (text.isascii() and text.isprintable()):
        text = "".join(map(_sign, text))
    return " ".join(text.split())


def _space_for_tag(tag: re.Match[str]) -> str:
    return " " if tag[0].strip("</").startswith(("p", "P", "br", "BR")) else ""


def _sign(sign: str) -> str:
    """Return a sign, a space for one that separates, or nothing for one that only does harm."""
    kind = category(sign)
    if sign.isspace() or kind in {"Zs", "Zl", "Zp"}:
        return " "
    if kind in {"Cc", "Cs", "Co"} or (kind == "Cf" and sign not in _KEPT_FORMATS):
        return ""
    # Noncharacters: category Cn covers unassigned signs too, which may be tomorrow's letters.
    return "" if (ord(sign) & 0xFFFE) == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF else sign


def _from_latex(text: str) -> str:
    """Return a text with its LaTeX in Unicode; what is none, `50%` or `$5`, stays."""
    found, count = _LATEX.subn(_converted, text)
    if not count:
        return text
    for written, meant in _LIGATURES.items():
        found = found.replace(written, meant)
    return re.sub(r"(?<=[\w.])~(?=\w)", " ", found)


def _converted(found: re.Match[str]) -> str:
    latex = _SPECIAL.sub(lambda sign: sign[0] if sign["kept"] else f"\\{sign[0]}", found[0])
    # LaTeX knows today's date; an import, which gives the same today and tomorrow, does not.
    latex = re.sub(r"\\today(?![A-Za-z])(?:\{\})?", "", latex)
    if not latex:
        return ""
    try:
        # A macro that stands for nothing stays as it was typed, for it may be all of a title.
        return str(_UNICODE.latex_to_text(latex)).strip() or ("" if "{" in latex else found[0])
    except _BROKEN:
        return found[0]


def without_addresses(text: str) -> tuple[str, bool]:
    """Return a text without e-mail addresses, and whether it held any."""
    if not _SOME_AT.search(text):
        return text, False
    found = _ADDRESSES.sub("", text)
    if found == text:
        return text, False
    return _EMPTY_BRACKETS.sub("", found), True


def private(value: object) -> tuple[str, bool]:
    """Return a value as plain text without addresses, and whether it held any."""
    # Twice, for an address may have been written in entities, or in LaTeX.
    text, found = without_addresses(clean(value))
    found = found or without_addresses(html.unescape(raw(value)))[1]
    return " ".join(text.split()), found


def number(value: object) -> int | None:
    """Return a submission number; spreadsheets write `58.0` for 58."""
    text = clean(value)
    text = re.sub(r"\.0+$", "", text)
    if text.isascii() and text.isdigit() and len(text) <= 9 and int(text):
        return int(text)
    return None


def items(value: object) -> tuple[str, ...]:
    """Return the entries of a list: separated by semicolons, else by commas or line ends."""
    if isinstance(value, list):
        parts = [raw(part) for part in value]
    else:
        text = html.unescape(raw(value))
        mark = ";" if ";" in text else "\n" if "\n" in text.strip() else ","
        parts = text.split(mark)
    cleaned = (private(part)[0].replace(";", ",").strip(" ,") for part in parts)
    return tuple(dict.fromkeys(filter(None, cleaned)))


def checked(entry: Field, value: object) -> str:
    """Return a value as a page has it, empty where the converter of the field cannot read it."""
    text, had_mail = private(value)
    try:
        found = entry.converter(entry.tidied(text)) if text and not had_mail else ""
    except ValueError:
        return ""
    return entry.written(found) if entry.written and found else str(found)
