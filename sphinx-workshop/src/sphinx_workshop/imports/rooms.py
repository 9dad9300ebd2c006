"""Gives rooms that talks are in an entry beside those of other rooms, where pages declare rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.model import Room, person_id
from ..core.slugs import title_slug
from ..editing.entry_page import entry_text, with_entries
from ..editing.files import read_as_typed
from .written_objects import written_objects

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .plan import Plan
    from .records import Reading


def plan_rooms(reading: Reading, pages: Iterable[Path], plan: Plan) -> None:
    """Plan an entry for each room of a talk that no page declares; those that are there stay.

    Where no page declares a room, sessions have theirs as plain text, and nothing is planned.

    Args:
        reading: the talks, and what their source knows of rooms.
        pages: those on which entries may stand.
        plan: what is added to; pages that it is going to write are read as they will be.

    Raises:
        CommandError: a page cannot be read.
    """
    page, ids, called = None, set[str](), set[str]()
    for path, found in written_objects(pages, Room.type, plan.files):
        page = path
        ids.add(found.option("id") or person_id(found.argument))
        called.add(found.argument)
    names = dict.fromkeys(talk.room for talk in reading.talks if talk.room)
    new = [name for name in names if name not in called | ids]
    if page is None or not new:
        return
    entries = []
    for name in new:
        id = person_id(name)
        given = {"id": title_slug(name, Room.type, str(len(ids) + 1), ids)} if id in ids else {}
        ids.add(given.get("id", id))
        given |= reading.rooms.get(name, {})
        entries.append(entry_text(Room.type, name, given))
        plan.written.append(f"room '{given.get('id', id)}' of {page}")
    text = plan.files.get(page) or read_as_typed(page)
    plan.files[page] = with_entries(text, Room.type, entries)
