"""The schedule for apps says the same in XML as in JSON, in the order of the format's elements."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from frab_program import FOUND, schedule
from readers import frab_json, frab_xml
from records import program, session
from sphinx_workshop.exports import frab

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_the_xml_says_what_the_json_says() -> None:
    assert frab_xml(frab.as_xml(FOUND)) == frab_json(schedule())


def outline(element: ET.Element) -> Iterator[str]:
    """Yield the tags and attributes below an element, in order; a tag that repeats once."""
    last = ""
    for child in element:
        name = "@".join([child.tag, *child.attrib])
        if name != last:
            yield name
        last = name


def test_the_elements_of_the_xml_stand_in_the_formats_order() -> None:
    root = ET.fromstring(frab.as_xml(FOUND).encode())
    of = {name: next(root.iter(name)) for name in ("conference", "day", "recording", "event")}
    assert root.tag == "schedule"
    assert list(outline(root)) == [
        "generator@name@version",
        "version",
        "conference",
        "day@index@date@start@end",
    ]
    assert list(outline(of["conference"])) == [
        *("title", "acronym", "start", "end", "days", "timeslot_duration", "base_url"),
        *("time_zone_name", "track@name@slug@color"),
    ]
    assert list(outline(of["day"])) == ["room@name@guid"]
    assert list(outline(next(iter(of["day"])))) == ["event@guid@id"]
    assert list(outline(of["event"])) == [
        *("room", "title", "subtitle", "type", "date", "start", "duration", "abstract", "slug"),
        *("track", "persons", "language", "description", "recording", "links", "attachments"),
        "url",
    ]
    assert list(outline(of["recording"])) == ["license", "optout"]
    for name, among in (("persons", "person@id"), ("links", "link@href")):
        assert [*outline(filled(root, name))] == [among]
    assert [*outline(filled(root, "attachments"))] == ["attachment@href"]


def filled(root: ET.Element, name: str) -> ET.Element:
    """Return the first element of a name that holds something."""
    return next(element for element in root.iter(name) if len(element))


def test_the_numbers_of_persons_are_whole_and_tell_them_apart() -> None:
    root = ET.fromstring(frab.as_xml(FOUND).encode())
    numbers = {person.text: int(person.get("id", "")) for person in root.iter("person")}
    assert numbers.keys() == {"Dana Fox", "Børge Ray"}
    assert len(set(numbers.values())) == 2


def test_characters_that_no_xml_may_hold_are_left_out() -> None:
    found = program(session("talk", title="A\x0bB\x00C\ufffeD\x1b[0m 🔭"))
    (event,) = ET.fromstring(frab.as_xml(found).encode()).iter("event")
    assert event.findtext("title") == "ABCD[0m 🔭"
