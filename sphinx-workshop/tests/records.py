"""Makes records and programs with as few words as a test needs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from inline_site import SETTINGS
from sphinx_workshop.core import author_list
from sphinx_workshop.core import fields as options
from sphinx_workshop.core.model import Deadline, Paper, Person, Room, Session, Topic
from sphinx_workshop.core.program import Program
from sphinx_workshop.core.vocabulary import Kind
from sphinx_workshop.domain.event import read_event

if TYPE_CHECKING:
    from sphinx_workshop.core.model import Record

NEW_YORK = ZoneInfo("America/New_York")

# Two days in one hall; without PDFs, since there is no such folder.
EVENT = read_event(SETTINGS["workshop"], Path("no-such-folder"), SETTINGS["html_baseurl"])


def program(*records: Record, authors_page: str | None = "authors") -> Program:
    return Program(EVENT, records, {"author-index": authors_page} if authors_page else {})


def topic(id: str, order: int = 1, **fields: Any) -> Topic:
    given: dict[str, Any] = {
        "title": id.title(),
        "short": id,
        "summary": "",
        "docname": f"topics/{id}",
        "line": 3,
    }
    return Topic(id=id, order=order, **given | fields)


def paper(id: str, authors: str = "Ann Lee*", topics: str = "", **fields: Any) -> Paper:
    given: dict[str, Any] = {"number": 1, "title": id.title(), "docname": f"papers/{id}", "line": 3}
    given |= {"keywords": (), "summary": ""}
    return Paper(
        id=id,
        authors=author_list.authors(authors),
        topics=options.slugs(topics) if topics else (),
        **given | fields,
    )


def session(id: str, times: str = "09:00-10:00", **fields: Any) -> Session:
    on, start, end = options.time_range(times)
    day = on or EVENT.start
    given: dict[str, Any] = {
        "kind": Kind.TALK,
        "room": "Hall",
        "title": id.title(),
        "docname": "day",
        "line": 1,
    }
    return Session(
        id=id,
        start=options.at(day, start, NEW_YORK),
        end=options.at(day, end, NEW_YORK),
        **given | fields,
    )


def person(id: str, title: str, also: str = "", **fields: Any) -> Person:
    spellings = options.items(also) if also else ()
    given: dict[str, Any] = {"docname": "people", "line": 1}
    return Person(id=id, title=title, also=spellings, **given | fields)


def room(id: str, title: str, **fields: Any) -> Room:
    given: dict[str, Any] = {"docname": "rooms", "line": 1}
    return Room(id=id, title=title, **given | fields)


def deadline(id: str, when: str, **fields: Any) -> Deadline:
    given: dict[str, Any] = {"title": id.title(), "docname": "dates", "line": 1}
    return Deadline(id=id, when=options.moment(when), **given | fields)


def instant(text: str, zone: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
