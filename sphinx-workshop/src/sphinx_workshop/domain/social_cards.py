"""Names what the picture for links to a paper says, for `site.social` to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core import urls
from ..core.model import Paper
from ..core.text import long_day
from ..site.social import CARD, Card
from .domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from ..core.program import Program


def card(app: Sphinx, docname: str) -> Card | None:
    """Return the card of the paper on a page, or None; a session has no page of its own."""
    domain = domain_of(app.env)
    papers = (record for record in domain.records.get(docname, ()) if isinstance(record, Paper))
    return next((_card(domain.program, paper) for paper in papers), None)


def _card(program: Program, paper: Paper) -> Card:
    given, form = program.sessions_of_paper(paper), program.format(paper)
    start = given[0].start if len(given) == 1 else None
    when = f"{long_day(start, weekday=True)}, {start:%H:%M}" if start else ""
    return Card(
        path=urls.beside_paper(paper, urls.PICTURE),
        label=" · ".join(filter(None, (form.label if form else "", when))),
        title=paper.title,
        names=tuple(author.name for author in paper.authors),
        occasion=" · ".join(filter(None, (program.event.name, program.event.conference))),
    )


def answer(app: Sphinx, config: Config) -> None:
    """Answer the event where the extension is loaded (`config-inited`, when all are)."""
    if CARD in app.events.events:
        app.connect(CARD, card)
