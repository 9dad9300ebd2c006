"""The page of the schedule: its sessions read into plain values, new ones put in their place.

What a change does not name stays as it was typed, to the byte.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from ..core import fields
from ..core.field_table import SESSION
from ..core.values import Status
from .files import read_as_typed
from .markdown_text import plain_text
from .page_text import (
    SUMMARY,
    TITLE,
    Directive,
    Edit,
    directives,
    edited,
    lines_of,
    value_edits,
    value_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

WHEN = "when"


@dataclass(frozen=True, slots=True)
class WrittenSession:
    """A session as the page has it: its time is `when`, with the day, its summary Markdown."""

    id: str
    day: date
    start: timedelta
    end: timedelta
    values: dict[str, str]
    place: Directive

    @property
    def is_cancelled(self) -> bool:
        """Whether it takes up no room."""
        return self.values.get("status") == Status.CANCELLED


class SchedulePage:
    """A page with days of sessions.

    What is added and changed is kept, and written as one when the page is asked for: to read a page
    again for each session would take a time that grows with the square of their number.

    Raises:
        ValueError: the page cannot be read; the message says why.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._text = read_as_typed(path)
        self._added: list[Mapping[str, str]] = []
        self._changed: dict[str, dict[str, str]] = {}
        self._read()

    @property
    def text(self) -> str:
        """The page's text."""
        self._flush()
        return self._text

    @property
    def sessions(self) -> list[WrittenSession]:
        """The sessions, in the order of the page."""
        self._flush()
        return self._sessions

    def _read(self) -> None:
        self._lines = lines_of(self._text)
        found = [d for d in directives(self._lines) if d.name == "schedule" and d.argument]
        self._days = [(fields.day(d.argument), d) for d in found]
        self._sessions = [
            session for day, schedule in self._days for session in self._sessions_of(day, schedule)
        ]
        self._of_schedule: defaultdict[int, list[WrittenSession]] = defaultdict(list)
        starts = [schedule.start for _, schedule in self._days]
        for session in self._sessions:
            self._of_schedule[starts[bisect(starts, session.place.start) - 1]].append(session)
        self._latest = {
            start: list(accumulate((session.start for session in self._of_schedule[start]), max))
            for start in starts
        }

    def _sessions_of(self, day: date, schedule: Directive) -> Iterator[WrittenSession]:
        content = schedule.content
        for found in directives(self._lines, content.start, content.end):
            if found.name == "session":
                try:
                    _, start, end = fields.time_range(found.option("time"))
                except ValueError as error:
                    raise ValueError(f"line {found.start + 1}: time: {error}") from None
                values = {name: found.option(name) for name in SESSION if found.option(name)}
                values[WHEN] = f"{day} {clock(start)}-{clock(end)}"
                del values["time"]
                if found.argument:
                    values[TITLE] = found.argument
                if plain_text(found.content.text):
                    values[SUMMARY] = found.content.text.strip()
                id = found.option("id") or found.option("paper")
                yield WrittenSession(id, day, start, end, values, found)

    def add(self, values: Mapping[str, str]) -> None:
        """Put a new session where its time belongs; a day that the page has not is begun."""
        day, time = _day_and_time(values[WHEN])
        fields.time_range(time)
        if schedule := self._schedule_of(day):
            self._fence(schedule)
        self._added.append(values)

    def change(self, id: str, changes: Mapping[str, str]) -> None:
        """Write some values of a session again; a new day moves it there."""
        if WHEN in changes:
            _begin(changes[WHEN])
        self._changed.setdefault(id, {}).update(changes)

    def _flush(self) -> None:
        """Write what was changed and added."""
        if not (self._changed or self._added):
            return
        changed, self._changed = self._changed, {}
        added, self._added = self._added, []
        moved = self._change(changed)
        placed = [(*self._moved(id), when) for id, when in moved.items()]
        edits = [edit for _, edit, _ in placed]
        blocks = [(text, when) for text, _, when in placed]
        self._write(edits)
        for when in (*moved.values(), *(values[WHEN] for values in added)):
            self._schedule(_begin(when)[0])
        blocks += [(self._written(values), values[WHEN]) for values in added]
        self._insert(blocks)

    def _change(self, changed: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
        """Write changed values; return the sessions that are to be moved, and whereto."""
        edits: list[Edit] = []
        moved = {}
        known: dict[str, WrittenSession] = {}
        for session in self._sessions:
            known.setdefault(session.id, session)
        for id, changes in changed.items():
            session = known[id]
            edits += self._edits(session.place, changes)
            if WHEN in changes and (session.day, session.start) != _begin(changes[WHEN]):
                moved[id] = changes[WHEN]
        self._write(edits)
        return moved

    def _edits(self, place: Directive, changes: Mapping[str, str]) -> Iterator[Edit]:
        if TITLE in changes:
            title = _first_line(place.fence, changes[TITLE])
            yield Edit(place.start, place.start + 1, f"{title}\n")
        given = dict(changes)
        if WHEN in changes:
            given["time"] = _day_and_time(changes[WHEN])[1]
        yield from value_edits(self._lines, place, given, [*SESSION])

    def _moved(self, id: str) -> tuple[str, Edit]:
        """Return a session as it is written, and the edit that takes it away."""
        place = next(session.place for session in self._sessions if session.id == id)
        text = "".join(self._lines[place.start : place.end]).replace("\r\n", "\n")
        after = place.end
        if after < len(self._lines) and not self._lines[after].strip():
            after += 1
        return text, Edit(place.start, after, "")

    def _written(self, values: Mapping[str, str]) -> str:
        """Return the text of a new session."""
        day, time = _day_and_time(values[WHEN])
        fence = self._fence(self._schedule(day))
        first = _first_line(fence, values.get(TITLE, ""))
        given = {**values, "time": time}
        return "\n".join([first, *value_lines(given, [*SESSION]), fence, ""])

    def _write(self, edits: Sequence[Edit]) -> None:
        if edits:
            self._text = edited(self._lines, edits)
            self._read()

    def _insert(self, blocks: Sequence[tuple[str, str]]) -> None:
        """Put sessions where their times belong, those of one time in the order given."""
        edits = []
        at_end: defaultdict[int, list[str]] = defaultdict(list)
        for text, when in sorted(blocks, key=lambda block: _begin(block[1])):
            day, start = _begin(when)
            schedule = self._schedule(day)
            there, latest = self._of_schedule[schedule.start], self._latest[schedule.start]
            place = bisect(latest, start)  # the first that begins later
            if place < len(there):
                line = there[place].place.start
                edits.append(Edit(line, line, f"{text}\n"))
            else:
                at_end[schedule.start].append(text)
        for _, schedule in self._days:
            there, texts = self._of_schedule[schedule.start], at_end[schedule.start]
            place = there[-1].place.end if there else schedule.end - 1
            if texts:
                text = "\n" + "\n".join(texts) + ("" if there else "\n")
                edits.append(Edit(place, place, text))
        self._write(edits)

    def _schedule(self, day: date) -> Directive:
        """Return the day's schedule; it is begun after the others where the page has none."""
        if found := self._schedule_of(day):
            return found
        fence = self._days[-1][1].fence if self._days else "::::::"
        text = f"{fence}{{schedule}} {day}\n{fence}\n"
        if self._days:
            place = self._days[-1][1].end
            self._write([Edit(place, place, f"\n{text}")])
        else:
            contents = (d.start for d in directives(self._lines) if d.name == "toctree")
            place = next(contents, len(self._lines))
            blank = "" if place and not self._lines[place - 1].strip() else "\n"
            newline = "" if not place or self._lines[place - 1].endswith(("\n", "\r")) else "\n"
            after = "" if place == len(self._lines) else "\n"
            self._write([Edit(place, place, f"{newline}{blank}{text}{after}")])
        found = self._schedule_of(day)
        assert found is not None
        return found

    def _schedule_of(self, day: date) -> Directive | None:
        return next((schedule for on, schedule in self._days if on == day), None)

    def _fence(self, schedule: Directive) -> str:
        """Return the fence of a session there: as its neighbors have it, else a colon shorter."""
        if schedule.fence[0] != ":":
            return ":::::"
        for session in self._of_schedule[schedule.start]:
            if session.place.fence[0] == ":":
                return session.place.fence
        if len(schedule.fence) <= 3:
            raise ValueError(
                f"line {schedule.start + 1}: the fences of the schedule are too short to hold "
                "sessions; begin and end it with `::::::`"
            )
        return schedule.fence[1:]


def _first_line(fence: str, title: str) -> str:
    """Return a session's first line; its title is no Markdown, but ends a fence of backquotes."""
    if fence[0] == "`":
        title = title.replace("`", "’")
    return f"{fence}{{session}} {title}".rstrip()


def clock(since_midnight: timedelta) -> str:
    """Return a time since midnight as `09:00`, one of the next day as `09:00+1`."""
    minutes = int(since_midnight.total_seconds()) // 60
    if minutes > 24 * 60:
        return f"{clock(since_midnight - timedelta(days=1))}+1"
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _day_and_time(when: str) -> tuple[date, str]:
    day, _, time = when.partition(" ")
    return fields.day(day), time


def _begin(when: str) -> tuple[date, timedelta]:
    day, time = _day_and_time(when)
    return day, fields.time_range(time)[1]
