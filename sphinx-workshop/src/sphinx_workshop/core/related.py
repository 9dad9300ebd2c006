"""Which papers are related, and why: shared authors, keywords and topics."""

from __future__ import annotations

from collections import defaultdict
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from .model import submission_key

if TYPE_CHECKING:
    from .model import Paper
    from .program import Program

MOST = 4


class Relation(NamedTuple):
    """A paper, and what it shares with another."""

    paper: Paper
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    topics: tuple[str, ...]

    @property
    def weight(self) -> int:
        """An author says more than a keyword, and a keyword more than a topic."""
        return 3 * len(self.authors) + 2 * len(self.keywords) + len(self.topics)


def related(program: Program, paper: Paper) -> list[Relation]:
    """Return the papers most related to one, the nearest first.

    Only papers that share an author or a keyword count: a topic alone is on the topic's page. So
    few papers are compared with each, however many there are.
    """
    authors: defaultdict[str, list[str]] = defaultdict(list)
    keywords: defaultdict[str, list[str]] = defaultdict(list)
    for id, name in {program.person_id(a.name): a.name for a in paper.authors}.items():
        for other in program.papers_by_author[id]:
            authors[other.id].append(name)
    for keyword in paper.keywords:
        for other in program.papers_by_keyword[keyword]:
            keywords[other.id].append(keyword)
    relations = (
        Relation(
            other,
            tuple(authors.get(other.id, ())),
            tuple(keywords.get(other.id, ())),
            tuple(topic for topic in paper.topics if topic in other.topics),
        )
        for other in (program.papers[id] for id in (authors.keys() | keywords.keys()) - {paper.id})
    )
    return nsmallest(MOST, relations, key=lambda r: (-r.weight, submission_key(r.paper.number)))
