"""The calendars of topics, rooms, kinds and people: which there are, and what each holds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from calendar_entries import HERE, SITE, program, reread, values
from records import paper, person, room, session, topic
from sphinx_workshop.core import urls
from sphinx_workshop.core.parts import By
from sphinx_workshop.core.program import Program
from sphinx_workshop.core.vocabulary import Kind
from sphinx_workshop.exports import calendars

if TYPE_CHECKING:
    from sphinx_workshop.core.model import Room

RECORDS = (
    topic("inference", short="Inference"),
    topic("noise", 2, short="Noise"),
    person("ann-lee", "Ann Lee"),
    person("bo-ray", "Bo Ray", also="B. Ray"),
    person("di-fox", "Di Fox"),
    paper("alpha", "Cy Poe*; Ann Lee", "inference"),
    paper("beta", "B. Ray*", number=2, sessions=("posters",)),
    session("talk", "09:00-10:00", speakers=("ann-lee",), topics=("inference",), chair=("bo-ray",)),
    session("alpha", "10:00-10:15", kind=Kind.SPOTLIGHT, paper="alpha", title=""),
    session("coffee", "10:30-11:00", kind=Kind.BREAK, room="Annex"),
    session("posters", "11:00-12:00", kind=Kind.POSTERS, room="Annex"),
)


def held(found: Program) -> dict[tuple[str, str], list[str]]:
    """Return the ids of the sessions that each part has."""
    return {
        (str(by), id): [session.id for session in part.sessions]
        for (by, id), part in found.parts.items()
    }


def test_each_topic_room_kind_and_person_with_a_session_has_a_calendar() -> None:
    assert held(program(*RECORDS)) == {
        ("topics", "inference"): ["talk", "alpha"],
        ("rooms", "annex"): ["coffee", "posters"],
        ("rooms", "hall"): ["talk", "alpha"],
        ("kinds", "talk"): ["talk"],
        ("kinds", "spotlight"): ["alpha"],
        ("kinds", "poster-session"): ["posters"],
        ("people", "ann-lee"): ["talk", "alpha"],
        ("people", "bo-ray"): ["talk", "posters"],
    }


def test_where_a_session_names_a_track_each_track_has_a_calendar() -> None:
    named = session("walk", "13:00-14:00", more=(("track", "Field work"),))
    found = held(program(*RECORDS, named))
    assert {key: ids for key, ids in found.items() if key[0] == "tracks"} == {
        ("tracks", "field-work"): ["walk"],
        ("tracks", "inference"): ["talk", "alpha"],
    }


@pytest.mark.parametrize(
    ("rooms", "ids"),
    [
        (("Hall 2", "Hall-2"), ["hall-2", "hall-2-*"]),
        (("101", "102"), ["101", "102"]),
        (("会場", "別館"), ["room-*", "room-*"]),
        (("Aux", "Main/left"), ["aux-*", "main-left-*"]),
    ],
)
def test_rooms_have_files_of_their_own_whatever_they_are_called(
    rooms: tuple[str, str], ids: list[str]
) -> None:
    found = room_ids(*rooms)
    assert len({*found.values()}) == len(rooms)
    assert [re.sub("-[0-9a-f]{6}$", "-*", id) for id in sorted(found.values())] == ids


@pytest.mark.parametrize("other", ["Buro", "BÜRO", "Büro.", "Annex", "あ"])
def test_a_rooms_file_keeps_its_name_when_another_room_comes(other: str) -> None:
    assert room_ids("Hall", "Büro", other)["Büro"] == room_ids("Hall", "Büro")["Büro"]


def test_a_rooms_file_has_the_id_that_a_page_declares() -> None:
    declared = (room("office", "Büro"), room("hall", "Hall"))
    assert room_ids("office", "Hall", declared=declared) == {"Büro": "office", "Hall": "hall"}


def room_ids(*rooms: str, declared: tuple[Room, ...] = ()) -> dict[str, str]:
    """Return the ids of the calendars of rooms that sessions are in, by the rooms' names."""
    sessions = (session(f"s{n}", room=room) for n, room in enumerate(rooms))
    parts = program(*sessions, *declared).parts.values()
    return {part.title: part.id for part in parts if part.by is By.ROOM}


def test_a_calendar_of_a_part_says_what_it_is() -> None:
    found = program(*RECORDS)
    part = found.parts[By.KIND, "poster-session"]
    assert urls.part_calendar(found, part) == "kinds/poster-session.ics"
    made = reread(calendars.of_part(found, part))
    assert made.calendar_name == "Test Workshop: Poster session"
    assert made.source == f"{SITE}kinds/poster-session.ics"
    about = values(made, "DESCRIPTION")[0]
    assert about == ":Sessions of the workshop Test Workshop: Poster session."


def test_a_kind_has_the_word_that_the_site_has_for_it() -> None:
    lecture = replace(Kind.TALK, label="Lecture")
    found = Program(replace(HERE, kinds=(lecture,)), [session("one", kind=lecture)])
    assert [part.title for part in found.parts.values()] == ["Lecture"]


def test_who_subscribes_to_a_part_and_to_the_whole_sees_each_session_once() -> None:
    found = program(*RECORDS)
    whole = {str(e.uid): e.to_ical() for e in reread(calendars.of_program(found)).events}
    for part in found.parts.values():
        for entry in reread(calendars.of_part(found, part)).events:
            assert whole[str(entry.uid)] == entry.to_ical()


def test_entries_that_are_shared_are_written_as_the_library_writes_them() -> None:
    found = program(*RECORDS)
    for made in (
        calendars.of_program(found),
        *(calendars.of_part(found, part) for part in found.parts.values()),
    ):
        assert made == reread(made).to_ical()
        assert made.count(b"END:VCALENDAR") == 1
