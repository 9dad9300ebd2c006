"""Puts the script that says what the hour means into the head of pages that have a line for it.

It goes to `metatags`, as the feed's link does: what `add_js_file` adds, Furo has behind the
content, where it is too late, since the line is painted by then.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..core.model import State
from .domain import domain_of
from .page_context import add_to_head, add_to_pages
from .scripts import translated

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SCRIPT = Path(__file__).parents[1] / "templates" / "status.js"


def add_script(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Add the script (`html-page-context`); what has taken place needs none."""
    domain = domain_of(app.env)
    if domain.event.state is not State.RECORD and any(
        view.name == "status" for view in domain.views.get(pagename, ())
    ):
        add_to_head(context, f"<script>{_script(app)}</script>\n")


def _script(app: Sphinx) -> str:
    """Return the script in the site's language; no word of it can end its element."""
    script = translated(SCRIPT.read_text("utf-8"))
    if minified := app.extensions.get("sphinx_workshop.site.minified"):
        script = minified.module.jsmin(script)
    return script.replace("</", "<\\/")


def setup(app: Sphinx) -> None:
    """Wait for pages."""
    add_to_pages(app, add_script)
