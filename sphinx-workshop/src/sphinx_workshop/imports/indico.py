"""Reads Indico's contributions: of an event's JSON (`detail=contributions`), or of their CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import author_names
from .author_names import Listed
from .checked import Rows
from .cleaning import listed, private, raw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.model import Author
    from .records import Reading
    from .tables import Table

WANTED = ("Id", "Title", "Presenters", "Materials")
_COLUMNS = {
    **{name: name.lower() for name in ("Id", "Title", "Description", "Session", "Track")},
    "Presenters": "speakers",
    "Authors": "primaryauthors",
    "Co-Authors": "coauthors",
}
"""The columns of tables, by what the JSON calls the same."""
_READ_OF_JSON = frozenset(
    ("id", "title", "description", "keywords", "session", "track", "speakers", "primaryauthors",
     "coauthors", "board_number", "_type", "_fossil", "friendly_id", "db_id")
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
    """Return whether this is an event with its contributions."""
    results = data.get("results") if isinstance(data, dict) else None
    return isinstance(results, list) and any(
        isinstance(event, dict) and "contributions" in event for event in results[:1]
    )


def read(data: Any) -> Reading:
    """Return the contributions as papers, by those who wrote them, else by those who speak.

    Of people, names and affiliations are read.
    """
    rows, contributions = Rows("indico"), data["results"][0]["contributions"]
    people = (_PEOPLE, _READ_OF_PERSON)
    for where, given in rows.of_json(
        contributions, "contribution", "id", _READ_OF_JSON, people=people
    ):
        _add(rows, where, given)
    if "startDate" in rows.reading.unread:
        rows.reading.remark("file", _NO_TIMES)
    return rows.reading


def read_table(table: Table) -> Reading:
    """Return the same of a table; in it, names are separated by commas."""
    rows = Rows("indico")
    rows.reading.unread = table.unread(_COLUMNS)
    for row in rows.of_table(table, "Id"):
        given: dict[str, Any] = {name: table.cell(row, col) for col, name in _COLUMNS.items()}
        for name in _PEOPLE:
            given[name] = [{"first_name": person} for person in given[name].split(",")]
        _add(rows, row.where, given)
    return rows.reading


def _add(rows: Rows, where: str, given: Mapping[str, Any]) -> None:
    written = [*_people(given.get("primaryauthors")), *_people(given.get("coauthors"))]
    rows.add(
        where,
        given.get("id"),
        given.get("title"),
        _presented(written, _people(given.get("speakers")), where, rows),
        keywords=given.get("keywords") or (),
        summary=given.get("description"),
        sessions=filter(None, [private(given.get("session"))]),
        board=given.get("board_number"),
        track=given.get("track"),
    )


def _people(found: Any) -> list[Listed]:
    """Return the people of a list who have a name; one in one piece is the last name first."""
    people = []
    for person in listed(found):
        if isinstance(person, dict):
            first, last = (raw(person.get(part)) for part in ("first_name", "last_name"))
            if not (first or last):
                last, _, first = raw(person.get("fullName")).partition(",")
            if name := f"{first} {last}".strip():
                people.append(Listed(name, raw(person.get("affiliation")), last))
    return people


def _presented(
    written: list[Listed], speakers: list[Listed], where: str, rows: Rows
) -> tuple[Author, ...]:
    """Return the authors, the first speaker presenting; who speaks of nobody's work wrote it."""
    authors, remark = rows.people(where, written or speakers), rows.remark_on(where)
    for speaker in speakers[1:]:
        remark(f"'{speaker.name}' is a second one who presents; the first is kept")
    first = author_names.placed(speakers[:1], remark)
    return author_names.presented_by(authors, first[0].name, remark) if first else authors
