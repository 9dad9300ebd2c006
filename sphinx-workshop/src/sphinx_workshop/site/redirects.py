"""Keeps the addresses of pages that have moved: `moved_pages = {"old/page": "new/page#place"}`.

A page stays at the old address that leads to the new one at once, and by a link where a browser
does not follow. It works on any host of static files, and without scripts.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError

from ..compat.site_builders import makes_site
from .mathml import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata


def check(app: Sphinx, env: BuildEnvironment) -> None:
    """Refuse what would lead nowhere, or hide a page (`env-check-consistency`)."""
    for old, new in app.config.moved_pages.items():
        if old in env.found_docs:
            raise ConfigError(
                f"moved_pages in conf.py: '{old}' is a page; take it out of one of the two"
            )
        if new.partition("#")[0] not in env.found_docs:
            raise ConfigError(
                f"moved_pages in conf.py: '{old}' leads to '{new}', and there is no such page"
            )


def pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield a page for each old address (`html-collect-pages`)."""
    if not makes_site(app):
        return
    for old, new in sorted(app.config.moved_pages.items()):
        docname, mark, anchor = new.partition("#")
        address = escape(app.builder.get_relative_uri(old, docname) + mark + anchor)
        title = escape(plain(app.env.titles[docname]))
        context = {
            "title": "Moved",
            "body": f'<h1>Moved</h1>\n<p>This page is now <a href="{address}">{title}</a>.</p>',
            "metatags": f'<meta http-equiv="refresh" content="0; url={address}">\n'
            '<meta name="robots" content="noindex">\n',
        }
        yield old, context, "page.html"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the setting and the handlers."""
    app.add_config_value("moved_pages", {}, "html", (dict,))
    app.connect("env-check-consistency", check)
    app.connect("html-collect-pages", pages)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
