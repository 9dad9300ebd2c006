"""How pages offer the calendars: a feed to subscribe to, a copy, and single sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core import urls
from ..core.model import Feed
from ..core.text import long_day
from ..core.text import sessions as sessions_in_words
from ..core.vocabulary import Kind
from ..core.words import N_, ngettext
from ..core.words import gettext as _
from .components import sentence, texts, time
from .html_element import element, in_html

if TYPE_CHECKING:
    from collections.abc import Collection

    from docutils import nodes

    from ..core.model import Record, Session
    from ..core.program import Program


def calendar(program: Program, of: Feed, page: str) -> list[nodes.Node]:
    """The links to a calendar as a page writes them, what it holds, and when that last changed."""
    records: Collection[Record] = (
        program.sessions if of is Feed.PROGRAM else program.deadlines
    ).values()
    if not records:
        return []
    path = _PATHS[of](program)
    download = _link(urls.relative(program.event, path, page), _("Download a copy"))
    ways = [element("li", *sentence(_("%(link)s: stays as it is now"), link=[download]))]
    if program.event.site:  # a feed has no address but a whole one
        feed = urls.feed(program.event, path)
        subscribe = element("a", _(_SUBSCRIBE[of]), href=feed)
        message, held = _("%(link)s: %(content)s; updates by itself"), texts(_held(program, of))
        ways.insert(0, element("li", *sentence(message, link=[subscribe], content=held)))
    changed = program.changed(*records).date()
    note = element(
        "p",
        *sentence(_(_CHANGED[of]), day=[time(changed, long_day(changed))]),
        classes="workshop-note",
    )
    return [in_html(element("div", element("ul", *ways), note, classes="workshop-calendar"))]


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


def add_link(program: Program, session: Session, page: str) -> nodes.Node:
    """The link by which a reader of a page adds one session to a calendar."""
    address = urls.relative(program.event, urls.session_calendar(session), page)
    words = _("Add to calendar")
    title = program.session_title(session)
    # The name that screen readers say begins with the words that are seen (WCAG 2.5.3).
    return in_html(_link(address, words, "workshop-add", aria_label=f"{words}: {title}"))


def _link(address: str, words: str, classes: str = "", **attributes: str) -> nodes.Element:
    return element(
        "a", words, classes=classes, href=address, type="text/calendar", download="", **attributes
    )
