"""What a source has and no page gets is named once: of papers, of talks, and of their people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from import_site import cmt, note, notes, site_of_talks

if TYPE_CHECKING:
    from pathlib import Path

    from import_site import ImportSite

LEE = {"first_name": "Ann", "last_name": "Lee", "email": "a@mail.example", "extra": "x"}
CONTRIBUTION = {
    "id": 1, "title": "Alpha", "startDate": {"date": "2016-07-22", "time": "09:00:00"},
    "duration": 30, "room": "Hall", "track": "Fields", "extra": "x", "primaryauthors": [LEE],
}  # fmt: skip
AUTHOR = {"first": "Ann", "last": "Lee", "email": "a@mail.example", "contact": True, "extra": "x"}
SPEAKER = {"name": "Ann Lee", "email": "a@mail.example", "biography": "Bio.", "extra": "x"}
EXTRA = {
    "subtitle": "Sub", "language": "de", "track": {"en": "Fields"}, "description": "More.",
    "links": [{"url": "https://example.org", "title": "Map"}], "abstract": "Words.", "extra": "x",
}  # fmt: skip
TALK: dict[str, Any] = {
    "guid": "g1", "title": "Alpha", "date": "2016-07-22T11:00:00-04:00", "duration": "00:30",
    "room": "Hall", "type": "Talk", "persons": [SPEAKER],
}  # fmt: skip
SLOT = {"start": TALK["date"], "end": "2016-07-22T11:30:00-04:00", "room": "Hall"}
SUBMISSION = {"code": "C1", "title": "Alpha", "state": "confirmed", "speakers": [SPEAKER]}
XML = """\
<schedule><day date="2016-07-22" start="2016-07-22T04:00:00-04:00"><room name="Hall">
<event guid="g1"><start>11:00</start><duration>00:30</duration><title>Alpha</title>
<subtitle>Sub</subtitle><track>Fields</track><type>Talk</type><language>de</language>
<abstract>Words.</abstract><description>More.</description><extra>x</extra>
<persons><person id="1">Ann Lee<biography>Bio.</biography><extra>x</extra></person></persons>
<links><link href="https://example.org">Map</link></links></event></room></day></schedule>
"""
OF_TALKS = ["subtitle", "description", "links", "extra", "speakers: extra"]
SOURCES: dict[str, tuple[str, list[str]]] = {
    "schedule.json": (
        json.dumps(
            {"schedule": {"conference": {"days": [{"rooms": {"Hall": [TALK | EXTRA]}}]}}}
        ),
        OF_TALKS,
    ),
    "schedule.xml": (XML, OF_TALKS),
    "submissions": (
        json.dumps({"results": [SUBMISSION | EXTRA | {"slots": [SLOT]}]}), OF_TALKS
    ),
    "OpenReview": (notes(note(1, "Alpha", ["Ann Lee"], extra="x")), ["extra"]),
    "HotCRP": (
        json.dumps([{"pid": 1, "title": "Alpha", "authors": [AUTHOR], "extra": "x"}]),
        ["extra", "authors: extra"],
    ),
    "Indico": (
        json.dumps({"results": [{"contributions": [CONTRIBUTION]}]}),
        ["startDate", "duration", "room", "extra", "primaryauthors: extra"],
    ),
    "Indico's table": (
        "Id,Title,Presenters,Materials,Date,Track\n1,Alpha,Ann Lee,x,2016-07-22,Fields\n",
        ["materials", "date"],
    ),
    "EasyChair": (
        "#,Title,Authors,Deleted?,Extra\n1,Alpha,Ann Lee,,x\n", ["extra"]
    ),
    "CMT": (
        cmt([1, "Alpha", "Lee, Ann", "x"], header=[
            "Paper ID", "Paper Title", "Author Names", "Extra"
        ]),
        ["extra"],
    ),
    "a table": ("UID,title,authors,extra\n1,Alpha,Ann Lee,x\n", ["extra"]),
    "Mini-Conf's speakers": (
        "- speaker: Ann Lee\n  institution: North\n  role: keynote\n  title: Of grass\n"
        "  abstract: Words.\n  session: First\n",
        ["title", "abstract", "session"],
    ),
}  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    return site_of_talks(tmp_path)


@pytest.mark.parametrize("source", SOURCES)
def test_what_no_page_gets_is_named_once(source: str, site: ImportSite) -> None:
    data, unread = SOURCES[source]
    done = site.import_(data)
    assert done.code == 0, done.err
    assert " 0 skipped" in done.numbers
    listed = done.out.partition("that are not read")[2].partition(":\n")[2].partition("\n\n")[0]
    names = [line.strip().partition(" (")[0] for line in listed.splitlines()]
    assert sorted(names) == sorted(unread)
    assert "mail.example" not in done.out


def test_a_speaker_of_a_schedule_xml_is_called_by_the_name_alone(site: ImportSite) -> None:
    site.import_(XML)
    page = site.read("program/speakers.md")
    assert page == "# Speakers\n\n:::{person} Ann Lee\n:id: ann-lee\n\nBio.\n:::\n"


@pytest.mark.parametrize(
    ("source", "remedy"),
    [
        ("Indico", "each as a session that names the paper: `:paper:` and its id"),
        (
            "Mini-Conf's speakers",
            "what people talk about ('title', 'abstract', 'session') is not read; put each talk "
            "into the schedule, as a session that names the person: `:speakers:` and the id",
        ),
    ],
)
def test_talks_that_are_not_read_are_reported_with_the_remedy(
    source: str, remedy: str, site: ImportSite
) -> None:
    assert remedy in site.import_(SOURCES[source][0]).out


def test_a_speaker_who_has_the_name_of_a_template_is_left_out(site: ImportSite) -> None:
    event = TALK | {"persons": [{"name": "First Last"}]}
    rooms = {"schedule": {"conference": {"days": [{"rooms": {"Hall": [event]}}]}}}
    done = site.import_(json.dumps(rooms))
    assert "a speaker is left out: 'First Last' is not a name" in done.out
    done = site.import_("name,affiliation,role\nFirst Last,North,keynote\n")
    assert "'First Last' is not a single name; write one" in done.out
    assert "{person}" not in site.read("program/speakers.md")
