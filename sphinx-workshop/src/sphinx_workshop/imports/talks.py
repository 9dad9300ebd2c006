"""Plans an import of talks: sessions of the schedule, and entries of those who speak."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..core.field_entry import imported
from ..core.field_table import SESSION
from ..core.slugs import title_slug
from ..core.vocabulary import Kind
from ..editing.page_text import SUMMARY, TITLE
from ..editing.schedule_page import WHEN
from .plan import Missing
from .state import Entry
from .timetable import PLACE, Found, merged_field, order, unplaced, written_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ..core.model import Event
    from ..editing.schedule_page import SchedulePage, WrittenSession
    from .merge import Choices
    from .page_entries import Entries
    from .plan import Plan
    from .records import Reading, Talk


_OF_PAPERS = (*PLACE, "language")
"""What a session has of its own that names a paper."""


@dataclass(slots=True)
class TalkImport:
    """Compares talks with the schedule, one by one."""

    page: SchedulePage
    event: Event
    people: Entries  # those who have an entry
    authors: frozenset[str]  # ids of those of papers, who need none
    speakers: Path  # the page that gets new entries
    titles: Mapping[str, str]  # the ids of papers by their titles, in lower case
    plan: Plan  # what is added to
    asked: Choices  # by the command line
    taken: set[str]  # ids that no session may have
    before: str = field(init=False)
    claimed: set[str] = field(init=False)
    by_id: dict[str, WrittenSession] = field(default_factory=dict)
    by_title: dict[str, list[WrittenSession]] = field(default_factory=dict)
    _seen: dict[str, str] = field(default_factory=dict)
    _notes: dict[str, str] = field(default_factory=dict)
    _found: list[Found] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.before = self.page.text
        self.claimed = {entry.id for entry in self.plan.state.sessions.values()}
        for session in self.page.sessions:
            self.by_id.setdefault(session.id, session)
            title = session.values.get(TITLE, "").casefold()
            self.by_title.setdefault(title, []).append(session)
        self.taken |= self.claimed | self.by_id.keys()

    def add(self, talk: Talk, reading: Reading) -> None:
        """Look for the session of a talk; one whose time or name is of no use is left out."""
        skip, title = reading.skip, f"'{talk.title[:60]}'"
        if other := self._seen.get(talk.code):
            skip(talk.where, f"{title} has the guid or code of {other}; give it its own")
            return
        self._seen[talk.code] = talk.where
        try:
            when = written_time(talk, self.event)
        except ValueError as error:
            skip(talk.where, f"{title} {error}", talk.code)
            return
        known = self.plan.state.sessions
        entry = known.get(talk.code) or known.get(talk.also)
        session = self._session(talk, entry)
        if session:
            self.claimed.add(session.id)
        if session or not entry or self.asked.takes(entry.id):
            paper = session.values.get("paper", "") if session else self._paper(talk)
            values = self._values(talk, when, reading)
            more = dict(talk.more)
            language = more.pop("language", "")
            if language not in {"", self.event.language} and talk.kind != Kind.BREAK:
                values["language"] = language
            if paper:
                self._leave(talk, more, paper, reading)
            else:
                values |= more
                if self._own_id(talk) and not (session and session.values.get("track")):
                    values.pop("track", None)  # it may be the first topic's name
            self._found.append(Found(talk, session, entry, values))
        else:
            place = f"session '{entry.id}' of {self.page.path}"
            self.plan.deleted.append(Missing(place, entry.id))

    def _place(self, reading: Reading) -> None:
        """Plan each talk whose room is free; of one that cannot move, all else is compared."""
        problems = unplaced(self.page, self.event, self._found, self.asked)
        for found in sorted(self._found, key=lambda found: order(found.slot)):
            talk, title = found.talk, f"'{found.talk.title[:60]}'"
            unnamed = "" if talk.room else " (the source names no room)"
            if found.session:
                if found.stays:
                    message = f"{title} stays where it is: there, it {found.stays}{unnamed}"
                    reading.remark(talk.where, message)
                self._merge(found.session, found)
            elif found in problems:
                message = (
                    f"{title} {problems[found]}{unnamed}; give one of them another time or room"
                )
                reading.skip(talk.where, message, talk.code)
            else:
                self._new(found)
        for found in self._found:
            if parts := found.slot.parts:
                message = (
                    f"'{found.talk.title[:60]}' is a block, and holds {len(parts)} of the others"
                )
                reading.remark(found.talk.where, message)

    def _values(self, talk: Talk, when: str, reading: Reading) -> dict[str, str]:
        speakers = dict.fromkeys(map(self.people.id, talk.speakers))
        for id in [id for id in speakers if self._is_gone(id)]:
            del speakers[id]
            message = (
                f"'{id}' is left out of '{talk.title[:60]}', because its entry was deleted by hand"
            )
            reading.remark(talk.where, message)
        given = {
            TITLE: talk.title,
            WHEN: when,
            "speakers": "; ".join(speakers),
            "room": "" if talk.room == self.event.room else talk.room,
            SUMMARY: talk.summary,
        }
        return {name: value for name, value in given.items() if value}

    def _leave(self, talk: Talk, more: dict[str, str], paper: str, reading: Reading) -> None:
        """Say what of a talk the page of its paper has a place for, unless it comes from there."""
        if more and not self._own_id(talk):
            written = ", ".join(f"`:{name}: {value}`" for name, value in more.items())
            message = f"'{talk.title[:60]}' has {written}; write it on the page of paper '{paper}'"
            reading.remark(talk.where, message)

    def _is_gone(self, id: str) -> bool:
        """Return whether a person's entry was imported, and deleted by hand."""
        return id in self.plan.state.people and id not in self.people.names.keys() | self.authors

    def _session(self, talk: Talk, entry: Entry | None) -> WrittenSession | None:
        """Return the session that is the talk: by what is kept, its address here, or its title."""
        if entry:
            return self.by_id.get(entry.id)
        title = talk.title.casefold()
        if id := self._own_id(talk):
            named = [self.by_id[id]] if id in self.by_id else []
        else:
            paper = self.by_id.get(self._paper(talk))
            named = [*self.by_title.get(title, ()), *([paper] if paper else [])]
        return next((session for session in named if session.id not in self.claimed), None)

    def _own_id(self, talk: Talk) -> str:
        """Return the session's id that the address of a talk of this very site ends in."""
        _, _, anchor = talk.url.partition("#session-")
        return anchor if talk.url.startswith(self.event.site) else ""

    def _keep(self, talk: Talk, entry: Entry) -> None:
        """Keep what was imported, under each name of the talk that no other session has."""
        known = self.plan.state.sessions
        known[talk.code] = entry
        if talk.also and known.get(talk.also, entry).id == entry.id:
            known[talk.also] = entry

    def _new(self, found: Found) -> None:
        talk, values, paper = found.talk, found.values, self._paper(found.talk)
        written = dict(values)
        if found.entry:
            id = found.entry.id
        elif paper and paper not in self.taken:
            id = paper
        else:
            code = talk.also or talk.room or talk.code  # a guid would be long
            id = title_slug(talk.title, "session", code, self.taken)
        if paper:
            written = {name: values[name] for name in _OF_PAPERS if name in values}
            written |= {"paper": paper} | ({"id": id} if id != paper else {})
            if talk.kind not in {Kind.TALK, Kind.SPOTLIGHT}:
                written["kind"] = talk.kind.id
        else:
            written |= {"id": id, "kind": talk.kind.id}
            self._people(talk)
        if found.slot.parent:
            written["block"] = found.slot.parent.id
        found.slot.id = id
        self.page.add(written)
        self.claimed.add(id)
        self.taken.add(id)
        self.plan.written.append(f"session '{id}' of {self.page.path}")
        self._keep(talk, Entry(id, values))

    def _paper(self, talk: Talk) -> str:
        """Return the id of the paper that has the talk's title."""
        return self.titles.get(talk.title.casefold(), "")

    def _people(self, talk: Talk) -> None:
        for name in talk.speakers:
            id = self.people.id(name)
            if id not in self.people.names and id not in self.plan.state.people:
                roles = {"roles": "keynote"} if talk.kind == Kind.KEYNOTE else {}
                self.people.add(self.speakers, id, name, roles, self._notes.get(name, ""))
                self.plan.state.people[id] = name

    def _merge(self, session: WrittenSession, found: Found) -> None:
        base = found.entry.values if found.entry else {}
        every = (TITLE, WHEN, *imported(SESSION), SUMMARY)
        fields = _OF_PAPERS if session.values.get("paper") else every
        merged = {
            name: merged_field(found, name, session.values.get(name, ""), self.asked)
            for name in fields
        }
        place = f"session '{session.id}' of {self.page.path}"
        changes, kept = self.plan.merge(place, session.id, merged, session.values, found.values)
        if changes:
            self.page.change(session.id, changes)
        if "speakers" in changes:
            self._people(found.talk)
        others = {name: value for name, value in base.items() if name not in fields}
        self._keep(found.talk, Entry(session.id, others | kept))

    def finish(self, reading: Reading) -> None:
        """Plan the pages' new texts, and name the talks that are not in the source any more."""
        self._notes = reading.notes
        self._place(reading)
        known = self.plan.state.sessions
        names = {name for talk in reading.talks for name in (talk.code, talk.also)}
        there = {known[name].id for name in names & known.keys()}
        gone: dict[str, list[str]] = {}  # ids of sessions, with the names that the source had
        for name, entry in sorted(known.items()):
            if entry.id not in there and not reading.partial:
                gone.setdefault(entry.id, []).append(name)
        on_page = self.by_id.keys()
        for id, former in gone.items():
            if id in on_page and self.asked.keeps(id):
                for name in former:
                    del known[name]
            elif id in on_page:
                reasons = (reading.left_out[name] for name in former if name in reading.left_out)
                why = next(reasons, "it is not in the file any more")
                place = f"session '{id}' of {self.page.path}"
                self.plan.vanished.append(Missing(place, id, why))
        if self.page.text != self.before:
            self.plan.files[self.page.path] = self.page.text
        self.people.finish()
