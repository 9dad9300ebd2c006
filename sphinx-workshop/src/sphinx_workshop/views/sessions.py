"""The schedule on pages: one session where it is declared, and lists of sessions."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.addnodes import only

from ..core import field_words, urls
from ..core.field_table import addresses
from ..core.model import Paper, Session
from ..core.text import duration
from ..core.text import papers as papers_in_words
from ..core.vocabulary import Kind
from ..core.words import gettext as _
from .calendar_links import add_link
from .components import (
    chip,
    clock_range,
    controls,
    day_line,
    joined,
    link,
    nothing,
    paragraph,
    room,
    script_data,
    sentence,
    texts,
    topic_chips,
)
from .field_views import leading, paper_link, quiet_links, warnings, words
from .html_element import element, in_html, lazy_map

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.program import Program

Nodes = list[nodes.Node]

_MOST_UNFOLDED = 300
"""The characters of a session's text that are shown at once: about four lines."""


def session(program: Program, id: str, level: int) -> Nodes:
    """One session, where the schedule declares it, under a heading of a level."""
    found = program.sessions[id]
    papers = program.papers_by_session.get(id, [])
    # A star on one of them brings the session into a reader's program.
    shown = " ".join(f"{Paper.type}:{paper.id}" for paper in papers)
    data = {"data_shows": shown} if shown else {}
    title = nodes.Text(program.title(found))
    item = _session(program, found, title, f"h{level}", **data)
    item["ids"] = [found.anchor]
    head = cast("nodes.Element", item.children[-1])
    if found.kind != Kind.BREAK:
        head += add_link(program, found, found.docname)
    if papers:
        links = lazy_map(papers, lambda paper: element("li", *_shown_paper(program, paper)))
        count = element("summary", papers_in_words(len(papers)))
        head += element("details", count, element("ul", links), classes="workshop-note")
    head += _neighbours(program, found)
    return [item]


def _shown_paper(program: Program, paper: Paper) -> Nodes:
    """A paper that a session shows among others, and where in the room it hangs."""
    board = paper.value("board")
    return joined([*paper_link(program, paper), *texts(board and field_words.board(board))], " ")


def session_text(found: Session, body: Nodes) -> nodes.Node:
    """What is written of a session where it is declared; a long text is folded."""
    if len(found.note) <= _MOST_UNFOLDED:
        return element("div", *body, classes="workshop-body")
    summary = element("summary", _("Description"), classes="workshop-note")
    # Where nothing is folded, there is nothing to open.
    return element("details", only("", summary, expr="html"), *body, classes="workshop-body")


def _neighbours(program: Program, found: Session) -> Nodes:
    """What is before and after a session in its room, and beside it; folded, for HTML alone."""
    near = program.neighbours.get(found.id)
    if near is None or not (near.before or near.after or near.beside):
        return []
    beside = lazy_map(near.beside, lambda other: element("li", *_other(program, found, other)))
    content: Nodes = [element("summary", _("Other sessions"))]
    if near.before:
        content += _in_row(_("Before: %(session)s"), _other(program, found, near.before))
    if near.after:
        content += _in_row(_("After: %(session)s"), _other(program, found, near.after))
    if near.beside:
        content += [element("p", _("At the same time:")), element("ul", beside)]
    return [in_html(element("details", *content, classes="workshop-note workshop-neighbours"))]


def _in_row(message: str, session: Nodes) -> Nodes:
    return [element("p", *sentence(message, session=session))]


def _other(program: Program, found: Session, other: Session) -> Nodes:
    """Another session: its times unless they are the same, its title as a link, its room."""
    title = program.title(other)
    # A page of a thousand sessions has tens of thousands of these: Sphinx need not resolve them.
    place = (
        element("a", title, href=f"#{other.anchor}")
        if other.docname == found.docname
        else link(program, "session", other.id, title)
    )
    is_same = (other.start, other.end) == (found.start, found.end)
    times = (
        [] if is_same else [element("span", *clock_range(other.start, other.end)), nodes.Text(" ")]
    )
    return [*times, place, nodes.Text(f", {other.room}")]


def schedule(program: Program, kind: tuple[Kind, ...] = ()) -> Nodes:
    """The sessions of some kinds, or all, by day; each linked to its place on the schedule."""
    chosen = [s for s in program.sessions.values() if not kind or s.kind in kind]
    none = _("No session of this kind.") if program.sessions else _("No session yet.")
    return days(program, chosen, whole=not kind) or nothing(none)


def days(
    program: Program, sessions: Iterable[Session], *, whole: bool = False, tag: str = "p"
) -> Nodes:
    """Sessions in time's order, under the day and the zone of their times.

    A list of the `whole` program says so: from others, scripts cannot find what is next.
    """
    data = {"data_whole": ""} if whole else {}
    found: Nodes = []
    for _day, on_day in groupby(sessions, key=lambda s: s.start.date()):
        chosen = list(on_day)
        items = (_session(program, s, link(program, "session", s.id)) for s in chosen)
        found += [
            day_line(chosen[0].start, tag),
            element("ol", *items, classes="workshop-schedule", **data),
        ]
    return found


def embedded_schedule(program: Program) -> list[nodes.Node]:
    """The event, and all sessions, each linked to its place on the schedule's own page."""
    event, page = program.event, urls.embedded_schedule(program)
    address = urls.relative(event, urls.page_path(event, urls.schedule(program)), page)
    return [
        element(
            "header",
            element("h1", element("a", event.name, href=address)),
            controls("embed"),
        ),
        element("div", classes="workshop-now", role="status", hidden=""),
        *days(program, program.sessions.values(), whole=True, tag="h2"),
    ]


def _session(
    program: Program, found: Session, title: nodes.Node, tag: str = "div", **data: str
) -> nodes.Element:
    """The item of a session: its time, its title (its paper's, if it has one), who speaks."""
    times = [*clock_range(found.start, found.end), *room(program, found, "workshop-room")]
    paper = program.paper_of(found)
    speakers = [_speaker(program, name) for name in program.speakers(found)]
    length = duration(found.end - found.start)
    return element(
        "li",
        element("p", *times, classes="workshop-time"),
        element(
            "div",
            *session_state(found, paper),
            element("p", chip(found.kind), element("span", length), classes="workshop-label"),
            session_title(program, found, title, tag),
            *paragraph(joined(speakers, "; "), "workshop-speakers"),
            *_block(program, found),
            *paragraph(_chair(program, found), "workshop-note workshop-chairs"),
            *paragraph(_links(program, found), "workshop-links"),
            *topic_chips(program, program.session_topics(found)),
            classes="workshop-head",
        ),
        classes=f"workshop-session {found.kind.classes}{' workshop-part' if found.block else ''}",
        **({"data_block": found.block} if found.block else {}),
        **session_data(program, found),
        **data,
    )


def session_title(
    program: Program, found: Session, title: nodes.Node, tag: str = "div"
) -> nodes.Element:
    """The title of a session (its paper's, if it has one), struck through if it is cancelled."""
    paper = program.paper_of(found)
    shown = link(program, "paper", paper.id) if paper else title
    struck = element("s", shown) if found.is_cancelled else shown
    return element(tag, struck, classes="workshop-title")


def session_data(program: Program, found: Session) -> dict[str, str]:
    """Return the attributes by which scripts find a session; one that is off has no hours."""
    paper = program.paper_of(found)
    presented = [f"{Paper.type}:{paper.id}"] if paper else []
    topics = program.session_topics(found)
    data = script_data(Session.type, found.id, found.kind, topics, presented)
    more = {
        "data_track": program.track(found) if program.has_tracks else "",
        "data_language": found.value("language"),
    }
    off = {"data_cancelled": ""} if found.is_cancelled or program.event.notice else {}
    return data | {name: value for name, value in more.items() if value} | off


def _links(program: Program, found: Session) -> Nodes:
    """What the field table shows of a session: words, and links to what came of it."""
    links = quiet_links(addresses(found, program.paper_of(found)))
    return joined([*words(found), *links], " ")


def session_state(found: Session, paper: Paper | None) -> Nodes:
    """A line that says that a session is cancelled or moved, or what is wrong with its paper."""
    of_paper = warnings(paper) if paper else []
    return paragraph(joined([*leading(found), *of_paper], "; "), "workshop-state")


def _chair(program: Program, found: Session) -> Nodes:
    """Who chairs a session, linked."""
    people = joined(link(program, "person", name) for name in found.chair)
    return sentence(_("Chair: %(names)s"), names=people) if people else []


def _block(program: Program, found: Session) -> Nodes:
    """The line that links the session that a part belongs to."""
    block = program.sessions.get(found.block or "")
    if block is None:
        return []
    title = link(program, "session", block.id)
    return [element("p", f"{_('Part of')} ", title, classes="workshop-note")]


def _speaker(program: Program, name: str) -> nodes.Node:
    person = program.people.get(name)
    affiliation = f", {person.affiliation}" if person and person.affiliation else ""
    return element(
        "span",
        link(program, "person", name),
        *([element("span", affiliation, classes="workshop-affiliation")] if affiliation else []),
    )
