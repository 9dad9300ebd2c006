"""The directives of the schedule: its days, and the sessions that they hold."""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ..core import fields
from ..core.checks import Subtype
from ..core.field_entry import held
from ..core.field_table import SESSION, TABLES
from ..core.model import Session, State
from ..core.values import Period
from ..core.vocabulary import Kind
from ..views.components import controls, day_line, now_and_next
from ..views.html_element import element
from .directive_base import ObjectDirective, WorkshopDirective, astext
from .domain import domain_of
from .placeholders import placeholder, show

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime, timedelta

    from docutils import nodes


_DAY = "workshop:day"
_CONTROLS = "workshop:controls"


class ScheduleDirective(WorkshopDirective):
    """`{schedule} 2022-07-22` holds a day's sessions; without content it lists them all."""

    table = TABLES["schedule"]

    def run(self) -> list[nodes.Node]:
        """Show the sessions in time's order, whatever their order in the file."""
        valid = self.valid_options()
        if not self.content:
            return [show(self.env, "schedule", **self.options)] if valid else []
        noon = self._noon()
        # Sessions find their day here; None says that the schedule's own cannot be read.
        self.env.current_document[_DAY] = noon.date() if noon else None
        body = self.parsed()
        del self.env.current_document[_DAY]
        if noon is None:
            return body
        sessions = [node for node in body if isinstance(node, placeholder) and "start" in node]
        sessions.sort(key=itemgetter("start", "is_part"))
        others = [node for node in body if node not in sessions]
        return [
            *self._controls(),
            self._heading(noon),
            element("ol", *sessions, classes="workshop-schedule", data_whole=""),
            *others,
        ]

    def _controls(self) -> list[nodes.Node]:
        """Return what stands over the first day of the page: what is on, and the controls."""
        if _CONTROLS in self.env.current_document:
            return []
        self.env.current_document[_CONTROLS] = True
        on_the_day = domain_of(self.env).event.state is State.DAY
        return [*([now_and_next()] if on_the_day else []), controls("program")]

    def _heading(self, noon: datetime) -> nodes.Element:
        """Return the heading of the day, which the day's first schedule on a page is found by."""
        heading = day_line(noon, f"h{self.level()}")
        name = f"day-{noon:%Y-%m-%d}"
        if name not in self.state.document.nameids:
            heading["names"].append(name)
            self.state.document.note_explicit_target(heading)
        return heading

    def _noon(self) -> datetime | None:
        """Return noon of the day that is written, or None after reporting that it is none."""
        try:
            zone = domain_of(self.env).event.timezone
            return fields.at(fields.day(self.id), fields.clock("12:00"), zone)
        except ValueError as error:
            self.complain(f"write the day after `{{schedule}}`: {error}", Subtype.OPTION)
            return None


class SessionDirective(ObjectDirective):
    """`{session} Title`, inside a schedule; the content is a description."""

    table = SESSION

    def record(self, body: list[nodes.Node]) -> Session | None:
        """Return the session."""
        if _DAY not in self.env.current_document:
            message = "it stands outside a schedule; move it between the fences of a `{schedule}`"
            self.complain(message, Subtype.PLACE)
            return None
        day: date | None = self.env.current_document[_DAY]
        title = self._title()
        if title is None or day is None:
            return None
        times = self._times(day)
        was = self._former(times) if times else None
        if times is None or was is None:
            return None
        default: dict[str, Any] = {"kind": self._kind(), "room": domain_of(self.env).event.room}
        return Session(
            **self.common(self.id, title),
            start=times.start,
            end=times.end,
            was=was,
            note=astext(body),
            **default | held(self.table, Session, self.options),
        )

    def _kind(self) -> Kind:
        """Return the kind of a session that names none, with the word that conf.py may give it."""
        kind = Kind.SPOTLIGHT if self.options.get("paper") else Kind.TALK
        kinds: tuple[Kind, ...] = domain_of(self.env).event.kinds
        return next(known for known in kinds if known == kind)

    def _times(self, day: date) -> Period | None:
        """Return start and end, or None after reporting what is wrong with them."""
        on, *since_midnight = self.options["time"]
        if on not in {None, day}:
            message = f"it is on {on}, its schedule on {day}; delete the date, or move it"
            self.complain(message, Subtype.PLACE, "time")
            return None
        return self._period("time", day, since_midnight)

    def _period(self, option: str, day: date, since_midnight: Iterable[timedelta]) -> Period | None:
        """Return the instants of an option, or None after reporting that no clock shows them."""
        zone = domain_of(self.env).event.timezone
        try:
            return Period(*(fields.at(day, time, zone) for time in since_midnight))
        except ValueError as error:
            self.complain(f"{option}: {error}", Subtype.OPTION, option)
            return None

    def _former(self, now: Period) -> tuple[Period, ...] | None:
        """Return the former times, or None after reporting what is wrong with them."""
        written = self.options.get("was", ())
        found = [self._period("was", day, since_midnight) for day, *since_midnight in written]
        former = tuple(filter(None, found))
        if len(former) < len(found):
            return None
        for one, other in pairwise([*former, now]):
            if one == other:
                when = f"{one.start:%Y-%m-%d %H:%M}-{one.end:%H:%M}"
                what = "is the time that it has now" if other is now else "stands there twice"
                message = f"was: {when} {what}; write former times alone, the oldest first"
                self.complain(message, Subtype.OPTION, "was")
                return None
        return former

    def _title(self) -> str | None:
        """Return the title, empty where the paper gives it, or None after asking for one."""
        if "paper" not in self.options:
            if "id" not in self.options:
                self.complain("id is missing; add a line `:id: …`", Subtype.REQUIRED)
                return None
            return self.argument("a title")
        for written in ("title" if self.arguments else "", "topics" in self.options and "topics"):
            if written:
                message = f"its paper gives the {written}; delete it here"
                self.complain(message, Subtype.DUPLICATE, written)
                return None
        return ""

    def shown(self, record: Session, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the session as an item of its schedule."""
        item = show(self.env, "session", id=record.id, level=self.level() + 1)
        item["start"], item["is_part"] = record.start, record.is_part
        if body:
            item += element("div", *body, classes="workshop-body")
        return [item]
