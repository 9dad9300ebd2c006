"""Rooms on pages: what an entry says of a room, and what is on there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.parts import By
from ..core.text import sessions as sessions_in_words
from .calendar_links import part_links
from .components import joined, paragraph
from .field_views import buttons, words
from .html_element import element, lazy_map
from .people import in_session

if TYPE_CHECKING:
    from docutils import nodes

    from ..core.program import Program

Nodes = list["nodes.Node"]


def room(program: Program, id: str) -> Nodes:
    """The name of a room, where it is, and how many people it holds."""
    found = program.declared_rooms[id]
    return [
        element("div", found.title, classes="workshop-title"),
        *paragraph(joined(words(found), " · "), "workshop-affiliation"),
        *paragraph(buttons(found), "workshop-links"),
    ]


def room_sessions(program: Program, id: str) -> Nodes:
    """What is on in a room, folded, and its calendar; or nothing."""
    name = program.declared_rooms[id].title
    sessions = [session for session in program.sessions.values() if session.room == name]
    if not sessions:
        return []
    items = lazy_map(sessions, lambda found: in_session(program, found, found.kind))
    count = element("summary", sessions_in_words(len(sessions)))
    listed = element("ul", items, classes="workshop-contributions")
    page = program.declared_rooms[id].docname
    return [
        element("details", count, listed),
        *part_links(program, By.ROOM, id, page),
    ]
