"""Names what pictures for links say of papers and sessions, for `site.social` to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core import urls
from ..core.model import Paper, Session
from ..core.text import long_day
from ..core.vocabulary import Kind
from ..site.social import CARDS, Card
from .domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from ..core.program import Program
    from ..core.vocabulary import Word


def cards(app: Sphinx, docname: str) -> list[Card]:
    """Return the cards of the papers and sessions on a page; a paper's session has the paper's."""
    domain = domain_of(app.env)
    program, found = domain.program, domain.records.get(docname, ())
    papers = [_paper(program, record) for record in found if isinstance(record, Paper)]
    sessions = (
        _session(program, record)
        for record in found
        if isinstance(record, Session) and record.kind != Kind.BREAK and not record.paper
    )
    return [*papers, *sessions]


def _paper(program: Program, paper: Paper) -> Card:
    given = program.sessions_of_paper(paper)
    return Card(
        path=urls.beside_paper(paper, urls.PICTURE),
        of_page=True,
        label=_label(program.format(paper), given[0] if len(given) == 1 else None),
        title=paper.title,
        names=tuple(author.name for author in paper.authors),
        occasion=_occasion(program),
    )


def _session(program: Program, session: Session) -> Card:
    people = (program.people.get(name) for name in program.speakers(session))
    return Card(
        path=urls.session_picture(session),
        of_page=False,
        label=_label(session.kind, session),
        title=program.title(session),
        names=tuple(person.title for person in people if person),
        occasion=_occasion(program),
    )


def _label(word: Word | None, session: Session | None) -> str:
    """Return what it is, and when, as far as that is known."""
    when = f"{long_day(session.start, weekday=True)}, {session.start:%H:%M}" if session else ""
    return " · ".join(filter(None, (word.label if word else "", when)))


def _occasion(program: Program) -> str:
    return " · ".join(filter(None, (program.event.name, program.event.conference)))


def answer(app: Sphinx, config: Config) -> None:
    """Answer the event where the extension is loaded (`config-inited`, when all are)."""
    if CARDS in app.events.events:
        app.connect(CARDS, cards)
