"""Rooms as objects: how sessions name them, what shows them, and what a mistake says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import exported
import three_days
from engine_fixtures import built_once
from inline_site import SETTINGS, all_words, links, only, words
from written import directive, page

if TYPE_CHECKING:
    from engine_fixtures import MakeSite
    from inline_site import Built

HALL = {"place": "Ground floor", "capacity": "300", "stream": "https://example.org/hall"}
ROOMS = page(
    "Rooms",
    directive("room", "Hall", "The doors are wide.", **HALL),
    directive("room", "Büro", id="office", place="First floor"),
    directive("room", "Room 2"),
    directive("room", "Room 10", capacity="1"),
    directive("room", "Foyer"),
    "The keynote is in the {room}`hall`, salt in {room}`number two <room-2>`.\n",
)
LISTED = "program/papers/index\n", "program/papers/index\nabout/rooms\n"
PROGRAM = three_days.PROGRAM.replace(":room: Büro\n:block", ":room: office\n:block")
FILES = three_days.FILES | {
    "index.md": three_days.FILES["index.md"].replace(*LISTED),
    "program/index.md": PROGRAM,
    "about/rooms.md": ROOMS,
}
FACTS = three_days.settings(SETTINGS["workshop"])


built = built_once(FILES, workshop=FACTS)


def test_an_entry_says_where_a_room_is_how_many_it_holds_and_what_is_on(built: Built) -> None:
    entry = only(built.page("about/rooms"), "#room-hall")
    assert words(only(entry, ".workshop-title")) == "Hall"
    assert words(only(entry, ".workshop-affiliation")) == "Ground floor · for 300 people"
    assert links(entry, ".workshop-links a") == {"Live stream": "https://example.org/hall"}
    assert "The doors are wide." in words(entry)
    assert "What shores remember" in all_words(entry, "details li a")
    assert "for 1 person" in words(only(built.page("about/rooms"), "#room-room-10"))


def test_the_schedule_its_table_and_text_link_rooms(built: Built) -> None:
    program = built.page("program/index")
    shown = links(only(program, "#session-lamp"), ".workshop-room a")
    assert shown == {"Büro": "../about/rooms.html#room-office"}
    heads = links(program.select("table")[0], "thead th a")
    assert heads["Hall"] == "../about/rooms.html#room-hall"
    text = links(built.page("about/rooms"), "p a.reference")
    assert text["Hall"] == "#room-hall"
    assert text["number two"] == "#room-room-2"
    paper = links(built.page("program/papers/fog"), ".workshop-presented a")
    assert paper["Room 2"] == "../../about/rooms.html#room-room-2"


def test_calendars_have_name_and_place_and_a_stream(built: Built) -> None:
    entries = exported.entries(built)
    place = SETTINGS["workshop"].get("place", "")
    assert entries["lamp"]["LOCATION"] == ", ".join(filter(None, ("Büro", "First floor", place)))
    assert "Live stream: https://example.org/hall" in str(entries["welcome"]["DESCRIPTION"])
    assert "Live stream" not in str(entries["lamp"]["DESCRIPTION"])


def test_a_rooms_calendar_has_the_id_that_is_declared(built: Built) -> None:
    folder = built.output / "program/rooms"
    names = ["foyer", "hall", "office", "room-10", "room-2"]
    assert sorted(path.stem for path in folder.iterdir()) == names
    shown = links(only(built.page("about/rooms"), "#room-office"), "p a")
    assert "../program/rooms/office.ics" in shown.values()


def test_files_for_apps_have_what_is_known_of_rooms(built: Built) -> None:
    conference = exported.data(built, "schedule.json")["schedule"]["conference"]
    rooms = {room["name"]: room for room in conference["rooms"]}
    about = "Ground floor\n\nThe doors are wide."
    assert (rooms["Hall"]["description"], rooms["Hall"]["capacity"]) == (about, 300)
    assert (rooms["Büro"]["slug"], rooms["Büro"]["description"]) == ("office", "First floor")
    assert (rooms["Room 2"]["description"], rooms["Room 2"]["capacity"]) == (None, None)


def test_the_papers_data_name_the_room(built: Built) -> None:
    sessions = exported.papers(built)["fog"]["sessions"]
    assert [session["room"] for session in sessions] == ["Room 2"]


def test_machines_read_the_place_of_a_session(built: Built) -> None:
    places = {part["name"]: part["location"] for part in exported.event(built)["subEvent"]}
    lamp, welcome = places["A lamp for eels"], places["Welcome"]
    assert (lamp["@type"], lamp["name"]) == ("Place", "Büro")
    assert lamp["address"].startswith("First floor")
    hall, stream = welcome
    assert hall["maximumAttendeeCapacity"] == 300
    assert stream == {"@type": "VirtualLocation", "url": "https://example.org/hall"}


def reported(make_site: MakeSite, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the messages of a site with passages replaced, each with the line that it names."""
    wrong = dict(FILES)
    for old, new in changes:
        (name,) = (name for name, text in wrong.items() if old in text)
        wrong[name] = wrong[name].replace(old, new, 1)
    found = make_site(wrong, workshop=FACTS).build().messages
    return [(wrong[m.file].splitlines()[m.line - 1], m.text.split(" (https")[0]) for m in found]


def test_unknown_rooms_and_names_that_are_taken_are_reported_where_they_stand(
    make_site: MakeSite,
) -> None:
    found = reported(
        make_site,
        (":room: office\n:block", ":room: Bürro\n:block"),
        (":::{room} Hall\n", ":::{room} Aula\n:id: hall\n"),
        (":::{room} Room 2\n", ":::{room} Room 2\n:id: office\n"),
        (":::{room} Foyer\n", ":::{room} Room 10\n:id: room-2\n"),
        (":room: Foyer\n", ":room: room-2\n"),
    )
    said = {line: message for line, message in found if "is not within" not in message}
    assert said.pop(":::{room} Room 10").startswith("room 'room-2' has a name that is taken")
    assert said.pop(":id: office").startswith("room 'office' is declared already")
    bad = "session 'lamp' is in an unknown room, 'Bürro'; did you mean 'Büro'?"
    assert said.pop(":room: Bürro") == bad
    (default,) = (m for m in said.values() if m.startswith("session 'welcome'"))
    assert "is in 'Hall', the room of sessions that name none, and no page declares it" in default


def test_a_room_with_a_mistake_causes_no_second_report(make_site: MakeSite) -> None:
    found = reported(
        make_site, (":capacity: 300", ":capacity: many"), (":::{room} Foyer", ":::{room}")
    )
    bad = "room 'hall': capacity 'many': write a whole number, like 58"
    assert found == [
        (":capacity: many", bad),
        (":::{room}", "room: write a name after `{room}`"),
    ]


def test_where_no_page_declares_a_room_any_words_will_do(make_site: MakeSite) -> None:
    files = {"program/index.md": three_days.PROGRAM.replace("Büro", "Office (left)")}
    assert make_site(three_days.FILES | files, workshop=FACTS).build().messages == []
