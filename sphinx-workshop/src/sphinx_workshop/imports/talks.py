"""Plans an import of talks: sessions of the schedule, and entries of those who speak."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..core import fields
from ..core.errors import CommandError
from ..core.field_entry import imported
from ..core.field_table import SESSION
from ..core.model import person_id
from ..core.slugs import title_slug
from ..core.vocabulary import Kind
from ..editing.files import read_as_typed
from ..editing.page_text import SUMMARY, TITLE, directives, line_end, lines_of, option_line
from ..editing.schedule_page import WHEN, SchedulePage
from .merge import Status, merge
from .plan import FieldStatus, Missing
from .state import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from ..core.model import Event
    from ..editing.schedule_page import WrittenSession
    from .choices import Choices
    from .plan import Plan
    from .records import Reading, Talk

_OF_PAPER = (WHEN, "room")  # all else a session takes from its paper


class People:
    """The people who have an entry, on whatever page, and the page that gets new entries.

    Raises:
        CommandError: a page cannot be read, or there is none for speakers.
    """

    def __init__(self, pages: Iterable[Path], speakers: Path) -> None:
        self.path = speakers
        self.names: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._spellings: dict[str, str] = {}
        self._new: list[tuple[str, bool]] = []
        for path in pages:
            try:
                self._read(path)
            except ValueError as error:
                raise CommandError(f"{path}: {error}") from error

    def _read(self, path: Path) -> None:
        for found in directives(lines_of(read_as_typed(path))):
            if found.name == "person":
                id = found.option("id") or person_id(found.argument)
                also = fields.items(found.option("also")) if found.option("also") else ()
                self.names[id] = found.argument
                self._ids |= {person_id(name): id for name in (found.argument, *also)}
                self._spellings |= dict.fromkeys((found.argument, *also), id)

    def id(self, name: str) -> str:
        """Return the id of the person who writes the name so."""
        return self._ids.get(person_id(name), person_id(name))

    def settled(self, one: str, other: str) -> bool:
        """Tell whether an entry says that two spellings are one person's."""
        found = self._spellings.get(one)
        return found is not None and found == self._spellings.get(other)

    def add(self, name: str, *, keynote: bool) -> None:
        """Give a person an entry."""
        self.names[self.id(name)] = name
        self._new.append((name, keynote))

    def text(self) -> str | None:
        """Return the page with its new entries, or None where there are none."""
        if not self._new:
            return None
        if not self.path.is_file():
            raise CommandError(
                f"{self.path}: there is no such page for the speakers; write one that begins with "
                "`# Speakers`, and name it in the schedule's toctree"
            )
        text = read_as_typed(self.path)
        lines = [text if text.endswith(("\n", "\r")) else f"{text}\n"]
        end = line_end(lines_of(text))
        for name, keynote in self._new:
            id = self.id(name)
            entry = [
                f":::{{person}} {name}",
                *([option_line("id", id)] if id else []),
                *([option_line("roles", "keynote")] if keynote else []),
            ]
            lines += [end, *(f"{line}{end}" for line in (*entry, ":::"))]
        return "".join(lines)


class TalkImport:
    """Compares talks with the schedule, one by one.

    Args:
        path: the schedule's page.
        event: the facts of the workshop.
        people: those who have an entry.
        titles: the ids of papers by their titles, in small letters.
        plan: what is added to.
        asked: what the command line asks.
    """

    def __init__(
        self,
        path: Path,
        event: Event,
        people: People,
        titles: Mapping[str, str],
        plan: Plan,
        asked: Choices,
    ) -> None:
        if not path.is_file():
            raise CommandError(f"{path}: there is no such page; write one that begins with `# …`")
        try:
            self.page = SchedulePage(path)
        except ValueError as error:
            raise CommandError(f"{path}: {error}") from error
        self.event, self.people, self.titles = event, people, titles
        self.plan, self.asked = plan, asked
        self.before = self.page.text
        self.claimed = {entry.id for entry in plan.state.sessions.values()}
        self.by_id: dict[str, WrittenSession] = {}
        self.by_title: defaultdict[str, list[WrittenSession]] = defaultdict(list)
        self.taken = set(self.claimed)
        for session in self.page.sessions:
            self.taken.add(session.id)
            self.by_id.setdefault(session.id, session)
            self.by_title[session.values.get(TITLE, "").casefold()].append(session)

    def add(self, talk: Talk, skip: Callable[[str, str, str], None]) -> None:
        """Plan one talk."""
        when = self._when(talk)
        if when is None:
            reason = (
                f"{talk.start:%Y-%m-%d %H:%M} to {talk.end:%Y-%m-%d %H:%M} ({self.event.timezone})"
            )
            skip(
                talk.where,
                f"'{talk.title[:60]}' is on no single day of the {self.event.kind}: {reason}",
                talk.code,
            )
            return
        known = self.plan.state.sessions
        entry = known.get(talk.code) or known.get(talk.also)
        session = self._session(talk, entry)
        paper = self.titles.get(talk.title.casefold(), "")
        values = self._values(talk, when)
        if session:
            self._merge(session, talk, entry, values)
        elif entry and not self.asked.takes(entry.id):
            place = f"session '{entry.id}' of {self.page.path}"
            self.plan.deleted.append(Missing(place, entry.id))
        else:
            self._new(talk, entry, values, paper)

    def _when(self, talk: Talk) -> str | None:
        """Return day and time in the workshop's zone, or None where they are not on one day."""
        start, end = (time.astimezone(self.event.timezone) for time in (talk.start, talk.end))
        last = "24:00" if f"{end:%H:%M}" == "00:00" else f"{end:%H:%M}"
        days = (end.date() - start.date()).days - (last == "24:00")
        inside = self.event.start <= start.date() <= self.event.end
        return f"{start:%Y-%m-%d %H:%M}-{last}" if inside and days == 0 else None

    def _values(self, talk: Talk, when: str) -> dict[str, str]:
        given = {
            TITLE: talk.title,
            WHEN: when,
            "speakers": "; ".join(dict.fromkeys(map(self.people.id, talk.speakers))),
            "room": "" if talk.room == self.event.room else talk.room,
            SUMMARY: talk.summary,
        }
        return {name: value for name, value in given.items() if value}

    def _session(self, talk: Talk, entry: Entry | None) -> WrittenSession | None:
        """Return the session that is the talk: by what is kept, its address here, or its title."""
        if entry:
            return self.by_id.get(entry.id)
        title = talk.title.casefold()
        if id := self._own_id(talk):
            named = [self.by_id[id]] if id in self.by_id else []
        else:
            paper = self.by_id.get(self.titles.get(title, ""))
            named = [*self.by_title[title], *([paper] if paper else [])]
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

    def _new(self, talk: Talk, entry: Entry | None, values: dict[str, str], paper: str) -> None:
        written = dict(values)
        if paper and paper not in self.taken:
            id = paper
            written = {name: values[name] for name in _OF_PAPER if name in values}
            written["paper"] = paper
            if talk.kind not in {Kind.TALK, Kind.SPOTLIGHT}:
                written["kind"] = talk.kind.id
        else:
            code = talk.also or talk.code  # a guid would be long
            id = entry.id if entry else title_slug(talk.title, "session", code, self.taken)
            written |= {"id": id, "kind": talk.kind.id}
            self._people(talk)
        self.page.add(written)
        self.claimed.add(id)
        self.taken.add(id)
        self.plan.written.append(f"session '{id}' of {self.page.path}")
        self._keep(talk, Entry(id, values))

    def _people(self, talk: Talk) -> None:
        for name in talk.speakers:
            id = self.people.id(name)
            if id not in self.people.names and id not in self.plan.state.people:
                self.people.add(name, keynote=talk.kind == Kind.KEYNOTE)
                self.plan.state.people[id] = name
                self.plan.written.append(f"person '{id}' of {self.people.path}")

    def _merge(
        self, session: WrittenSession, talk: Talk, entry: Entry | None, source: dict[str, str]
    ) -> None:
        base = entry.values if entry else {}
        every = (TITLE, WHEN, *imported(SESSION), SUMMARY)
        fields = _OF_PAPER if session.values.get("paper") else every
        changes, statuses, kept = {}, [], {k: v for k, v in base.items() if k not in fields}
        for field in fields:
            now = session.values.get(field, "")
            choice = self.asked.of(session.id, field)
            merged = merge(field, base.get(field, ""), source.get(field, ""), now, choice)
            if merged.page != now:
                changes[field] = merged.page
            if merged.base:
                kept[field] = merged.base
            if merged.status is not Status.NONE:
                place = f"session '{session.id}' of {self.page.path}"
                statuses.append(
                    FieldStatus(place, session.id, field, merged.status, now, source[field])
                )
        if changes:
            self.page.change(session.id, changes)
        if not statuses:
            self.plan.unchanged += 1
        self.plan.statuses += statuses
        self.claimed.add(session.id)
        self._keep(talk, Entry(session.id, kept))

    def finish(self, reading: Reading) -> None:
        """Plan the pages' new texts, and name the talks that are not in the source any more."""
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
        if text := self.people.text():
            self.plan.files[self.people.path] = text
