"""What a view rests on, as text that changes whenever the view does: cheaper than the view itself.

A fingerprint of a page could be all that its views show. For thousands of papers, making every page
to see whether it changed takes as long as writing it. So the views of papers answer by the records
that they can show: those that share a name (an author, a keyword, a topic, a session) with the
paper. That is never less than they show, and seldom more.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from ..core import citations, latex
from ..core.field_table import PAPER
from ..core.words import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.model import Paper
    from ..core.program import Program
    from .domain import View

ON_PAPERS = frozenset({"paper-head", "paper-foot", "paper-citation", "paper-related"})
"""Views of one paper, on its page."""

OF_TOPIC = frozenset({"topic-papers"})
"""Lists that show of a topic's papers no more than `_card` holds."""

OF_ALL = frozenset({"paper-list", "topic-map"})
"""Lists that show so much of all papers."""

OF_AUTHORS = frozenset({"author-index"})
"""Lists that show of all papers no more than `_title` holds."""

BOOKLET = "booklet"
"""The view on which everything stands."""

Name = tuple[str, str]


class DependencyDigests:
    """The digests of what all views of one program are made of."""

    def __init__(self, program: Program) -> None:
        """Sort the records by the names that they share with papers."""
        self.program = program
        editors = [(p.id, p.name, p.family) for p in citations.editors(program)]
        event = replace(program.event, pdfs=frozenset())
        self._facts = f"{event!r} {editors} {chosen().digest} {latex.missing()}"
        shown_of: defaultdict[Name, list[str]] = defaultdict(list)
        others = (*program.topics.values(), *program.entries.values(), *program.sessions.values())
        for topic in program.topics.values():
            shown_of["topic", topic.id].append(repr(topic))
        for person in program.entries.values():
            shown_of["person", person.id].append(repr(person))
        for paper in program.papers.values():
            shown_of["session of", paper.id] += map(repr, program.sessions_of_paper(paper))
        titles = {paper.id: _title(paper) for paper in program.papers.values()}
        cards = {p.id: _digest(titles[p.id], _card(p)) for p in program.papers.values()}
        for paper in program.papers.values():
            for name in self._shared(paper):
                shown_of[name].append(cards[paper.id])
        digests = {name: _digest(*records) for name, records in shown_of.items()}
        self.papers = {p.id: self._of_paper(p, digests) for p in program.papers.values()}
        pdfs = sorted(map(str, program.event.pdfs))
        home = f"{self._facts} {program.authors_page} {pdfs}"
        frame = _digest(home, f"{bool(cards)}", *map(repr, others))  # lists say that there is none
        self.all = _digest(frame, *cards.values())
        self.authors = _digest(frame, *titles.values())
        self.topics = {
            topic.id: _digest(frame, *(cards[p.id] for p in program.papers_of_topic(topic)))
            for topic in program.topics.values()
        }
        rejected = sorted(map(repr, program.rejected))
        site = f"{sorted(program.pages.items())} {rejected} {program.history}"
        self.everything = _digest(self.all, site, *map(repr, program.records))

    def of(self, view: View) -> str | None:
        """Return the digest of a view, or None where it depends on the view itself."""
        if view.name in OF_ALL:
            return self.all
        if view.name == BOOKLET:
            return self.everything
        if view.name in OF_AUTHORS:
            return self.authors
        if view.name in OF_TOPIC:
            return self.topics.get(view.options["id"])
        return self.papers.get(view.options.get("id", "")) if view.name in ON_PAPERS else None

    def _of_paper(self, paper: Paper, shown_of: dict[Name, str]) -> str:
        # The topics of related papers are those that this one has, too.
        names: list[Name] = [("session of", paper.id), *(("topic", name) for name in paper.topics)]
        shown = (shown_of.get(name, "") for name in (*names, *self._shared(paper)))
        # Rooms are named where there is more than one, and linked where pages declare them.
        rooms = f"{len(self.program.rooms) > 1} {list(self.program.declared_rooms.values())}"
        pdf = self.program.pdf_url(paper, "")
        home = f"{self._facts} {self.program.authors_page} {pdf} {rooms}"
        return _digest(home, repr(paper), *shown)

    def _shared(self, paper: Paper) -> Iterator[Name]:
        """Yield the names by which papers are related."""
        for author in paper.authors:
            yield "person", self.program.person_id(author.name)
        for keyword in paper.keywords:
            yield "keyword", keyword


def _digest(*texts: str) -> str:
    """Return what changes with the texts, and is short."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def _title(paper: Paper) -> str:
    """Return what the index of authors may show of a paper."""
    listed = (paper.value(entry.name) for entry in PAPER.values() if entry.listed or entry.leads)
    return repr((paper.id, paper.docname, paper.title, paper.authors, *listed))


def _card(paper: Paper) -> str:
    """Return what other pages may show of a paper besides."""
    shown = (paper.number, paper.format, paper.sessions, paper.figure)
    return repr((*shown, paper.topics, paper.keywords))
