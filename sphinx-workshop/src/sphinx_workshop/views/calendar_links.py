"""How pages offer the calendars: a feed to subscribe to, a copy, and single sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core import urls
from ..core.model import Feed
from ..core.text import counted, long_day
from ..core.vocabulary import Kind
from .components import time
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
    download = _link(urls.relative(program.event, path, page), "Download a copy")
    ways = [_way(download, "stays as it is now")]
    if program.event.site:  # a feed has no address but a whole one
        feed = urls.feed(program.event, path)
        subscribe = element("a", f"Subscribe to {_WHOLE[of]}", href=feed)
        ways.insert(0, _way(subscribe, f"{_held(program, of)}; updates by itself"))
    changed = program.changed(*records).date()
    note = element(
        "p",
        f"{of.value.capitalize()} last changed ",
        time(changed, long_day(changed)),
        ". Some calendars look for changes only once a day.",
        classes="workshop-note",
    )
    return [in_html(element("div", element("ul", *ways), note, classes="workshop-calendar"))]


_PATHS = {Feed.PROGRAM: urls.program_calendar, Feed.DATES: urls.dates_calendar}
_WHOLE = {Feed.PROGRAM: "the whole program", Feed.DATES: "all dates"}


def _held(program: Program, of: Feed) -> str:
    """Return in words what the calendar holds."""
    if of is Feed.DATES:
        return f"{counted(len(program.deadlines), 'date')}, with reminders a week and a day before"
    breaks = sum(session.kind == Kind.BREAK for session in program.sessions.values())
    given = counted(len(program.sessions) - breaks, "session")
    return f"{given} and {counted(breaks, 'break')}" if breaks else given


def _way(link: nodes.Node, what: str) -> nodes.Node:
    return element("li", link, f": {what}")


def add_link(program: Program, session: Session, page: str) -> nodes.Node:
    """The link by which a reader of a page adds one session to a calendar."""
    address = urls.relative(program.event, urls.session_calendar(session), page)
    words = "Add to calendar"
    title = program.session_title(session)
    # The name that screen readers say begins with the words that are seen (WCAG 2.5.3).
    return in_html(_link(address, words, "workshop-add", aria_label=f"{words}: {title}"))


def _link(address: str, words: str, classes: str = "", **attributes: str) -> nodes.Element:
    return element(
        "a", words, classes=classes, href=address, type="text/calendar", download="", **attributes
    )
