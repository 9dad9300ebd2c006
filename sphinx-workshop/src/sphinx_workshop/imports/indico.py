"""Reads Indico's contributions: of an event's JSON (`detail=contributions`), or of their CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import author_names
from .author_names import Listed
from .changes import changed_people
from .checked import Rows
from .cleaning import private, raw, unread_of
from .records import Reading, silent

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.model import Author
    from .records import Progress
    from .tables import Table

WANTED = ("Id", "Title", "Presenters", "Materials")
_READ = ("Id", "Title", "Description", "Session", "Presenters", "Authors", "Co-Authors")
_READ_OF_JSON = frozenset(
    ("id", "title", "description", "keywords", "session", "speakers", "primaryauthors", "coauthors",
     "_type", "_fossil", "friendly_id", "db_id")
)  # fmt: skip

_NO_TIMES = (
    "contributions become papers, without their times and rooms; put those that have a time into "
    "the schedule, each as a session that names the paper: `:paper:` and its id"
)
_PEOPLE = ("speakers", "primaryauthors", "coauthors")
_READ_OF_PERSON = frozenset(
    ("first_name", "last_name", "fullName", "affiliation", "_type", "_fossil", "id", "db_id",
     "person_id", "email", "emailHash")
)  # fmt: skip


def matches(data: Any) -> bool:
    """Tell whether this is an event with its contributions."""
    results = data.get("results") if isinstance(data, dict) else None
    return isinstance(results, list) and any(
        isinstance(event, dict) and "contributions" in event for event in results[:1]
    )


def read(data: Any, progress: Progress = silent) -> Reading:
    """Return the contributions as papers, by those who wrote them, else by those who speak.

    Of people, names and affiliations are read.
    """
    reading = Reading("indico")
    rows = Rows(reading)
    unread: dict[str, None] = {}
    found = data["results"][0]["contributions"]
    for index, given in enumerate(progress(found if isinstance(found, list) else [], "Reading")):
        where = f"contribution {index + 1}"
        if not isinstance(given, dict):
            reading.skip(where, "it is no contribution")
            continue
        unread |= dict.fromkeys(n for n, v in given.items() if v and n not in _READ_OF_JSON)
        unread |= dict.fromkeys(unread_of(given, _PEOPLE, _READ_OF_PERSON))

        def tell(message: str, where: str = where) -> None:
            reading.remark(where, message)

        written = [*_people(given.get("primaryauthors")), *_people(given.get("coauthors"))]
        speakers = _people(given.get("speakers"))
        authors = _presented(written, speakers, tell)
        reading.note(changed_people(where, written or speakers, authors))
        rows.add(
            where,
            given.get("id"),
            given.get("title"),
            authors,
            keywords=given.get("keywords") or (),
            summary=given.get("description"),
            sessions=filter(None, private(given.get("session"))[:1]),
        )
    reading.unread = [*unread]
    if "startDate" in unread:
        reading.remark("file", _NO_TIMES)
    return reading


def read_table(table: Table, progress: Progress = silent) -> Reading:
    """Return the same of a table; in it, names are separated by commas."""
    reading = Reading("indico")
    reading.unread = table.unread(_READ)
    rows = Rows(reading)
    for row in progress(table.rows, "Reading rows"):
        if odd := table.odd(row):
            reading.skip(row.where, odd, table.cell(row, "Id").strip())
            continue

        def tell(message: str, where: str = row.where) -> None:
            reading.remark(where, message)

        written, coauthors, speakers = (
            [Listed(name) for name in table.cell(row, column).split(",")]
            for column in ("Authors", "Co-Authors", "Presenters")
        )
        written = _named([*written, *coauthors])
        authors = _presented(written, _named(speakers), tell)
        reading.note(changed_people(row.where, written or _named(speakers), authors))
        title, summary = table.cell(row, "Title"), table.cell(row, "Description")
        rows.add(
            row.where,
            table.cell(row, "Id"),
            title,
            authors,
            summary=summary,
            sessions=filter(None, private(table.cell(row, "Session"))[:1]),
        )
    return reading


def _people(found: Any) -> list[Listed]:
    """Return the people of a list; a name in one piece is the last one first."""
    people = []
    for person in found if isinstance(found, list) else []:
        if isinstance(person, dict):
            first, last = (raw(person.get(part)) for part in ("first_name", "last_name"))
            if not (first or last):
                last, _, first = raw(person.get("fullName")).partition(",")
            people.append(Listed(f"{first} {last}", raw(person.get("affiliation")), last))
    return _named(people)


def _named(people: list[Listed]) -> list[Listed]:
    """Return the people who have a name."""
    return [person for person in people if person.name.strip()]


def _presented(
    written: list[Listed], speakers: list[Listed], tell: Callable[[str], None]
) -> tuple[Author, ...]:
    """Return the authors, the first speaker presenting; who speaks of nobody's work wrote it."""
    authors = author_names.placed(written or speakers, tell)
    if not speakers:
        return authors
    for speaker in speakers[1:]:
        tell(f"'{speaker.name.strip()}' is a second one who presents; the first is kept")
    (first,) = author_names.placed(speakers[:1], tell)[:1] or (None,)
    return author_names.presented_by(authors, first.name, tell) if first else authors
