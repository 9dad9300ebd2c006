"""Days that have pages of their own: a summary of each, and links from one to the others."""

from __future__ import annotations

import posixpath
from datetime import date
from typing import TYPE_CHECKING

from ..core import text, urls
from ..core.text import long_day
from ..core.words import gettext as _
from .components import clock_range
from .html_element import element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes

    from ..core.program import Program


def day_summary(program: Program, page: str, here: str) -> list[nodes.Node]:
    """How many sessions a day has, with a link to them, and from when to when they are."""
    found = [session for session in program.sessions.values() if session.docname == page]
    last = max(found, key=lambda session: session.end.timestamp())
    way = _link(program, page, here, text.sessions(len(found)))
    hours = element("span", *clock_range(found[0].start, last.end), classes="workshop-time")
    return [element("p", way, " ", hours, classes="workshop-day-page")]


def day_links(program: Program, pages: Iterable[str], source: str, here: str) -> nodes.Node:
    """Links from the page of a day to the days before and after it, and to all of them."""
    items = [element("li", _link(program, source, here, _("All days")))]
    for page in pages:
        words = long_day(date.fromisoformat(posixpath.basename(page)), weekday=True)
        if page == here:
            items.append(element("li", element("span", words, aria_current="page")))
        else:
            items.append(element("li", _link(program, page, here, words)))
    return element("ul", *items, aria_label=_("Days"), classes="workshop-rooms workshop-days")


def _link(program: Program, page: str, here: str, words: str) -> nodes.Element:
    path = urls.page_path(program.event, page)
    return element("a", words, href=urls.relative(program.event, path, here))
