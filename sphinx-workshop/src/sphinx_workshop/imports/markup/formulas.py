r"""Takes formulas out of a text: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and environments."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from ...compat.formulas import is_deep, mathml
from ...core.formula_words import words
from . import code
from .pieces import Form

if TYPE_CHECKING:
    from .pieces import Pieces

_LONGEST = 3000
_ENVIRONMENTS = "equation|align|gather|multline|eqnarray|displaymath|math|alignat|flalign"
_START = re.compile(
    rf"(?<!\\)(?:\\\\)*(?P<mark>\$\$?|\\\(|\\\[|\\begin\{{(?P<name>{_ENVIRONMENTS})(?P<star>\*?)\}})"
)
_END = {"\\(": "\\)", "\\[": "\\]"}
_SEPARATORS = re.compile(r"\\[A-Za-z]|[\^_=+<>{}|]")
_OF_TEXT = r"(?:emph|text(?:it|bf|tt|sc|sf)|[a-z]*cite[a-z]*|ref|url|href|footnote)\b"
_MACRO = re.compile(rf"\\(?!{_OF_TEXT})[A-Za-z]|[\^_]")
# `a, b` and `x - y`, but neither `and` nor `10; US`.
_SPACED = re.compile(r"(?=.*[^\W\d_])(?:(?:[^\W\d_](?![^\W\d_])|\d|[^\w\s;,])[\s,]*)+")
_TO_ONE_SIDE = re.compile(r"[-/&]$|^[-/]$")


def taken_out(text: str, pieces: Pieces) -> str:
    """Return a text with pieces in the place of its formulas."""
    if "$" not in text and "\\" not in text:
        return text
    parts, done = [], 0
    while start := _START.search(text, done):
        at = start.start("mark")
        end, source, block = _formula(text, start)
        if end is None:
            parts.append(text[done : start.end()])
            done = start.end()
            continue
        parts.append(text[done:at])
        if start["mark"] not in {"$", "$$"}:
            pieces.note("a formula stands between dollars now")
        parts.append(piece(source, text[at:end], pieces, block=block))
        done = end
    return "".join([*parts, text[done:]])


def _formula(text: str, start: re.Match[str]) -> tuple[int | None, str, bool]:
    """Return the end of a formula, its source, and whether it has lines of its own."""
    mark = start["mark"]
    if name := start["name"]:
        closing = f"\\end{{{name}{start['star']}}}"
        end = text.find(closing, start.end())
        if end < 0:
            return None, "", True
        inner = re.sub(r"^\{\d+\}", "", text[start.end() : end]) if name == "alignat" else ""
        inner = inner or text[start.end() : end]
        inner = re.sub(r"\\(?:nonumber|notag)(?![A-Za-z])", "", inner)
        if "&" in inner or "\\\\" in inner:
            inner = f"\\begin{{aligned}}{inner}\\end{{aligned}}"
        return end + len(closing), inner, name != "math"
    closing = _END.get(mark, mark)
    at = _closed(text, start.end(), closing)
    if at is None:
        return None, "", False
    source = text[start.end() : at]
    end = at + len(closing)
    known = _in_dollars(source, text[end : end + 1]) if mark == "$" else _in_brackets(source)
    if mark == "$$":
        known = True
    return (end if known else None), source, mark in {"$$", "\\["}


def _closed(text: str, start: int, closing: str) -> int | None:
    """Return where a formula is closed: within its paragraph, and outside of its groups."""
    depth, at = 0, start
    last = min(len(text), start + _LONGEST)
    while at < last:
        if text.startswith(closing, at) and (depth == 0 or closing != "$"):
            return at if text[start:at].strip() and depth == 0 else None
        character = text[at]
        if character == "\\":
            at += 1
        elif character == "\n" and re.match(r"\n[ \t]*\n", text[at:last]):
            return None
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth < 0:
            return None
        at += 1
    return None


def _in_dollars(source: str, after: str) -> bool:
    """Return whether what stands between two dollars is a formula; prices are none."""
    if _TO_ONE_SIDE.search(source):
        return False
    if source.count("(") != source.count(")") and after.isalnum():
        return False
    if source != source.strip():
        spaced = source.startswith(" ") and source.endswith(" ")
        price = not spaced and source[0].isdigit()
        return (not price and bool(_MACRO.search(source))) or (
            spaced and _SPACED.fullmatch(source.strip()) is not None
        )
    if re.search(rf"\\{_OF_TEXT}", source) and not _MACRO.search(source):
        return False
    if _SEPARATORS.search(source):
        return not (after.isdigit() and not _MACRO.search(source))
    return not after.isdigit() and _is_plain(source)


def _is_plain(source: str) -> bool:
    """Return whether a source without characters of formulas is one: `SO(3)`, `k`, `a, b`."""
    return not re.search(r"[\s;]", source) or _SPACED.fullmatch(source) is not None


def _in_brackets(source: str) -> bool:
    r"""Return whether `\(…\)` is a formula; Markdown writes `\(see [1]\)` for mere brackets."""
    return (
        bool(_SEPARATORS.search(source))
        or re.fullmatch(r"\s*[A-Za-z](?:\(\w\))?\s*", source) is not None
    )


def piece(source: str, typed: str, pieces: Pieces, *, block: bool) -> str:
    """Return the piece of a formula; one that cannot be shown is its source, as code."""
    source = html.unescape(source) if re.search(r"&#?\w+;", source) else source
    source = "\n".join(line.strip() for line in source.strip().splitlines() if line.strip())
    # A label names a formula for references, which a page has not.
    shown = re.sub(r"\\label\{[^{}]*\}\s*", "", source).strip()
    if shown != source:
        pieces.note("the label of a formula is left out")
    if shown[:1] in {"^", "_"}:
        shown = f"{{}}{shown}"  # `10$^5$`: the base stands before the formula
        pieces.note("a formula that begins with ^ or _ gets an empty base")
    if not shown or not can_be_shown(shown, block=block):
        pieces.note("a formula that cannot be shown is kept as code")
        return code.inline(typed, pieces)
    if block:
        if ":::" in shown:  # which might end what the formula stands in
            shown = " ".join(shown.split())
        markdown = f"$$\n{shown}\n$$"
        found = pieces.add(Form.BLOCK, markdown, f"$${shown}$$", words(shown))
        return f"\n\n{found}\n\n"
    one_line = " ".join(shown.split())
    return pieces.add(Form.INLINE, f"${one_line}$", f"${one_line}$", words(one_line))


def can_be_shown(source: str, *, block: bool) -> bool:
    """Return whether a page can show a formula."""
    if "$" in source or source.endswith("\\") or is_deep(source):
        return False
    try:
        mathml(source, block=block)
    except (ValueError, RecursionError):
        return False
    return True
