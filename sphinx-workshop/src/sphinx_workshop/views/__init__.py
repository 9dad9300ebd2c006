"""What pages show of the whole program: each view is a function from program to nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .booklet import booklet
from .booklet_links import booklet_links
from .calendar_links import calendar
from .dates import changes, deadline, deadlines, editions, event
from .map import topic_map
from .papers import paper_citation, paper_foot, paper_head, paper_list, paper_related
from .people import (
    author_index,
    people,
    person,
    person_contributions,
    room,
    room_sessions,
)
from .room_grid import room_grid
from .sessions import schedule, session
from .status import status
from .topics import topic_list, topic_papers, topic_sessions

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes

VIEWS: dict[str, Callable[..., list[nodes.Node]]] = {
    view.__name__.replace("_", "-"): view
    for view in (
        event,
        status,
        session,
        schedule,
        room_grid,
        paper_head,
        paper_foot,
        paper_citation,
        paper_related,
        paper_list,
        topic_papers,
        topic_sessions,
        topic_list,
        topic_map,
        room,
        room_sessions,
        person,
        person_contributions,
        people,
        author_index,
        deadline,
        deadlines,
        changes,
        editions,
        calendar,
        booklet,
        booklet_links,
    )
}
"""Every view by the name that placeholders carry."""
