"""The table of rooms by time over a day's list: its cells, what they say, where there is none."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

import three_days
from engine_fixtures import built_once
from inline_site import SETTINGS, all_words, links, only, words
from sphinx_workshop.site_check import findings

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

    from engine_fixtures import MakeSite
    from inline_site import Built

PAGE = "program/index"
DAYS = ["Tuesday, 10 June 2031", "Wednesday, 11 June 2031"]
ROOMS = ["Hall", "Büro", "Room 2", "Room 10"]


FACTS = three_days.settings(SETTINGS["workshop"])

built = built_once(three_days.FILES, workshop=FACTS)


@pytest.fixture(scope="module")
def tuesday(built: Built) -> Tag:
    return built.page(PAGE).select("table")[0]


def heard(table: Tag) -> dict[str, tuple[str, list[str]]]:
    """Map each title to what a screen reader says with its cell: the row's head, and the columns'.

    Cells are placed as HTML says it: each takes the first places that no cell from above takes.
    """
    columns = [words(head) for head in table.select("thead th")]
    taken: set[tuple[int, int]] = set()
    found = {}
    for y, row in enumerate(table.select("tbody tr")):
        x = 0
        head = words(only(row, "th"))
        for cell in row.select("th, td"):
            while (x, y) in taken:
                x += 1
            wide, high = (int(str(cell.get(it, "1"))) for it in ("colspan", "rowspan"))
            places = {(x + i, y + j) for i in range(wide) for j in range(high)}
            assert not places & taken, "two cells have one place"
            taken |= places
            for title in all_words(cell, ".workshop-title"):
                found[title] = (head, columns[x : x + wide])
    full = {(x, y) for x in range(len(columns)) for y in range(len(table.select("tbody tr")))}
    assert taken == full, "the rows are not of one width"
    return found


def test_every_session_of_a_day_is_heard_with_its_time_and_its_room(tuesday: Tag) -> None:
    assert heard(tuesday) == {
        "Welcome": ("09:00", ROOMS),
        "What shores remember": ("09:15", ROOMS),
        "Coffee": ("10:00", ROOMS),
        "TIDES: Reading the Sea by Its Edges": ("10:30", ["Hall"]),
        "Gulls Counted in Flight": ("10:30", ["Room 2"]),
        "Kelp Forests from Orbit": ("10:45", ["Room 2"]),
        "Mend a net": ("10:30", ["Room 10"]),
        "Lightning talks": ("11:00", ["Büro"]),
        "A lamp for eels": ("11:00", ["Büro"]),
        "Reefs, heard": ("11:00", ["Büro"]),
        "Salt and time": ("11:15", ["Room 2"]),
        "Learning to See through Fog": ("11:15", ["Room 2"]),
        "Lunch": ("12:00", ROOMS),
        "Who owns the sea floor?": ("15:00", ROOMS),
    }


def test_a_cell_is_as_high_as_the_times_that_begin_during_its_session(tuesday: Tag) -> None:
    cell = only(tuesday, "td:has([data-object='session:nets'])")
    assert cell["rowspan"] == "4"  # until 10:45, 11:00, 11:15 and 12:00
    assert all_words(tuesday, "tbody th") == [
        *("09:00", "09:15", "10:00", "10:30", "10:45", "11:00", "11:15", "12:00", "15:00"),
    ]


def test_the_table_says_what_it_is_and_which_cells_are_heads(built: Built) -> None:
    tables = built.page(PAGE).select("table")
    assert [words(only(table, "caption")) for table in tables] == [f"Rooms on {d}" for d in DAYS]
    for table, day in zip(tables, DAYS, strict=True):
        assert {head.get("scope") for head in table.select("thead th")} == {"col"}
        assert {head.get("scope") for head in table.select("tbody th")} == {"row"}
        window = table.parent
        assert window
        assert (window["role"], window["tabindex"]) == ("region", "0")
        assert window["aria-label"] == f"Rooms on {day}"


def test_what_is_on_for_all_in_the_main_room_says_where_it_is(tuesday: Tag) -> None:
    rooms = {
        str(slot["data-object"]): all_words(slot, ".workshop-room")
        for slot in tuesday.select("td[colspan] > .workshop-slot")
    }
    assert rooms == {
        "session:welcome": ["Hall"],
        "session:shores": ["Hall"],
        "session:coffee": [],
        "session:lunch": [],
        "session:floor": ["Hall"],
    }


def test_a_room_whose_sessions_are_all_for_everyone_is_no_column(built: Built) -> None:
    wednesday = built.page(PAGE).select("table")[1]
    assert all_words(wednesday, "thead th") == ["Time", "Room 2", "Room 10"]
    assert heard(wednesday)["Posters"] == ("11:00", ["Room 2", "Room 10"])


def test_a_day_in_one_room_has_no_table(built: Built) -> None:
    page = built.page(PAGE)
    assert len(page.select(".workshop-grid")) == 2
    last = page.select(".workshop-day")[-1]
    following = last.find_next_sibling()
    assert following
    assert following.name == "ol"


def test_a_page_without_a_table_does_not_load_its_stylesheet(built: Built, small: Built) -> None:
    def sheets(page: Tag) -> int:
        return len(page.select("link[href*='workshop/grid.css']"))

    assert sheets(built.html(PAGE)) == 1
    assert sheets(built.html("index")) == 0
    assert sheets(small.html("program/index")) == 0


def test_a_cell_links_and_marks_as_the_list_does(tuesday: Tag) -> None:
    fog = only(tuesday, "[data-object='session:fog']")
    assert links(only(fog, ".workshop-title")) == {"Learning to See through Fog": "papers/fog.html"}
    assert links(only(fog, ".workshop-speakers")) == {"Vera Wold": "authors.html#person-vera-wold"}
    assert words(only(fog, ".workshop-state")) == "Moved from 10 June 2031, 11:15–11:45"
    assert fog["data-same"] == "paper:fog"
    salt = only(tuesday, "[data-object='session:salt']")
    assert links(only(salt, ".workshop-title s")) == {"Salt and time": "#session-salt"}
    assert words(only(salt, ".workshop-state")) == "Cancelled"
    assert "data-cancelled" in salt.attrs


def test_ids_are_unique_and_links_to_rooms_lead_to_their_columns(built: Built) -> None:
    page = built.html(PAGE)
    ids = Counter(str(node["id"]) for node in page.select("[id]"))
    assert [id for id, count in ids.items() if count > 1] == []
    (tuesday, _) = page.select(".workshop-rooms")
    found = links(tuesday)
    assert found.pop("Skip to the list") == "#session-welcome"
    assert {name: words(only(page, href)) for name, href in found.items()} == {r: r for r in ROOMS}


def test_parts_of_a_day_and_rooms_of_one_slug_have_ids_of_their_own(make_site: MakeSite) -> None:
    part = "::::{{schedule}} 2031-06-10\n\n{}\n::::\n"
    sessions = [
        f":::{{session}} {id}\n:id: {id}\n:time: {hour}:00-{hour}:30\n:room: {room}\n:::\n"
        for hour in (10, 11)
        for room, id in (("Lab A", f"a{hour}"), ("Lab (A)", f"b{hour}"))
    ]
    text = "# Program\n\n" + "\n".join(
        part.format("\n".join(pair)) for pair in (sessions[:2], sessions[2:])
    )
    page = make_site({"index.md": text}, workshop=FACTS).build().page("index")
    assert [head["id"] for head in page.select("thead th[id]")] == [
        "room-2031-06-10-lab-a",
        "room-2031-06-10-lab-a-2",
        "room-2031-06-10-2-lab-a",
        "room-2031-06-10-2-lab-a-2",
    ]


def test_other_builders_leave_the_table_out(make_site: MakeSite) -> None:
    built = make_site(three_days.FILES, workshop=FACTS).build(builder="text")
    assert built.messages == []
    text = (built.output / "program/index.txt").read_text("utf-8")
    assert text.count("Mend a net") == 1


def test_a_table_follows_a_title_that_changes_on_another_page(make_site: MakeSite) -> None:
    site = make_site(three_days.FILES, workshop=FACTS)
    site.build()
    site.write(
        {"program/papers/fog.md": three_days.FILES["program/papers/fog.md"].replace("Fog", "Mist")}
    )
    page = site.build().page(PAGE)
    assert words(only(page, ".workshop-slot[data-object='session:fog'] .workshop-title")).endswith(
        "Mist"
    )


def test_each_session_links_those_before_after_and_beside_it(built: Built) -> None:
    page = built.page(PAGE)

    def near(id: str) -> list[str]:
        return all_words(page, f"#session-{id} .workshop-neighbours :is(p, li)")

    assert near("gulls") == [
        "After: 10:45–11:00 Kelp Forests from Orbit, Room 2",
        "At the same time:",
        "10:30–11:00 TIDES: Reading the Sea by Its Edges, Hall",
        "10:30–12:00 Mend a net, Room 10",
    ]
    assert near("reef")[0] == "Before: 11:00–11:10 A lamp for eels, Büro"
    assert near("coffee") == near("salt") == near("closing") == []
    kelp = only(page, "#session-kelp .workshop-neighbours")
    assert links(kelp)["Gulls Counted in Flight"] == "#session-gulls"


def test_a_table_that_says_other_than_the_list_is_reported(built: Built, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(built.output, site)
    page = site / f"{PAGE}.html"
    before, slot, after = page.read_text("utf-8").partition('data-object="session:nets"')
    page.write_text(before + slot + after.replace("T10:30", "T10:20", 1), "utf-8")
    assert ["session 'nets'" in str(finding) for finding in findings(site)] == [True]
