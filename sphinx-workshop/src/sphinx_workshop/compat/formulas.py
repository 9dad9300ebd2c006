"""Converts LaTeX formulas to MathML.

Provisional: `docutils.utils.math.latex2mathml` (docutils 0.21.1 to 0.22; "may change without
notice"). Reason: it is the converter that Sphinx's other formats use, and has no dependency.
"""

from __future__ import annotations

from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml

__all__ = ["MathError", "tex2mathml"]
