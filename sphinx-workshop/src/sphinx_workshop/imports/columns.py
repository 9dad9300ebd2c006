"""Recognizes the columns of a table by its headers, or as the command line or a file names them."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..core import author_list, fields
from ..core.errors import CommandError
from ..core.field_entry import imported
from ..core.field_table import PAPER
from ..core.suggest import suggest
from .cleaning import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKS = "*†‡§¶="
"""What tables put after names; it means something else in each."""
_MEANINGS = (*(mark.fact for mark in author_list.MARKS), "nothing")
VALUED = ("format", "topics", "sessions")
"""The fields of which single values can be named."""
_PRIVATE = re.compile(r"e-?mail|(?<!open)review|conflict|\bbids?\b|assigned|score|rating", re.I)


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What a table is about: headers of each field, and the fields without which it is not.

    Of the headers, in lower case, the first that a table has counts. Of the sets of fields, one
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
        "conference": ("conference page", "conference url", "event page", "virtualsite_url"),
        "video": ("video", "video url", "recording", "recording url"),
        "slides": ("slides", "slides url"),
        "poster": ("poster url", "poster pdf"),
    },
    (("number", "title", "authors"),),
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
        "scholar": ("scholar", "google scholar", "google scholar url"),
        "mastodon": ("mastodon",),
        "bluesky": ("bluesky",),
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
        header: the names as a table compares them, in lower case.
        subject: what the table is about.
    """
    there = set(header)
    found: dict[str, str] = {}
    for name, headers in subject.known.items():
        free = (header for header in headers if header in there and header not in found.values())
        if column := next(free, ""):
            found[name] = column
    return found


def needed(header: Iterable[str], subject: Subject) -> list[str]:
    """Return the columns of a header by which it is about a subject, empty where it is not."""
    columns = recognized(header, subject)
    enough = (fields for fields in subject.needed if {*fields} <= columns.keys())
    return [columns[field] for field in next(enough, ())]


@dataclass(frozen=True, slots=True)
class Mapping:
    """The column of each field, what its values mean, and what the marks after names mean."""

    columns: dict[str, str]
    marks: dict[str, str] = field(default_factory=dict)
    values: dict[tuple[str, str], str] = field(default_factory=dict)

    def value(self, name: str, typed: str) -> str:
        """Return what is meant by a value of a field, the value itself where nothing else is."""
        return self.values.get((name, clean(typed).casefold()), typed)

    def written(self) -> str:
        """Return the mapping as the command line has it."""
        values = [(f"{name}:{typed}", meant) for (name, typed), meant in self.values.items()]
        pairs = [*self.columns.items(), *values, *self.marks.items()]
        return ",".join(f'"{n}={c}"' if "," in c or '"' in c else f"{n}={c}" for n, c in pairs)


def known_fields() -> list[str]:
    """Return the fields that a column may hold: of papers, then of people and dates."""
    papers = ["number", "title", "presenter", *imported(PAPER), "summary", "tldr", "status"]
    return list(dict.fromkeys([*papers, *PEOPLE.known, *DATES.known]))


def subject(columns: Iterable[str]) -> Subject:
    """Return what a table with columns for these fields is about: papers, unless they say more."""
    if "when" in columns:
        return DATES
    return PEOPLE if {"name", "first"} & {*columns} else PAPERS


def mapping(written: str) -> Mapping:
    """Read `number=Paper ID,title=Title,"authors=Authors, all",*=presenting`, or a file of that.

    `format:Accept (long)=oral` names a value of a column: a paper with it has the format `oral`.

    In a file, each pair has a line; lines that begin with `#` and a space are notes.

    Raises:
        CommandError: a field is unknown, missing, or its column may not be imported.
    """
    columns: dict[str, str] = {}
    marks: dict[str, str] = {}
    values: dict[tuple[str, str], str] = {}
    for pair in _pairs(written):
        name, equals, column = (part.strip() for part in pair.rpartition("="))
        if name in MARKS and name:
            marks[name] = _meaning(name, column)
            continue
        of, colon, typed = (part.strip() for part in name.partition(":"))
        if colon and of in VALUED:
            values[of, clean(typed).casefold()] = _named_value(pair, typed, column)
            continue
        name, equals, column = (part.strip() for part in pair.partition("="))
        if not (equals and column):
            raise CommandError(f"--columns: '{pair}' is not field=Column; write number=Paper ID, …")
        if name not in known_fields():
            hint = suggest(name, known_fields()) or f"; known are {', '.join(known_fields())}"
            raise CommandError(f"--columns: there is no field '{name}'{hint}")
        if _PRIVATE.search(column):
            raise CommandError(
                f"--columns: '{column}' may hold addresses or reviews, which are not imported; "
                "leave it out"
            )
        columns[name] = column
    if columns:
        about = subject(columns)
        # A person is known by a name, alone or in two parts.
        needed = about.needed[-1] if about is not PEOPLE or "name" not in columns else ()
        for name in needed:
            if name not in columns:
                raise CommandError(f"--columns: '{name}' is missing; write {name}=<column>")
    return Mapping(columns, marks, values)


def _named_value(pair: str, typed: str, meant: str) -> str:
    """Return the id that a value means."""
    try:
        if typed:
            return fields.slug(meant)
    except ValueError as error:
        raise CommandError(f"--columns: '{pair}': {error}") from error
    raise CommandError(f"--columns: '{pair}' names no value; write format:Accept (long)=oral")


def _pairs(written: str) -> list[str]:
    if "=" not in written and written.strip():
        path = Path(written.strip())
        if not path.is_file():
            raise CommandError(
                f"--columns: '{written}' is not field=Column, and no file; write number=Paper ID, …"
            )
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        return [line.strip() for line in lines if line.strip() and not line.startswith("# ")]
    return next(csv.reader([written], skipinitialspace=True), [])


def _meaning(mark: str, meaning: str) -> str:
    if meaning not in _MEANINGS:
        hint = suggest(meaning, _MEANINGS) or f"; write {' or '.join(_MEANINGS)}"
        raise CommandError(f"--columns: '{mark}' cannot mean '{meaning}'{hint}")
    return meaning
