"""What the search of the site is reported the workshop: one hit for each of its objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..core.model import Deadline, Paper, Person, Record, Session, Topic
from ..core.text import long_day, utc_offset
from ..core.words import N_
from ..core.words import gettext as _
from ..site.search import EVENT, Entry, texts
from ..views.components import moment
from .domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from ..core.program import Program


_KINDS = {
    Topic.type: N_("Topic"),
    Paper.type: N_("Paper"),
    Session.type: N_("Session"),
    Person.type: N_("Person"),
    Deadline.type: N_("Deadline"),
}


def entries(app: Sphinx) -> list[Entry]:
    """Return an entry for each object; other pages have theirs already."""
    program = domain_of(app.env).program
    pages = {record.docname for record in program.objects() if record.anchor}
    written = {name: app.env.get_doctree(name) for name in sorted(pages)}
    return [
        Entry(
            kind=_(_KINDS[record.type]),
            title=_title(program, record),
            docname=record.docname,
            anchor=record.anchor,
            detail=" · ".join(filter(None, _details(program, record))),
            text=" ".join([*_words(record), *_prose(written.get(record.docname), record)]),
            filters=tuple(
                ("topic", topic.short) for topic in program.known_topics(_topics(program, record))
            ),
            echo=isinstance(record, Session) and program.paper_of(record) is not None,
        )
        for record in program.objects()
    ]


def _title(program: Program, record: Record) -> str:
    return program.session_title(record) if isinstance(record, Session) else record.title


def _details(program: Program, record: Record) -> Iterable[str]:
    """Return what tells an object from others, in the order in which a reader asks for it."""
    match record:
        case Topic():
            return [record.summary]
        case Paper():
            return [", ".join(author.name for author in record.authors)]
        case Session():
            day, offset = long_day(record.start), utc_offset(record.start)
            times = f"{day}, {record.start:%H:%M}–{record.end:%H:%M} {offset}"
            speakers = (p.title for p in program.known_people(program.speakers(record)))
            return [record.kind.label, times, ", ".join(speakers)]
        case Person():
            return [*(role.label for role in record.roles), record.affiliation]
        case Deadline():
            return [moment(record.when).astext()]
    return []


def _words(record: Record) -> Iterable[str]:
    """Return what else an object is asked for by."""
    match record:
        case Topic():
            return [record.short]
        case Paper():
            return [str(record.number), *record.keywords]
        case Person():
            return record.also
    return []


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
        its_view = view and view.name == record.type and view.options == {"id": record.id}
        if its_view or record.anchor in node["ids"]:
            yield from (words for _, words in texts(node))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the entries."""
    app.setup_extension("sphinx_workshop.site.search")
    app.connect(EVENT, entries)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
