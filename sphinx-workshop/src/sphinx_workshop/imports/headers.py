"""Recognizes the columns of a table by the headers that submission systems and organizers use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

REQUIRED = ("number", "title", "authors")


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What a table is about: headers of each field, and the fields without which it is not.

    Of the headers, in small letters, the first that a table has counts. Of the sets of fields, one
    is enough.
    """

    known: dict[str, tuple[str, ...]]
    needed: tuple[tuple[str, ...], ...]


_NOTE = ("note", "notes", "bio", "biography", "about")

PAPERS = Subject(
    {
        "number": (
            *("paper id", "paperid", "paper_id", "submission id", "submission_id", "submission #"),
            *("paper #", "paper number", "submission number", "uid", "pid", "id", "#", "number"),
            *("no", "no.", "submission", "code"),
        ),
        "title": ("title", "paper title", "submission title", "paper_title"),
        "authors": ("authors", "author names", "author(s)", "author list", "author", "all authors"),
        "summary": ("abstract", "abstract text", "summary"),
        "tldr": ("tldr", "tl;dr", "tl;dr.", "tl dr"),
        "keywords": ("keywords", "keyword", "key words", "author keywords", "tags"),
        "status": ("decision", "status", "final decision", "acceptance"),
        "format": ("format", "presentation", "presentation type", "presentation format"),
        "sessions": ("sessions", "session", "session name", "session title", "poster session"),
        "track": ("track",),
        "presenter": ("presenter", "presenting author"),
        "award": ("award", "awards", "prize", "paper award"),
        "board": ("board", "poster board", "board number", "board #", "poster board number"),
        "arxiv": ("arxiv", "arxiv id", "arxiv_id", "arxiv number"),
        "code": ("code url", "code_url", "code link", "repository", "github"),
        "doi": ("doi",),
        "openreview": ("openreview", "openreview url", "forum url"),
        "project": ("project page", "project url"),
        "video": ("video", "video url", "recording", "recording url"),
        "slides": ("slides", "slides url"),
        "poster": ("poster url", "poster pdf"),
    },
    (REQUIRED,),
)
UNNUMBERED = Subject(PAPERS.known, (("title", "authors"),))
"""A table of papers that has everything but their numbers."""
PEOPLE = Subject(
    {
        "name": ("name", "full name", "speaker", "person", "member"),
        "first": ("first name", "first_name", "given name", "first"),
        "last": ("last name", "last_name", "family name", "surname", "last"),
        "affiliation": (
            *("affiliation", "affiliations", "institution", "organization", "organisation"),
            *("university", "company", "aff", "affil"),
        ),
        "roles": ("roles", "role", "position"),
        "orcid": ("orcid", "orcid id", "orcid id."),
        "homepage": ("homepage", "home page", "website", "web page", "web site"),
        "github": ("github",),
        "note": _NOTE,
    },
    (("name", "affiliation"), ("name", "roles"), ("first", "last")),
)
DATES = Subject(
    {
        "title": ("deadline", "milestone", "important date", "what", "event"),  # no talk's title
        "when": ("when", "date", "due", "due date", "day"),
        "zone": ("zone", "timezone", "time zone", "tz"),
        "note": _NOTE,
    },
    (("title", "when"),),
)


def recognized(header: Iterable[str], subject: Subject = PAPERS) -> dict[str, str]:
    """Return the columns of the fields that a header names, in the fields' order.

    Args:
        header: the names as a table compares them, in small letters.
        subject: what the table is about.
    """
    there = set(header)
    found: dict[str, str] = {}
    for field, names in subject.known.items():
        free = (name for name in names if name in there and name not in found.values())
        if column := next(free, ""):
            found[field] = column
    return found


def needed(header: Iterable[str], subject: Subject = PAPERS) -> list[str]:
    """Return the columns of a header by which it is about a subject, empty where it is not."""
    columns = recognized(header, subject)
    enough = (fields for fields in subject.needed if {*fields} <= columns.keys())
    return [columns[field] for field in next(enough, ())]
