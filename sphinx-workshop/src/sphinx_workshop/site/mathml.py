"""Writes formulas as MathML, which browsers show by themselves: no script, no request elsewhere.

Where there is text alone (metadata, data, listings), `plain` writes them in Unicode.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.utils import get_source_line
from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import LatexWalker, LatexWalkerParseError
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from ..compat.formulas import MathError, tex2mathml

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

_UNICODE = LatexNodes2Text()
# What pylatexenc and docutils say, and better words for it.
_WORDS = {
    r"Unexpected end of stream, was expecting '?(.+?)'?$": r"'\1' is missing at its end",
    r"End of input while parsing arguments of macro \"(.+)\"": r"an argument of '\\\1' is missing",
    r"Last node missing children": "an argument is missing; put each one between braces",
    r"Unexpected mismatching closing brace: '(.+)'": r"nothing is open that '\1' ends; delete it",
    r"Unexpected (?:mismatching )?closing environment: '(\w+)'": (
        r"'\\end{\1}' stands where no '\\begin{\1}' is open"
    ),
    r"Environment \"(.+)\" not supported": r"there is no environment '\1'",
    r"Unknown LaTeX command \"(.+)\"": r"there is no command '\1'",
    r"Unsupported character: \"(.+)\"": r"'\1' has no meaning in a formula; write '\\\1'",
}
_LEFT, _RIGHT = (re.compile(rf"\\{side}(?![A-Za-z])") for side in ("left", "right"))


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


def mathml(source: str, *, block: bool) -> str:
    """Return a formula as MathML.

    Raises:
        ValueError: it cannot be read; the message says why.
    """
    if not source.strip():
        raise ValueError("it is empty")
    try:
        # docutils closes what a formula leaves open, and so hides the mistake.
        LatexWalker(source, tolerant_parsing=False).get_latex_nodes()
    except LatexWalkerParseError as error:
        raise ValueError(_in_plain_words(error.msg)) from None
    if len(_LEFT.findall(source)) != len(_RIGHT.findall(source)):
        raise ValueError(r"every \left needs a \right")
    try:
        return str(tex2mathml(source, as_block=block))
    except MathError as error:
        raise ValueError(_in_plain_words(str(error))) from None
    except (AttributeError, IndexError):
        # So docutils ends at these, where no environment is around them.
        raise ValueError(
            r"'&' and '\\' stand between \begin{aligned} and \end{aligned}, '_' and '^' after a "
            "symbol"
        ) from None


def _in_plain_words(message: str) -> str:
    """Return what a reader of LaTeX says is wrong, with the remedy."""
    for pattern, words in _WORDS.items():
        if found := re.match(pattern, message):
            return found.expand(words)
    return message


class CheckFormulas(SphinxTransform):
    """Warns of formulas that cannot be read."""

    default_priority = 3

    def apply(self, **kwargs: Any) -> None:
        """Check one document."""
        for node in self.document.findall(lambda n: isinstance(n, nodes.math | nodes.math_block)):
            try:
                mathml(node.astext(), block=isinstance(node, nodes.math_block))
            except ValueError as error:
                logger.warning(
                    "formula '%s' cannot be read: %s",
                    " ".join(node.astext().split()),
                    error,
                    type="content",
                    subtype="math",
                    location=(self.env.docname, _line(node)),
                    extra={"about": "pages"},
                )


def _line(node: nodes.Node) -> int | None:
    """Return the line of a formula; those in the midst of a paragraph know only its first."""
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


def _visit_inline(translator: HTML5Translator, node: nodes.Element) -> None:
    _write(translator, node, block=False)


def _visit_block(translator: HTML5Translator, node: nodes.Element) -> None:
    _write(translator, node, block=True)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the renderer; conf.py chooses it by `html_math_renderer = "mathml"`."""
    app.add_transform(CheckFormulas)
    app.add_html_math_renderer("mathml", (_visit_inline, None), (_visit_block, None))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
