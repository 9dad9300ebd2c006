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
    from collections.abc import Iterable, Iterator

    from ..core.model import Paper
    from ..core.program import Program
    from ..views.html_element import KeptSection
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
        """Make the digests that several views or sections share."""
        self.program = program
        papers = program.papers.values()
        editors = [(p.id, p.name, p.family) for p in citations.editors(program)]
        event = replace(program.event, pdfs=frozenset())
        facts = f"{event!r} {editors} {chosen().digest} {latex.missing()} {program.authors_page}"
        # Rooms are named where there is more than one, and linked where pages declare them.
        rooms = f"{len(program.rooms) > 1} {list(program.declared_rooms.values())}"
        self._on_pages = _digest(facts, rooms)
        pdfs = sorted(map(str, program.event.pdfs))
        others = (*program.topics.values(), *program.entries.values(), *program.sessions.values())
        # A topic's list says whether there is any paper at all.
        self._frame = _digest(facts, f"{pdfs} {bool(papers)}", *map(repr, others))
        titles = {paper.id: _title(paper) for paper in papers}
        self._cards = {paper.id: _digest(titles[paper.id], _card(paper)) for paper in papers}
        self._own = {paper.id: self._of_own(paper) for paper in papers}
        self.papers = self._with_related()
        self._all = self._of_list(papers)
        self._authors = _digest(self._frame, *titles.values())
        rejected = sorted(map(repr, program.rejected))
        site = f"{sorted(program.pages.items())} {rejected} {program.history}"
        self.everything = _digest(self._all, site, *map(repr, program.records))

    def of(self, view: View) -> str | None:
        """Return the digest of a view, or None where it depends on the view itself."""
        if view.name in OF_ALL:
            return self._all
        if view.name == BOOKLET:
            return self.everything
        if view.name in OF_AUTHORS:
            return self._authors
        if view.name in OF_TOPIC and (topic := self.program.topics.get(view.options["id"])):
            return self._of_list(self.program.papers_of_topic(topic))
        return self.papers.get(view.options.get("id", "")) if view.name in ON_PAPERS else None

    def of_section(self, section: KeptSection) -> str:
        """Return the digest of a section whose HTML is kept."""
        if section.whole:
            return _digest(*(self._own[paper.id] for paper in section.papers))
        return self._of_list(section.papers)

    def _of_list(self, papers: Iterable[Paper]) -> str:
        return _digest(self._frame, *(self._cards[paper.id] for paper in papers))

    def _of_own(self, paper: Paper) -> str:
        """Return the digest of what a paper's page shows without the papers related to it."""
        # The topics of related papers are those that this one has, too.
        topics = self.program.known_topics(paper.topics)
        named = (self.program.person_id(author.name) for author in paper.authors)
        people = (self.program.entries.get(id) for id in named)
        shown = (*self.program.sessions_of_paper(paper), *topics, *people)
        pdf = self.program.pdf_url(paper, "")
        return _digest(self._on_pages, f"{pdf}", repr(paper), *map(repr, shown))

    def _with_related(self) -> dict[str, str]:
        """Return the digests of what papers' pages show, by the papers' ids."""
        sharing: defaultdict[Name, list[str]] = defaultdict(list)
        for paper in self.program.papers.values():
            for name in self._shared(paper):
                sharing[name].append(self._cards[paper.id])
        digests = {name: _digest(*cards) for name, cards in sharing.items()}
        return {
            paper.id: _digest(self._own[paper.id], *map(digests.__getitem__, self._shared(paper)))
            for paper in self.program.papers.values()
        }

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
