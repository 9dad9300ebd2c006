"""What the site's search finds of the workshop: one hit for each of its objects."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from ..core.field_table import given, notices
from ..core.model import Deadline, Paper, Person, Record, Session, Topic
from ..core.text import long_day, moment, utc_offset
from ..core.words import N_
from ..core.words import gettext as _
from ..site.search import EVENT, Entry, texts
from .domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from ..core.program import Program


_IDENTIFIERS = ("arxiv", "doi")
"""The fields of a paper by whose numbers readers look for it."""


_LISTINGS = {
    "schedule": N_("schedule timetable agenda"),
    "paper-list": N_("publications articles contributions"),
    "author-index": N_("people participants names"),
    "booklet": N_("booklet print pdf epub"),
}
"""What readers call the pages of listings, besides their titles."""


class About(NamedTuple):
    """What an object is found by and shown with, in the order in which a reader asks for it.

    Attributes:
        kind: what it is.
        details: what distinguishes it from others.
        names: what else it is called.
        phrases: what people call by its initials.
        words: what else it is asked for by.
        topics: the ids of its topics.
    """

    kind: str
    details: Iterable[str] = ()
    names: Iterable[str] = ()
    phrases: Iterable[str] = ()
    words: Iterable[str | None] = ()
    topics: Iterable[str] = ()


def entries(app: Sphinx) -> list[Entry]:
    """Return an entry for each object, and for each page of a listing; other pages have theirs."""
    program = domain_of(app.env).program
    pages = {record.docname for record in program.objects() if record.anchor}
    written = {name: app.env.get_doctree(name) for name in sorted(pages)}
    found = []
    for record in program.objects():
        about = _about(program, record)
        text = (*about.words, *_prose(written.get(record.docname), record))
        entry = Entry(
            kind=about.kind,
            title=program.title(record),
            docname=record.docname,
            anchor=record.anchor,
            detail=" · ".join(filter(None, about.details)),
            names=" ".join(about.names),
            text=" · ".join(filter(None, text)),
            phrases=tuple(about.phrases),
            filters=tuple(("topic", topic.short) for topic in program.known_topics(about.topics)),
            listed=f"{record.type}:{record.id}",
            echo=isinstance(record, Session) and program.paper_of(record) is not None,
        )
        found.append(entry)
    return found + _listings(app, program, {entry.docname for entry in found if not entry.anchor})


def _listings(app: Sphinx, program: Program, others: Set[str]) -> list[Entry]:
    """Return an entry for each page of a listing, unless the page is an object."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for listing, words in _LISTINGS.items():
        if listing in program.pages and program.pages[listing] not in others:
            names[program.pages[listing]].append(_(words))
    return [
        Entry(_("Page"), app.env.titles[page].astext(), page, names=" ".join(words))
        for page, words in names.items()
    ]


def _about(program: Program, record: Record) -> About:
    """Return what an object is found by."""
    match record:
        case Topic():
            named = [record.short]
            return About(_("Topic"), [record.summary], named, named, topics=[record.id])
        case Paper():
            return _about_paper(program, record)
        case Session():
            return _about_session(program, record)
        case Person():
            details = [*(role.label for role in record.roles), record.affiliation]
            return About(_("Person"), details, record.also, [record.affiliation])
        case Deadline():
            return About(_("Deadline"), [*notices(record), moment(record.when)], names=[_("date")])
    said = [entry.said(value) for entry, value in given(record) if not entry.address]
    return About(_("Room"), said)


def _about_paper(program: Program, paper: Paper) -> About:
    places = list(dict.fromkeys(place for a in paper.authors for place in a.affiliations))
    topics = (topic.short for topic in program.known_topics(paper.topics))
    numbers = filter(None, map(paper.value, _IDENTIFIERS))
    said = (notices(paper), paper.keywords, places, topics, numbers)
    return About(
        _("Paper"),
        [*notices(paper), ", ".join(author.name for author in paper.authors)],
        [str(paper.number)],
        [*paper.keywords, *places],
        [paper.value("track"), *(", ".join(words) for words in said)],
        paper.topics,
    )


def _about_session(program: Program, session: Session) -> About:
    day, offset = long_day(session.start), utc_offset(session.start)
    times = f"{day}, {session.start:%H:%M}–{session.end:%H:%M} {offset}"
    speakers = program.known_people(program.speakers(session))
    places = dict.fromkeys(p.affiliation for p in speakers if p.affiliation)
    topics = program.session_topics(session)
    on = ", ".join(topic.short for topic in program.known_topics(topics))
    paper, label = program.paper_of(session), session.kind.label
    of_paper = _about_paper(program, paper).words if paper else ()
    chairs = ", ".join(person.title for person in program.known_people(session.chair))
    room = program.shown_room(session)
    return About(
        _("Session"),
        [*notices(session), label, times, ", ".join(person.title for person in speakers)],
        [label],
        words=[*notices(session), room, chairs, *places, on, session.value("track"), *of_paper],
        topics=topics,
    )


def _prose(page: nodes.document | None, record: Record) -> Iterator[str]:
    """Yield what is written about an object at its place on a page; views are empty there yet."""
    for node in page.findall(nodes.Element) if page else ():
        view = node.get("view")
        its_view = view and view.name == record.type and view.options.get("id") == record.id
        if its_view or record.anchor in node["ids"]:
            yield from (words for _, words in texts(node))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the entries."""
    app.setup_extension("sphinx_workshop.site.search")
    app.connect(EVENT, entries)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
