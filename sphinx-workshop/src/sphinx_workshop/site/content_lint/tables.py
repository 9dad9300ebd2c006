"""docutils' tables and figures: rows stand on the page, and an empty option is an error.

MyST passes None for an option without a value, which docutils' converters do not expect: the build
would end with a traceback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...compat.directives import CSVTable, Figure, ListTable, RSTTable
from ...core.fences import line_that_begins
from ..flaws import FENCES, report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx


def _of_texts(spec: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the options of a directive; their converters get a text where there is no value."""
    return {name: lambda value, to=to: to(value or "") for name, to in (spec or {}).items()}


class InlineCSVTable(CSVTable):
    """A `{csv-table}` that is read from nowhere but the page."""

    def run(self) -> list[Any]:
        """Return the table, or nothing where its rows are elsewhere."""
        outside = next((option for option in ("file", "url") if option in self.options), "")
        if not outside:
            return list(super().run())
        line = self.lineno + line_that_begins(self.block_text, f"{outside}:")
        message = f"csv-table: a page may not use ':{outside}:'; write the rows between the fences"
        report(message, "directive", (self.state.document.settings.env.docname, line), FENCES)
        return []


def setup(app: Sphinx) -> None:
    """Register the directives in place of docutils' and Sphinx's."""
    for name, directive in {
        "table": RSTTable,
        "list-table": ListTable,
        "csv-table": InlineCSVTable,
        "figure": Figure,
    }.items():
        spec = {"option_spec": _of_texts(directive.option_spec)}
        app.add_directive(name, type(directive.__name__, (directive,), spec), override=True)
