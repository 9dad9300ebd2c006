"""The schedule for apps: every key of frab's format in JSON, and the same in XML."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from frab_program import FOUND, RECORDS, SITE, events, schedule, session_id
from readers import frab_json, frab_xml
from records import paper, program, session
from sphinx_workshop.exports import frab

# The whole -------------------------------------------------------------------------------------


def test_the_file_says_what_it_is_and_what_made_it() -> None:
    made = frab.schedule(FOUND)
    assert list(made) == ["$schema", "generator", "schedule"]
    assert made["$schema"] == "https://c3voc.de/schedule/schema.json"
    assert made["generator"] == {"name": "workshop", "version": "1", "url": SITE}
    assert list(made["schedule"]) == ["url", "version", "base_url", "conference"]
    assert made["schedule"]["url"] == f"{SITE}program/schedule.json"
    assert made["schedule"]["base_url"] == SITE
    assert made["schedule"]["version"] == "2016-07-22 00:00"


def test_the_conference_has_every_key() -> None:
    conference = schedule()["conference"]
    assert list(conference) == [
        *("acronym", "title", "start", "end", "daysCount", "timeslot_duration"),
        *("time_zone_name", "colors", "rooms", "tracks", "days"),
    ]
    assert conference["acronym"] == "test2016"
    assert (conference["start"], conference["end"]) == ("2016-07-22", "2016-07-23")
    assert conference["daysCount"] == len(conference["days"]) == 2
    assert conference["timeslot_duration"] == "00:05"
    assert conference["time_zone_name"] == "America/New_York"
    assert list(conference["colors"]) == ["primary"]


def test_rooms_and_tracks_have_names_for_machines() -> None:
    conference = schedule()["conference"]
    assert [(room["name"], room["slug"]) for room in conference["rooms"]] == [
        ("Hall", "hall"),
        ("Room B/2", "room-b-2"),
    ]
    assert [list(room) for room in conference["rooms"]] == [
        ["name", "slug", "guid", "description", "capacity"]
    ] * 2
    assert [(track["name"], track["slug"]) for track in conference["tracks"]] == [
        ("Inference", "inference"),
        ("Robustness", "robustness"),
    ]
    assert [list(track) for track in conference["tracks"]] == [["name", "slug", "color"]] * 2


def test_each_day_lasts_from_its_first_session_to_its_last_end() -> None:
    days = schedule()["conference"]["days"]
    assert [{name: day[name] for name in day if name != "rooms"} for day in days] == [
        {
            "index": 1,
            "date": "2016-07-22",
            "day_start": "2016-07-22T09:00:00-04:00",
            "day_end": "2016-07-22T12:00:00-04:00",
        },
        {
            "index": 2,
            "date": "2016-07-23",
            "day_start": "2016-07-23T22:00:00-04:00",
            "day_end": "2016-07-24T00:00:00-04:00",
        },
    ]
    assert [
        {name: [session_id(event) for event in room] for name, room in day["rooms"].items()}
        for day in days
    ] == [{"Hall": ["keynote", "coffee", "alpha"], "Room B/2": ["aside"]}, {"Hall": ["next-day"]}]


# Sessions --------------------------------------------------------------------------------------


def test_a_session_is_written_in_full() -> None:
    assert events()["keynote"] == {
        "guid": "7b7b5da9-42bd-5f86-99af-3c7f7a346015",
        "id": 0x7B7B5DA + 1,
        "date": "2016-07-22T09:00:00-04:00",
        "start": "09:00",
        "end": "2016-07-22T10:00:00-04:00",
        "duration": "01:00",
        "room": "Hall",
        "slug": "test2016-keynote",
        "url": f"{SITE}program/index.html#session-keynote",
        "title": "To “boldly” <go> & see",
        "subtitle": "",
        "track": "Robustness",
        "type": "Keynote",
        "language": "en",
        "abstract": "",
        "description": "What was seen.",
        "recording_license": "",
        "do_not_record": False,
        "persons": [
            {
                "guid": "3f29ac8b-47c9-524d-9abe-89393c8a0757",
                "name": "Dana Fox",
                "url": f"{SITE}program/speakers.html#person-dana-fox",
            }
        ],
        "links": [],
        "origin_url": f"{SITE}program/index.html#session-keynote",
        "attachments": [],
    }


def test_a_papers_session_takes_title_speaker_and_summary_from_it_and_links_it() -> None:
    alpha = events()["alpha"]
    assert (alpha["title"], alpha["description"], alpha["type"]) == ("Alpha", "All of it.", "Talk")
    assert [speaker["name"] for speaker in alpha["persons"]] == ["Børge Ray"]
    assert alpha["links"] == [
        {"title": "Alpha", "url": f"{SITE}papers/alpha.html", "type": "related"}
    ]
    assert alpha["attachments"] == [
        {"title": "PDF", "url": "https://example.org/assets/7.pdf", "type": "paper"}
    ]


def test_a_session_without_a_topic_has_no_track() -> None:
    # The schema of c3voc allows null; a track of our own making would be invented.
    assert events()["coffee"]["track"] is None


def test_a_track_is_as_written_or_as_the_papers() -> None:
    track = ("track", "Field work")
    walk = session("walk", topics=("inference",), more=(track,), docname="program/index")
    beta = session("beta", "10:00-10:30", paper="beta", docname="program/index")
    of_paper = paper("beta", topics="robustness", number=8, more=(track,))
    found = program(*RECORDS, walk, beta, of_paper)
    assert {events(found)[id]["track"] for id in ("walk", "beta")} == {"Field work"}
    tracks = [(track["name"], track["slug"]) for track in schedule(found)["conference"]["tracks"]]
    assert tracks[2:] == [("Field work", "field-work")]


def test_only_breaks_are_not_to_be_recorded() -> None:
    assert [name for name, event in events().items() if event["do_not_record"]] == ["coffee"]


@pytest.mark.parametrize(
    ("times", "duration", "end"),
    [
        ("9:00-9:05", "00:05", "2016-07-22T09:05:00-04:00"),
        ("09:30-12:00", "02:30", "2016-07-22T12:00:00-04:00"),
        ("0:00-24:00", "24:00", "2016-07-23T00:00:00-04:00"),
        # The clock jumps from 02:00 to 03:00, and on the other day goes back from 02:00 to 01:00.
        ("2016-03-13 01:30-03:30", "01:00", "2016-03-13T03:30:00-04:00"),
        ("2016-11-06 00:30-02:30", "03:00", "2016-11-06T02:30:00-05:00"),
    ],
)
def test_a_duration_is_the_time_that_passes(times: str, duration: str, end: str) -> None:
    event = events(program(session("talk", times)))["talk"]
    assert (event["duration"], event["end"]) == (duration, end)


def test_a_session_keeps_its_names_when_all_else_changes() -> None:
    before = events()["aside"]
    after = events(program(session("aside", "2016-07-23 8:00-9:00", title="Moved")))["aside"]
    assert all(before[key] == after[key] for key in ("guid", "id", "slug"))


def test_a_speaker_without_a_page_has_no_address() -> None:
    alone = program(*RECORDS, authors_page=None)
    (speaker,) = events(alone)["alpha"]["persons"]
    assert speaker.keys() == {"guid", "name"}
    assert speaker["name"] == "Børge Ray"


def test_names_that_nobody_and_no_topic_has_are_left_out() -> None:
    (event,) = events(program(session("talk", speakers=("x",), topics=("y",)))).values()
    assert (event["persons"], event["track"]) == ([], None)


# In XML ----------------------------------------------------------------------------------------


def test_the_xml_says_what_the_json_says() -> None:
    assert frab_xml(frab.as_xml(FOUND)) == frab_json(schedule())


def test_the_numbers_of_persons_are_whole_and_tell_them_apart() -> None:
    root = ET.fromstring(frab.as_xml(FOUND).encode())
    numbers = {person.text: int(person.get("id", "")) for person in root.iter("person")}
    assert numbers.keys() == {"Dana Fox", "Børge Ray"}
    assert len(set(numbers.values())) == 2


def test_characters_that_no_xml_may_hold_are_left_out() -> None:
    found = program(session("talk", title="A\x0bB\x00C\ufffeD\x1b[0m 🔭"))
    (event,) = ET.fromstring(frab.as_xml(found).encode()).iter("event")
    assert event.findtext("title") == "ABCD[0m 🔭"
