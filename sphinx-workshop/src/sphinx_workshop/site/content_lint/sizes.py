"""Rejects pages that are no text of a person: too large, with endless lines, or nested too deep."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from ...compat.formulas import is_deep
from ..flaws import report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx

PAGE_BYTES = 500_000
LINE_LENGTH = 20_000
FENCES = 20
"""How many fences may stand in each other."""
DEPTH = 80
"""How deep a page's tree may be: three times what nested cards in tabs in a session come to."""

_STARTS = ("#", ":", "`", "~")  # of headings and fences, of which some part has to stay
_LEFT = 80
_FENCE = re.compile(r" {0,3}(?P<marks>:{3,}|`{3,}|~{3,})(?P<info>.*)")
TOO_DEEP = "too many lists, quotes or fences stand in each other here; put them one after another"


def check_size(app: Sphinx, docname: str, source: list[str]) -> None:
    """Report what is too long, and cut it off before it is parsed (`source-read`)."""
    text, config = source[0], app.config
    size = len(text.encode("utf-8", "replace"))
    if size > config.workshop_lint_page_bytes:
        report(
            f"the page has {size:,} bytes, and may have {config.workshop_lint_page_bytes:,}; "
            "divide it into several pages",
            "size",
            (docname, 1),
        )
        # Any other part would lack the end of a fence, for instance.
        text = next((line for line in text.split("\n") if line.startswith("# ")), "")[:_LEFT]
    lines = text.split("\n")
    longest = config.workshop_lint_line_length
    for number, line in enumerate(lines, start=1):
        if len(line) > longest:
            report(
                f"the line has {len(line):,} characters, and may have {longest:,}; divide it "
                "into several lines",
                "size",
                (docname, number),
            )
            lines[number - 1] = line[:_LEFT] if line.startswith(_STARTS) else ""
    if depths := _deep_fences(lines):
        first, deepest = depths
        report(TOO_DEEP, "depth", (docname, deepest))
        lines = lines[: first - 1]
    source[0] = "\n".join(lines)


def _deep_fences(lines: Sequence[str]) -> tuple[int, int] | None:
    """Return the lines of the outermost fence and of the first one that is too deep, if any is."""
    open_: list[tuple[int, str, bool]] = []  # line, marks, whether its content is only shown
    for number, line in enumerate(lines, start=1):
        if (found := _FENCE.fullmatch(line)) is None:
            continue
        marks, info = found["marks"], found["info"].strip()
        if marks[0] == "`" and "`" in info:
            continue
        if not info:
            closed = (n for n, (_, opening, _) in enumerate(open_) if marks.startswith(opening))
            if (outer := next(closed, None)) is not None:
                del open_[outer:]
                continue
        if not (open_ and open_[-1][2]):
            open_.append((number, marks, marks[0] != ":" and not info.startswith("{")))
        if len(open_) > FENCES:
            return open_[0][0], number
    return None


def check_formulas(document: nodes.document, docname: str) -> None:
    """Report formulas that are nested too deep for what converts them, and empty them."""
    for kind in (nodes.math, nodes.math_block):
        for formula in document.findall(kind):
            if is_deep(formula.astext()):
                line = next((n for n in (formula.line, formula.parent.line) if n), 1)
                report(
                    "the formula is nested too deep; divide it into several ones",
                    "depth",
                    (docname, line),
                )
                formula.children = [nodes.Text("x")]


def prune(document: nodes.document, docname: str) -> None:
    """Report a tree that is too deep for what handles it later, and cut it there."""
    level: list[nodes.Element] = [document]
    for _ in range(DEPTH):
        level = [child for node in level for child in node if isinstance(child, nodes.Element)]
        if not level:
            return
    line = next((node.line for node in level[0].findall() if node.line), 0) or 1
    report(TOO_DEEP, "depth", (docname, line))
    for node in level:
        node.children = []
