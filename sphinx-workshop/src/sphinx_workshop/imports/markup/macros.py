r"""The macros that a page has a form of its own for: emphasis, code, links, lists, citations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import code
from .formulas import piece
from .links import link

if TYPE_CHECKING:
    from .latex import Reader
    from .pieces import Pieces

    Read = tuple[str, int]

EMPHASIS = {
    **dict.fromkeys(("emph", "textit", "textsl", "em", "it", "itshape", "sl"), "*"),
    **dict.fromkeys(("textbf", "bf", "bfseries", "strong"), "**"),
}
SWITCHES = frozenset(
    ("em", "it", "itshape", "sl", "bf", "bfseries", "rm", "sf", "tt", "ttfamily", "sc", "scshape",
     "small", "large", "Large", "footnotesize", "normalsize", "sffamily")
)  # fmt: skip
r"""What holds to the end of its group: `{\em so}`."""

_LONGEST = 2000  # letters of a group
_CODE = frozenset({"texttt", "tt", "ttfamily", "code", "lstinline", "path", "nolinkurl"})
_TRANSPARENT = frozenset(
    {"textsc", "text", "textrm", "textsf", "mbox", "hbox", "textnormal", "textup", "underline"}
)
_SPACES = frozenset({"newline", "quad", "qquad", "hfill", "space", "enspace", "thinspace"})
_NOTHING = frozenset(
    ("noindent", "xspace", "protect", "relax", "centering", "maketitle", "smallskip", "medskip",
     "bigskip", "clearpage", "newpage", "linebreak", "nolinebreak", "allowbreak", "today")
)  # fmt: skip
_CITATION = re.compile(
    r"(?:[A-Za-z]{0,6}cite(?:p|t|alp|alt|al|author|year|yearpar|num|text)?)|(?:eq|auto|c|C|page|name)?ref"
)
_FORMULA = re.compile(r"math[a-z]+|sqrt|d?t?frac|operatorname|sum|prod|int")
_BEGIN = re.compile(r"\\begin\{([A-Za-z]+\*?)\}(?:\[[^\[\]]*\])?")
_ITEM = re.compile(r"\\item(?![A-Za-z])\s*(?:\[([^\[\]]*)\]\s*)?")
_LISTS = {"itemize": "-", "enumerate": "1.", "description": "-"}


def group_end(text: str, start: int, end: int, marks: str = "{}") -> int | None:
    """Return where the group is closed that a brace opens, None where it is not."""
    depth, at = 0, start
    while at < min(end, start + _LONGEST):
        character = text[at]
        if character == "\\":
            at += 1
        elif character == marks[0]:
            depth += 1
        elif character == marks[1]:
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return None


def argument(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the inside of the group that stands right there."""
    if text[start : min(start + 1, end)] != "{":
        return None
    close = group_end(text, start, end)
    return None if close is None else (start + 1, close)


def optional(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the inside of the brackets that stand right there."""
    if text[start : min(start + 1, end)] != "[":
        return None
    close = group_end(text, start, end, "[]")
    return None if close is None else (start + 1, close)


def arguments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the insides of all groups that follow a macro, brackets before them passed over."""
    found, at = [], start
    while span := optional(text, at, end):
        at = span[1] + 1
    while span := argument(text, at, end):
        found.append(span)
        at = span[1] + 1
    return found


def read(reader: Reader, name: str, at: int, after: int, end: int) -> Read | None:
    """Return what a macro means, and where it ends; None for one that is not known here.

    Args:
        reader: reads the text.
        name: the macro's name.
        at: where it begins.
        after: where its name ends.
        end: where the text ends.
    """
    if name == "begin":
        return _environment(reader, at, end)
    if name in _NOTHING or name in _SPACES or name == "par":
        text = {"par": "\n\n"}.get(name, " " if name in _SPACES else "")
        return text, after + 2 if reader.text.startswith("{}", after) else after
    if _CITATION.fullmatch(name):
        return _citation(reader, after, end)
    span = argument(reader.text, after, end)
    return _with_arguments(reader, name, at, span, end) if span else None


def _citation(reader: Reader, after: int, end: int) -> Read | None:
    r"""Return the keys in brackets, and where the macro ends; None where it has no keys.

    `\citep[p. 2]{a,b}` is `[a, b, p. 2]`.
    """
    at, notes = after, []
    while span := optional(reader.text, at, end):
        notes.append(reader.text[slice(*span)].strip())
        at = span[1] + 1
    keys = argument(reader.text, at, end)
    if keys is None:
        return None
    split = (key.strip() for key in reader.text[slice(*keys)].split(","))
    named = ", ".join(filter(None, split))
    before = notes[0] if len(notes) > 1 else ""
    behind = notes[-1] if notes else ""
    words = ", ".join(filter(None, (f"{before} {named}".strip(), behind)))
    reader.pieces.note("a citation is kept as its key")
    return reader.pieces.literal(f"[{words.replace('~', ' ')}]"), keys[1] + 1


def _with_arguments(
    reader: Reader, name: str, at: int, span: tuple[int, int], end: int
) -> Read | None:
    """Return what a macro makes of its argument, or of all of them."""
    pieces, typed, after = reader.pieces, reader.text[slice(*span)], span[1] + 1
    made: str | None = None
    if _FORMULA.fullmatch(name):  # one of formulas, which stands outside of one
        after = arguments(reader.text, span[0] - 1, end)[-1][1] + 1
        whole = reader.text[at:after]
        made = piece(whole, whole, pieces, block=False)
    elif name in _TRANSPARENT or name in _CODE or name in EMPHASIS:
        made = switched(name, reader.range(*span), pieces)
    match name:
        case "ensuremath":
            made = piece(typed, typed, pieces, block=False)
        case "label":
            made = ""
        case "url":
            made = link(typed, "", pieces)
        case "href" if words := argument(reader.text, after, end):
            made, after = link(typed, reader.range(*words), pieces), words[1] + 1
        case "footnote":
            made = f" ({reader.range(*span).strip()})"
        case "textsuperscript":
            made = pieces.raised(reader.range(*span), "sup")
        case "textsubscript":
            made = pieces.raised(reader.range(*span), "sub")
    return None if made is None else (made, after)


def switched(name: str, text: str, pieces: Pieces) -> str:
    """Return a text as a switch at its begin has it."""
    if name in _CODE:
        return code.inline(pieces.shown(text), pieces)
    return pieces.emphasized(text, EMPHASIS[name]) if name in EMPHASIS else text


def _environment(reader: Reader, at: int, end: int) -> Read | None:
    found = _BEGIN.match(reader.text, at, end)
    if found is None:
        return None
    closing = f"\\end{{{found[1]}}}"
    close = reader.text.find(closing, found.end(), end)
    if close < 0:
        return None
    mark = _LISTS.get(found[1])
    if mark is None:
        return f"\n\n{reader.range(found.end(), close)}\n\n", close + len(closing)
    starts = list(_ITEM.finditer(reader.text, found.end(), close))
    ends = [*(item.start() for item in starts[1:]), close][: len(starts)]
    items = (
        f"{mark} {item[1] or ''} {' '.join(reader.range(item.end(), stop).split())}"
        for item, stop in zip(starts, ends, strict=True)
    )
    return "\n\n" + "\n".join(items) + "\n\n", close + len(closing)
