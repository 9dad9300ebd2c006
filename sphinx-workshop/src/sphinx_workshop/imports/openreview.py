"""Reads OpenReview's notes, saved as JSON: of API 2 (`content.title.value`) and of API 1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from . import author_names
from .changes import changed_authors, changed_names
from .checked import Rows
from .cleaning import clean, raw, submission
from .records import Reading, silent

if TYPE_CHECKING:
    from ..core.model import Author
    from .records import Progress

_REFUSED = re.compile(r"reject|withdraw|desk|retract", re.IGNORECASE)
_READ = frozenset({"title", "authors", "abstract", "keywords", "TLDR", "TL;DR", "venue", "venueid"})
_PENDING = re.compile(r"^submitted to|/submission$|^under review", re.IGNORECASE)


def matches(data: Any) -> bool:
    """Tell whether these are notes."""
    return any(isinstance(note, dict) and "content" in note for note in _notes(data)[:20])


def _notes(data: Any) -> list[Any]:
    found = data.get("notes") if isinstance(data, dict) else data
    return found if isinstance(found, list) else []


def read(data: Any, progress: Progress = silent) -> Reading:
    """Return the accepted notes.

    A note is known by its number; where it has none, as openreview-py writes it, by its forum's id.
    Of `content` these are read, and no others: title, authors, abstract, keywords, TL;DR, venue and
    venueid. Who an author is at OpenReview (`authorids`, which may be addresses) is not read.
    """
    reading = Reading("openreview")
    rows = Rows(reading)
    unread: dict[str, None] = {}
    for index, note in enumerate(progress(_notes(data), "Reading notes"), start=1):
        where = f"note {index}"
        content = note.get("content") if isinstance(note, dict) else None
        if not isinstance(content, dict):
            reading.skip(where, "it is no note with a content")
            continue
        given = (note.get(name) for name in ("number", "forum", "id"))
        number = next((value for value in given if value is not None), None)
        unread |= dict.fromkeys(name for name in content if name not in _READ)
        if rejected := _rejected(note, content):
            name = str(submission(number) or "")
            reading.skip(where, f"submission {name or '?'} is left out: {rejected}", name)
            continue
        rows.add(
            where,
            number,
            _value(content, "title"),
            _authors(content, where, reading),
            keywords=_value(content, "keywords"),
            summary=_value(content, "abstract"),
            tldr=_value(content, "TLDR") or _value(content, "TL;DR"),
        )
    reading.unread = [*unread]
    return reading


def _value(content: dict[str, Any], name: str) -> Any:
    """Return a field of the content: API 2 wraps it."""
    found = content.get(name)
    return found.get("value") if isinstance(found, dict) else found


def _rejected(note: dict[str, Any], content: dict[str, Any]) -> str:
    """Return why a note is no accepted paper; where no venue is given, all are."""
    for name in ("venueid", "venue"):
        venue = clean(_value(content, name))
        if _REFUSED.search(venue) or _PENDING.search(venue):
            return f"its {name} is '{venue[:60]}'"
    invitations = note.get("invitations") or [note.get("invitation")]
    for invitation in invitations if isinstance(invitations, list) else []:
        if isinstance(invitation, str) and _REFUSED.search(invitation.rpartition("/")[2]):
            return "it is withdrawn or rejected"
    return ""


def _authors(content: dict[str, Any], where: str, reading: Reading) -> tuple[Author, ...]:
    def tell(message: str) -> None:
        reading.remark(where, message)

    found = _value(content, "authors")
    if isinstance(found, str):
        authors = author_names.first_last(found, tell)
        reading.note(changed_authors(where, found, authors))
        return authors
    names = [
        entry.get("fullname") or entry.get("name") if isinstance(entry, dict) else entry
        for entry in (found if isinstance(found, list) else [])
    ]
    authors = author_names.named(names, tell)
    written = (author.name for author in authors)
    reading.note(changed_names(where, "authors", map(raw, names), written))
    return authors
