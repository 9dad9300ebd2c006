"""The whole workshop, as its records imply it: who presents what, when, on which topic."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from .field_table import noted
from .grouped import grouped
from .history import History, without_history
from .model import TYPES, Deadline, Notice, Paper, Person, Record, Room, Session, Topic
from .neighbours import Neighbours, neighbours
from .objects import Objects
from .parts import By, Part, parts
from .vocabulary import Format, presented

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from .checks import RejectedObject
    from .model import Change, Event


class Program(Objects):
    """A read-only view of all records; every derived fact of the site is answered here.

    Args:
        event: the facts of the workshop.
        records: every record of the site.
        pages: the documents that show all of a kind, by the listing's name; that of the authors is
            home to those without an entry.
        rejected: type and id of objects that a mistake, reported already, keeps out of the records.
        history: when each document last changed.
        picture_path: returns the path at which a picture of the source folder is published.
    """

    def __init__(
        self,
        event: Event,
        records: Iterable[Record],
        pages: Mapping[str, str] | None = None,
        rejected: Iterable[RejectedObject] = (),
        history: History | None = None,
        picture_path: Callable[[str], str] = str,
    ) -> None:
        super().__init__(event, records)
        self.pages = dict(pages or {})
        self.authors_page = self.pages.get("author-index")
        self.booklet_page = self.pages.get("booklet")
        self.picture_path = picture_path
        self.rejected = tuple(rejected)
        self.history = history or without_history(event.start)

    @cached_property
    def people(self) -> dict[str, Person]:
        """Everybody: those with an entry, then the other authors by name."""
        others: dict[str, Person] = {}
        for author_id, papers in self.papers_by_author.items():
            if author_id not in self.entries:
                author = next(a for a in papers[0].authors if self.person_id(a.name) == author_id)
                others[author_id] = Person(
                    id=author_id,
                    title=author.name,
                    docname=self.authors_page or "",
                    line=0,
                    affiliation=", ".join(author.affiliations),
                    family=author.family,
                )
        return self.entries | dict(sorted(others.items()))

    def named(self, kind: str) -> Mapping[str, Record]:
        """Return the objects of a type (`paper`, ...) by id."""
        maps: dict[str, Mapping[str, Record]] = {
            Topic.type: self.topics,
            Paper.type: self.papers,
            Session.type: self.sessions,
            Room.type: self.declared_rooms,
            Person.type: self.people,
            Deadline.type: self.deadlines,
        }
        return maps[kind]

    def objects(self) -> Iterable[Record]:
        """Return every object that a reader can be sent to."""
        for record_type in TYPES:
            yield from (found for found in self.named(record_type.type).values() if found.docname)

    @cached_property
    def papers_by_author(self) -> dict[str, list[Paper]]:
        """The papers of each author, by submission number."""
        return grouped(self.papers.values(), lambda p: [self.person_id(a.name) for a in p.authors])

    @cached_property
    def papers_by_keyword(self) -> dict[str, list[Paper]]:
        """The papers of each keyword, by submission number."""
        return grouped(self.papers.values(), attrgetter("keywords"))

    def authors_by_letter(self) -> Iterator[tuple[str, list[Person]]]:
        """Yield the authors by family name, under the first letter of each."""
        authors = [self.people[name] for name in self.papers_by_author]
        authors.sort(key=lambda author: (self.divided(author).key, author.id))
        for letter, group in groupby(authors, key=lambda a: self.divided(a).letter):
            yield letter, list(group)

    @cached_property
    def author_places(self) -> dict[str, int]:
        """The places of all authors in their index, from 1 on, by their ids."""
        ordered = (author for _letter, authors in self.authors_by_letter() for author in authors)
        return {author.id: place for place, author in enumerate(ordered, start=1)}

    def pdf_url(self, paper: Paper, root: str) -> str:
        """Return the address of a paper's PDF: on this site if the checkout holds it.

        Empty where neither the checkout nor conf.py knows of one.

        Args:
            paper: the paper.
            root: what leads to the site's root, `../../` from a page or the site's whole address.
        """
        if paper.number in self.event.pdfs:
            return f"{root}assets/{paper.number}.pdf"
        return self.event.pdf_url.format(number=paper.number)

    def changed(self, *records: Record) -> datetime:
        """Return when the last of the documents changed that declare some records."""
        return self.history.newest(name for r in records for name in self._documents(r))

    def _documents(self, record: Record) -> Iterator[str]:
        """Yield the document of a record, and those of its paper, speakers and chairs."""
        yield record.docname
        if isinstance(record, Session):
            if paper := self.paper_of(record):
                yield paper.docname
            people = (*self.speakers(record), *record.chair)
            yield from (self.entries[name].docname for name in people if name in self.entries)

    @cached_property
    def news(self) -> list[Change]:
        """What pages report, and the dated notices of papers, the newest first."""
        found = [*self.changes, *(n for paper in self.papers.values() for n in _notices(paper))]
        return sorted(found, key=lambda c: (-c.day.toordinal(), c.docname))

    @cached_property
    def rooms(self) -> frozenset[str]:
        """The rooms that sessions are in, by name."""
        return frozenset(session.room for session in self.sessions.values())

    def room_of(self, session: Session) -> Room | None:
        """Return the room of a session, where a page declares it."""
        return self.rooms_by_call.get(session.room)

    def shown_room(self, session: Session) -> str:
        """Return the name of a session's room; empty where all are in one."""
        return session.room if len(self.rooms) > 1 else ""

    def location(self, session: Session) -> list[str]:
        """Return where a session is: the room and its place, if they are known, and the event's."""
        room = self.room_of(session)
        inside = [room.title, room.place] if room else [self.shown_room(session)]
        return [words for words in (*inside, self.event.place) if words]

    def paper_of(self, session: Session) -> Paper | None:
        """Return the paper that a session presents."""
        return self.papers.get(session.paper) if session.paper else None

    def title(self, record: Record) -> str:
        """Return what an object is called: its own title, or that of the paper of a session."""
        paper = self.paper_of(record) if isinstance(record, Session) else None
        return record.title or (paper.title if paper else record.id)

    def speakers(self, session: Session) -> tuple[str, ...]:
        """Return the ids of those who speak: as written, or the paper's presenting author."""
        paper = self.paper_of(session)
        if session.speakers or paper is None:
            return session.speakers
        return tuple(self.person_id(a.name) for a in paper.authors if a.presenting)

    def session_topics(self, session: Session) -> tuple[str, ...]:
        """Return the ids of the session's topics: as written, or its paper's."""
        paper = self.paper_of(session)
        return session.topics or (paper.topics if paper else ())

    def track(self, session: Session) -> str:
        """Return the session's track: as written, or its paper's, or the first topic's name."""
        paper = self.paper_of(session)
        topics = self.known_topics(self.session_topics(session))
        names = (
            session.value("track"),
            paper.value("track") if paper else None,
            *(topic.short for topic in topics),
        )
        return next(filter(None, names), "")

    @cached_property
    def has_tracks(self) -> bool:
        """Whether some session or paper names a track; else, topics are enough."""
        records = (*self.sessions.values(), *self.papers.values())
        return any(record.value("track") for record in records)

    def known_people(self, names: Iterable[str]) -> list[Person]:
        """Return the people with these ids; `checks` reports ids that nobody has."""
        return [self.people[name] for name in names if name in self.people]

    def known_topics(self, names: Iterable[str]) -> list[Topic]:
        """Return the topics with these ids; `checks` reports ids that no topic has."""
        return [self.topics[name] for name in names if name in self.topics]

    @cached_property
    def papers_by_session(self) -> dict[str, list[Paper]]:
        """The papers that sessions show among others, by the ids of these."""
        return grouped(self.papers.values(), attrgetter("sessions"))

    @cached_property
    def _by_paper(self) -> dict[str, list[Session]]:
        """The sessions of each paper: those that name it, and those that it names."""

        def ids(session: Session) -> list[str]:
            among = [paper.id for paper in self.papers_by_session.get(session.id, ())]
            return [session.paper, *among] if session.paper else among

        return grouped(self.sessions.values(), ids)

    def sessions_of_paper(self, paper: Paper) -> list[Session]:
        """Return the sessions that present a paper, alone or among others."""
        return self._by_paper.get(paper.id, [])

    def format(self, paper: Paper) -> Format | None:
        """Return how a paper is presented: as its page, its sessions, or conf.py say."""
        kinds = [session.kind for session in self.sessions_of_paper(paper)]
        return paper.format or presented(kinds, self.event.formats) or self.event.paper_format

    @cached_property
    def _papers_by_topic(self) -> dict[str, list[Paper]]:
        return grouped(self.papers.values(), attrgetter("topics"))

    def papers_of_topic(self, topic: Topic) -> list[Paper]:
        """Return the papers that name a topic."""
        return self._papers_by_topic.get(topic.id, [])

    def sessions_of_topic(self, topic: Topic) -> list[Session]:
        """Return the sessions on a topic."""
        return [s for s in self.sessions.values() if topic.id in self.session_topics(s)]

    def sessions_of_person(self, person: Person) -> list[Session]:
        """Return the sessions in which a person speaks."""
        return [s for s in self.sessions.values() if person.id in self.speakers(s)]

    @cached_property
    def parts(self) -> dict[tuple[By, str], Part]:
        """The parts that have calendars of their own."""
        return parts(self)

    @cached_property
    def neighbours(self) -> dict[str, Neighbours]:
        """What is around each session, on days in several rooms."""
        return neighbours(self.sessions.values())

    def papers_of_person(self, person: Person) -> list[Paper]:
        """Return the papers that a person wrote."""
        return self.papers_by_author.get(person.id, [])


def _notices(paper: Paper) -> Iterator[Notice]:
    """Yield what was found of a paper: that it is withdrawn, or wrong."""
    for entry, value in noted(paper):
        yield Notice(
            id=entry.name,
            title=paper.title,
            docname=paper.docname,
            line=paper.line,
            day=value.day,
            text=entry.said(value),
        )
