"""What the search of the site is reported the workshop: one hit for each of its objects."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from docutils import nodes

from ..core.field_values import given, notices
from ..core.model import Deadline, Paper, Person, Record, Room, Session, Topic
from ..core.text import long_day, moment, utc_offset
from ..core.words import N_
from ..core.words import gettext as _
from ..site.search import EVENT, Entry, texts
from .domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from ..core.model import Author
    from ..core.program import Program


_KINDS = {
    Topic.type: N_("Topic"),
    Paper.type: N_("Paper"),
    Session.type: N_("Session"),
    Room.type: N_("Room"),
    Person.type: N_("Person"),
    Deadline.type: N_("Deadline"),
}


_IDENTIFIERS = ("arxiv", "doi")
"""The fields of a paper by whose numbers readers look for it."""


_LISTINGS = {
    "schedule": N_("schedule timetable agenda"),
    "paper-list": N_("publications articles contributions"),
    "author-index": N_("people participants names"),
    "booklet": N_("booklet print pdf epub"),
}
"""What readers call the pages of listings, besides their titles."""


def entries(app: Sphinx) -> list[Entry]:
    """Return an entry for each object, and for each page of a listing; other pages have theirs."""
    program = domain_of(app.env).program
    pages = {record.docname for record in program.objects() if record.anchor}
    written = {name: app.env.get_doctree(name) for name in sorted(pages)}
    found = [
        Entry(
            kind=_(_KINDS[record.type]),
            title=_title(program, record),
            docname=record.docname,
            anchor=record.anchor,
            detail=" · ".join(filter(None, _details(program, record))),
            names=" ".join(_names(record)),
            text=" · ".join(
                filter(
                    None, (*_words(program, record), *_prose(written.get(record.docname), record))
                )
            ),
            phrases=tuple(_phrases(record)),
            filters=tuple(
                ("topic", topic.short) for topic in program.known_topics(_topics(program, record))
            ),
            listed=f"{record.type}:{record.id}",
            echo=isinstance(record, Session) and program.paper_of(record) is not None,
        )
        for record in program.objects()
    ]
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


def _title(program: Program, record: Record) -> str:
    return program.session_title(record) if isinstance(record, Session) else record.title


def _details(program: Program, record: Record) -> Iterable[str]:
    """Return what tells an object from others, in the order in which a reader asks for it."""
    match record:
        case Topic():
            return [record.summary]
        case Paper():
            return [*notices(record), ", ".join(author.name for author in record.authors)]
        case Session():
            day, offset = long_day(record.start), utc_offset(record.start)
            times = f"{day}, {record.start:%H:%M}–{record.end:%H:%M} {offset}"
            speakers = (p.title for p in program.known_people(program.speakers(record)))
            return [*notices(record), record.kind.label, times, ", ".join(speakers)]
        case Person():
            return [*(role.label for role in record.roles), record.affiliation]
        case Deadline():
            return [*notices(record), moment(record.when)]
    return [entry.said(value) for entry, value in given(record) if not entry.address]


def _names(record: Record) -> Iterable[str]:
    """Return what else an object is called."""
    match record:
        case Topic():
            return [record.short]
        case Paper():
            return [str(record.number)]
        case Person():
            return record.also
        case Session():
            return [record.kind.label]
        case Deadline():
            return [_("date")]
    return []


def _phrases(record: Record) -> Iterable[str]:
    """Return what people call by its initials."""
    match record:
        case Topic():
            return [record.short]
        case Paper():
            return [*record.keywords, *_places(record.authors)]
        case Person():
            return [record.affiliation]
    return []


def _words(program: Program, record: Record) -> Iterable[str]:
    """Return what else an object is asked for by."""
    match record:
        case Paper():
            topics = (topic.short for topic in program.known_topics(record.topics))
            numbers = filter(None, map(record.value, _IDENTIFIERS))
            of = (notices(record), record.keywords, _places(record.authors), topics, numbers)
            return [record.value("track"), *(", ".join(words) for words in of)]
        case Session():
            speakers = program.known_people(program.speakers(record))
            topics = (topic.short for topic in program.known_topics(_topics(program, record)))
            paper = program.paper_of(record)
            places = dict.fromkeys(p.affiliation for p in speakers if p.affiliation)
            of_paper = _words(program, paper) if paper else ()
            named = record.value("track")
            return [*notices(record), *places, ", ".join(topics), named, *of_paper]
    return []


def _places(authors: Iterable[Author]) -> list[str]:
    """Return the affiliations of authors, each once."""
    return list(dict.fromkeys(place for author in authors for place in author.affiliations))


def _topics(program: Program, record: Record) -> Iterable[str]:
    match record:
        case Topic():
            return [record.id]
        case Paper():
            return record.topics
        case Session():
            return program.session_topics(record)
    return []


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
