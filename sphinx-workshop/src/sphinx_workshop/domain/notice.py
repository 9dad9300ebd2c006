"""Puts over every page that the event is cancelled or postponed."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from ..core.text import headline, notice
from .domain import domain_of
from .page_context import add_to_pages

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def add_notice(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Put the notice over the content (`html-page-context`), which the search page has itself."""
    event = domain_of(app.env).event
    if not event.notice:
        return
    first, rest = headline(event), notice(event).removeprefix(headline(event))
    html = f'<p class="workshop-off"><strong>{escape(first)}</strong>{escape(rest)}</p>\n'
    context["workshop_notice"] = html
    if "body" in context:
        context["body"] = html + context["body"]


def setup(app: Sphinx) -> None:
    """Wait for pages."""
    add_to_pages(app, add_notice)
