"""Reads HotCRP's "Download", "JSON": an array of papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .author_names import Listed
from .checked import NO, Rows, not_accepted
from .cleaning import clean, listed, raw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .records import Reading

_READ = frozenset({"object", "pid", "title", "abstract", "authors", "status", "decision"})
_OF_AUTHOR = frozenset({"email", "first", "last", "name", "affiliation", "contact"})


def matches(data: Any) -> bool:
    """Return whether these are papers of HotCRP's."""
    papers = data if isinstance(data, list) else [data]
    return any(isinstance(p, dict) and {"pid", "title"} <= p.keys() for p in papers[:20])


def read(data: Any) -> Reading:
    """Return the accepted papers.

    Of authors, names and affiliations are read; who is a contact need not present.
    """
    rows = Rows("hotcrp", numbers_only=True)
    papers = data if isinstance(data, list) else [data]
    of_people = (["authors"], _OF_AUTHOR)
    for where, paper in rows.of_json(papers, "paper", "pid", _READ, _rejected, of_people):
        people = listed(paper.get("authors"))
        authors = [_person(person) for person in people if isinstance(person, dict)]
        rows.add(
            where,
            paper.get("pid"),
            paper.get("title"),
            rows.people(where, authors),
            summary=paper.get("abstract"),
        )
    return rows.reading


def _rejected(paper: Mapping[str, Any]) -> str:
    """Return why a paper is not accepted, by the word of its status, or of its decision."""
    status, decision = clean(paper.get("status")), clean(paper.get("decision"))
    if decision and not NO.search(status) and status.casefold() != "inprogress":
        return not_accepted("decision", decision)
    return not_accepted("status", status) if status else ""


def _person(person: dict[str, Any]) -> Listed:
    """Return an author as it stands there."""
    place = raw(person.get("affiliation"))
    if clean(person.get("name")):
        return Listed(raw(person.get("name")), place)
    first, last = (raw(person.get(part)) for part in ("first", "last"))
    return Listed(f"{first} {last}", place, last)
