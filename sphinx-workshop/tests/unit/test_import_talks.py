"""Talks of pretalx become sessions, their speakers people; what is typed by hand stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from import_site import note, notes
from talk_site import SCHEDULE, SPEAKERS, TalkSite, at, talk, talks

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> TalkSite:
    return TalkSite(tmp_path)


SESSION = """\
:::::{session} New lenses
:id: new-lenses
:time: 09:00-10:00
:kind: keynote
:speakers: ann-lee; bo-ray

What *it* says.
:::::
"""


def test_a_talk_becomes_a_session_in_the_workshops_time_and_its_speakers_people(
    site: TalkSite,
) -> None:
    done = site.import_(talks(talk()))
    assert done.code == 0, done.err
    assert site.read("program/index.md") == SCHEDULE.replace(
        ":::::{session} Coffee", f"{SESSION}\n:::::{{session}} Coffee"
    )
    entry = ":::{person} Bo Ray\n:id: bo-ray\n:roles: keynote\n:::\n"
    assert site.read("program/speakers.md") == f"{SPEAKERS}\n{entry}"
    assert "session 'new-lenses'" in done.out
    assert "person 'bo-ray'" in done.out


def test_offsets_are_compared_as_instants(site: TalkSite) -> None:
    site.import_(talks(talk()))
    same = [{"start": "2016-07-22T13:00:00Z", "end": "2016-07-22T23:00:00+09:00", "room": "Hall"}]
    assert "1 unchanged" in site.import_(talks(talk(slots=same))).numbers


def test_a_session_of_the_same_title_is_adopted(site: TalkSite) -> None:
    slot = at("10:00", "10:30")
    done = site.import_(
        talks(talk("C", "Coffee", submission_type="Break", speakers=[], abstract="", **slot))
    )
    assert "0 written, 1 unchanged" in done.numbers
    assert site.read("program/index.md") == SCHEDULE


def test_a_talk_on_a_paper_takes_all_but_its_time_from_the_paper(site: TalkSite) -> None:
    text = "# New lenses\n\n:::{paper} 7\n:authors: Cleo Fox*\n:::\n"
    site.write("program/papers/lenses.md", text)
    site.import_(talks(talk(submission_type="Talk")))
    written = ":::::{session}\n:time: 09:00-10:00\n:paper: lenses\n:::::\n"
    assert written in site.read("program/index.md")
    assert site.read("program/speakers.md") == SPEAKERS
    assert "0 written, 1 unchanged" in site.import_(talks(talk(submission_type="Talk"))).numbers


def test_deleted_sessions_and_people_are_not_written_again(site: TalkSite) -> None:
    site.import_(talks(talk()))
    site.write("program/index.md", SCHEDULE)
    site.write("program/speakers.md", SPEAKERS)
    done = site.import_(talks(talk()), "--update")
    assert (site.read("program/index.md"), site.read("program/speakers.md")) == (SCHEDULE, SPEAKERS)
    assert "session 'new-lenses'" in done.out.partition("Deleted by hand")[2]


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        (
            "2016-08-22T09:00:00-04:00",
            "2016-08-22T10:00:00-04:00",
            "is on no day of the workshop, which lasts from 2016-07-22 to 2016-07-23: "
            "2016-08-22 09:00 to 2016-08-22 10:00 (America/New_York)",
        ),
        ("2016-07-24T04:00:00Z", "2016-07-24T05:00:00Z", "is on no day of the workshop"),
        ("2016-07-22T12:00:00Z", "2016-07-23T13:00:00Z", "lasts more than a day"),
        ("2016-07-22T12:00:10Z", "2016-07-22T12:00:50Z", "ends in the minute in which it begins"),
    ],
)
def test_a_talk_that_no_day_can_hold_is_reported(
    site: TalkSite, start: str, end: str, why: str
) -> None:
    done = site.import_(talks(talk(slots=[{"start": start, "end": end}])))
    assert f"'New lenses' {why}" in done.out.partition("Skipped (1)")[2]
    assert site.read("program/index.md") == SCHEDULE


def test_a_talk_may_last_until_midnight_and_fall_on_another_day_here(site: TalkSite) -> None:
    slots = [{"start": "2016-07-24T02:00:00Z", "end": "2016-07-24T04:00:00Z"}]
    site.import_(talks(talk(slots=slots)))
    assert "{schedule} 2016-07-23\n" in site.read("program/index.md")
    assert ":time: 22:00-24:00" in site.read("program/index.md")


def test_a_file_of_talks_lets_no_paper_vanish(site: TalkSite) -> None:
    site.import_(notes(note(7, "Alpha", ["Ann Lee"])))
    for export in (talks(talk()), talks(talk(state="rejected"))):
        done = site.import_(export)
        assert done.code == 0, done.err
        assert "alpha" not in done.out


def test_a_site_without_a_schedule_is_reported(site: TalkSite) -> None:
    (site.folder / "program/index.md").unlink()
    done = site.import_(talks(talk()))
    assert (done.code, "there is no such page" in done.err) == (1, True)


def test_a_site_without_a_page_of_speakers_is_reported_before_anything_is_written(
    site: TalkSite,
) -> None:
    (site.folder / "program/speakers.md").unlink()
    before = site.files()
    done = site.import_(talks(talk()))
    assert (done.code, "speakers.md: there is no such page" in done.err) == (1, True)
    assert site.files() == before


def test_addresses_of_speakers_reach_no_file(site: TalkSite) -> None:
    speaker = {
        "code": "X", "name": "Eve Doe <secret@mail.example>", "email": "secret@mail.example",
        "biography": "secret@mail.example", "avatar": "secret@mail.example",
    }  # fmt: skip
    done = site.import_(
        talks(
            talk(
                speakers=[speaker],
                abstract="Ask secret@mail.example",
                notes="secret@mail.example",
                internal_notes="Rita Reviewer",
                answers=["secret@mail.example"],
            )
        )
    )
    assert "1 talks read" in done.numbers
    reported = done.out + "".join(d.decode() for n, d in site.files().items() if n != "conf.py")
    assert "secret" not in reported
    assert "Rita" not in reported


ROOMS = "# Rooms\n\n:::{room} Main room\n:::\n\n:::{room} Studio\n:id: lab\n:::\n\nBelow.\n"


def test_rooms_of_talks_get_an_entry_beside_those_that_pages_declare(site: TalkSite) -> None:
    site.write("program/rooms.md", ROOMS)
    given, hall = [], {"capacity": 80, "description": {"en": "Up the *stairs*"}}
    for name in ("Hall", "Lab"):
        slot = talk()["slots"][0] | {"room": {"name": {"en": name}, **hall}}
        given.append(talk(name, f"In {name}", slots=[slot]))
    done = site.import_(talks(*given))
    assert done.code == 0, done.err
    assert "room 'hall' of" in done.out
    known = ":place: Up the *stairs*\n:capacity: 80\n:::\n"
    new = f":::{{room}} Hall\n:id: hall\n{known}\n:::{{room}} Lab\n:id: lab-4\n{known}"
    assert site.read("program/rooms.md") == ROOMS.replace("\nBelow", f"\n{new}\nBelow")
    assert "is in an unknown room" not in done.out
    before = site.files()
    site.import_(talks(*given))
    assert site.files() == before


def test_where_no_page_declares_a_room_talks_have_theirs_as_words(site: TalkSite) -> None:
    done = site.import_(talks(talk()))
    assert "room '" not in done.out
