"""The directives of tables and figures, to derive from.

Undocumented: `docutils.parsers.rst.directives.tables` (docutils 0.20 to 0.22) and
`sphinx.directives.patches.Figure` (Sphinx 8.2 to 9.1), which `figure` stands for. Reason: neither
project says from where to take them.
"""

from __future__ import annotations

from docutils.parsers.rst.directives.tables import CSVTable, ListTable, RSTTable
from sphinx.directives.patches import Figure

__all__ = ["CSVTable", "Figure", "ListTable", "RSTTable"]
