"""Spares Sphinx what it does anew for every page, with the same result.

- A page's title is rendered for itself, for its neighbours and for all pages below it: here once,
  and as a copy, because a title, which the environment keeps, keeps what it was rendered in.
- Each of these renderings looks in the file system for docutils' own stylesheets, which Sphinx's
  pages never link.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    Render = Callable[[nodes.Node | None], dict[str, str]]


def begin(app: Sphinx) -> None:
    """Change the builder of this build (`builder-inited`)."""
    builder = app.builder
    if isinstance(builder, StandaloneHTMLBuilder):
        builder.env.settings["stylesheet_path"] = ""
        builder._settings.stylesheet_path = ""
        vars(builder)["render_partial"] = _once(builder.render_partial)


def _once(render: Render) -> Render:
    """Return a function that renders each title once; other nodes live for one page only."""
    of_title = cache(lambda title: render(title.deepcopy()))

    def render_partial(node: nodes.Node | None) -> dict[str, str]:
        return of_title(node) if isinstance(node, nodes.title) else render(node)

    return render_partial


def setup(app: Sphinx) -> ExtensionMetadata:
    """Wait for the builder."""
    app.connect("builder-inited", begin)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
