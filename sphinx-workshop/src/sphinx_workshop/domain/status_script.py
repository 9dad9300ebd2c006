"""Puts the script that says what the hour means into the head of pages that have a line for it.

It goes to `metatags`, as the feed's link does: what `add_js_file` adds, Furo has behind the
content, where it is too late, since the line is painted by then.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..compat.site_builders import makes_site
from ..core.model import State
from .domain import domain_of
from .scripts import translated

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

SCRIPT = Path(__file__).parents[1] / "templates" / "status.js"


def add_script(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the script (`html-page-context`); what has taken place needs none."""
    domain = domain_of(app.env)
    if not makes_site(app) or domain.event.state is State.RECORD:
        return
    if any(view.name == "status" for view in domain.views.get(pagename, ())):
        context["metatags"] = f"{context.get('metatags', '')}<script>{_script(app)}</script>\n"


def _script(app: Sphinx) -> str:
    """Return the script in the site's language; no word of it can end its element."""
    script = translated(SCRIPT.read_text("utf-8"))
    if minified := app.extensions.get("sphinx_workshop.site.minified"):
        script = minified.module.jsmin(script)
    return script.replace("</", "<\\/")


def setup(app: Sphinx) -> None:
    """Wait for pages."""
    app.connect("html-page-context", add_script)
