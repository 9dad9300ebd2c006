"""What is read of an export: submissions, talks, and remarks on what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..core import author_list
from ..core.model import Person, WordsBy
from ..core.vocabulary import KINDS
from ..editing.markdown_text import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from ..core.model import Author, Event, SubmissionId
    from ..core.vocabulary import Kind
    from .changes import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """An accepted paper as its source has it; what the source does not have is empty."""

    number: SubmissionId
    title: str  # in plain words
    heading: str = ""  # the title in Markdown, where that is another text
    authors: tuple[Author, ...] = ()
    topics: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    summary: str = ""  # in Markdown
    abstract: str = ""  # in Markdown, where conf.py says that summaries are the site's own
    sessions: tuple[str, ...] = ()  # what the source calls them, later their ids
    more: Mapping[str, str] = field(default_factory=dict)  # other fields, as a page has them
    where: str = ""  # for messages: `line 12`

    def values(self) -> dict[str, str]:
        """Return what the source has, as a page has it; title and summary in Markdown."""
        given = {
            "title": self.heading or escaped(self.title),
            "authors": author_list.written(self.authors),
            "topics": "; ".join(self.topics),
            "keywords": "; ".join(self.keywords),
            "sessions": "; ".join(self.sessions),
            **self.more,
            "summary": self.summary,
            "abstract": self.abstract,
        }
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A session as its source has it; both times are aware."""

    code: str
    also: str = ""  # another name of the talk, by which an earlier import may know it
    url: str = ""
    title: str
    start: datetime
    end: datetime
    kind: Kind
    room: str = ""
    speakers: tuple[str, ...] = ()  # names
    summary: str = ""  # in Markdown
    more: Mapping[str, str] = field(default_factory=dict)  # other fields, as a page has them
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenEntry:
    """A person or a date as a table has it."""

    type: str  # the directive: `person` or `deadline`
    name: str
    options: Mapping[str, str]
    family: str = ""  # of a person, where the name has it in braces
    note: str = ""  # in Markdown
    where: str = ""

    def values(self) -> dict[str, str]:
        """Return what is given, by the names that a table's columns have."""
        return {"name": self.name, **self.options, **({"note": self.note} if self.note else {})}


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the reader of a report should look at."""

    where: str
    message: str
    skipped: bool = False  # the row is left out


@dataclass(slots=True)
class Reading:
    """All that is read of one export."""

    format: str
    submissions: list[Submission] = field(default_factory=list)
    talks: list[Talk] = field(default_factory=list)
    entries: list[GivenEntry] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    mapping: str = ""  # of a table: its columns, as the command line names them
    unread: list[str] = field(default_factory=list)  # names of columns
    # Numbers (of submissions) and codes (of talks) whose rows are there, but are left out.
    left_out: dict[str, str] = field(default_factory=dict)
    kinds: tuple[Kind, ...] = KINDS  # what talks may be
    rooms: dict[str, dict[str, str]] = field(default_factory=dict)  # their options, by their names
    notes: dict[str, str] = field(default_factory=dict)  # on speakers, in Markdown, by their names
    partial: bool = False  # the source has more than this file: nothing has vanished from it

    @property
    def of_talks(self) -> bool:
        """Whether the source reports talks; the others report papers."""
        return self.format == "pretalx"

    @property
    def of_entries(self) -> bool:
        """Whether the source reports people or dates."""
        return self.format in {"people", "dates"}

    @property
    def first_rows(self) -> list[tuple[str, dict[str, str]]]:
        """What the first rows of a table will be, each after its name."""
        papers = [(str(found.number), found.values()) for found in self.submissions[:3]]
        return papers + [(found.where, found.values()) for found in self.entries[:3]]

    def names(self) -> Iterator[str]:
        """Yield the names of authors, speakers and people."""
        yield from (author.name for found in self.submissions for author in found.authors)
        yield from (name for talk in self.talks for name in talk.speakers)
        yield from (found.name for found in self.entries if found.type == Person.type)

    def remark(self, where: str, message: str) -> None:
        """Keep a remark on a row that is read all the same."""
        self.remarks.append(Remark(where, message))

    def note(self, change: Change | None) -> None:
        """Keep that a field is another text on the page, where it is."""
        if change:
            self.changes.append(change)

    def skip(self, where: str, message: str, name: str = "") -> None:
        """Leave a row out, and say why."""
        self.remarks.append(Remark(where, message, skipped=True))
        if name:
            self.left_out.setdefault(name, message)


def keep_authors_words_apart(reading: Reading, event: Event) -> None:
    """Make abstracts of the authors' summaries, and leave their keywords out, as conf.py says."""
    if event.paper_note:
        reading.submissions = [
            replace(found, abstract=found.summary, summary="") for found in reading.submissions
        ]
    if event.keywords_by is WordsBy.SITE and any(found.keywords for found in reading.submissions):
        reading.submissions = [replace(found, keywords=()) for found in reading.submissions]
        reading.remark(
            "file",
            "the authors' keywords are left out, for conf.py says that the pages hold the site's "
            'own (`keywords_by`; write "authors" to import them)',
        )
