"""docutils' tables and figures: rows stand on the page, and an empty option is an error.

MyST passes None for an option without a value, which docutils' converters do not expect: the build
would end with a traceback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...compat.directives import CSVTable, Figure, ListTable, RSTTable
from ...core.fences import line_that_begins
from .messages import FENCES, report

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.application import Sphinx


def _of_texts(spec: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the options of a directive; their converters get a text where there is no value."""
    return {name: _of_text(convert) for name, convert in (spec or {}).items()}


def _of_text(convert: Callable[[str], Any]) -> Callable[[str | None], Any]:
    return lambda value: convert(value or "")


class MarkdownTable(RSTTable):
    """A `{table}`, around one of Markdown."""

    option_spec = _of_texts(RSTTable.option_spec)


class ListOfRows(ListTable):
    """A `{list-table}`."""

    option_spec = _of_texts(ListTable.option_spec)


class InlineCSVTable(CSVTable):
    """A `{csv-table}` that is read from nowhere but the page."""

    option_spec = _of_texts(CSVTable.option_spec)

    def run(self) -> list[Any]:
        """Return the table, or nothing where its rows are elsewhere."""
        outside = next((option for option in ("file", "url") if option in self.options), "")
        if not outside:
            return list(super().run())
        line = self.lineno + line_that_begins(self.block_text, f"{outside}:")
        message = f"csv-table: a page may not use ':{outside}:'; write the rows between the fences"
        report(message, "directive", (self.state.document.settings.env.docname, line), FENCES)
        return []


class TextFigure(Figure):
    """A `{figure}`."""

    option_spec = _of_texts(Figure.option_spec)


def setup(app: Sphinx) -> None:
    """Register the directives in place of docutils' and Sphinx's."""
    app.add_directive("table", MarkdownTable, override=True)
    app.add_directive("list-table", ListOfRows, override=True)
    app.add_directive("csv-table", InlineCSVTable, override=True)
    app.add_directive("figure", TextFigure, override=True)
