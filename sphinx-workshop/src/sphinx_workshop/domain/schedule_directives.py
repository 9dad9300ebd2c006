"""The directives of the schedule: its days, and the sessions that they hold."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ..core import declared, fields
from ..core.checks import Subtype
from ..core.field_table import SESSION, TABLES
from ..core.model import Session, State
from ..views.components import controls, day_line, now_and_next
from ..views.html_element import element
from ..views.sessions import session_text
from .day_pages import DaySchedule
from .directive_base import ObjectDirective, WorkshopDirective, astext
from .domain import domain_of
from .placeholders import Placeholder, show

if TYPE_CHECKING:
    from datetime import datetime

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
        body = self.parse_content_to_nodes()
        del self.env.current_document[_DAY]
        if noon is None:
            return body
        sessions = [node for node in body if isinstance(node, Placeholder) and "start" in node]
        sessions.sort(key=itemgetter("start", "is_part"))
        others = [node for node in body if node not in sessions]
        return [
            *self._controls(),
            DaySchedule(
                "",
                self._heading(noon),
                self._grid(noon, sessions),
                element("ol", *sessions, classes="workshop-schedule", data_whole=""),
                *others,
                day=f"{noon:%Y-%m-%d}",
            ),
        ]

    def _controls(self) -> list[nodes.Node]:
        """Return what stands over the first day of the page: what is on, and the controls."""
        if _CONTROLS in self.env.current_document:
            return []
        self.env.current_document[_CONTROLS] = True
        event = domain_of(self.env).event
        on_the_day = event.state is State.DAY and not event.notice
        return [*([now_and_next()] if on_the_day else []), controls("program")]

    def _heading(self, noon: datetime) -> nodes.Element:
        """Return the heading of the day, which the day's first schedule on a page is found by."""
        heading = day_line(noon, f"h{self.level()}")
        name = f"day-{noon:%Y-%m-%d}"
        if name not in self.state.document.nameids:
            heading["names"].append(name)
            self.state.document.note_explicit_target(heading)
        return heading

    def _grid(self, noon: datetime, sessions: list[Placeholder]) -> Placeholder:
        """Return the place of the table of the same sessions, with a name that is unique there."""
        name = f"{noon:%Y-%m-%d}"
        if later := self.env.new_serialno(f"workshop-grid-{name}"):
            name = f"{name}-{later + 1}"
        ids = [session["view"].options["id"] for session in sessions]
        return show(self.env, "room-grid", ids=ids, anchor=name)

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

    def own(self) -> dict[str, Any] | None:
        """Return the title, or None where the schedule has no day."""
        if _DAY not in self.env.current_document:
            raise declared.DeclarationError(declared.NO_SCHEDULE, Subtype.PLACE)
        title = declared.session_title(self.written, self.options)
        return None if self._day is None else self.common(self.id, title)

    def record(self, own: dict[str, Any], body: list[nodes.Node]) -> Session:
        """Return the session."""
        given = declared.session_times(self.options, self._day, domain_of(self.env).event)
        given |= self.held(Session)
        return Session(**own, note=astext(body), **given)

    @property
    def _day(self) -> Any:
        """The day of the schedule around it, None where that cannot be read."""
        return self.env.current_document[_DAY]

    def shown(self, record: Session, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the session as an item of its schedule."""
        item = show(self.env, "session", id=record.id, level=self.level() + 1)
        item["start"], item["is_part"] = record.start, record.is_part
        if body:
            item += session_text(record, body)
        return [item]
