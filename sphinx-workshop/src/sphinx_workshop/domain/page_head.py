"""Adds to the heads of pages: what machines read of a workshop, and pictures for links to it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from ..compat.extensions import has_event
from ..compat.site_builders import makes_site
from ..core import citations, urls
from ..core.field_table import marks, notices
from ..core.model import Paper, Person, Session, Topic
from ..core.text import long_day
from ..core.vocabulary import Kind
from ..exports import event_metadata, highwire, page_metadata
from ..site.metadata import CHANGED, DESCRIPTION, HEAD, json_ld, meta, pictures
from ..site.social import CARDS, Card
from .domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from ..core.program import Program
    from ..core.vocabulary import Word


def add_to_pages(
    app: Sphinx, add: Callable[[Sphinx, str, dict[str, Any]], None], priority: int = 500
) -> None:
    """Call a function with the name and the context of each page (`html-page-context`)."""

    def added(
        app: Sphinx,
        pagename: str,
        templatename: str,
        context: dict[str, Any],
        doctree: nodes.document | None,
    ) -> None:
        if makes_site(app):
            add(app, pagename, context)

    app.connect("html-page-context", added, priority=priority)


def add_to_head(context: dict[str, Any], html: str) -> None:
    """Add elements to the head of a page, by its context."""
    context["metatags"] = context.get("metatags", "") + html


def description(app: Sphinx, docname: str) -> str | None:
    """Return the summary, or the abstract, of the object on the page, or what the booklet holds."""
    program = domain_of(app.env).program
    if docname == program.booklet_page:
        return page_metadata.booklet_description(program)
    records = domain_of(app.env).records.get(docname, ())
    texts = (_about(record) for record in records if isinstance(record, Topic | Paper))
    return next(filter(None, texts), None)


def _about(record: Topic | Paper) -> str:
    """Return a summary or an abstract, and before it that the paper is withdrawn, or wrong."""
    if isinstance(record, Topic):
        return record.summary
    said = (f"{words}." for words in citations.warnings(record))
    return " ".join(filter(None, (*said, record.summary or record.abstract)))


def head(app: Sphinx, docname: str) -> str:
    """Return a paper's citation tags, what is known of people, the event, or the booklet's day."""
    domain = domain_of(app.env)
    program, found = domain.program, domain.records.get(docname, ())
    people = "".join(
        json_ld(page_metadata.person(program, person))
        for person in found
        if isinstance(person, Person)
    )
    if docname == app.config.root_doc:
        image = app.config.workshop_page_image[0]
        drawn = {p.path for name in app.env.found_docs for p in pictures(app, name)}
        return json_ld(event_metadata.event(program, docname, image, drawn)) + people
    if docname == program.booklet_page:
        changed = program.changed(*program.records)
        return meta("author", app.config.author) + meta("dcterms.modified", f"{changed:%FT%TZ}")
    drawn = {picture.path for picture in pictures(app, docname)}
    papers = "".join(
        "".join(meta(*tag) for tag in highwire.highwire(program, paper))
        + json_ld(page_metadata.scholarly_article(program, paper, drawn))
        for paper in found
        if isinstance(paper, Paper)
    )
    return papers + people


def fingerprint(app: Sphinx, docname: str) -> str:
    """Return what changes with the head; that of a paper rests on what the views of it rest on.

    They do not show when a paper's page changed, which a commit alone can change.
    """
    domain = domain_of(app.env)
    papers = [r for r in domain.records.get(docname, ()) if isinstance(r, Paper)]
    return f"{domain.program.changed(*papers)}" if papers else head(app, docname)


def add_feed(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Link the feed in every page's head (`html-page-context`), those without a source included."""
    address = escape(context["pathto"](urls.CHANGES_FEED, resource=True))
    add_to_head(context, f'<link rel="alternate" type="application/atom+xml" href="{address}">\n')


def changed(app: Sphinx, docname: str) -> date | None:
    """Return the day of the page's last change."""
    domain = domain_of(app.env)
    return domain.program.history.newest([docname]).date() if domain.history else None


def cards(app: Sphinx, docname: str) -> list[Card]:
    """Return the cards of the papers and sessions on a page; a paper's session has the paper's."""
    domain = domain_of(app.env)
    program, found = domain.program, domain.records.get(docname, ())
    papers = [_card_of_paper(program, record) for record in found if isinstance(record, Paper)]
    sessions = (
        _card_of_session(program, record)
        for record in found
        if isinstance(record, Session) and record.kind != Kind.BREAK and not record.paper
    )
    return [*papers, *sessions]


def _card_of_paper(program: Program, paper: Paper) -> Card:
    given = program.sessions_of_paper(paper)
    return Card(
        path=urls.beside_paper(paper, urls.PICTURE),
        of_page=True,
        label=_label(program.format(paper), given[0] if len(given) == 1 else None),
        title=paper.title,
        names=tuple(author.name for author in paper.authors),
        occasion=_occasion(program),
        notices=tuple(marks(paper)),
    )


def _card_of_session(program: Program, session: Session) -> Card:
    people = (program.people.get(name) for name in program.speakers(session))
    return Card(
        path=urls.beside_session(session, urls.PICTURE),
        of_page=False,
        label=_label(session.kind, session),
        title=program.title(session),
        names=tuple(person.title for person in people if person),
        occasion=_occasion(program),
        notices=tuple(notices(session)),
    )


def _label(word: Word | None, session: Session | None) -> str:
    """Return what it is, and when, as far as that is known."""
    when = f"{long_day(session.start, weekday=True)}, {session.start:%H:%M}" if session else ""
    return " · ".join(filter(None, (word.label if word else "", when)))


def _occasion(program: Program) -> str:
    return " · ".join(filter(None, (program.event.name, program.event.conference)))


def answer(app: Sphinx, config: Config) -> None:
    """Name cards for `site.social` where it is loaded (`config-inited`, when all are)."""
    if has_event(app, CARDS):
        app.connect(CARDS, cards)


def setup(app: Sphinx) -> None:
    """Answer the events."""
    app.setup_extension("sphinx_workshop.site.metadata")
    app.connect(DESCRIPTION, description)
    app.connect(HEAD, head)
    app.connect(CHANGED, changed)
    app.connect("config-inited", answer)
    # After those who replace `pathto`, as sphinx-notfound-page does for a page at any depth.
    add_to_pages(app, add_feed, priority=600)
