"""The parts of a block that is cancelled are cancelled as well, wherever that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from calendar_entries import entry_of
from records import program, session
from sphinx_workshop.core.checks import issues
from sphinx_workshop.core.objects import cancelled
from sphinx_workshop.core.values import Period, Status
from sphinx_workshop.exports.event_metadata import event
from sphinx_workshop.views.html_element import materialize
from sphinx_workshop.views.sessions import session as shown

if TYPE_CHECKING:
    from docutils import nodes

MORNING = session("morning", "09:00-12:00", status=Status.CANCELLED)
FLASHES = session("flashes", "09:00-10:00", block="morning")
FLASH = session("flash", "09:00-09:10", block="flashes", title="A flash")
OTHER = session("other", "13:00-14:00")


def test_parts_of_a_cancelled_block_are_cancelled_and_their_parts_too() -> None:
    found = program(FLASH, OTHER, FLASHES, MORNING).sessions
    assert {id for id in found if found[id].is_cancelled} == {"morning", "flashes", "flash"}


def test_a_block_stays_where_a_part_is_cancelled() -> None:
    part = session("part", "13:00-13:10", block="other", status=Status.CANCELLED)
    found = program(OTHER, part).sessions
    assert [session.is_cancelled for session in found.values()] == [False, True]


def test_their_page_and_their_calendars_say_it() -> None:
    moved = session(
        "flash",
        "09:00-09:10",
        block="morning",
        title="A flash",
        was=(Period(OTHER.start, OTHER.end),),
    )
    found = program(MORNING, moved)
    (item,) = cast("list[nodes.Element]", materialize(shown(found, "flash", 3)))
    assert item.astext().count("Cancelled") == 1
    assert "data-cancelled" in item["attributes_"]
    entry = entry_of(found, "flash")
    assert (entry.summary, entry.status, entry.sequence) == ("Cancelled: A flash", "CANCELLED", 2)


def test_a_part_names_its_block_in_calendars_and_metadata() -> None:
    found = program(FLASHES, FLASH)
    parent = entry_of(found, "flash")["RELATED-TO"]
    assert str(parent) == str(entry_of(found, "flashes")["UID"])
    assert parent.params["RELTYPE"] == "PARENT"
    part, whole = event(found, "index")["subEvent"]
    assert part["superEvent"]["url"] == whole["url"]
    assert "superEvent" not in whole


def test_their_room_is_free_for_others() -> None:
    instead = session("instead", "09:00-09:30")
    assert issues(program(MORNING, FLASHES, FLASH, instead)) == []


@pytest.mark.parametrize(
    "blocks", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "nothing", "b": None}], ids=str
)
def test_blocks_that_hold_themselves_or_are_not_there_do_no_harm(
    blocks: dict[str, str | None],
) -> None:
    assert cancelled(blocks, []) == set()
    assert cancelled(blocks, ["a"]) >= {"a"}
