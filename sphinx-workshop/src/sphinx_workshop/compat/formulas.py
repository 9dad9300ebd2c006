"""Converts LaTeX formulas to MathML, and says in plain words why one cannot be converted.

Provisional: `docutils.utils.math.latex2mathml` (docutils 0.21.1 to 0.22; "may change without
notice"). Reason: it is the converter that Sphinx's other formats use, and has no dependency.
"""

from __future__ import annotations

import re

from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from pylatexenc.latexwalker import LatexWalker, LatexWalkerParseError

__all__ = ["MathError", "is_deep", "mathml", "tex2mathml"]

DEEPEST = 30
"""How many groups of a formula may stand in each other."""

_NESTING = re.compile(r"\\(?:begin|end|left|right)\b|(?<!\\)[{}]")
_CHAIN = re.compile(rf"(?:\\[a-zA-Z]+\s*){{{DEEPEST},}}")  # `\sqrt\sqrt…`
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


def is_deep(formula: str) -> bool:
    """Tell whether a formula is nested too deep for what converts it."""
    depth = 0
    for mark in _NESTING.findall(formula):
        depth += 1 if mark in {"{", "\\begin", "\\left"} else -1
        if depth > DEEPEST:
            return True
    return _CHAIN.search(formula) is not None
