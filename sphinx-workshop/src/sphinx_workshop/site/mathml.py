"""Writes formulas as MathML, which browsers show by themselves: no script, no request elsewhere.

Where there is text alone (metadata, data, listings), `plain` writes them in Unicode.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.utils import get_source_line
from sphinx.transforms import SphinxTransform

from ..compat.formulas import mathml
from ..core.formula_words import words
from .flaws import report

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator


def plain(node: nodes.Node) -> str:
    """Return the words of a node on one line, its formulas as far as Unicode goes."""
    copy = nodes.Element("", node.deepcopy())
    for comment in list(copy.findall(nodes.comment)):
        comment.parent.remove(comment)
    for kind in (nodes.math, nodes.math_block):
        for formula in list(copy.findall(kind)):
            source = formula.astext()
            formula.replace_self(nodes.Text(words(source)))
    return " ".join(copy.astext().split())


class CheckFormulas(SphinxTransform):
    """Warns of formulas that cannot be read."""

    default_priority = 3

    def apply(self, **kwargs: Any) -> None:
        """Check one document."""
        for node in self.document.findall(lambda n: isinstance(n, nodes.math | nodes.math_block)):
            try:
                mathml(node.astext(), block=isinstance(node, nodes.math_block))
            except ValueError as error:
                formula = " ".join(node.astext().split())
                message = f"formula '{formula}' cannot be read: {error}"
                report(message, "math", (self.env.docname, _line(node) or 1))


def _line(node: nodes.Node) -> int | None:
    """Return the line of a formula; those within a paragraph know only its first."""
    line: int | None = get_source_line(node)[1]
    around = node.parent
    while isinstance(around, nodes.Inline) and isinstance(around, nodes.Element):
        around = around.parent
    if isinstance(node, nodes.math) and isinstance(around, nodes.TextElement) and line:
        before, found, _ = str(around.rawsource).partition(node.astext())
        return line + before.count("\n") if found else line
    return line


def _write(translator: HTML5Translator, node: nodes.Element, *, block: bool) -> None:
    """Write a formula; one that cannot be read stays as it was typed."""
    source = node.astext()
    try:
        translator.body.append(mathml(source, block=block))
    except ValueError:
        translator.body.append(translator.encode(source))
    raise nodes.SkipNode


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the renderer; conf.py chooses it by `html_math_renderer = "mathml"`."""
    app.add_transform(CheckFormulas)
    inline, block = partial(_write, block=False), partial(_write, block=True)
    app.add_html_math_renderer("mathml", (inline, None), (block, None))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
