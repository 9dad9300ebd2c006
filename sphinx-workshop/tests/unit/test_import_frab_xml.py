"""A `schedule.xml` is read as the `schedule.json` beside it, our own and those of others."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from import_site import ImportSite, site_of_talks
from records import paper, person, program, session, topic
from sphinx_workshop.core.vocabulary import Kind
from sphinx_workshop.exports import frab
from sphinx_workshop.imports import formats

if TYPE_CHECKING:
    from pathlib import Path

ZONE = ZoneInfo("America/New_York")

# As frab writes it: attributes of its own, HTML in texts, a day that ends at night, an empty room.
FRAB = """\
<?xml version="1.0" encoding="ISO-8859-1"?>
<schedule xmlns:x="http://example.org/x">
 <generator name="frab" version="0.9"/><version>Grass &amp; Hay</version>
 <conference><title>Meadows</title><acronym>mead16</acronym></conference>
 <day index="1" date="2016-07-22" start="2016-07-22T09:00:00-04:00" end="2016-07-23T03:00:00-04:00">
  <room name="Hall" guid="a1">
   <event guid="11111111-1111-5111-8111-111111111111" id="1" code="ABCDEF">
    <date>2016-07-22T10:00:00-04:00</date><start>10:00</start><duration>00:45</duration>
    <room>Hall</room><slug>mead16-1-of_grass</slug>
    <title>Of &lt;Grass&gt; &amp; $\\alpha$ at 50\\%</title><subtitle/><track>Fields</track>
    <type>keynote</type><language>en</language>
    <abstract><![CDATA[<p>We <b>look</b>.</p><p>Twice.</p>]]></abstract>
    <persons><person id="5">Ann   Lee</person><person id="6" guid="p6">Børge Ray</person></persons>
    <links><link href="https://example.org/">Page</link></links><attachments/>
   </event>
   <event guid="22222222-2222-5222-8222-222222222222" id="2">
    <start>1:30</start><duration>0:30</duration><title>After Midnight</title><persons/>
   </event>
   <event><start>12:00</start><duration>00:30</duration><title>No name</title></event>
   <event guid="44444444-4444-5444-8444-444444444444" id="4">
    <start>noon</start><duration>00:30</duration><title>No time</title>
   </event>
  </room>
  <room name="Empty"/>
 </day>
</schedule>
"""


# As Pentabarf writes it: numbers alone, no dates, a clock's time at which days change.
PENTABARF = """\
<schedule>
 <conference><title>Hay</title><day_change>04:00:00</day_change></conference>
 <day index="1" date="2016-07-22">
  <room name="Hall">
   <event id="15"><start>09:30:00</start><duration>00:25:00</duration><title>Hay</title>
    <language/><persons><person id="6">Ann Lee</person></persons></event>
   <event id="16"><start>00:30</start><duration>00:25</duration><title>Night</title></event>
  </room>
 </day>
</schedule>
"""


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    return site_of_talks(tmp_path)


def test_what_a_site_exports_is_read_the_same_from_xml_as_from_json() -> None:
    found = program(
        session("keynote", "09:00-10:00", kind=Kind.KEYNOTE, title="To “boldly” <go> & see",
                speakers=("dana-fox",), topics=("fields",), note="What *was* seen.",
                docname="program/index"),
        session("alpha", "10:30-10:45", paper="alpha", title="", docname="program/index"),
        session("aside", "10:30-12:00", room="Room B/2", docname="program/index"),
        session("late", "2016-07-23 22:00-24:00", docname="program/index"),
        person("dana-fox", "Dana Fox", docname="program/speakers"),
        paper("alpha", "Børge Ray*; Ann Lee", number=7, summary="All <of> it.", title="Alpha"),
        topic("fields", short="Fields"),
    )  # fmt: skip
    xml = formats.read(frab.as_xml(found).encode(), ZONE)
    parsed = formats.read(json.dumps(frab.schedule(found)).encode(), ZONE)
    assert len(xml.talks) == 4
    assert xml.talks == parsed.talks
    assert xml.changes == parsed.changes
    assert xml.remarks == parsed.remarks


def test_a_schedule_of_frabs_becomes_sessions_and_what_is_not_read_is_named(
    site: ImportSite,
) -> None:
    done = site.import_(FRAB)
    assert done.code == 0, done.err
    assert done.numbers.startswith("pretalx: 2 talks read; 4 written")  # two people among them
    page = site.read("program/index.md")
    assert "{session} Of <Grass> & α at 50%\n" in page
    assert ":time: 10:00-10:45\n" in page
    assert ":kind: keynote\n" in page
    assert ":speakers: ann-lee; borge-ray\n" in page
    assert "We **look**.\n\nTwice.\n" in page
    assert page.index("{schedule} 2016-07-22") < page.index("{schedule} 2016-07-23")
    assert ":time: 01:30-02:00\n" in page.partition("{schedule} 2016-07-23")[2]
    assert "'No name' has neither code nor guid" in done.out
    assert "has no time that can be read" in done.out
    assert "0 written" in site.import_(FRAB).numbers


def test_a_schedule_of_numbers_and_clock_times_is_read() -> None:
    found = formats.read(PENTABARF.encode(), ZONE).talks
    assert [(talk.code, f"{talk.start:%Y-%m-%d %H:%M}", f"{talk.end:%H:%M}") for talk in found] == [
        ("15", "2016-07-22 09:30", "09:55"),
        ("16", "2016-07-23 00:30", "00:55"),
    ]


def test_a_byte_order_mark_and_the_wrong_encoding_in_its_first_line_do_no_harm() -> None:
    plain = formats.read(FRAB.encode(), ZONE)
    marked = formats.read(b"\xef\xbb\xbf" + FRAB.replace("\n", "\r\n").encode(), ZONE)
    assert [replace(t, summary="") for t in marked.talks] == [
        replace(t, summary="") for t in plain.talks
    ]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (FRAB[: FRAB.index("</persons>")], "the XML is broken or cut off here"),
        ("<schedule><conference/></schedule>", "no <schedule> with a <day>"),
        (
            '<!DOCTYPE x [<!ENTITY e "e">]><schedule><day/></schedule>',
            "a document type or entities",
        ),
    ],
)
def test_a_schedule_that_cannot_be_read_says_why(
    site: ImportSite, text: str, reported: str
) -> None:
    done = site.import_(text)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert reported in done.err
