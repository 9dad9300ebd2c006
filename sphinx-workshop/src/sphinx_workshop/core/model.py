"""The records of a workshop: its event, and the objects that its pages declare."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from docutils.nodes import make_id

from .values import Status
from .vocabulary import FORMATS, KINDS, ROLES
from .words import gettext as _

if TYPE_CHECKING:
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from .values import Dated, Moment, NamedUrl, Period, Picture
    from .vocabulary import Format, Kind, Role


class Feed(StrEnum):
    """What a calendar holds that readers subscribe to."""

    PROGRAM = "program"
    DATES = "dates"


class WordsBy(StrEnum):
    """Whose words the keywords of papers are."""

    AUTHORS = "authors"
    SITE = "site"


class State(StrEnum):
    """What a site is for: papers are called for, the event is on, or it has taken place."""

    CALL = "call"
    DAY = "day"
    RECORD = "record"


SubmissionId = int | str
"""What a submission system calls a paper: a number, or a text like `Demo-129`."""


def submission_key(id: SubmissionId) -> tuple[bool, int, str]:
    """Return what submissions are sorted by: numbers first, then texts."""
    return (True, 0, id) if isinstance(id, str) else (False, id, "")


@dataclass(frozen=True, slots=True)
class Event:
    """The facts of the workshop that conf.py holds, checked; days are in `timezone`.

    Four are always there. A fact that is empty or None is unknown, and nothing is said of it.
    """

    name: str
    start: date
    end: date
    timezone: ZoneInfo
    uid: str  # ends the name of every calendar entry, and never changes
    state: State = State.CALL  # what pages are written for
    kind: str = "workshop"  # what the event is, as sentences name it
    place: str = ""
    online_url: str = ""  # empty where all is on site
    room: str = "Main room"  # of sessions that name none; schedule apps want a name
    conference: str = ""  # its short name: `FIELD 2022`
    conference_name: str = ""
    conference_start: date | None = None
    conference_end: date | None = None
    pdf_url: str = ""  # a pattern: `{number}` stands for the submission number
    pdfs: frozenset[SubmissionId] = frozenset()  # the numbers of those that lie in this checkout
    site: str = ""  # the site's address, ending in a slash
    paper_note: str = ""  # whose words summaries and keywords are, as every paper's page says it
    keywords_by: WordsBy = WordsBy.AUTHORS  # citations and metadata hold the authors' own alone
    proceedings_note: str = ""  # what a citation says of the proceedings: `Non-archival`
    cancelled: Dated | None = None  # since when it is, and why
    postponed: Dated | None = None  # to days that are not known yet
    editions: tuple[NamedUrl, ...] = ()  # earlier and later years, in the order of conf.py
    language: str = "en"  # of the site, as pages and files name it (BCP 47)
    page_ending: str = ".html"  # of pages' addresses; a slash where each page is a folder
    booklets: bool = False  # whether the booklet is published as PDF and as e-book as well
    kinds: tuple[Kind, ...] = KINDS  # of sessions
    roles: tuple[Role, ...] = ROLES  # of people
    formats: tuple[Format, ...] = FORMATS  # of papers, in the order in which the booklet has them
    paper_format: Format | None = None  # of papers that no session presents

    @property
    def id(self) -> str:
        """The workshop's short name, of which machines make names: `field2022`."""
        return self.uid.partition("@")[0]

    @property
    def notice(self) -> Dated | None:
        """Since when it does not take place on its days, and why; None where it does."""
        return self.cancelled or self.postponed

    @property
    def kind_in_titles(self) -> str:
        """The kind as names have it: `Workshop`, `Summer School`."""
        return " ".join(word[0].upper() + word[1:] for word in self.kind.split())

    @property
    def whole(self) -> str:
        """The conference with its long name: `FIELD 2022, the 39th Conference on Fields`."""
        if not (self.conference and self.conference_name):
            return self.conference or self.conference_name
        both = {"conference": self.conference, "name": self.conference_name}
        return _("%(conference)s, the %(name)s", **both)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An object as written: its id, its title, and the document and line that declare it."""

    type: ClassVar[str]
    is_page: ClassVar[bool] = False  # whether the object is the page that declares it

    id: str
    title: str
    docname: str
    line: int
    more: tuple[tuple[str, Any], ...] = ()
    """The fields of the table that have no attribute: their names, and their values."""

    def value(self, name: str) -> Any:
        """Return the value of a field of the table, None where none is given."""
        for field_name, value in self.more:
            if field_name == name:
                return value
        return getattr(self, name, None)

    @property
    def label(self) -> str:
        """The name of the object among those of all types: `paper-halos`."""
        return f"{self.type}-{self.id}"

    @property
    def anchor(self) -> str:
        """The HTML id of the object on its page; empty where the object is the page."""
        return "" if self.is_page else self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Record):
    """An open problem that the call names."""

    type: ClassVar[str] = "topic"
    is_page: ClassVar[bool] = True

    short: str
    order: int
    summary: str


@dataclass(frozen=True, slots=True)
class Author:
    """One name in a paper's author list, in the list's order."""

    name: str
    affiliations: tuple[str, ...] = ()
    presenting: bool = False
    equal: bool = False  # one of those who contributed equally
    corresponding: bool = False
    family: str = ""  # of the name, where braces say it


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Record):
    """An accepted paper; `number` is its submission number, or its system's id; kept for ever."""

    type: ClassVar[str] = "paper"
    is_page: ClassVar[bool] = True

    number: SubmissionId
    authors: tuple[Author, ...]
    topics: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    summary: str  # the site's words, or the authors' where the event has no `paper_note`
    abstract: str = ""  # the authors' words, where the page has them apart from the summary
    title_latex: str = ""  # where the title holds a formula
    format: Format | None = None  # where the page itself says it
    sessions: tuple[str, ...] = ()  # that show it among others
    figure: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """A slot of the schedule; `start` and `end` are aware, in the workshop's zone.

    The title is empty where a paper gives it; see `Program.title`.
    """

    type: ClassVar[str] = "session"

    start: datetime
    end: datetime
    kind: Kind
    room: str
    speakers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    paper: str | None = None
    block: str | None = None  # the longer session that this one is a part of
    chair: tuple[str, ...] = ()
    status: Status = Status.CONFIRMED
    was: tuple[Period, ...] = ()  # its former times, the oldest first
    note: str = ""

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.status is Status.CANCELLED

    @property
    def is_part(self) -> bool:
        """Whether another session holds this one."""
        return self.block is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room(Record):
    """A room that sessions are in; `title` is its name, by which sessions may call it too."""

    type: ClassVar[str] = "room"

    place: str = ""  # building, floor
    capacity: int | None = None  # people
    stream: str | None = None  # an address
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A human; `title` is the name. Authors without an entry get one from `Program`."""

    type: ClassVar[str] = "person"

    family: str = ""  # of the name, where braces say it
    affiliation: str = ""
    roles: tuple[Role, ...] = ()
    also: tuple[str, ...] = ()
    photo: Picture | None = None
    note: str = ""  # who this is, in words

    @property
    def name(self) -> str:
        """The name, as authors have it."""
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Record):
    """A date that contributors must keep."""

    type: ClassVar[str] = "deadline"

    when: Moment
    was: tuple[Moment, ...] = ()  # its former dates, the oldest first
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Record):
    """What changed on a page, for those who follow the site; `title` is the page's."""

    type: ClassVar[str] = "change"

    day: date
    text: str

    @property
    def anchor(self) -> str:
        """The day: a page reports one change a day."""
        return f"change-{self.day}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Change):
    """What was found of a paper on a day, which its page says in its head."""

    @property
    def anchor(self) -> str:
        """Nothing: it is said at the top of the page."""
        return ""


TYPES: tuple[type[Record], ...] = (Topic, Paper, Session, Room, Person, Deadline)


@cache
def person_id(name: str) -> str:
    """Return the ASCII slug of a name; letters without a Latin form become code points."""
    return make_id(name) or "-".join(f"u{ord(letter):x}" for letter in name if letter.isalnum())
