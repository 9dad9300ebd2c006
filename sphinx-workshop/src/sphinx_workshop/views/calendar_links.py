"""How pages offer the program to take along: calendars to subscribe to, copies, and a frame."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ..core import urls
from ..core.model import Feed, State
from ..core.parts import By
from ..core.text import long_day
from ..core.text import sessions as sessions_in_words
from ..core.vocabulary import Kind
from ..core.words import N_, ngettext
from ..core.words import gettext as _
from .components import copy_button, joined, sentence, texts, time
from .html_element import element, in_html, lazy_map

if TYPE_CHECKING:
    from collections.abc import Collection

    from docutils import nodes

    from ..core.model import Record, Session
    from ..core.parts import Part
    from ..core.program import Program


GOOGLE = N_("Google Calendar")
_FILE = {"type": "text/calendar", "download": ""}


def calendar(program: Program, of: Feed, page: str) -> list[nodes.Node]:
    """The links to a calendar as a page writes them, what it holds, and when that last changed."""
    records: Collection[Record] = (
        program.sessions if of is Feed.PROGRAM else program.deadlines
    ).values()
    if not records:
        return []
    path = _PATHS[of](program)
    download = _link(_("Download a copy"), urls.relative(program.event, path, page), "", **_FILE)
    ways = [element("li", *sentence(_("%(link)s: does not update"), link=[download]))]
    if program.event.site:  # a feed has no address but a whole one
        subscribe = _link(_(_SUBSCRIBE[of]), urls.feed(program.event, path), "")
        message, held = _("%(link)s: %(content)s; updates by itself"), texts(_held(program, of))
        # Where no program opens `webcal:`.
        others = [
            _link(_(GOOGLE), urls.google(program.event, path), "workshop-button"),
            copy_button(_("Copy address"), urls.absolute(program.event, path)),
        ]
        ways[:0] = [
            element("li", *sentence(message, link=[subscribe], content=held)),
            element("li", *joined(others, " "), classes="workshop-links"),
        ]
    changed = program.changed(*records).date()
    note = element(
        "p",
        *sentence(_(_CHANGED[of]), day=[time(changed, long_day(changed))]),
        classes="workshop-note",
    )
    folded = [*_parts(program, page), *_embed_code(program)] if of is Feed.PROGRAM else []
    content = (element("ul", *ways), *folded, note)
    return [in_html(element("div", *content, classes="workshop-calendar"))]


_PATHS = {Feed.PROGRAM: urls.program_calendar, Feed.DATES: urls.dates_calendar}
_SUBSCRIBE = {
    Feed.PROGRAM: N_("Subscribe to the whole program"),
    Feed.DATES: N_("Subscribe to all dates"),
}
_CHANGED = {
    Feed.PROGRAM: N_(
        "Program last changed %(day)s. Some calendars look for changes only once a day."
    ),
    Feed.DATES: N_("Dates last changed %(day)s. Some calendars look for changes only once a day."),
}


def _held(program: Program, of: Feed) -> str:
    """Return in words what the calendar holds."""
    if of is Feed.DATES:
        return ngettext(
            "%(count)d date, with reminders a week and a day before",
            "%(count)d dates, with reminders a week and a day before",
            len(program.deadlines),
        )
    breaks = sum(session.kind == Kind.BREAK for session in program.sessions.values())
    given = sessions_in_words(len(program.sessions) - breaks)
    if not breaks:
        return given
    left = ngettext("%(count)d break", "%(count)d breaks", breaks)
    return _("%(sessions)s and %(breaks)s", sessions=given, breaks=left)


_GROUPS = {
    By.TOPIC: N_("By topic"),
    By.TRACK: N_("By track"),
    By.ROOM: N_("By room"),
    By.KIND: N_("By kind"),
}


def _parts(program: Program, page: str) -> list[nodes.Node]:
    """The calendars of topics, tracks, rooms and kinds, folded; nothing where there is none."""
    groups = []
    for by, words in _GROUPS.items():
        parts = [part for part in program.parts.values() if part.by is by]
        if parts:
            lines = lazy_map(parts, lambda part: _part(program, part, page))
            groups.append(element("li", _(words), element("ul", lines)))
    summary = element("summary", _("Only a part of the program"))
    return [element("details", summary, element("ul", *groups))] if groups else []


def _part(program: Program, part: Part, page: str) -> nodes.Node:
    """The line of a part: what it is called, how much it holds, and the ways to have it."""
    held = sessions_in_words(len(part.sessions))
    return element(
        "li",
        element("span", element("strong", part.title), f" ({held})"),
        " ",
        *joined(_ways(program, part, page, (_("Subscribe"), _("Google"), _("Download"))), " "),
        classes="workshop-feed",
    )


def _embed_code(program: Program) -> list[nodes.Node]:
    """The line that shows the program on another site, folded; nothing without an address."""
    if not program.event.site:
        return []
    address = urls.page(program.event, urls.embedded_schedule(program))
    title = _("Program of %(event)s", event=program.event.name)
    line = (
        f'<iframe src="{escape(address)}" title="{escape(title)}" loading="lazy" width="100%" '
        'height="640" style="border: 0"></iframe>'
    )
    return [
        element(
            "details",
            element("summary", _("Show the program on another site")),
            element("p", _("This line, in the HTML of a page, shows the schedule in a frame:")),
            element("pre", line, classes="workshop-code"),
            element("p", copy_button(_("Copy the line"))),
        )
    ]


def part_links(program: Program, by: By, id: str, page: str) -> list[nodes.Node]:
    """The line by which a reader subscribes to a part; nothing where it is empty or past."""
    part = program.parts.get((by, id))
    if part is None or program.event.state is State.RECORD:
        return []
    words = _("Subscribe to these sessions"), _(GOOGLE), _("Download a copy")
    links = joined(_ways(program, part, page, words), " ")
    return [in_html(element("p", *links, classes="workshop-feed"))]


def _ways(program: Program, part: Part, page: str, words: tuple[str, str, str]) -> list[nodes.Node]:
    """The ways to have the calendar of a part; without the site's address, a copy alone."""
    subscribe, google, download = words
    event, path, copy = program.event, urls.part_calendar(program, part), _("Copy address")
    address = urls.relative(event, path, page)
    own = _link(download, address, name=_of(part.title, download), **_FILE)
    if not event.site:
        return [own]
    return [
        _link(subscribe, urls.feed(event, path), name=_of(part.title, subscribe)),
        _link(google, urls.google(event, path), name=_of(part.title, _(GOOGLE))),
        copy_button(copy, urls.absolute(event, path), _of(part.title, copy)),
        own,
    ]


def _of(title: str, words: str) -> str:
    """Return what screen readers say: what is seen comes first (WCAG 2.5.3), then the part."""
    return f"{words}: {title}"


def add_link(program: Program, session: Session, page: str) -> list[nodes.Node]:
    """The link by which a reader of a page adds one session to a calendar, until all is over."""
    if program.event.state is State.RECORD:
        return []
    address = urls.relative(program.event, urls.beside_session(session, urls.CALENDAR), page)
    words = _("Add to calendar")
    title = program.title(session)
    return [in_html(_link(words, address, name=_of(title, words), **_FILE))]


def _link(
    words: str, address: str, classes: str = "workshop-add", name: str = "", **attributes: str
) -> nodes.Element:
    """A link, with a name for screen readers where it is more than the words."""
    named = {"aria_label": name} if name else {}
    return element("a", words, classes=classes, href=address, **named, **attributes)
