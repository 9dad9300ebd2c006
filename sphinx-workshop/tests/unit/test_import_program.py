"""A whole program of pretalx arrives: each field of each talk, or the report names it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from program_export import ProgramSite, conference, event, person, whole

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_workshop.editing.schedule_page import WrittenSession

KINDS = {"Opening": "intro", "Keynote": "keynote", "Break": "break", None: "break"}


@pytest.fixture
def site(tmp_path: Path) -> ProgramSite:
    return ProgramSite(tmp_path)


def by_guid(site: ProgramSite) -> dict[str, WrittenSession]:
    """Return the sessions by what the export calls them."""
    state = json.loads(site.read("program/imported.json"))
    sessions = site.sessions()
    return {code: sessions[entry["id"]] for code, entry in state["sessions"].items()}


def pages(site: ProgramSite) -> dict[str, bytes]:
    return {name: data for name, data in site.files().items() if name.startswith("program/")}


def test_each_talk_of_the_source_is_one_session_that_has_what_the_source_has(
    site: ProgramSite,
) -> None:
    done = site.import_(conference(*whole()))
    assert "13 talks read" in done.numbers
    assert "0 skipped" in done.numbers
    sessions = by_guid(site)
    found = [sessions[given["guid"]] for given in whole()]
    assert len({session.id for session in found}) == len(site.sessions()) == len(found) == 13
    for given, session in zip(whole(), found, strict=True):
        names = [p["name"].lower().replace(" ", "-") for p in given["persons"]]
        wanted = {
            "title": given["title"],
            "room": given["room"] if given["room"] != "Barn" else "",
            "kind": KINDS.get(given["type"], "talk"),
            "speakers": "; ".join(names),
            "track": given["track"] or "",
            "summary": given["abstract"] or given["description"],
            "language": "de" if given["title"] == "Hedges of the north" else "",
        }
        assert {name: session.values.get(name, "") for name in wanted} == wanted
        assert session.values["when"].startswith(f"{given['date'][:10]} {given['start']}-")
        ends_next_day = given["end"][:10] != given["date"][:10]
        assert session.values["when"].endswith(given["end"][11:16] + "+1" * ends_next_day)


def test_what_no_page_has_a_place_for_is_named_with_the_number_of_its_talks(
    site: ProgramSite,
) -> None:
    reported = site.import_(conference(*whole())).out.partition("Fields that are not read")[2]
    assert reported.splitlines()[1:] == [
        f"  {name} (talks that have it: {count})"
        for name, count in [
            ("description", 1),
            ("links", 1),
            ("subtitle", 1),
        ]
    ]


def test_what_is_told_of_speakers_stands_in_their_new_entries(site: ProgramSite) -> None:
    site.import_(conference(*whole()))
    entry = ":id: ada-hill\n:roles: keynote\n\nPlants hedges.\n:::\n"
    assert entry in site.read("program/speakers.md")
    site.replace("program/speakers.md", "Plants hedges.", "Plants *trees*.")
    site.import_(conference(*whole()), "--update")
    assert "hedges" not in site.read("program/speakers.md")


@pytest.mark.parametrize("language", ["klingon", 7, ""])
def test_a_language_that_no_page_can_name_is_left_out(site: ProgramSite, language: object) -> None:
    done = site.import_(conference(event(0, "09:00", 60, "Barn", "One", language=language)))
    assert "language" not in site.sessions()["one"].values
    assert ("language (talks that have it: 1)" in done.out) == bool(language)


def test_a_type_that_is_no_kind_here_is_reported(site: ProgramSite) -> None:
    done = site.import_(conference(*whole()))
    assert "'social' is not a kind of session in conf.py; it becomes a talk" in done.out


def test_talks_of_a_block_become_its_parts(site: ProgramSite) -> None:
    done = site.import_(conference(*whole()))
    assert "'Lightning talks' is a block, and holds 2 of the others" in done.out
    blocks = {id: session.values.get("block") for id, session in site.sessions().items()}
    parts = {id for id, block in blocks.items() if block}
    assert parts == {"first-flash", "second-flash"}
    assert {blocks[id] for id in parts} == {"lightning-talks"}


def test_a_block_that_is_written_by_hand_holds_talks_too(site: ProgramSite) -> None:
    block = ":::::{session} Flashes\n:id: flashes\n:time: 09:00-10:00\n:room: Mill\n:::::\n"
    site.write(
        "program/index.md", f"# Program\n\n::::::{{schedule}} 2031-06-12\n\n{block}\n::::::\n"
    )
    site.import_(conference(event(0, "09:10", 10, "Mill", "Sudden flash")))
    assert site.sessions()["sudden-flash"].values["block"] == "flashes"


def test_a_second_import_changes_nothing_in_whatever_order_the_talks_come(
    site: ProgramSite,
) -> None:
    site.import_(conference(*whole()))
    before = pages(site)
    for again in (whole(), whole()[::-1]):
        done = site.import_(conference(*again), "--update")
        assert "0 written, 13 unchanged, 0 changed, 0 skipped" in done.numbers
        assert pages(site) == before


def test_a_block_that_moves_with_its_parts_is_moved(site: ProgramSite) -> None:
    talks = [e for e in whole() if e["room"] == "Orchard"]
    site.import_(conference(*talks))
    later = [
        {**given, "date": given["date"].replace("T09", "T15"), "end": at_15(given["end"])}
        for given in talks
    ]
    done = site.import_(conference(*later), "--update")
    assert "3 changed" in done.numbers
    times = {id: session.values["when"][11:] for id, session in site.sessions().items()}
    assert times == {
        "lightning-talks": "15:00-16:00",
        "first-flash": "15:00-15:10",
        "second-flash": "15:10-15:20",
    }
    assert site.build().messages == []


def at_15(end: str) -> str:
    return end.replace("T10", "T16").replace("T09", "T15")


def test_two_sessions_may_exchange_their_times(site: ProgramSite) -> None:
    one, other = event(0, "09:00", 60, "Barn", "One"), event(0, "10:00", 60, "Barn", "Other")
    site.import_(conference(one, other))
    times = ("date", "start", "end")
    swapped = [one | {t: other[t] for t in times}, other | {t: one[t] for t in times}]
    assert "2 changed" in site.import_(conference(*swapped), "--update").numbers
    assert site.sessions()["one"].values["when"] == "2031-06-12 10:00-11:00"
    assert site.build().messages == []


def test_a_session_whose_new_time_is_taken_stays_and_all_else_is_taken(site: ProgramSite) -> None:
    talk = event(0, "09:00", 60, "Barn", "One")
    site.import_(conference(talk))
    hand = ":::::{session} By hand\n:id: hand\n:time: 10:30-11:30\n:::::\n\n::::::\n\n:::{toctree}"
    site.replace("program/index.md", "::::::\n\n:::{toctree}", hand)
    moved = event(0, "10:00", 60, "Barn", "One", guid=talk["guid"], abstract="New words.")
    dry = site.import_(conference(moved), "--update", "--dry-run")
    done = site.import_(conference(moved), "--update")
    for reported in (dry.out, done.out):
        assert (
            "'One' stays where it is: there, it begins at 10:00 and ends at 11:00 on 2031-06-12, "
            "while 'hand' is in the same room, 'Barn', from 10:30 to 11:30"
        ) in reported
    session = site.sessions()["one"]
    assert session.values["when"] == "2031-06-12 09:00-10:00"
    assert session.values["summary"] == "New words."
    assert site.build().messages == []


def test_the_time_of_a_session_that_is_cancelled_by_hand_is_free(site: ProgramSite) -> None:
    talk = event(0, "09:00", 60, "Barn", "One")
    site.import_(conference(talk))
    cancelled = ":id: one\n:status: cancelled\n"
    site.replace("program/index.md", ":id: one\n", cancelled)
    done = site.import_(conference(talk, event(0, "09:30", 60, "Barn", "Two")))
    assert done.code == 0, done.err
    assert site.sessions()["two"].values["when"] == "2031-06-12 09:30-10:30"
    assert cancelled in site.read("program/index.md")
    assert site.build().messages == []


def test_the_time_of_a_part_of_a_cancelled_block_is_free(site: ProgramSite) -> None:
    site.import_(
        conference(event(0, "09:00", 60, "Barn", "Block"), event(0, "09:00", 30, "Barn", "Part"))
    )
    block = ":id: block\n"
    site.replace("program/index.md", block, f"{block}:status: cancelled\n")
    done = site.import_(conference(event(0, "09:15", 30, "Barn", "Instead")))
    assert done.code == 0, done.err
    assert site.sessions()["part"].values["block"] == "block"
    assert site.sessions()["instead"].values["when"] == "2031-06-12 09:15-09:45"
    assert site.build().messages == []


def test_a_new_speaker_of_a_known_talk_gets_an_entry(site: ProgramSite) -> None:
    talk = event(0, "09:00", 60, "Barn", "One", persons=[person("Ada Hill")])
    site.import_(conference(talk))
    joined = talk | {"persons": [person("Ada Hill"), person("Bo Ray")]}
    site.import_(conference(joined), "--update")
    assert site.sessions()["one"].values["speakers"] == "ada-hill; bo-ray"
    assert site.build().messages == []


def test_a_speaker_whose_entry_was_deleted_is_in_no_new_session(site: ProgramSite) -> None:
    people: dict[str, Any] = {"persons": [person("Ada Hill"), person("Bo Ray")]}
    site.import_(conference(event(0, "09:00", 60, "Barn", "One", **people)))
    site.replace("program/index.md", "; bo-ray", "")
    entry = ":::{person} Bo Ray\n:id: bo-ray\n:::\n"
    assert entry in site.read("program/speakers.md")
    site.replace("program/speakers.md", entry, "")
    two = event(0, "10:00", 60, "Barn", "Two", **people)
    done = site.import_(conference(event(0, "09:00", 60, "Barn", "One", **people), two))
    assert "'bo-ray' is left out of 'Two', because its entry was deleted by hand" in done.out
    assert site.sessions()["two"].values["speakers"] == "ada-hill"
    assert site.build().messages == []


def test_both_slots_of_a_talk_on_a_paper_present_it(site: ProgramSite) -> None:
    text = "# Rows\n\n:::{paper} 7\n:authors: Cleo Fox*\n:::\n"
    site.write("program/papers/rows.md", text)
    twice = [event(day, "09:00", 60, "Mill", "Rows", code="TWICE1") for day in (0, 1)]
    site.import_(conference(*twice))
    papers = {id: session.values["paper"] for id, session in site.sessions().items()}
    assert papers == {"rows": "rows", "rows-twice1-2": "rows"}
    assert "0 written, 2 unchanged" in site.import_(conference(*twice)).numbers


def test_times_without_a_zone_are_in_the_zone_that_the_file_names(site: ProgramSite) -> None:
    bare = event(0, "09:00", 60, "Barn", "Bare") | {"date": "2031-06-12T15:00:00", "end": None}
    site.import_(conference(bare, zone="Europe/Paris"))
    assert site.sessions()["bare"].values["when"] == "2031-06-12 09:00-10:00"


def test_a_zone_that_is_none_is_reported_and_the_workshops_is_meant(site: ProgramSite) -> None:
    bare = event(0, "09:00", 60, "Barn", "Bare") | {"date": "2031-06-12T15:00:00", "end": None}
    done = site.import_(conference(bare, zone="Mars/Crater"))
    assert "zone 'Mars/Crater' is unknown" in done.out
    assert site.sessions()["bare"].values["when"] == "2031-06-12 15:00-16:00"
