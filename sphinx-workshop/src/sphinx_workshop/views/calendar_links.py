"""How pages offer the calendars: a feed to subscribe to, a copy, and single sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core import urls
from ..core.model import Feed
from ..core.parts import By
from ..core.text import long_day
from ..core.text import sessions as sessions_in_words
from ..core.vocabulary import Kind
from ..core.words import N_, ngettext
from ..core.words import gettext as _
from .components import joined, sentence, texts, time
from .html_element import element, in_html

if TYPE_CHECKING:
    from collections.abc import Collection

    from docutils import nodes

    from ..core.model import Record, Session
    from ..core.parts import Part
    from ..core.program import Program


EN_SPACE = "\N{EN SPACE}"


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
    parts = _parts(program, page) if of is Feed.PROGRAM else []
    content = (element("ul", *ways), *parts, note)
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
    By.TOPIC: N_("By topic: %(parts)s"),
    By.ROOM: N_("By room: %(parts)s"),
    By.KIND: N_("By kind: %(parts)s"),
}


def _parts(program: Program, page: str) -> list[nodes.Node]:
    """The links to calendars of topics, rooms and kinds, folded; nothing where there is none."""
    groups = []
    for by, message in _GROUPS.items():
        links = [_part(program, part, page) for part in program.parts.values() if part.by is by]
        if links:
            groups.append(element("li", *sentence(_(message), parts=joined(links))))
    summary = element("summary", _("Only a part of the program"))
    return [element("details", summary, element("ul", *groups))] if groups else []


def _part(program: Program, part: Part, page: str) -> nodes.Node:
    """The links to the calendar of a part, and how much it holds."""
    held = sessions_in_words(len(part.sessions))
    if not program.event.site:
        return element("span", _copy(program, part, page, part.title), f" ({held})")
    feed, copy = _feed(program, part, part.title), _copy(program, part, page, _("copy"))
    return element("span", feed, f" ({held}, ", copy, ")")


def part_links(program: Program, by: By, id: str, page: str) -> list[nodes.Node]:
    """The line by which a reader of a page subscribes to a part; nothing where it is empty."""
    part = program.parts.get((by, id))
    if part is None:
        return []
    links = [_copy(program, part, page, _("Download a copy"), "workshop-add")]
    if program.event.site:
        links.insert(0, _feed(program, part, _("Subscribe to these sessions"), "workshop-add"))
    return [in_html(element("p", *joined(links, EN_SPACE)))]


def _feed(program: Program, part: Part, words: str, classes: str = "") -> nodes.Element:
    """The link to the feed of a part."""
    address = urls.feed(program.event, urls.part_calendar(program, part))
    return element("a", words, classes=classes, href=address, aria_label=_of_part(part, words))


def _copy(program: Program, part: Part, page: str, words: str, classes: str = "") -> nodes.Element:
    """The link to the calendar of a part as it is now."""
    address = urls.relative(program.event, urls.part_calendar(program, part), page)
    return _link(address, words, classes, aria_label=_of_part(part, words))


def _of_part(part: Part, words: str) -> str:
    """Return what screen readers say: what is seen comes first (WCAG 2.5.3), then the part."""
    return words if words == part.title else f"{words}: {part.title}"


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
