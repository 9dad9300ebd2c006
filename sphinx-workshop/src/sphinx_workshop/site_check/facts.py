"""Reads the exports in JSON as records, with which pages and other exports are compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from ..core.author_list import MARKS
from ..core.field_table import PAPER
from ..core.values import Dated, NamedUrl
from .finding import reading

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Slot:
    """A session, as a page or an export gives it.

    Attributes:
        id: the session's id; its address where only that is known.
        title: empty where it is not given, as are speakers.
    """

    id: str
    start: datetime
    end: datetime
    title: str = ""
    speakers: tuple[str, ...] = ()

    @property
    def times(self) -> tuple[datetime, datetime]:
        """Return start and end."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Name:
    """A person, as citations name one."""

    id: str
    name: str
    cited: str  # the name as citations have it: `Given Family, Suffix`


@dataclass(frozen=True, slots=True)
class Author(Name):
    """An author of a paper, in the paper's order."""

    affiliations: tuple[str, ...]
    facts: tuple[str, ...]  # what the marks after the name say


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper; `url` is absolute, and what is unknown is empty."""

    id: str
    number: int | str
    title: str
    url: str
    pdf: str
    format: str
    sessions: tuple[Slot, ...]
    authors: tuple[Author, ...]
    topics: tuple[str, ...]
    keywords: tuple[str, ...]
    summary: str
    abstract: str
    key: str
    more: dict[str, Any]  # what else the field table has an export of, by name

    @property
    def names(self) -> list[str]:
        """Return the authors' names in order."""
        return [author.name for author in self.authors]

    @property
    def cited(self) -> list[str]:
        """Return the same in citations."""
        return [author.cited for author in self.authors]

    def exported(self, format: str) -> dict[str, str]:
        """Return what the field table puts into `bibtex`, `csl` or `ris`; empty without a value."""
        return {
            name: text.format(value) if (value := self.more.get(entry.name)) else ""
            for entry in PAPER.values()
            for name, text in getattr(entry.exports, format).items()
        }


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic; `url` is absolute."""

    id: str
    name: str
    short: str
    url: str


@dataclass(frozen=True, slots=True)
class Data:
    """All papers and topics, and the editors of the papers' collection."""

    papers: dict[str, Paper]
    topics: dict[str, Topic]
    editors: tuple[Name, ...] = ()


def read_data(path: str, content: Any) -> Data:
    """Return what the papers' JSON holds."""
    with reading(path, "export"):
        papers, topics = _papers(content), _topics(content)
        editors = tuple(Name(*_named(editor)) for editor in content.get("editors", ()))
    return Data({p.id: p for p in papers}, {t.id: t for t in topics}, editors)


def read_schedule(path: str, content: Any) -> list[Slot]:
    """Return the sessions that the schedule's JSON holds, in its order; ids are addresses."""
    with reading(path, "export"):
        return list(_slots(content))


def duration(hours: str) -> timedelta:
    """Return how long `01:15` is."""
    whole, minutes = hours.split(":")
    return timedelta(hours=int(whole), minutes=int(minutes))


def _topics(content: Any) -> list[Topic]:
    return [Topic(t["id"], t["name"], t["short"], t["url"]) for t in content["topics"]]


def _marked(author: Any) -> tuple[str, ...]:
    return tuple(mark.fact for mark in MARKS if author[mark.fact])


def _named(person: Any) -> tuple[str, str, str]:
    """Return id, name, and the name as citations have it."""
    name = " ".join(filter(None, (person.get("given"), person.get("family", person["name"]))))
    return person["id"], person["name"], ", ".join(filter(None, (name, person.get("suffix"))))


def _papers(content: Any) -> list[Paper]:
    return [
        Paper(
            id=paper["id"],
            number=paper["number"],
            title=paper["title"],
            url=paper["url"],
            pdf=paper.get("pdf", ""),
            format=paper.get("format", ""),
            sessions=tuple(
                Slot(s["id"], datetime.fromisoformat(s["start"]), datetime.fromisoformat(s["end"]))
                for s in paper["sessions"]
            ),
            authors=tuple(
                Author(*_named(a), tuple(a["affiliations"]), _marked(a)) for a in paper["authors"]
            ),
            topics=tuple(paper["topics"]),
            keywords=tuple(paper["keywords"]),
            summary=paper["summary"],
            abstract=paper.get("abstract", ""),
            key=paper["bibtex_key"],
            more={
                entry.name: _value(paper[entry.name])
                for entry in PAPER.values()
                if entry.exports.schema and entry.name in paper
            },
        )
        for paper in content["papers"]
    ]


def _value(exported: Any) -> Any:
    """Return the value of a field that the field table adds, as records hold it."""
    if not isinstance(exported, dict):
        return exported
    if "date" in exported:
        return Dated(date.fromisoformat(exported["date"]), exported["words"])
    return NamedUrl(**exported)


def _slots(content: Any) -> Iterator[Slot]:
    for day in content["schedule"]["conference"]["days"]:
        for event in (event for room in day["rooms"].values() for event in room):
            start = datetime.fromisoformat(event["date"])
            end = start + duration(event["duration"])
            names = tuple(p.get("name") or p["public_name"] for p in event["persons"])
            yield Slot(event["url"], start, end, event["title"], names)
