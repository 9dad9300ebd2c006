"""Takes code out of a text: fences, and what stands between backquotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .pieces import Form

if TYPE_CHECKING:
    from .pieces import Pieces

_FENCE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^`\n]*\n(?P<code>.*?)^ {0,3}(?P=fence)[`~]*[ ]*$",
    re.DOTALL | re.MULTILINE,
)
# LaTeX's quotes are no code: of `so', and of ``so''.
_SPAN = re.compile(r"(?<![\\`\w])(`+)(?!`)([^\s`](?:[^`\n]{0,200}?[^\s`])??)\1(?![`\w])")


def taken_out(text: str, pieces: Pieces) -> str:
    """Return a text with pieces in the place of its code."""
    if "`" not in text and "~~~" not in text:
        return text

    def fence(found: re.Match[str]) -> str:
        pieces.note("code")
        return f"\n\n{block(found['code'], pieces)}\n\n"

    def span(found: re.Match[str]) -> str:
        if "''" in found[2]:
            return found[0]
        pieces.note("code")
        return inline(found[2], pieces)

    return _SPAN.sub(span, _FENCE.sub(fence, text))


def inline(source: str, pieces: Pieces) -> str:
    """Return a piece that shows a source verbatim, in a line."""
    source = " ".join(source.split())
    if not source:
        return ""
    longest = max((len(run) for run in re.findall("`+", source)), default=0)
    marks = "`" * (longest + 1)
    space = " " if source.startswith("`") or source.endswith("`") else ""
    return pieces.add(Form.INLINE, f"{marks}{space}{source}{space}{marks}", source)


def block(source: str, pieces: Pieces) -> str:
    """Return a piece that shows a source verbatim, in lines of its own."""
    # A line of colons would end the directive that the code stands in.
    source = re.sub(r"(?m)^ {0,3}(?=:{3})", "    ", source.strip("\n"))
    longest = max((len(run) for run in re.findall("`+", source)), default=0)
    marks = "`" * max(3, longest + 1)
    return pieces.add(Form.BLOCK, f"{marks}text\n{source}\n{marks}", source)
