"""Gives the directives of tables and figures, to derive from, and where a directive stands.

Undocumented: `docutils.parsers.rst.directives.tables`, `RSTState.memo` and `RSTStateMachine.node`
(docutils 0.20 to 0.22), which MyST sets for its directives, too (MyST-Parser 4.0 to 5.2); and
`sphinx.directives.patches.Figure` (Sphinx 8.2 to 9.1), which `figure` stands for. Reason: neither
project says from where to take them, or how a directive learns what it stands in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils.parsers.rst.directives.tables import CSVTable, ListTable, RSTTable
from sphinx.directives.patches import Figure

if TYPE_CHECKING:
    from docutils import nodes
    from docutils.parsers.rst import Directive

__all__ = ["CSVTable", "Figure", "ListTable", "RSTTable", "level", "parent"]


def level(directive: Directive) -> int:
    """Return the level of the section that a directive stands in; 0 above the first heading."""
    return int(directive.state.memo.section_level)


def parent(directive: Directive) -> nodes.Element:
    """Return the node that what a directive returns is put into."""
    return cast("nodes.Element", directive.state_machine.node)  # the stubs know of documents alone
