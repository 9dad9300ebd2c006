"""Reads OpenReview's notes, saved as JSON: of API 2 (`content.title.value`) and of API 1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .author_names import Listed
from .checked import Rows
from .cleaning import clean, listed, raw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.model import Author
    from .records import Reading

_REJECTED = re.compile(r"reject|withdraw|desk|retract", re.IGNORECASE)
_NUMBER, _INVITATIONS, _ADDRESS = " number", " invitations", " address"
"""Where `_flat` puts what stands beside a note's content."""
_READ = frozenset(
    ("title", "authors", "abstract", "keywords", "TLDR", "TL;DR", "venue", "venueid", _NUMBER,
     _INVITATIONS, _ADDRESS)
)  # fmt: skip
_PENDING = re.compile(r"^submitted to|/submission$|^under review", re.IGNORECASE)


def matches(data: Any) -> bool:
    """Return whether these are notes."""
    return any(isinstance(note, dict) and "content" in note for note in _notes(data)[:20])


def _notes(data: Any) -> list[Any]:
    return listed(data.get("notes") if isinstance(data, dict) else data)


def read(data: Any) -> Reading:
    """Return the accepted notes.

    A note is known by its number; where it has none, as openreview-py writes it, by its forum's id.
    Of `content` these are read, and no others: title, authors, abstract, keywords, TL;DR, venue and
    venueid. Who an author is at OpenReview (`authorids`, which may be addresses) is not read.
    """
    rows = Rows("openreview")
    notes = [*map(_flat, _notes(data))]
    for where, given in rows.of_json(notes, "note", _NUMBER, _READ, _rejected):
        rows.add(
            where,
            given[_NUMBER],
            given.get("title"),
            _authors(given.get("authors"), where, rows),
            keywords=given.get("keywords"),
            summary=given.get("abstract"),
            tldr=given.get("TLDR") or given.get("TL;DR"),
            openreview=given[_ADDRESS],
        )
    return rows.reading


def _flat(note: Any) -> dict[str, Any] | None:
    """Return the values of a note's content, which API 2 wraps, or None where it has none."""
    content = note.get("content") if isinstance(note, dict) else None
    if not isinstance(content, dict):
        return None
    found = {n: v.get("value") if isinstance(v, dict) else v for n, v in content.items()}
    given = (note.get(name) for name in ("number", "forum", "id"))
    number = next((value for value in given if value is not None), None)
    invitations = note.get("invitations") or [note.get("invitation")]
    forum = note.get("forum") or note.get("id")
    is_public = "everyone" in listed(note.get("readers"))
    address = f"https://openreview.net/forum?id={forum}" if is_public else ""
    return found | {_NUMBER: number, _INVITATIONS: invitations, _ADDRESS: address}


def _rejected(given: Mapping[str, Any]) -> str:
    """Return why a note is no accepted paper; where no venue is given, all are."""
    for name in ("venueid", "venue"):
        venue = clean(given.get(name))
        if _REJECTED.search(venue) or _PENDING.search(venue):
            return f"its {name} is '{venue[:60]}'"
    invitations = given[_INVITATIONS]
    for invitation in listed(invitations):
        if isinstance(invitation, str) and _REJECTED.search(invitation.rpartition("/")[2]):
            return "it is withdrawn or rejected"
    return ""


def _authors(found: Any, where: str, rows: Rows) -> tuple[Author, ...]:
    if isinstance(found, str):
        return rows.authors(where, found)
    names = (
        entry.get("fullname") or entry.get("name") if isinstance(entry, dict) else entry
        for entry in listed(found)
    )
    return rows.people(where, [Listed(raw(name)) for name in names])
