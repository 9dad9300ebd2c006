"""The event, its deadlines, and what changed, on pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..core import urls
from ..core.text import long_day, zone
from ..core.words import gettext as _
from .components import (
    clock_range,
    days_of,
    joined,
    link,
    moment,
    nothing,
    paragraph,
    sentence,
    time,
    web_link,
)
from .field_views import leading, struck
from .html_element import element

if TYPE_CHECKING:
    from ..core.model import Change, Deadline
    from ..core.program import Program

Nodes = list[nodes.Node]

LATEST = 5  # changes that are shown


def event(program: Program) -> Nodes:
    """When, where and with whom the workshop takes place, each under the word for it."""
    about = program.event
    when: Nodes = [element("s" if about.notice else "span", *days_of(about))]
    if sessions := list(program.sessions.values()):
        start, end = sessions[0].start, max(session.end for session in sessions)
        hours = element("span", *clock_range(start, end, marked=False), f" {zone(start)}")
        when.append(element("span", hours, classes="workshop-detail"))
    where: Nodes = [element("span", about.place)] if about.place else []
    if about.online_url:
        online = element("span", _("and online"), classes="workshop-detail")
        where.append(online if about.place else nodes.Text(_("Online")))
    part = [nodes.Text(about.whole)] if about.whole else []
    # Translators: before the conference that the workshop is part of.
    within = _("Part of")
    rows = ((_("When"), when), (_("Where"), where), (within, part))
    known = ((term, value) for term, value in rows if value)
    items = (element("div", element("dt", term), element("dd", *value)) for term, value in known)
    return [element("dl", *items, classes="workshop-facts")]


def deadline(program: Program, id: str) -> Nodes:
    """A deadline's date and title, where it is declared."""
    found = program.deadlines[id]
    return _deadline(found, nodes.Text(found.title))


def _deadline(found: Deadline, title: nodes.Node) -> Nodes:
    return [
        element("p", moment(found.when), classes="workshop-time"),
        element("div", title, classes="workshop-title"),
        *paragraph(leading(found), "workshop-state"),
    ]


def date_in_text(found: Deadline) -> nodes.Node:
    """A deadline's date within a sentence, with its former ones behind it."""
    date: Nodes = [moment(found.when)]
    if not found.was:
        return date[0]
    message = _("%(date)s (moved from %(times)s)")
    return element("span", *sentence(message, date=date, times=struck(found.was)))


def deadlines(program: Program) -> Nodes:
    """All deadlines in time's order, each linked."""
    if not program.deadlines:
        return nothing(_("No date yet."))
    items = (
        element(
            "li",
            *_deadline(found, link(program, "deadline", found.id)),
            classes="workshop-deadline",
            data_object=f"{found.type}:{found.id}",
        )
        for found in program.deadlines.values()
    )
    return [element("ol", *items, classes="workshop-deadlines")]


def changes(program: Program, page: str) -> Nodes:
    """The latest changes of all pages, and the feed that lists them."""
    items = (
        element(
            "li",
            element("p", time(change.day, long_day(change.day)), classes="workshop-time"),
            element(
                "div",
                element("div", _changed_page(program, change, page), classes="workshop-title"),
                change.text,
            ),
            classes="workshop-change",
        )
        for change in program.news[:LATEST]
    )
    address = urls.relative(program.event, urls.CHANGES_FEED, page)
    feed = web_link(address, _("Feed of changes"))
    return [
        element("ul", *items, classes="workshop-changes"),
        element("p", feed, classes="workshop-note"),
    ]


def editions(program: Program) -> Nodes:
    """The other years of the event; nothing where conf.py names none."""
    links = [web_link(edition.url, edition.words) for edition in program.event.editions]
    content = sentence(_("Other editions: %(editions)s"), editions=joined(links))
    return [element("p", *content, classes="workshop-editions")] if links else []


def _changed_page(program: Program, change: Change, page: str) -> nodes.Node:
    """A link to the place on a page that says what changed."""
    event = program.event
    address = urls.relative(event, urls.page_path(event, change.docname), page)
    return web_link(f"{address}#{change.anchor}".removesuffix("#"), change.title)
