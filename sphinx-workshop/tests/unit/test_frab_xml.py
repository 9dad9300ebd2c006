"""The schedule for apps says the same in XML as in JSON, in the order of the format's elements."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from frab_program import FOUND, schedule
from readers import frab_json, frab_xml
from records import program, session
from sphinx_workshop.exports import frab


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
