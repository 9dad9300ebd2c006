"""The rooms of a day by time, as a table over the list of its sessions."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from ..core import room_grid as core
from ..core.model import person_id
from ..core.text import long_day
from ..core.vocabulary import Kind
from ..core.words import gettext as _
from .components import chip, clock_range, joined, link, paragraph, room_link, sentence, time
from .html_element import element, in_html, lazy_map
from .sessions import session_data, session_state, session_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes

    from ..core.model import Session
    from ..core.program import Program
    from ..core.room_grid import Cell, RoomGrid, Row


def room_grid(program: Program, ids: Iterable[str], anchor: str) -> list[nodes.Node]:
    """The table of some sessions, where they are in several rooms; else nothing.

    It is written for HTML alone, since a book has no room for it; the list says the same.

    Args:
        program: the whole program.
        ids: the sessions, all of one day.
        anchor: what the ids of the columns have of the day; the page has it once.
    """
    wanted = frozenset(ids)
    sessions = [session for session in program.sessions.values() if session.id in wanted]
    grid = core.room_grid(sessions, program.event.room)
    if grid is None:
        return []
    day = sessions[0].start.date()
    words = long_day(day, weekday=True)
    # By it, styles compute how much width all rooms need.
    most = next((most for most in ("4", "6") if len(grid.rooms) <= int(most)), "")
    heads = _heads(grid.rooms, anchor)
    return [
        in_html(
            element(
                "div",
                _ways(grid, heads, sessions[0]),
                element(
                    "div",
                    element(
                        "table",
                        element(
                            "caption", *sentence(_("Rooms on %(day)s"), day=[time(day, words)])
                        ),
                        _head(program, heads),
                        element("tbody", lazy_map(grid.rows, lambda row: _row(program, grid, row))),
                    ),
                    classes="workshop-grid-window",
                    role="region",
                    tabindex="0",
                    aria_label=_("Rooms on %(day)s", day=words),
                ),
                # A schedule, for the scripts that put the reader's time beside the workshop's.
                classes="workshop-schedule workshop-grid",
                **({"data_most": most} if most else {}),
            )
        )
    ]


def _heads(rooms: Iterable[str], anchor: str) -> dict[str, str]:
    """Return the id of each room's column; different rooms may have the same slug."""
    heads: dict[str, str] = {}
    for room in rooms:
        id = slug = f"room-{anchor}-{person_id(room)}"
        further = count(2)
        while id in heads.values():
            id = f"{slug}-{next(further)}"
        heads[room] = id
    return heads


def _ways(grid: RoomGrid, heads: dict[str, str], first: Session) -> nodes.Element:
    """The links that lead to each room, and past the table to the list."""
    rooms = (element("li", element("a", room, href=f"#{id}")) for room, id in heads.items())
    past = element("a", _("Skip to the list"), href=f"#{first.anchor}")
    return element(
        "ul",
        *rooms,
        element("li", past, classes="workshop-past"),
        aria_label=_("Rooms"),
        classes="workshop-rooms",
    )


def _head(program: Program, heads: dict[str, str]) -> nodes.Element:
    rooms = (
        element("th", room_link(program, room), id=id, scope="col") for room, id in heads.items()
    )
    return element("thead", element("tr", element("th", _("Time"), scope="col"), *rooms))


def _row(program: Program, grid: RoomGrid, row: Row) -> nodes.Element:
    begins = time(row.start, f"{row.start:%H:%M}")
    head = element("th", begins, scope="row", classes="workshop-time")
    return element("tr", head, *(_cell(program, grid, cell) for cell in row.cells))


def _cell(program: Program, grid: RoomGrid, cell: Cell) -> nodes.Element:
    """A cell: each of its sessions, with the parts that it has."""
    spans = {"rowspan": cell.rows, "colspan": cell.columns}
    found: list[nodes.Node] = []
    for session in cell.sessions:
        is_elsewhere = cell.columns > 1 and session.kind != Kind.BREAK
        found.append(_slot(program, session, session.room if is_elsewhere else ""))
        if parts := grid.parts.get(session.id):
            items = (element("li", _slot(program, part)) for part in parts)
            found.append(element("ol", *items, classes="workshop-parts"))
    kind = cell.sessions[0].kind.classes if len(cell.sessions) == 1 else ""
    attributes = {name: str(number) for name, number in spans.items() if number > 1}
    return element("td", *found, classes=kind, **attributes)


def _slot(program: Program, found: Session, room: str = "") -> nodes.Element:
    """A session as the list has it, but shorter; the list has its id."""
    times = clock_range(found.start, found.end)
    if room:
        times.append(element("span", room, classes="workshop-room"))
    label: list[nodes.Node] = [] if found.kind == Kind.BREAK else [chip(found.kind)]
    title = link(program, "session", found.id)
    people = (element("span", link(program, "person", name)) for name in program.speakers(found))
    return element(
        "div",
        *paragraph(times, "workshop-time"),
        *session_state(found, program.paper_of(found)),
        session_title(program, found, title),
        *paragraph(joined(people, "; "), "workshop-speakers"),
        *paragraph(label, "workshop-label"),
        classes="workshop-slot",
        **session_data(program, found),
    )
