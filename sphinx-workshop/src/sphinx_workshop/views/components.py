"""Small pieces of pages: times, links to objects, chips, lines of names."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref

from ..core import text
from ..core.divided_names import divided
from ..core.text import long_day, zone
from ..core.words import gettext as _
from ..core.words import ngettext
from .html_element import element, in_html

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ..core.model import Event, Person, Session
    from ..core.program import Program
    from ..core.values import Moment, Picture
    from ..core.vocabulary import Word


def time(moment: datetime | date, words: str) -> nodes.Element:
    """Return a `time` element; `datetime` is the single truth that scripts read."""
    exact = (
        moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
    )
    return element("time", words, datetime=exact)


def clock_range(start: datetime, end: datetime, *, marked: bool = True) -> list[nodes.Node]:
    """Return `09:00–10:00` as `time` elements; an end on the next day is `marked` by `+1`."""
    ends = time(end, f"{end:%H:%M}")
    if marked and end.date() > start.date():
        unit = element("span", f" {ngettext('day', 'days', 1)}", classes="workshop-heard")
        ends += element("span", " +1", unit, classes="workshop-day-mark")
    return [time(start, f"{start:%H:%M}"), nodes.Text("–"), ends]


def occasion(start: datetime, end: datetime) -> nodes.Element:
    """Return day, hours and zone, for where no heading names these."""
    day = time(start.date(), long_day(start, weekday=True))
    return element("span", day, ", ", *clock_range(start, end), f" {zone(start)}")


def moment(when: Moment) -> nodes.Element:
    """Return a deadline's day, with hour and zone where they are known."""
    return time(when.instant or when.day, text.moment(when))


def written_days(event: Event) -> list[tuple[date, str]]:
    """Return the first day of the event and the last, each once, with its words."""
    days = dict.fromkeys((event.start, event.end))
    return [(day, long_day(day, weekday=True)) for day in days]


def days_of(event: Event, one: str = "%(start)s", several: str = "") -> list[nodes.Node]:
    """Return the days of the event as elements, in a message for one day or for several."""
    days: list[nodes.Node] = [time(day, words) for day, words in written_days(event)]
    message = (several or _("%(start)s to %(end)s")) if days[1:] else one
    return sentence(message, start=days[:1], end=days[1:])


def day_line(start: datetime, tag: str = "p") -> nodes.Element:
    """Return the line over a day's sessions: the day, and the zone of the times."""
    day = time(start.date(), long_day(start, weekday=True))
    return element(tag, day, element("span", f" · {zone(start)}"), classes="workshop-day")


def link(
    program: Program, kind: str, name: str, words: str | nodes.Node | None = None
) -> nodes.Node:
    """Return a link to an object, with other words than its title if given.

    An object that is at home nowhere stays text, as does a name that no object has: `issues` has
    reported that already.
    """
    record = program.named(kind).get(name)
    said = words or (program.title(record) if record else name)
    if record is None or not record.docname:
        return said if isinstance(said, nodes.Node) else nodes.Text(said)
    shown = said if isinstance(said, nodes.Node) else nodes.Text(said)
    return pending_xref(
        "",
        shown,
        refdomain="workshop",
        reftype=kind,
        reftarget=name,
        refexplicit=words is not None,
        refwarn=True,
        # For the page's fingerprint: the link is another one when its target has moved.
        at=f"{record.docname}#{record.anchor}",
    )


def room(program: Program, session: Session, classes: str = "") -> list[nodes.Node]:
    """Return the room of a session, linked where a page declares it, if readers need it."""
    name = program.shown_room(session)
    return [element("span", room_link(program, name), classes=classes)] if name else []


def room_link(program: Program, name: str) -> nodes.Node:
    """Return the name of a room, linked where a page declares it."""
    found = program.rooms_by_call.get(name)
    return link(program, found.type, found.id) if found else nodes.Text(name)


def web_link(url: str, words: str, classes: str = "") -> nodes.Element:
    """Return a link to an address."""
    return nodes.reference("", words, refuri=url, internal=False, classes=classes.split())


def joined(parts: Iterable[nodes.Node], separator: str = ", ") -> list[nodes.Node]:
    """Return the nodes with a separator between each two."""
    found: list[nodes.Node] = []
    for part in parts:
        found += [nodes.Text(separator), part] if found else [part]
    return found


def sentence(message: str, **parts: list[nodes.Node]) -> list[nodes.Node]:
    """Return a message as nodes, with some in the place that it has for them: `%(day)s`."""
    words, *others = re.split(r"%\((\w+)\)s", message)
    found = texts(words)
    for name, following in zip(others[::2], others[1::2], strict=True):
        found += [*parts[name], *texts(following)]
    return found


def script_data(
    kind: str, id: str, word: Word | None, topics: Iterable[str], same: Iterable[str] = ()
) -> dict[str, str]:
    """Return the attributes by which scripts find an object in a list, and filter it.

    `same` names what a star on the object is also a star on: a talk's paper, a paper's talks.
    """
    data = {
        "data_object": f"{kind}:{id}",
        "data_kind": word.id if word else "",
        "data_topics": " ".join(topics),
    }
    return data | {"data_same": names} if (names := " ".join(same)) else data


def controls(name: str, **data: str) -> nodes.Element:
    """Return the place over a list where scripts put its controls; empty without scripts."""
    return element("div", classes="workshop-controls", data_controls=name, **data)


def now_and_next() -> nodes.Element:
    """Return the place where scripts say what is on, with room for it; empty without scripts."""
    return element("div", classes="workshop-now", role="status", data_always="")


def copy_button(words: str, text: str = "", name: str = "") -> nodes.Node:
    """Return the button that copies a text; it is not shown where no script can do that.

    Args:
        words: what the button says.
        text: what it copies, on one line; empty for what stands before the button's paragraph.
        name: what screen readers say where it is more than the words, which it begins with.
    """
    named = {"aria_label": name} if name else {}
    return in_html(
        element("button", words, classes="workshop-button", type="button", data_copy=text, **named)
    )


def nothing(words: str) -> list[nodes.Node]:
    """Return what a listing shows that has nothing to list."""
    return [element("p", words, classes="workshop-note")]


def texts(words: str) -> list[nodes.Node]:
    """The words as the content of an element, or nothing where there are none."""
    return [nodes.Text(words)] if words else []


def paragraph(content: list[nodes.Node], classes: str) -> list[nodes.Node]:
    """A paragraph, or nothing where there is nothing to say."""
    return [element("p", *content, classes=classes)] if content else []


def chip(word: Word) -> nodes.Element:
    """Return the word for a session's kind or a paper's format; its shape comes from CSS."""
    return element("span", word.label, classes=f"workshop-chip {word.classes}")


def topic_chips(program: Program, topics: Iterable[str]) -> list[nodes.Node]:
    """Return the topics by their short names, or nothing."""
    chips = []
    for name in topics:
        topic = program.topics.get(name)
        chips.append(element("li", link(program, "topic", name, topic.short if topic else name)))
    if not chips:
        return []
    return [element("ul", *chips, classes="workshop-topics", aria_label=_("Topics"))]


def picture(found: Picture, classes: str, uri: str = "") -> nodes.image:
    """Return a picture, with its room on the page.

    Args:
        found: the picture.
        classes: its CSS classes.
        uri: its path as the page names it that is being read; empty for the one from the source
            folder, which views have.
    """
    return nodes.image(
        uri=uri or found.path,
        alt=found.alt,
        width=str(found.width),
        height=str(found.height),
        loading="lazy",
        classes=classes.split(),
    )


def portrait(person: Person) -> nodes.Node:
    """Return a person's photograph for a list, or the initials."""
    letters = initials(person)
    return in_html(picture(person.photo, "workshop-avatar")) if person.photo else letters


def initials(person: Person) -> nodes.Element:
    """Return a person's initials, for people without a photograph."""
    letters = divided(person.title, person.family).initials
    return element("span", letters, classes="workshop-avatar", aria_hidden="true")
