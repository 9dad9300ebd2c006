"""Where the booklet is, and where it comes from: links to all its forms, and its state."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from docutils import nodes

from ..core import urls
from ..core.text import long_day
from ..core.words import N_
from ..core.words import gettext as _
from .components import joined, sentence, time, web_link
from .html_element import element, in_html

if TYPE_CHECKING:
    from ..core.program import Program

_FORMS = {".pdf": N_("as a PDF"), ".epub": N_("as an e-book")}


def booklet_links(program: Program, page: str) -> list[nodes.Node]:
    """The ways to take the program along, of those that are published."""
    if program.booklet_page is None:
        return []
    event = program.event
    forms = {urls.page_path(event, program.booklet_page): _("on one page")}
    forms |= {path: _(_FORMS[PurePath(path).suffix]) for path in urls.booklets(program)}
    links = (web_link(urls.relative(event, path, page), words) for path, words in forms.items())
    message = _("Booklet with the program and all papers: %(forms)s")
    content = sentence(message, forms=joined(links))
    return [in_html(element("p", *content, classes="booklet-links"))]


def state(program: Program) -> nodes.Node:
    """Where this comes from, and of which day and revision it is."""
    event = program.event
    changed = program.changed(*program.records).date()
    revision = program.history.revision
    name = event.site.partition("://")[2].rstrip("/")
    message = _("Made from %(site)s, last changed on %(day)s.")
    if revision:
        message = _("Made from %(site)s, last changed on %(day)s (revision %(revision)s).")
    content = sentence(
        message,
        site=[web_link(event.site, name) if event.site else element("i", event.name)],
        day=[time(changed, long_day(changed))],
        revision=[nodes.Text(revision)],
    )
    return element("p", *content, classes="booklet-state")
