"""A program of several days and rooms: filters, what is on in each room, and what is beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from axe import serve, violations
from visits import Visit, wait_for_query

PROGRAM = "program/index.html"
PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 800}
TUESDAY = "2031-06-10"
SHOWN = "li.workshop-session:visible"
MID_MORNING = f"{PROGRAM}?now={TUESDAY}T10:35%2B01:00"


@pytest.fixture(scope="module")
def home(three_days: Callable[[str], Path]) -> Iterator[str]:
    """Return where the workshop of three days is."""
    with serve({"three-days": three_days("pydata_sphinx_theme")}) as address:
        yield f"{address}/three-days/"


def choice(page: Page, name: str) -> Locator:
    return page.get_by_role("combobox", name=name, exact=True)


def test_a_day_and_a_room_are_chosen_with_the_days_and_the_table_that_have_them(
    visit: Visit,
) -> None:
    page = visit(PROGRAM, viewport=WIDE)
    expect(choice(page, "Day").locator("option")).to_have_text(
        ["All days", "Tuesday, 10 June 2031", "Wednesday, 11 June 2031", "Thursday, 12 June 2031"]
    )
    expect(choice(page, "Room").locator("option")).to_have_text(
        ["All rooms", "Büro", "Foyer", "Hall", "Room 2", "Room 10"]
    )
    choice(page, "Day").select_option("Wednesday, 11 June 2031")
    wait_for_query(page, day="2031-06-11")
    expect(page.locator(SHOWN)).to_have_count(3)
    expect(page.locator(".workshop-day:visible")).to_have_count(1)
    expect(page.locator(".workshop-grid:visible")).to_have_count(1)
    expect(page.locator(".workshop-count")).to_have_text("3 of 19 sessions")
    page = visit(f"{PROGRAM}?room=Room+10", viewport=WIDE)
    expect(choice(page, "Room")).to_have_value("Room 10")
    expect(page.locator(f"{SHOWN} .workshop-title")).to_have_text(["Mend a net", "Buoys that talk"])
    expect(page.locator(".workshop-day:visible")).to_have_count(2)
    choice(page, "Day").select_option(TUESDAY)
    wait_for_query(page, room="Room 10", day=TUESDAY)
    expect(page.locator(f"{SHOWN} .workshop-title")).to_have_text(["Mend a net"])


def test_a_track_or_a_language_is_chosen(visit: Visit) -> None:
    for name, value, words, found in (
        ("Track", "Sea", "Sea", "Buoys that talk"),
        ("Language", "pt", "Portuguese", "Posters"),
    ):
        page = visit(PROGRAM, viewport=WIDE)
        choice(page, name).select_option(words)
        wait_for_query(page, **{name.lower(): value})
        expect(page.locator(f"{SHOWN} .workshop-title")).to_have_text([found])


def test_filters_are_set_by_keys_and_their_result_is_heard(visit: Visit) -> None:
    page = visit(PROGRAM, viewport=WIDE)
    page.get_by_label("Find").focus()
    names = []
    for _ in range(5):
        page.keyboard.press("Tab")
        names.append(page.locator(":focus").evaluate("(it) => it.labels[0].innerText"))
    assert [name.split("\n")[0] for name in names] == [
        *("Kind", "Day", "Track", "Room", "Language")
    ]
    choice(page, "Room").focus()
    page.keyboard.press("B")  # of several letters, one that comes a second late begins anew
    expect(page.locator(".workshop-count[role=status]")).to_have_text("3 of 19 sessions")


def test_a_room_that_is_not_there_is_said(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?room=Attic")
    expect(
        page.get_by_text("The address asks for the room “Attic”, which is not here.")
    ).to_be_visible()
    expect(page.locator(SHOWN)).to_have_count(19)


def test_without_scripts_there_is_no_dead_control(visit: Visit) -> None:
    page = visit(PROGRAM, java_script_enabled=False)
    expect(page.locator("article :is(select, input, button)")).to_have_count(0)


def test_now_and_next_name_rooms_and_the_table_marks_them(visit: Visit) -> None:
    page = visit(MID_MORNING, viewport=WIDE)
    expect(page.locator(".workshop-now > p:not(.workshop-jump)")).to_have_text(
        [
            "Now until 11:00: TIDES: Reading the Sea by Its Edges, Hall",
            "Now until 10:45: Gulls Counted in Flight, Room 2",
            "Now until 12:00: Mend a net, Room 10",
            "Next at 10:45: Kelp Forests from Orbit, Room 2",
            "Next at 11:00: Lightning talks, Büro",
            "Next at 11:00: A lamp for eels, Büro",
            "Next at 12:00: Lunch, Hall",
        ]
    )
    marks = page.locator(".workshop-slot .workshop-mark")
    expect(marks.get_by_text("Now", exact=True)).to_have_count(3)
    expect(page.locator(".workshop-slot[aria-current=time]")).to_have_count(3)
    expect(page.locator("[data-object='session:kelp'].workshop-slot .workshop-mark")).to_have_text(
        "Next"
    )
    assert violations(page, within=".workshop-grid") == []


def test_many_lines_of_what_is_next_are_folded(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?now={TUESDAY}T10:00%2B01:00")
    expect(page.locator(".workshop-now summary")).to_have_text("Next (5)")


def test_sessions_at_the_same_time_in_my_program_say_so_with_rooms(visit: Visit, home: str) -> None:
    stars = {f"session:{id}": id for id in ("nets", "tides", "floor")}
    memory = {f"{urlsplit(home).path}stars.v1": json.dumps(stars)}
    page = visit(f"{PROGRAM}?view=mine", memory=memory)
    conflicts = page.locator(".workshop-conflict:visible")
    expect(conflicts).to_have_text(
        [
            "At the same time as Mend a net, Room 10",
            "At the same time as TIDES: Reading the Sea by Its Edges, Hall",
        ]
    )


def test_what_is_around_a_session_is_read_in_the_readers_zone(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?zone=Asia/Tokyo", viewport=PHONE)
    nets = page.locator("#session-nets")
    nets.get_by_text("Other sessions").click()
    lines = nets.locator(".workshop-neighbours :is(p, li)")
    expect(lines.first).to_contain_text("At the same time:")
    expect(lines.nth(1)).to_contain_text("10:30–10:45")
    expect(lines.nth(1)).to_contain_text("18:30–18:45")
    nets.get_by_role("link", name="TIDES").click()
    expect(page.locator("#session-tides")).to_be_in_viewport()
