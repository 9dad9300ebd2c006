"""Where the event stands: the call is open, the program is on, or all has taken place."""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from docutils import nodes

from ..core import text, urls
from ..core.model import State
from ..core.text import zone
from ..core.words import gettext as _
from .components import days_of, link, moment, sentence, written_days
from .html_element import element

if TYPE_CHECKING:
    from ..core.model import Deadline
    from ..core.program import Program

Nodes = list[nodes.Node]

SUBMISSION = "submission"
"""The id of the deadline that the call is open until."""


def status(program: Program, page: str) -> Nodes:
    """Return the line that shows the status of the event.

    When it has taken place, the line says so. Before, it names the deadline for submissions, and
    scripts say what the hour makes of that: see `templates/status.js`.
    """
    event = program.event
    if event.notice:
        return []  # it stands over the page
    if event.state is State.RECORD:
        said = sentence(
            _("The %(kind)s took place %(days)s."),
            kind=[nodes.Text(event.kind)],
            days=days_of(event, _("on %(start)s"), _("from %(start)s to %(end)s")),
        )
        return [element("p", *said, classes="workshop-stage")]
    deadline = program.deadlines.get(SUBMISSION) if event.state is State.CALL else None
    said = _until(program, deadline) if deadline else []
    facts = json.dumps(_facts(program, page), ensure_ascii=False, separators=(",", ":"))
    return [element("p", *said, classes="workshop-stage", data_status=facts)]


def _until(program: Program, deadline: Deadline) -> Nodes:
    return sentence(
        _("%(deadline)s: %(day)s."),
        deadline=[link(program, deadline.type, deadline.id)],
        day=[moment(deadline.when)],
    )


def _facts(program: Program, page: str) -> dict[str, object]:
    """What the script shows the status by; times are ISO 8601."""
    event, sessions = program.event, list(program.sessions.values())
    midnight = datetime.combine(event.start, time(), event.timezone)
    last = datetime.combine(event.end + timedelta(days=1), time(), event.timezone)
    found: dict[str, object] = {
        "kind": event.kind,
        "days": [(day.isoformat(), words) for day, words in written_days(event)],
        "start": _exact(midnight),
        "over": _exact(max((s.end for s in sessions), default=last)),
    }
    if sessions:
        found["opens"] = _exact(sessions[0].start)
        found["zone"] = zone(sessions[0].start)
    if "schedule" in program.pages:
        path = urls.page_path(event, program.pages["schedule"])
        found["program"] = urls.relative(event, path, page)
    if event.state is State.CALL:
        found["dates"] = [_date(d) for d in program.deadlines.values() if d.when.day < event.start]
    return found


def _date(deadline: Deadline) -> dict[str, str]:
    when = deadline.when
    exact = when.day.isoformat() if when.instant is None else _exact(when.instant)
    return {"id": deadline.id, "title": deadline.title, "when": exact, "words": text.moment(when)}


def _exact(instant: datetime) -> str:
    return instant.isoformat(timespec="minutes")
