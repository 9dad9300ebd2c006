"""Directives of docutils whose mistakes can be reported otherwise: its tables, and Sphinx's figure.

Private: `get_column_widths` and `check_table_dimensions` of docutils' `Table`, and
`SystemMessagePropagation` (docutils 0.20 to 0.22); `sphinx.directives.patches.Figure` (Sphinx 8.2
to 9.1). Reason: docutils reports an option that does not fit the rows on the directive's line, in
its own words, and ends with a traceback where MyST passes an empty one.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.parsers.rst.directives.tables import CSVTable, ListTable, RSTTable, Table
from docutils.utils import SystemMessagePropagation
from sphinx.directives.patches import Figure

__all__ = ["CSVTable", "CheckedTable", "Figure", "ListTable", "RSTTable"]


class CheckedTable(Table):
    """A table that reports an option on its line; a base before one of docutils' tables."""

    def report(self, option: str, message: str) -> None:
        """Report what is wrong with an option."""
        raise NotImplementedError

    def _reject(self, option: str, message: str) -> None:
        """Report an option, and make no table."""
        self.report(option, message)
        raise SystemMessagePropagation(nodes.comment())

    def get_column_widths(self, n_cols: int) -> list[int]:
        """Return the widths of columns, or reject what is given for other columns."""
        if isinstance(self.widths, list) and len(self.widths) != n_cols:
            message = f"the table has {n_cols} columns; write as many numbers at ':widths:'"
            self._reject("widths", message)
        untyped: Any = super()
        widths: list[int] = untyped.get_column_widths(n_cols)
        return widths

    def check_table_dimensions(self, rows: list[Any], header_rows: int, stub_columns: int) -> None:
        """Reject headers and stubs that leave nothing of the table."""
        columns = min(map(len, rows), default=0)
        for option, asked, there, of in (
            ("header-rows", header_rows, len(rows), "rows"),
            ("stub-columns", stub_columns, columns, "columns"),
        ):
            if asked >= there > 0:
                message = f"the table has {there} {of}; write a smaller number at ':{option}:'"
                self._reject(option, message)
