"""The page of the schedule: its sessions read into plain values, new ones put in their place.

What a change does not name stays as it was typed, to the byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..core import fields
from ..core.field_table import SESSION
from .files import read_as_typed
from .markdown_text import plain_text
from .page_text import (
    Directive,
    Edit,
    content_edit,
    directives,
    edited,
    lines_of,
    option_edit,
    option_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, timedelta
    from pathlib import Path

TITLE, WHEN, SUMMARY = "title", "when", "summary"


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
    def room(self) -> str:
        """The room, empty where it is the workshop's own."""
        return self.values.get("room", "")


class SchedulePage:
    """A page with days of sessions.

    Raises:
        ValueError: the page cannot be read; the message says why.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = read_as_typed(path)
        self._read()

    def _read(self) -> None:
        self.lines = lines_of(self.text)
        found = [d for d in directives(self.lines) if d.name == "schedule" and d.argument]
        self.days: list[tuple[date, Directive]] = [(fields.day(d.argument), d) for d in found]
        self.sessions = [
            session for day, schedule in self.days for session in self._sessions_of(day, schedule)
        ]

    def _sessions_of(self, day: date, schedule: Directive) -> Iterator[WrittenSession]:
        content = schedule.content
        for found in directives(self.lines, content.start, content.end):
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
        schedule = self._schedule(day)
        fence = self._fence(schedule)
        lines = [_first_line(fence, values.get(TITLE, ""))]
        given = {**values, "time": time}
        lines += [option_line(name, given[name]) for name in SESSION if given.get(name)]
        if summary := values.get(SUMMARY):
            lines += ["", summary]
        self._insert(schedule, day, time, "\n".join([*lines, fence, ""]))

    def change(self, id: str, changes: Mapping[str, str]) -> None:
        """Write some values of a session anew; another day moves it there."""
        session = next(session for session in self.sessions if session.id == id)
        place = session.place
        edits = []
        if TITLE in changes:
            title = _first_line(place.fence, changes[TITLE])
            edits.append(Edit(place.start, place.start + 1, f"{title}\n"))
        given = dict(changes)
        if WHEN in changes:
            given["time"] = _day_and_time(changes[WHEN])[1]
        edits += [
            option_edit(place, name, given[name], [*SESSION]) for name in SESSION if name in given
        ]
        if SUMMARY in changes:
            edits.append(content_edit(self.lines, place, changes[SUMMARY]))
        self._write(edits)
        if WHEN in changes and (session.day, session.start) != _begin(changes[WHEN]):
            self._move(id, changes[WHEN])

    def _move(self, id: str, when: str) -> None:
        """Put a session, as it is written, where another time belongs."""
        place = next(session.place for session in self.sessions if session.id == id)
        text = "".join(self.lines[place.start : place.end]).replace("\r\n", "\n")
        after = place.end
        if after < len(self.lines) and not self.lines[after].strip():
            after += 1
        self._write([Edit(place.start, after, "")])
        day, time = _day_and_time(when)
        self._insert(self._schedule(day), day, time, text)

    def _write(self, edits: Sequence[Edit]) -> None:
        self.text = edited(self.lines, edits)
        self._read()

    def _insert(self, schedule: Directive, day: date, time: str, text: str) -> None:
        _, start, _ = fields.time_range(time)
        there = [
            s for s in self.sessions
            if s.day == day and schedule.start < s.place.start < schedule.end
        ]  # fmt: skip
        later = next((s for s in there if s.start > start), None)
        if later:
            self._write([Edit(later.place.start, later.place.start, f"{text}\n")])
        elif there:
            self._write([Edit(there[-1].place.end, there[-1].place.end, f"\n{text}")])
        else:
            self._write([Edit(schedule.end - 1, schedule.end - 1, f"\n{text}\n")])

    def _schedule(self, day: date) -> Directive:
        """Return the day's schedule; it is begun after the others where the page has none."""
        if found := self._schedule_of(day):
            return found
        fence = self.days[-1][1].fence if self.days else "::::::"
        text = f"{fence}{{schedule}} {day}\n{fence}\n"
        if self.days:
            place = self.days[-1][1].end
            self._write([Edit(place, place, f"\n{text}")])
        else:
            contents = (d.start for d in directives(self.lines) if d.name == "toctree")
            place = next(contents, len(self.lines))
            blank = "" if place and not self.lines[place - 1].strip() else "\n"
            newline = "" if not place or self.lines[place - 1].endswith(("\n", "\r")) else "\n"
            after = "" if place == len(self.lines) else "\n"
            self._write([Edit(place, place, f"{newline}{blank}{text}{after}")])
        found = self._schedule_of(day)
        assert found is not None
        return found

    def _schedule_of(self, day: date) -> Directive | None:
        return next((schedule for on, schedule in self.days if on == day), None)

    def _fence(self, schedule: Directive) -> str:
        """Return the fence of a session there: as its neighbors have it, else one sign shorter."""
        if schedule.fence[0] != ":":
            return ":::::"
        for session in self.sessions:
            fence = session.place.fence
            if schedule.start < session.place.start < schedule.end and fence[0] == ":":
                return fence
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
    """Return a time since midnight as `09:00`."""
    minutes = int(since_midnight.total_seconds()) // 60
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _day_and_time(when: str) -> tuple[date, str]:
    day, _, time = when.partition(" ")
    return fields.day(day), time


def _begin(when: str) -> tuple[date, timedelta]:
    day, time = _day_and_time(when)
    return day, fields.time_range(time)[1]
