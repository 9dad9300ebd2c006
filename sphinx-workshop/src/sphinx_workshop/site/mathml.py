"""Writes formulas as MathML, which browsers show by themselves: no script, no request elsewhere.

Where there is text alone (metadata, data, listings), `plain` writes them in Unicode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from pylatexenc.latex2text import LatexNodes2Text
from sphinx.util import logging

from ..compat.formulas import MathError, tex2mathml

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

_UNICODE = LatexNodes2Text()


def plain(node: nodes.Node) -> str:
    """Return the words of a node on one line, its formulas as far as Unicode goes."""
    copy = nodes.Element("", node.deepcopy())
    for comment in list(copy.findall(nodes.comment)):
        comment.parent.remove(comment)
    for kind in (nodes.math, nodes.math_block):
        for formula in list(copy.findall(kind)):
            source = formula.astext()
            words = _UNICODE.latex_to_text(f"${source}$")
            formula.replace_self(nodes.Text(words or source))
    return " ".join(copy.astext().split())


def _write(translator: HTML5Translator, node: nodes.Element, *, block: bool) -> None:
    """Write a formula; one that cannot be read stays as it was typed, with a warning."""
    source = node.astext()
    try:
        translator.body.append(tex2mathml(source, as_block=block))
    except MathError as error:
        logger.warning(
            "formula '%s' cannot be read: %s",
            source,
            error,
            type="content",
            subtype="math",
            location=node,
            extra={"about": "pages"},
        )
        translator.body.append(translator.encode(source))
    raise nodes.SkipNode


def _visit_inline(translator: HTML5Translator, node: nodes.Element) -> None:
    _write(translator, node, block=False)


def _visit_block(translator: HTML5Translator, node: nodes.Element) -> None:
    _write(translator, node, block=True)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the renderer; conf.py chooses it by `html_math_renderer = "mathml"`."""
    app.add_html_math_renderer("mathml", (_visit_inline, None), (_visit_block, None))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
