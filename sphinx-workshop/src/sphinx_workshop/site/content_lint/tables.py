"""A `{csv-table}` whose rows stand on the page, and are read from nowhere else."""

from __future__ import annotations

from typing import Any

from docutils.parsers.rst.directives.tables import CSVTable

from .messages import FENCES, report


class InlineCSVTable(CSVTable):
    """Reports `:file:` and `:url:`, and shows no table then."""

    def run(self) -> list[Any]:
        """Return the table."""
        outside = next((option for option in ("file", "url") if option in self.options), "")
        if not outside:
            return list(super().run())
        lines = self.block_text.splitlines()
        offsets = (n for n, s in enumerate(lines) if s.lstrip(": ").startswith(f"{outside}:"))
        report(
            f"csv-table: a page may not use ':{outside}:'; write the rows between the fences",
            "directive",
            (self.state.document.settings.env.docname, self.lineno + next(offsets, 0)),
            FENCES,
        )
        return []
