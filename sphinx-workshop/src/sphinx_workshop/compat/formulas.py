"""Converts LaTeX formulas to MathML, and says why one cannot be converted.

Provisional: `docutils.utils.math.latex2mathml` (docutils 0.21.1 to 0.22; "may change without
notice"). Reason: it is the converter that Sphinx's other formats use, and has no dependency.
"""

from __future__ import annotations

import re

from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml

try:
    from pylatexenc import latexwalker
except ModuleNotFoundError:  # the extra `latex`: what a formula leaves open is reported with it
    latexwalker = None

__all__ = ["MathError", "is_deep", "mathml", "tex2mathml"]

DEEPEST = 30
"""How many groups of a formula may be nested."""

_NESTING = re.compile(r"\\(?:begin|end|left|right)\b|(?<!\\)[{}]")
_CHAIN = re.compile(rf"(?:\\[a-zA-Z]+\s*){{{DEEPEST},}}")  # `\sqrt\sqrt…`
_LEFT, _RIGHT = (re.compile(rf"\\{side}(?![A-Za-z])") for side in ("left", "right"))


def mathml(source: str, *, block: bool) -> str:
    """Return a formula as MathML.

    Raises:
        ValueError: it cannot be read; the message says why.
    """
    if not source.strip():
        raise ValueError("it is empty")
    if latexwalker:
        try:
            # docutils closes what a formula leaves open, and so hides the mistake.
            latexwalker.LatexWalker(source, tolerant_parsing=False).get_latex_nodes()
        except latexwalker.LatexWalkerParseError as error:
            raise ValueError(error.msg) from None
    if len(_LEFT.findall(source)) != len(_RIGHT.findall(source)):
        raise ValueError(r"every \left needs a \right")
    try:
        return str(tex2mathml(source, as_block=block))
    except MathError as error:
        raise ValueError(str(error)) from None
    except (AttributeError, IndexError):
        # So docutils ends at these, where no environment is around them.
        raise ValueError(
            r"'&' and '\\' stand between \begin{aligned} and \end{aligned}, '_' and '^' after a "
            "symbol"
        ) from None


def is_deep(formula: str) -> bool:
    """Return whether a formula is nested too deep for what converts it."""
    depth = 0
    for mark in _NESTING.findall(formula):
        depth += 1 if mark in {"{", "\\begin", "\\left"} else -1
        if depth > DEEPEST:
            return True
    return _CHAIN.search(formula) is not None
