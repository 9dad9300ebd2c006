"""Puts over every page that the event is cancelled or postponed."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from ..compat.site_builders import makes_site
from ..core.event_notice import headline, notice
from .domain import domain_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def add_notice(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Put the notice over the content (`html-page-context`), which the search page has itself."""
    event = domain_of(app.env).event
    if not (makes_site(app) and event.notice):
        return
    first, rest = headline(event), notice(event).removeprefix(headline(event))
    html = f'<p class="workshop-off"><strong>{escape(first)}</strong>{escape(rest)}</p>\n'
    context["workshop_notice"] = html
    if "body" in context:
        context["body"] = html + context["body"]


def setup(app: Sphinx) -> None:
    """Wait for pages."""
    app.connect("html-page-context", add_notice)
