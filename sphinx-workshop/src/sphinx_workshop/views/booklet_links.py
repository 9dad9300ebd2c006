"""Where the booklet is, and where it comes from: links to all its forms, and its state."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from docutils import nodes

from ..core import urls
from ..core.text import long_day
from .components import joined, time, web_link
from .html_element import element, in_html

if TYPE_CHECKING:
    from ..core.program import Program

_FORMS = {".pdf": "as a PDF", ".epub": "as an e-book"}


def booklet_links(program: Program, page: str) -> list[nodes.Node]:
    """The ways to take the program along, of those that are published."""
    if program.booklet_page is None:
        return []
    event = program.event
    forms = {urls.page_path(event, program.booklet_page): "on one page"}
    forms |= {path: _FORMS[PurePath(path).suffix] for path in urls.booklets(program)}
    links = (web_link(urls.relative(event, path, page), words) for path, words in forms.items())
    content = [nodes.Text("Program and abstracts to take along: "), *joined(links)]
    return [in_html(element("p", *content, classes="booklet-links"))]


def state(program: Program) -> nodes.Node:
    """Where this comes from, and of which day and revision it is."""
    event = program.event
    changed = program.changed(*program.records).date()
    revision = program.history.revision
    name = event.site.partition("://")[2].rstrip("/")
    return element(
        "p",
        "Made from the site ",
        web_link(event.site, name) if event.site else element("i", event.name),
        ", as it was changed last on ",
        time(changed, long_day(changed)),
        f" (revision {revision})." if revision else ".",
        classes="booklet-state",
    )
