"""The schedule for apps is valid by c3voc's rules; the checker reports what is not."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from lxml import etree

from c3voc import json_faults, xml_faults
from records import EVENT, paper, person, session, topic
from sphinx_workshop.core.program import Program
from sphinx_workshop.core.vocabulary import Kind
from sphinx_workshop.exports import frab

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_workshop.core.model import Record

# Two rooms on two days, a talk given twice, names in other scripts, and ids of a few letters.
RECORDS: tuple[Record, ...] = (
    session("owl", "09:00-10:00", kind=Kind.KEYNOTE, speakers=("li",), topics=("a",), room="講堂"),
    session("a", "10:00-10:30", kind=Kind.BREAK, room="B"),
    session("beta", "10:30-10:45", paper="beta", title="", room="講堂"),
    session("beta-again", "2016-07-23 22:00-24:00", paper="beta", title="", room="★"),
    session("x-0", "2016-07-23 22:00-22:05", title="<b> & “c” \x0b", note="Ünïcode 🔭", room="B"),
    person("li", "李明", docname="program/speakers"),
    paper("beta", "Nguyễn Thị Hạnh*; Ада Лавлейс", number=7, summary="All of it."),
    topic("a", short="Å"),
)

# The first seven digits of their guids, which the ids are made of, are the same.
ALIKE = ("s1098", "s6599")


def program(*records: Record, **facts: Any) -> Program:
    return Program(replace(EVENT, **facts), records or RECORDS, {"author-index": "authors"})


def test_a_schedule_keeps_all_rules() -> None:
    assert json_faults(frab.schedule(program())) == []
    assert xml_faults(frab.as_xml(program())) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"uid": "ml@example.org"},
        {"uid": "ML.4Fields-2016@example.org"},
        {"uid": "...@example.org"},
        {"name": "机器学习 & <co>"},
        {"timezone": ZoneInfo("America/Port-au-Prince")},
        {"timezone": ZoneInfo("Etc/GMT+5")},
        {"site": "http://localhost:8000/"},
    ],
    ids=lambda facts: str(*facts.values()),
)
def test_a_schedule_keeps_all_rules_whatever_the_facts_are(facts: dict[str, Any]) -> None:
    assert json_faults(frab.schedule(program(**facts))) == []
    assert xml_faults(frab.as_xml(program(**facts))) == []


@pytest.mark.parametrize(
    ("zone", "named"),
    [("Europe/Berlin", True), ("America/New_York", True), ("America/Port-au-Prince", False)],
)
def test_a_zone_is_named_where_the_rules_accept_its_name(zone: str, named: bool) -> None:
    conference = frab.schedule(program(timezone=ZoneInfo(zone)))["schedule"]["conference"]
    assert conference.get("time_zone_name") == (zone if named else None)


@pytest.mark.parametrize(
    ("uid", "acronym"),
    [("field2016", "field2016"), ("ml", "ml_2016"), ("f-2016", "f_2016"), ("...", "_2016")],
)
def test_an_acronym_has_four_characters_and_no_hyphen(uid: str, acronym: str) -> None:
    found = frab.schedule(program(uid=f"{uid}@example.org"))["schedule"]["conference"]
    assert found["acronym"] == acronym


def test_the_xml_leaves_out_a_slug_that_is_too_short_for_it() -> None:
    root = etree.fromstring(frab.as_xml(program()).encode())
    assert [event.findtext("slug") for event in root.iter("event")] == [
        *(None, "test2016-beta", None, None),
        "test2016-beta-again",
    ]


def test_a_talk_given_twice_is_two_events_of_one_title() -> None:
    days = frab.schedule(program())["schedule"]["conference"]["days"]
    first, second = (
        event
        for day in days
        for room in day["rooms"].values()
        for event in room
        if event["title"] == "Beta"
    )
    assert all(first[key] != second[key] for key in ("guid", "id", "slug"))


def test_two_sessions_whose_guids_give_one_number_have_two_ids() -> None:
    found = program(session(ALIKE[0], "09:00-10:00"), session(ALIKE[1], "10:00-11:00"))
    (day,) = frab.schedule(found)["schedule"]["conference"]["days"]
    first, second = day["rooms"]["Hall"]
    assert first["guid"][:7] == second["guid"][:7]
    assert abs(first["id"] - second["id"]) == 1


# The checker -----------------------------------------------------------------------------------

Event = dict[str, Any]


def planted(fault: Callable[[dict[str, Any], Event], object]) -> list[str]:
    """Return what the checker says of a schedule after a change to its conference and an event."""
    content = copy.deepcopy(frab.schedule(program()))
    conference = content["schedule"]["conference"]
    fault(conference, conference["days"][0]["rooms"]["講堂"][1])
    return json_faults(content)


@pytest.mark.parametrize(
    "fault",
    [
        lambda c, e: e.update(code="beta"),
        lambda c, e: e.update(url="program/index.html"),
        lambda c, e: e.update(slug="b"),
        lambda c, e: e.update(date="2016-07-22"),
        lambda c, e: e.update(id=0),
        lambda c, e: e.update(guid="beta"),
        lambda c, e: e.update(speaker="Ann Lee"),
        lambda c, e: e["persons"][0].pop("name"),
        lambda c, e: e["links"][0].update(type="pdf"),
        lambda c, e: e.pop("abstract"),
        lambda c, e: c.update(acronym="ml"),
        lambda c, e: c.update(time_zone_name="EST"),
        lambda c, e: c["rooms"][0].update(slug=""),
        lambda c, e: e.update(guid=c["days"][0]["rooms"]["B"][0]["guid"]),
    ],
)
def test_the_checker_reports_each_fault_in_the_json(
    fault: Callable[[dict[str, Any], Event], object],
) -> None:
    assert planted(fault)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<event guid=", '<event code="beta" guid='),
        ("<slug>test2016-beta</slug>", "<slug>test2016-beta-again</slug>"),
        ("</event>", "<feedback_url/></event>"),
        ("<url>https://", "<url>ftp://"),
        ("<time_zone_name>America/New_York", "<time_zone_name>EST"),
        ("-04:00</date>", "</date>"),
        ("<subtitle />", ""),
    ],
)
def test_the_checker_reports_each_fault_in_the_xml(old: str, new: str) -> None:
    text = frab.as_xml(program())
    assert old in text
    assert xml_faults(text.replace(old, new, 1))


@pytest.mark.parametrize(
    "change",
    [
        lambda c, e: e.update(code="K3YN0T", logo="https://example.org/a.png"),
        lambda c, e: e.update(persons=[{"id": 7, "public_name": "Ann Lee"}]),
        lambda c, e: e["links"][0].pop("type"),
        lambda c, e: c.update(time_zone_name="UTC"),
    ],
)
def test_the_checker_accepts_what_the_rules_accept(
    change: Callable[[dict[str, Any], Event], object],
) -> None:
    assert planted(change) == []
