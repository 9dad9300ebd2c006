"""Sphinx's figure, to derive from.

Undocumented: `sphinx.directives.patches.Figure` (Sphinx 8.2 to 9.1). Reason: it is the directive
that `figure` stands for, and docutils' own lacks what Sphinx adds.
"""

from __future__ import annotations

from sphinx.directives.patches import Figure

__all__ = ["Figure"]
