"""Which papers are related, and why: shared authors, keywords and topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
    own = {program.person_id(author.name): author.name for author in paper.authors}
    candidates = {
        other.id: other
        for found in (
            *(program.papers_by_author[author] for author in own),
            *(program.papers_by_keyword[keyword] for keyword in paper.keywords),
        )
        for other in found
        if other is not paper
    }
    relations = [
        Relation(
            other,
            tuple(name for id, name in own.items() if other in program.papers_by_author[id]),
            tuple(keyword for keyword in paper.keywords if keyword in other.keywords),
            tuple(topic for topic in paper.topics if topic in other.topics),
        )
        for other in candidates.values()
    ]
    return sorted(relations, key=lambda r: (-r.weight, r.paper.number))[:MOST]
