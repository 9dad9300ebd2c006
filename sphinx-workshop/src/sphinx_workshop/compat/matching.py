"""Matches paths by patterns, as Sphinx's settings write them.

Undocumented: `sphinx.util.matching` (Sphinx 1.0 to 9.0). Reason: `include_patterns`,
`exclude_patterns` and `html_sidebars` have to mean here what they mean to Sphinx.
"""

from __future__ import annotations

from sphinx.util.matching import Matcher, patmatch

__all__ = ["Matcher", "patmatch"]
