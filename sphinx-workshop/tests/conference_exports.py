"""Files as EasyChair and Indico write them, of papers that a test invents."""

from __future__ import annotations

import csv
import io
import json
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SUBMISSIONS = [
    "#", "Title", "Authors", "Submitted", "Last updated", "Form fields", "Keywords", "Decision",
    "Notified", "Reviews sent", "Abstract", "Deleted?",
]  # fmt: skip
AUTHORS = [
    "Submission #", "First name", "Last name", "Email", "Country", "Affiliation", "Web page",
    "Person #", "Corresponding?",
]  # fmt: skip
INDICO = [
    "Id", "Title", "Description", "Date", "Duration", "Type", "Session", "Track", "Presenters",
    "Materials", "Authors", "Co-Authors",
]  # fmt: skip


class Given(NamedTuple):
    """A paper: number, title, abstract, and `(first, last, affiliation)` of its authors."""

    number: int
    title: str
    abstract: str
    people: Sequence[tuple[str, str, str]] = (("Ann", "Lee", "North"),)
    decision: str = "accept"
    deleted: str = ""

    @property
    def names(self) -> list[str]:
        return [f"{first} {last}" for first, last, _ in self.people]


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV, with the mark and the line ends that Windows writes."""
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return f"\ufeff{file.getvalue()}"


def workbook(**sheets: Iterable[Sequence[object]]) -> bytes:
    """Return an Excel workbook of sheets, by their names."""
    book: Any = import_module("openpyxl").Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([*row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def submissions(papers: Iterable[Given]) -> list[list[object]]:
    """Return EasyChair's submissions, its header first."""
    return [
        [*SUBMISSIONS],
        *(
            [p.number, p.title, " and ".join(p.names), "2016-02-01 10:00", "", "", "grass\nhay",
             p.decision, "yes", "yes", p.abstract, p.deleted]
            for p in papers
        ),
    ]  # fmt: skip


def authors(papers: Iterable[Given]) -> list[list[object]]:
    """Return EasyChair's authors, their header first."""
    return [
        [*AUTHORS],
        *(
            [p.number, first, last, "secret@mail.example", "Norway", place, "", n, "yes"]
            for p in papers
            for n, (first, last, place) in enumerate(p.people, start=1)
        ),
    ]


def easychair(papers: Sequence[Given]) -> bytes:
    """Return EasyChair's Excel file."""
    return workbook(Submissions=submissions(papers), Authors=authors(papers))


def indico_csv(papers: Iterable[Given]) -> str:
    """Return the list of contributions; the last author presents."""
    return as_csv(
        [
            INDICO,
            *(
                [p.number, p.title, p.abstract, "2016-07-22 09:00:00+00:00", "15m", "Talk", "", "",
                 p.names[-1], "", p.names[0], ", ".join(p.names[1:])]
                for p in papers
            ),
        ]
    )  # fmt: skip


def indico_json(papers: Iterable[Given]) -> str:
    """Return an event with contributions; the last author presents."""
    contributions = [
        {
            "_type": "Contribution", "_fossil": "contributionMetadata", "id": str(p.number),
            "db_id": 9000 + p.number, "friendly_id": p.number, "title": p.title,
            "description": p.abstract, "keywords": ["grass", "hay"], "type": "Talk",
            "startDate": {"date": "2016-07-22", "time": "09:00:00", "tz": "Europe/Oslo"},
            "duration": 15, "room": "Hall", "session": None, "track": None, "board_number": "12",
            "speakers": [_person(*p.people[-1])],
            "primaryauthors": [_person(*p.people[0])],
            "coauthors": [_person(*person) for person in p.people[1:]],
        }
        for p in papers
    ]  # fmt: skip
    event = {"_type": "Conference", "id": "5", "title": "Meadows", "contributions": contributions}
    return json.dumps({"count": 1, "results": [event]})


def _person(first: str, last: str, place: str) -> dict[str, Any]:
    return {
        "_type": "ContributionParticipation", "first_name": first, "last_name": last,
        "fullName": f"{last}, {first}", "affiliation": place, "email": "secret@mail.example",
        "emailHash": "0f0f", "person_id": 4,
    }  # fmt: skip
