"""docutils' tables and figures, with plain words for bad options; all rows are on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...compat import directives
from ...core.fences import line_that_begins
from .messages import FENCES, report

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

_LENGTH = "write a length, like 20em or 50%"
_ROWS = "write a whole number, like 1"
_CHARACTER = "write one character"
_WORDS = {
    "widths": "write a whole number for each column, like 30 70, or auto",
    "width": _LENGTH,
    "figwidth": f"{_LENGTH}, or image",
    "align": "write left, center or right",
    "header-rows": _ROWS,
    "stub-columns": _ROWS,
    "delim": f"{_CHARACTER} other than a double quote, or tab, or space",
    "quote": _CHARACTER,
    "escape": _CHARACTER,
    "keepspace": "write nothing after it",
}
"""The remedy for an option that cannot be read."""


def _worded(spec: dict[str, Any] | None) -> dict[str, Any]:
    return {
        name: _with_remedy(convert, _WORDS[name], '"' if name == "delim" else "")
        if name in _WORDS
        else convert
        for name, convert in (spec or {}).items()
    }


def _with_remedy(convert: Callable[[str], Any], remedy: str, taken: str) -> Callable[[str], Any]:
    # docutils accepts an empty list, and characters with which csv reads nothing.
    unusable = ([], "", *"\0\r\n", taken)

    def converted(text: str | None) -> Any:
        try:
            found = convert(text or "")
        except ValueError:
            raise ValueError(remedy) from None
        if found in unusable:
            raise ValueError(remedy)
        return found

    return converted


class _Table(directives.CheckedTable):
    def report(self, option: str, message: str) -> None:
        line = self.lineno + line_that_begins(self.block_text, f"{option}:")
        place = (self.state.document.settings.env.docname, line)
        report(f"{self.name}: {message}", "directive", place, FENCES)


class MarkdownTable(_Table, directives.RSTTable):
    """A `{table}`, around one of Markdown."""

    option_spec = _worded(directives.RSTTable.option_spec)


class ListTable(_Table, directives.ListTable):
    """A `{list-table}`."""

    option_spec = _worded(directives.ListTable.option_spec)


class InlineCSVTable(_Table, directives.CSVTable):
    """A `{csv-table}` that is read from nowhere but the page."""

    option_spec = _worded(directives.CSVTable.option_spec)

    def run(self) -> list[Any]:
        """Return the table, or nothing where its rows are elsewhere."""
        outside = next((option for option in ("file", "url") if option in self.options), "")
        if not outside:
            return list(super().run())
        message = f"a page may not use ':{outside}:'; write the rows between the fences"
        self.report(outside, message)
        return []


class Figure(directives.Figure):
    """A `{figure}`."""

    option_spec = _worded(directives.Figure.option_spec)


def setup(app: Sphinx) -> None:
    """Register the directives in place of docutils' and Sphinx's."""
    app.add_directive("table", MarkdownTable, override=True)
    app.add_directive("list-table", ListTable, override=True)
    app.add_directive("csv-table", InlineCSVTable, override=True)
    app.add_directive("figure", Figure, override=True)
