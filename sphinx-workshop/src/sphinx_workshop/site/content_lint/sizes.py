"""Rejects pages that are no text of a person: too large, with endless lines, or nested too deep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...compat.formulas import is_deep
from ...core.fences import fences
from ..flaws import report

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PAGE_BYTES = 500_000
LINE_LENGTH = 20_000
FENCES = 20
"""How many fences may be nested."""
DEPTH = 80
"""How deep a page's tree may be: three times what nested cards in tabs in a session come to."""

_STARTS = ("#", ":", "`", "~")  # of headings and fences, of which some part has to stay
_LEFT = 80
TOO_DEEP = "too many lists, quotes or fences are nested here; put them one after another"


def check_size(app: Sphinx, docname: str, source: list[str]) -> None:
    """Report what is too long, and cut it off before it is parsed (`source-read`)."""
    text, config = source[0], app.config
    size = len(text.encode("utf-8", "replace"))
    if size > config.workshop_lint_page_bytes:
        report(
            f"the page has {size:,} bytes, and may have at most "
            f"{config.workshop_lint_page_bytes:,}; divide it into several pages, or "
            "raise workshop_lint_page_bytes in conf.py",
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
                f"the line has {len(line):,} characters, and may have at most {longest:,}; "
                "divide it into several lines",
                "size",
                (docname, number),
            )
            lines[number - 1] = line[:_LEFT] if line.startswith(_STARTS) else ""
    if deep := next((fence for fence in fences(lines) if fence.depth == FENCES), None):
        report(TOO_DEEP, "depth", (docname, deep.start + 1))
        lines = lines[: deep.outermost.start]
    source[0] = "\n".join(lines)


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
