"""A day's sessions as a table: what is side by side, what is for all, which rooms are columns."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import session
from sphinx_workshop.core.room_grid import room_grid
from sphinx_workshop.core.vocabulary import Kind

if TYPE_CHECKING:
    from sphinx_workshop.core.model import Session
    from sphinx_workshop.core.room_grid import RoomGrid

MAIN = "Hall"


def grid_of(*sessions: Session) -> RoomGrid | None:
    return room_grid(
        sorted(sessions, key=lambda s: (s.start, s.is_part, s.end, s.room, s.id)), MAIN
    )


def drawn(*sessions: Session) -> list[str]:
    """Return the rows: each with its time, and the cells that begin in it as `ids rows×columns`."""
    grid = grid_of(*sessions)
    assert grid
    return [
        " | ".join(
            [f"{row.start:%H:%M}"]
            + [f"{'+'.join(s.id for s in c.sessions)} {c.rows}×{c.columns}" for c in row.cells]
        )
        for row in grid.rows
    ]


def rooms(*sessions: Session) -> tuple[str, ...]:
    grid = grid_of(*sessions)
    return grid.rooms if grid else ()


def test_parallel_sessions_stand_side_by_side_and_empty_rooms_are_one_cell() -> None:
    found = drawn(
        session("long", "09:00-11:00", room="A"),
        session("first", "09:00-09:30", room="B"),
        session("last", "10:00-11:00", room="B"),
        session("late", "10:30-11:00", room="C"),
    )
    assert found == [
        "09:00 | long 4×1 | first 1×1 |  3×1",
        "09:30 |  1×1",
        "10:00 | last 2×1",
        "10:30 | late 1×1",
    ]


def test_no_row_stands_for_a_time_at_which_nothing_is_on() -> None:
    found = drawn(
        session("a", "09:00-10:00", room="A"),
        session("b", "09:00-10:00", room="B"),
        session("c", "14:00-15:00", room="B"),
    )
    assert found == ["09:00 | a 1×1 | b 1×1", "14:00 |  1×1 | c 1×1"]


def test_what_is_on_alone_in_the_main_room_is_for_all() -> None:
    parallel = session("a", "10:00-11:00", room="A"), session("b", "10:00-11:00", room="B")
    alone, also = session("alone", "09:00-10:00"), session("also", "11:00-12:00", room="A")
    assert drawn(alone, *parallel, also) == [
        "09:00 | alone 1×2",
        "10:00 | a 1×1 | b 1×1",
        "11:00 | also 1×1 |  1×1",
    ]


def test_a_break_is_for_all_wherever_it_is_unless_something_else_is_on() -> None:
    parallel = session("a", "10:00-11:00", room="A"), session("b", "10:00-11:00", room="B")
    tea = session("tea", "11:00-11:30", room="Foyer", kind=Kind.BREAK)
    assert drawn(*parallel, tea)[-1] == "11:00 | tea 1×2"
    assert rooms(*parallel, tea) == ("A", "B")
    assert rooms(*parallel, tea, session("c", "11:15-12:00", room="B")) == ("A", "B", "Foyer")


@pytest.mark.parametrize("room", ["Hall", "Dome"])
def test_sessions_in_one_room_have_no_table(room: str) -> None:
    both = session("a", "09:00-10:00", room=room), session("b", "10:00-11:00", room=room)
    assert grid_of(*both) is None
    assert grid_of(*both, session("tea", "11:00-11:30", room="Foyer", kind=Kind.BREAK)) is None
    assert grid_of() is None


def test_the_main_room_comes_first_then_the_others_as_people_count_them() -> None:
    names = ["room 10", "Room 2", "Hall", "Büro", "Room 2b", "²"]
    found = rooms(*(session(f"s{n}", room=name) for n, name in enumerate(names)))
    assert found == ("Hall", "Büro", "Room 2", "Room 2b", "room 10", "²")


def test_sessions_that_share_a_room_and_a_time_share_a_cell() -> None:
    found = drawn(
        session("off", "09:00-10:00", room="A"),
        session("on", "09:30-10:30", room="A"),
        session("next", "10:30-11:00", room="A"),
        session("other", "09:00-11:00", room="B"),
    )
    assert found == ["09:00 | off+on 1×1 | other 2×1", "10:30 | next 1×1"]


def test_parts_are_in_the_cell_of_their_block_and_others_in_one_of_their_own() -> None:
    block, part = (
        session("block", room="A"),
        session("part", "09:10-09:20", room="A", block="block"),
    )
    lost = session("lost", "11:00-11:10", room="A", block="of-yesterday")
    grid = grid_of(block, part, lost, session("other", "09:00-11:10", room="B"))
    assert grid
    assert {id: [s.id for s in parts] for id, parts in grid.parts.items()} == {"block": ["part"]}
    assert drawn(block, part, lost, session("other", "09:00-11:10", room="B")) == [
        "09:00 | block 1×1 | other 3×1",
        "10:00 |  1×1",
        "11:00 | lost 1×1",
    ]


def test_an_hour_that_clocks_show_twice_has_two_rows() -> None:
    zone = ZoneInfo("America/New_York")

    def night(id: str, start: int, end: int, room: str) -> Session:
        """A session of the night in which summer time ends; hours 2 and on come after that."""
        made = session(id, "2016-07-22 01:00-02:00", room=room)
        return replace(made, start=hour(start), end=hour(end))

    def hour(since: int) -> datetime:
        midnight = datetime(2016, 11, 6, tzinfo=zone).astimezone(UTC)
        return (midnight + timedelta(hours=since)).astimezone(zone)

    found = drawn(night("a", 1, 2, "A"), night("b", 2, 3, "B"), night("c", 1, 3, "C"))
    assert found == ["01:00 | a 1×1 |  1×1 | c 2×1", "01:00 |  1×1 | b 1×1"]


SLOTS = st.lists(
    st.tuples(st.sampled_from("ABC") | st.just(MAIN), st.integers(0, 40), st.integers(1, 12)),
    max_size=14,
)


@given(SLOTS)
def test_every_session_is_in_one_cell_and_the_cells_fill_the_table(
    slots: list[tuple[str, int, int]],
) -> None:
    sessions = [
        session(
            f"s{n}", f"{at // 4:02}:{at % 4 * 15:02}-{end // 4:02}:{end % 4 * 15:02}", room=room
        )
        for n, (room, at, length) in enumerate(slots)
        for end in [at + length]
    ]
    grid = grid_of(*sessions)
    if grid is None:
        return
    cells = [cell for row in grid.rows for cell in row.cells]
    assert sorted(s.id for cell in cells for s in cell.sessions) == sorted(s.id for s in sessions)
    assert sum(cell.rows * cell.columns for cell in cells) == len(grid.rows) * len(grid.rooms)


def test_cells_grow_with_the_sessions_and_not_with_rooms_times_rows() -> None:
    """Twenty rooms, each of whose sessions begin at minutes that no other room has."""

    def cells(hours: int) -> int:
        found = [
            session(f"s{n}-{h}", f"{h:02}:{n:02}-{h:02}:{n + 30:02}", room=f"Room {n}")
            for n in range(20)
            for h in range(hours)
        ]
        grid = grid_of(*found)
        assert grid
        return sum(len(row.cells) for row in grid.rows)

    assert cells(20) <= 2.1 * cells(10)
    assert cells(20) <= 3 * 20 * 20
