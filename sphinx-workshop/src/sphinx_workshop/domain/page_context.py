"""Connects functions that add to what templates know of a page, where the output is a site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..compat.site_builders import makes_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from sphinx.application import Sphinx


def add_to_pages(
    app: Sphinx, add: Callable[[Sphinx, str, dict[str, Any]], None], priority: int = 500
) -> None:
    """Call a function with the name and the context of each page (`html-page-context`)."""

    def added(
        app: Sphinx,
        pagename: str,
        templatename: str,
        context: dict[str, Any],
        doctree: nodes.document | None,
    ) -> None:
        if makes_site(app):
            add(app, pagename, context)

    app.connect("html-page-context", added, priority=priority)


def add_to_head(context: dict[str, Any], html: str) -> None:
    """Add elements to the head of a page, by its context."""
    context["metatags"] = context.get("metatags", "") + html
