"""Broken, cut off and odd exports are read, or rejected in words; nothing else is raised."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference_exports import Given, as_csv, easychair, indico_csv, indico_json, submissions
from hostile import texts
from import_site import CMT_HEADER, cmt, cmt_row, excel, note, notes
from pretalx_exports import event, schedule, talk
from pretalx_exports import submissions as talks
from sphinx_workshop.core import fields
from sphinx_workshop.core.errors import CommandError
from sphinx_workshop.imports import formats
from thorough import THOROUGH

if TYPE_CHECKING:
    from sphinx_workshop.imports.records import Reading

ZONE = ZoneInfo("America/New_York")
PAPERS = [Given(7, "Älpha", "We look.", [("Ann", "Lee", "North"), ("Bo", "Ray", "")])]
EASYCHAIR = easychair(PAPERS)
XML = (
    '<?xml version="1.0"?><schedule><day date="2016-07-22" start="2016-07-22T09:00:00-04:00">'
    '<room name="Hall"><event guid="g"><start>10:00</start><duration>00:30</duration>'
    "<title>Älpha</title><persons><person>Ann</person></persons></event></room></day></schedule>"
)
YAML = "committee:\n  # all\n  - role: Organizer\n    name: Ann Lée\n    aff: 'North'\n"
ROW = cmt_row(Paper_ID="7", Paper_Title="Ä", Author_Names="Lée, A")
STEP = 1 if THOROUGH else 7
"""After how many bytes each an export is cut off."""

EXPORTS = {
    "cmt": cmt(ROW, header=CMT_HEADER).encode(),
    "cmt-utf-16": cmt([7, "Älpha", "Lee, Ann*; Ray, Bo"]).encode("utf-16"),
    "cmt-utf-32": cmt([7, "Älpha", "Lee, Ann"]).encode("utf-32"),
    "cmt-latin": cmt([7, "Älpha", "Lee, Ann"], [12, "Beta", "Fox, Cleo"]).encode("latin-1"),
    "cmt-excel": excel(
        [["Paper ID", "Paper Title", "Author Names"], ["7", "Ä", "Lée, A"]]
    ).encode(),
    "openreview": notes(note(7, "Älpha", ["Ann Lee"], venue="W")).encode("utf-8-sig"),
    "pretalx": talks(talk()).encode(),
    "pretalx-schedule": schedule(event()).encode(),
    "easychair": EASYCHAIR,
    "easychair-csv": as_csv(submissions(PAPERS)).encode(),
    "indico": indico_json(PAPERS).encode(),
    "indico-csv": indico_csv(PAPERS).encode(),
    "frab-xml": XML.encode(),
    "yaml": YAML.encode(),
    "people": "Name,Affiliation,Role\nAnn Lée,North,Organizer\n".encode(),
    "dates": b"Deadline,Date,Zone\nParty,22 July 2016 18:00,UTC\n",
}
ODD = st.none() | st.booleans() | st.integers() | st.floats() | texts() | st.text(max_size=20)
JSON = ODD | st.lists(ODD, max_size=3) | st.dictionaries(st.text(max_size=5), ODD, max_size=3)


def read(data: bytes) -> Reading:
    return formats.read(data, ZONE)


@pytest.mark.parametrize("name", EXPORTS)
def test_a_whole_export_is_read(name: str) -> None:
    reading = read(EXPORTS[name])
    assert reading.submissions or reading.talks or reading.entries


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_cut_off_anywhere_is_read_or_rejected_in_words(name: str) -> None:
    for length in range(0, len(EXPORTS[name]), STEP):
        with suppress(CommandError):
            read(EXPORTS[name][:length])


@given(st.integers(0, len(EASYCHAIR) - 1), st.integers(0, 255))
def test_a_workbook_with_a_wrong_byte_is_read_or_rejected_in_words(place: int, byte: int) -> None:
    with suppress(CommandError):
        read(EASYCHAIR[:place] + bytes([byte]) + EASYCHAIR[place + 1 :])


@given(JSON)
def test_any_value_of_a_contribution_is_read_or_reported(value: Any) -> None:
    event = json.loads(indico_json(PAPERS))
    whole = event["results"][0]["contributions"][0]
    for name in whole:
        event["results"][0]["contributions"] = [whole | {name: value}, value]
        read(json.dumps(event).encode())
    for name in whole["speakers"][0]:
        person = whole["speakers"][0] | {name: value}
        event["results"][0]["contributions"] = [whole | {"speakers": [person, value]}]
        read(json.dumps(event).encode())


@given(st.lists(st.tuples(texts(), texts(), texts()), max_size=4))
def test_any_table_of_people_or_dates_is_read_or_reported(rows: list[tuple[str, ...]]) -> None:
    for header in (["Name", "Affiliation", "Role"], ["Deadline", "Date", "Zone"]):
        reading = read(as_csv([header, ["Ann Lee", "2016-07-22", ""], *rows]).encode())
        reported = len(reading.entries) + sum(remark.skipped for remark in reading.remarks)
        assert reported >= 1
        for found in reading.entries:
            assert found.name.strip()
            if when := found.options.get("when"):
                fields.moment(when)


@given(st.dictionaries(st.sampled_from(["name", "role", "aff", "bio"]), JSON, min_size=1))
def test_any_list_in_yaml_is_read_or_rejected_in_words(entry: dict[str, Any]) -> None:
    lines = [f"  {name}: {json.dumps(value)}" for name, value in entry.items()]
    with suppress(CommandError):
        read(("- id: 1\n" + "\n".join(lines) + "\n").encode())
