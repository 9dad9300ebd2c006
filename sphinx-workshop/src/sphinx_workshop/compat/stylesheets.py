"""Lists the stylesheets that pages of a builder link.

Private: `StandaloneHTMLBuilder._css_files` (Sphinx 7.2 to 9.0). Reason: the public list, the
`css_files` of `html-page-context`, exists only while a page is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.builders.html._assets import _CascadingStyleSheet


def css_files(builder: StandaloneHTMLBuilder) -> list[_CascadingStyleSheet]:
    """Return the stylesheets in the order in which pages link them."""
    return sorted(builder._css_files, key=lambda sheet: sheet.priority)
