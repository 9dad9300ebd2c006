"""Reads HotCRP's "Download", "JSON": an array of papers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from . import author_names
from .author_names import Listed
from .changes import changed_people
from .checked import Rows
from .cleaning import clean, raw, submission, unread_of
from .records import Reading, silent

if TYPE_CHECKING:
    from ..core.model import Author
    from .records import Progress

_READ = frozenset({"object", "pid", "title", "abstract", "authors", "status", "decision"})
_OF_AUTHOR = frozenset({"email", "first", "last", "name", "affiliation", "contact"})
_ACCEPTED = re.compile(r"accept|oral|poster|spotlight|talk|^yes\b", re.IGNORECASE)
_REFUSED = re.compile(r"\b(?:not|reject|withdr|no)", re.IGNORECASE)


def matches(data: Any) -> bool:
    """Tell whether these are papers of HotCRP's."""
    papers = data if isinstance(data, list) else [data]
    return any(isinstance(p, dict) and {"pid", "title"} <= p.keys() for p in papers[:20])


def read(data: Any, progress: Progress = silent) -> Reading:
    """Return the accepted papers.

    Of authors, names and affiliations are read; who is a contact need not present.
    """
    reading = Reading("hotcrp")
    rows = Rows(reading, numbers_only=True)
    unread: dict[str, None] = {}
    for index, paper in enumerate(progress(data if isinstance(data, list) else [data], "Reading")):
        where = f"paper {index + 1}"
        if not isinstance(paper, dict):
            reading.skip(where, "it is no paper")
            continue
        unread |= dict.fromkeys(
            name for name, value in paper.items() if value and name not in _READ
        )
        unread |= dict.fromkeys(unread_of(paper, ["authors"], _OF_AUTHOR))
        if rejected := _rejected(paper):
            name = str(submission(paper.get("pid")) or "")
            reading.skip(where, f"submission {name or '?'} is left out: {rejected}", name)
            continue
        authors = _authors(paper, where, reading)
        rows.add(
            where, paper.get("pid"), paper.get("title"), authors, summary=paper.get("abstract")
        )
    reading.unread = [*unread]
    return reading


def _rejected(paper: dict[str, Any]) -> str:
    """Return why a paper is not accepted, by the word of its status, or of its decision."""
    status, decision = clean(paper.get("status")), clean(paper.get("decision"))
    if _REFUSED.search(status) or status.casefold() == "inprogress":
        return f"its status is '{status[:40]}'"
    if decision:
        good = _ACCEPTED.search(decision) and not _REFUSED.search(decision)
        return "" if good else f"its decision is '{decision[:40]}'"
    return "" if not status or _ACCEPTED.search(status) else f"its status is '{status[:40]}'"


def _authors(paper: dict[str, Any], where: str, reading: Reading) -> tuple[Author, ...]:
    found = paper.get("authors")
    people = (
        [person for person in found if isinstance(person, dict)] if isinstance(found, list) else []
    )
    typed = [_listed(person) for person in people]
    authors = author_names.placed(typed, lambda message: reading.remark(where, message))
    reading.note(changed_people(where, typed, authors))
    return authors


def _listed(person: dict[str, Any]) -> Listed:
    """Return an author as it stands there."""
    place = raw(person.get("affiliation"))
    if clean(person.get("name")):
        return Listed(raw(person.get("name")), place)
    first, last = (raw(person.get(part)) for part in ("first", "last"))
    return Listed(f"{first} {last}", place, last)
