"""The booklet: the whole program on one page, which is also printed as a PDF."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from ..core import author_list, urls
from ..core.booklet import Chapter, chapters, keynotes, poster_sessions
from ..core.field_table import marks, notices
from ..core.model import Paper
from ..core.text import long_day, paper_number, utc_offset, zone
from ..core.vocabulary import Format, Kind
from ..core.words import gettext as _
from .booklet_links import state
from .booklet_numbers import author_index, numbers, place_link
from .components import (
    chip,
    clock_range,
    joined,
    link,
    occasion,
    paragraph,
    sentence,
    texts,
    time,
    web_link,
)
from .dates import event
from .html_element import KeptSection, element, lazy_map
from .qr_code import QrCode
from .sessions import session_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..core.model import Record, Session, Topic
    from ..core.program import Program

Nodes = list[nodes.Node]


def booklet(program: Program) -> Nodes:
    """The booklet; what a page writes in the directive stands in the colophon."""
    topics, talks = list(program.topics.values()), keynotes(program)
    papers = program.papers.values()
    index: Nodes = [KeptSection("author-index", partial(author_index, program), papers)]
    sections = [
        _Section("schedule", _("Schedule"), _schedule(program)),
        _Section(
            "topics",
            _("Topics"),
            [
                KeptSection(t.label, partial(_topic, program, t), program.papers_of_topic(t))
                for t in topics
            ],
            topics,
        ),
        _Section("keynotes", _("Keynotes"), [_keynote(program, talk) for talk in talks], talks),
        *(_chapter(program, chapter) for chapter in chapters(program)),
        _Section("author-index", _("Author index"), index if program.papers_by_author else []),
        _Section("colophon", _("Colophon"), [state(program)]),
    ]
    there = [section for section in sections if section.content]
    name = element("p", program.event.name, classes="booklet-name")
    cover = element("div", name, *event(program), classes="booklet-cover")
    contents = KeptSection("contents", partial(_contents, program, there), papers)
    return [cover, contents, *map(_shown, there)]


class _Section(NamedTuple):
    """A chapter: what it holds, and the objects that have headings of their own in it."""

    id: str
    title: str
    content: Nodes
    objects: Sequence[Record] = ()
    classes: str = ""


def _shown(section: _Section) -> nodes.Node:
    """A chapter under its heading."""
    classes = f"booklet-chapter {section.classes}".strip()
    heading = element("h2", section.title)
    return element("section", heading, *section.content, id=section.id, classes=classes)


def _contents(program: Program, sections: Iterable[_Section]) -> nodes.Node:
    """The list of chapters, and of what each holds under a heading of its own."""

    def entry(record: Record) -> nodes.Node:
        said = texts("; ".join(marks(record) if isinstance(record, Paper) else ()))
        title = _listed(record.label, program.title(record))
        return element("li", title, *paragraph(said, "booklet-noted"))

    items = []
    for section in sections:
        below = [element("ol", lazy_map(section.objects, entry))] if section.objects else []
        items.append(element("li", element("p", _listed(section.id, section.title)), *below))
    return element(
        "nav",
        element("h2", _("Contents"), id="contents"),
        element("ol", *items),
        classes="booklet-contents",
        aria_labelledby="contents",
    )


def _listed(place: str, words: str) -> nodes.Node:
    return nodes.reference("", words, refid=place, internal=True)


# The schedule ----------------------------------------------------------------------------------


def _schedule(program: Program) -> Nodes:
    """The sessions of each day as a table, under the day and the zone of its times."""
    days = groupby(program.sessions.values(), key=lambda s: s.start.date())
    return [_day(program, list(sessions)) for _date, sessions in days]


def _day(program: Program, sessions: list[Session]) -> nodes.Node:
    start = sessions[0].start
    day = time(start.date(), long_day(start, weekday=True))
    # A head is printed on each sheet: none goes without the zone.
    room = [_("Room")] if len(program.rooms) > 1 else []
    head = [_("Time, %(zone)s", zone=utc_offset(start)), *room, _("Session")]
    return element(
        "table",
        element("caption", day, f" · {zone(start)}"),
        element("thead", element("tr", *(element("th", name, scope="col") for name in head))),
        element("tbody", *(_slot(program, session) for session in sessions)),
        classes="booklet-schedule",
    )


def _slot(program: Program, session: Session) -> nodes.Node:
    """The row of a session: when, where if there are several rooms, what and who."""
    paper = program.paper_of(session)
    title: nodes.Node = nodes.Text(program.title(session))
    if paper or session.kind == Kind.KEYNOTE:
        title = place_link(paper or session, program.title(session))
    label: Nodes = [] if session.kind == Kind.BREAK else [chip(session.kind)]
    room = [element("td", name)] if (name := program.shown_room(session)) else []
    return element(
        "tr",
        element("th", *clock_range(session.start, session.end), scope="row"),
        *room,
        element(
            "td",
            element("p", title, classes="workshop-title"),
            *session_state(session, paper),
            *paragraph(_speakers(program, session), "workshop-speakers"),
            *paragraph(label, "workshop-label"),
        ),
        classes=session.kind.classes,
    )


def _speakers(program: Program, session: Session) -> Nodes:
    """Who speaks, with the affiliation of those who have an entry."""
    people = program.known_people(program.speakers(session))
    named = (", ".join(filter(None, (p.title, p.affiliation))) for p in people)
    return joined((nodes.Text(words) for words in named), "; ")


# Topics and keynotes ---------------------------------------------------------------------------


def _topic(program: Program, topic: Topic) -> nodes.Node:
    return element(
        "section",
        element("h3", link(program, "topic", topic.id)),
        *paragraph(texts(topic.summary), ""),
        *numbers(program.papers_of_topic(topic)),
        id=topic.label,
        classes="booklet-topic",
    )


def _keynote(program: Program, session: Session) -> nodes.Node:
    return element(
        "section",
        element("h3", link(program, "session", session.id)),
        *paragraph(_speakers(program, session), "workshop-speakers"),
        element("p", *_occasion(program, session), classes="booklet-label"),
        *paragraph(texts(session.note), ""),
        *paragraph(_topics(program, program.session_topics(session)), "booklet-topics"),
        id=session.label,
        classes="booklet-keynote",
    )


def _occasion(program: Program, session: Session) -> Nodes:
    """When a session is, and where if there are several rooms."""
    room = texts(f", {name}" if (name := program.shown_room(session)) else "")
    said = texts("".join(f"{words}; " for words in notices(session)))
    return [*said, occasion(session.start, session.end), *room]


def _topics(program: Program, names: Iterable[str]) -> Nodes:
    """The topics by their short names, each leading to its place in the booklet."""
    return joined((place_link(topic, topic.short) for topic in program.known_topics(names)), " · ")


# Papers ----------------------------------------------------------------------------------------


def _chapter(program: Program, chapter: Chapter) -> _Section:
    """The papers that are presented in one way."""
    together = poster_sessions(program) if chapter.format == Format.POSTER else []
    content: Nodes = []
    for session in together:
        title, when = texts(program.title(session)), _occasion(program, session)
        said = sentence(_("%(title)s: %(when)s"), title=title, when=when)
        content.append(element("p", *said))
    content += [
        KeptSection(paper.label, partial(_paper, program, paper), [paper], whole=True)
        for paper in chapter.papers
    ]
    return _Section(chapter.id, chapter.title, content, chapter.papers, "booklet-papers")


def _paper(program: Program, paper: Paper) -> nodes.Node:
    """A paper: its number and hour, title, authors, what it is about, and where to find more."""
    abstract = paper.abstract and _("Abstract: %(text)s", text=paper.abstract)
    label = texts(" · ".join([*notices(paper), paper_number(paper.number)]))
    for session in program.sessions_of_paper(paper):
        label += [nodes.Text(" · "), *_occasion(program, session)]
    found: Nodes = []
    if program.event.site:
        address = urls.page(program.event, paper.docname)
        words = web_link(address, address.partition("://")[2])  # short enough to type
        found = [QrCode(address=address), element("p", words, classes="booklet-address")]
    return element(
        "section",
        element(
            "header",
            element("h3", link(program, "paper", paper.id)),
            element("p", *label, classes="booklet-label"),
            *_authors(paper),
            *found[:1],
        ),
        *paragraph(texts(paper.summary), "booklet-summary"),
        *paragraph(texts(abstract), "booklet-abstract"),
        *paragraph(_topics(program, paper.topics), "booklet-topics"),
        *found[1:],
        id=paper.label,
        classes="booklet-paper",
    )


def _authors(paper: Paper) -> Nodes:
    """All authors in order, with the numbers of the affiliations that follow them."""
    affiliations = list(dict.fromkeys(name for a in paper.authors for name in a.affiliations))
    several = len(affiliations) > 1
    names: Nodes = []
    for author in paper.authors:
        names.append(nodes.Text(f"{', ' if names else ''}{author.name}"))
        if several and author.affiliations:
            numbers = ",\u2009".join(str(affiliations.index(a) + 1) for a in author.affiliations)
            names.append(nodes.superscript("", numbers))
        names += [nodes.Text(f" {_(mark.words)}") for mark in author_list.marked(author)]
    listed: Nodes = []
    for number, affiliation in enumerate(affiliations, start=1):
        listed += [nodes.Text("; ")] if listed else []
        listed += [nodes.superscript("", str(number))] if several else []
        listed.append(nodes.Text(affiliation))
    return [
        element("p", *names, classes="workshop-names"),
        *paragraph(listed, "workshop-affiliation"),
    ]
