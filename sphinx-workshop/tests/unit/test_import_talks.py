"""Talks of pretalx become sessions, their speakers people; what is typed by hand stays."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from import_site import ImportSite, note, notes

if TYPE_CHECKING:
    from pathlib import Path

SCHEDULE = """\
# Program

::::::{schedule} 2016-07-22

:::::{session} Coffee
:id: coffee
:time: 10:00-10:30
:kind: break
:::::

::::::
"""
SPEAKERS = """\
# Speakers

:::{person} Ann Lee
:also: A. Lee
:::
"""


class TalkSite(ImportSite):
    """A site with a schedule and a page of speakers."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.write("index", SCHEDULE)
        self.write("speakers", SPEAKERS)

    def read(self, name: str) -> str:
        return (self.folder / f"program/{name}.md").read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        (self.folder / f"program/{name}.md").write_text(text, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> TalkSite:
    return TalkSite(tmp_path)


def talks(*found: dict[str, Any]) -> str:
    return json.dumps({"count": len(found), "next": None, "previous": None, "results": found})


def talk(code: str = "ABC", title: str = "New lenses", **fields: Any) -> dict[str, Any]:
    return {
        "code": code,
        "title": title,
        "speakers": [{"code": "X", "name": "A. Lee"}, {"code": "Y", "name": "Bo Ray"}],
        "submission_type": "Keynote",
        "state": "confirmed",
        "abstract": "What *it* says.",
        "slots": [{"start": "2016-07-22T15:00:00+02:00", "end": "2016-07-22T14:00:00Z",
                   "room": "Hall"}],
    } | fields  # fmt: skip


def schedule(*events: dict[str, Any]) -> str:
    day = {"index": 1, "rooms": {"Hall": events}}
    return json.dumps({"schedule": {"conference": {"title": "W", "days": [day]}}})


def event(guid: str, start: str, **fields: Any) -> dict[str, Any]:
    return {
        "guid": guid,
        "code": "ABC",
        "title": "New lenses",
        "type": "Keynote",
        "date": f"2016-07-22T{start}:00-04:00",
        "duration": "00:30",
        "persons": [],
    } | fields


def at(start: str, end: str) -> dict[str, Any]:
    return {
        "slots": [{"start": f"2016-07-22T{start}:00-04:00", "end": f"2016-07-22T{end}:00-04:00"}]
    }


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
    assert site.read("index") == SCHEDULE.replace(
        ":::::{session} Coffee", f"{SESSION}\n:::::{{session}} Coffee"
    )
    entry = ":::{person} Bo Ray\n:id: bo-ray\n:roles: keynote\n:::\n"
    assert site.read("speakers") == f"{SPEAKERS}\n{entry}"
    assert "session 'new-lenses'" in done.out
    assert "person 'bo-ray'" in done.out


def test_a_second_import_writes_nothing(site: TalkSite) -> None:
    site.import_(talks(talk()))
    before = site.files()
    assert "0 written, 1 unchanged" in site.import_(talks(talk())).numbers
    assert site.files() == before


def test_offsets_are_compared_as_instants(site: TalkSite) -> None:
    site.import_(talks(talk()))
    same = [{"start": "2016-07-22T13:00:00Z", "end": "2016-07-22T23:00:00+09:00", "room": "Hall"}]
    assert "1 unchanged" in site.import_(talks(talk(slots=same))).numbers


def test_a_changed_time_is_shown_and_applied_only_with_update(site: TalkSite) -> None:
    site.import_(talks(talk()))
    site.write("index", site.read("index").replace("What *it* says.", "By hand."))
    before = site.read("index")
    moved = talks(talk(**at("11:00", "12:00")))
    done = site.import_(moved)
    assert "- 2016-07-22 09:00-10:00\n    + 2016-07-22 11:00-12:00" in done.out
    assert site.read("index") == before
    site.import_(moved, "--update")
    after = site.read("index")
    assert after.index("Coffee") < after.index(":time: 11:00-12:00") < after.index("By hand.")


def test_a_session_edited_by_hand_is_never_overwritten_unasked(site: TalkSite) -> None:
    site.import_(talks(talk()))
    site.write("index", site.read("index").replace("09:00-10:00", "09:15-10:00"))
    before = site.read("index")
    done = site.import_(talks(talk(**at("11:00", "12:00"))), "--update")
    assert site.read("index") == before
    assert "Changed by the source and by hand" in done.out
    site.import_(talks(talk(**at("11:00", "12:00"))), "--take=new-lenses:when")
    assert ":time: 11:00-12:00" in site.read("index")


def test_a_session_of_the_same_title_is_adopted(site: TalkSite) -> None:
    slot = at("10:00", "10:30")
    done = site.import_(
        talks(talk("C", "Coffee", submission_type="Break", speakers=[], abstract="", **slot))
    )
    assert "0 written, 1 unchanged" in done.numbers
    assert site.read("index") == SCHEDULE


def test_a_talk_on_a_paper_takes_all_but_its_time_from_the_paper(site: TalkSite) -> None:
    text = "# New lenses\n\n:::{paper} 7\n:authors: Cleo Fox*\n:::\n"
    (site.papers / "lenses.md").write_text(text, encoding="utf-8")
    site.import_(talks(talk(submission_type="Talk")))
    assert ":::::{session}\n:time: 09:00-10:00\n:paper: lenses\n:::::\n" in site.read("index")
    assert site.read("speakers") == SPEAKERS
    assert "0 written, 1 unchanged" in site.import_(talks(talk(submission_type="Talk"))).numbers


def test_deleted_sessions_and_people_are_not_written_again(site: TalkSite) -> None:
    site.import_(talks(talk()))
    site.write("index", SCHEDULE)
    site.write("speakers", SPEAKERS)
    done = site.import_(talks(talk()), "--update")
    assert (site.read("index"), site.read("speakers")) == (SCHEDULE, SPEAKERS)
    assert "session 'new-lenses'" in done.out.partition("Deleted by hand")[2]


def test_talks_that_vanished_are_named_and_stay(site: TalkSite) -> None:
    site.import_(talks(talk(), talk("D", "Other", **at("11:00", "12:00"))))
    before = site.read("index")
    done = site.import_(talks(talk()), "--update")
    assert site.read("index") == before
    assert "session 'other'" in done.out.partition("Vanished from the source")[2]


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
def test_a_talk_that_no_day_can_hold_is_told(
    site: TalkSite, start: str, end: str, why: str
) -> None:
    done = site.import_(talks(talk(slots=[{"start": start, "end": end}])))
    assert f"'New lenses' {why}" in done.out.partition("Skipped (1)")[2]
    assert site.read("index") == SCHEDULE


def test_a_talk_may_go_on_past_midnight(site: TalkSite) -> None:
    slots = [{"start": "2016-07-24T03:00:00Z", "end": "2016-07-24T05:00:00Z"}]
    for written in ("2 written, 0 unchanged", "0 written, 1 unchanged"):
        assert written in site.import_(talks(talk(slots=slots)), "--update").numbers
    assert "{schedule} 2016-07-23\n" in site.read("index")
    assert ":time: 23:00-01:00+1\n" in site.read("index")


def test_a_talk_may_last_until_midnight_and_fall_on_another_day_here(site: TalkSite) -> None:
    slots = [{"start": "2016-07-24T02:00:00Z", "end": "2016-07-24T04:00:00Z"}]
    site.import_(talks(talk(slots=slots)))
    assert "{schedule} 2016-07-23\n" in site.read("index")
    assert ":time: 22:00-24:00" in site.read("index")


def test_hostile_names_and_titles_stay_inside_their_lines(site: TalkSite) -> None:
    name = "Eve\n:roles: keynote\n:::<x>"
    site.import_(talks(talk(title=":::\n# x <y> `z`", speakers=[{"name": name}])))
    assert ":::::{session} ::: # x <y> `z`\n" in site.read("index")
    assert ":::{person} Eve :roles: keynote :::<x>\n" in site.read("speakers")
    assert (
        "1 unchanged"
        in site.import_(talks(talk(title=":::\n# x <y> `z`", speakers=[{"name": name}]))).numbers
    )


def test_a_file_of_talks_lets_no_paper_vanish(site: TalkSite) -> None:
    site.import_(notes(note(7, "Alpha", ["Ann Lee"])))
    for export in (talks(talk()), talks(talk(state="rejected"))):
        done = site.import_(export)
        assert done.code == 0, done.err
        assert "alpha" not in done.out


def test_a_site_without_a_schedule_is_told(site: TalkSite) -> None:
    (site.folder / "program/index.md").unlink()
    done = site.import_(talks(talk()))
    assert (done.code, "there is no such page" in done.err) == (1, True)


def test_a_site_without_a_page_of_speakers_is_told_before_anything_is_written(
    site: TalkSite,
) -> None:
    (site.folder / "program/speakers.md").unlink()
    before = site.files()
    done = site.import_(talks(talk()))
    assert (done.code, "page for the speakers" in done.err) == (1, True)
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
    told = done.out + "".join(d.decode() for n, d in site.files().items() if n != "conf.py")
    assert "secret" not in told
    assert "Rita" not in told


# A schedule for apps ---------------------------------------------------------------------------


def test_two_events_that_share_a_code_are_two_sessions_that_stay_apart(site: TalkSite) -> None:
    twice = schedule(event("g", "09:00"), event("h", "11:00"))
    assert "2 written" in site.import_(twice).numbers
    assert ":id: new-lenses\n:time: 09:00-09:30" in site.read("index")
    assert ":id: new-lenses-abc-2\n:time: 11:00-11:30" in site.read("index")
    other_order = schedule(event("h", "11:00"), event("g", "09:00"))
    for again in (twice, other_order):
        done = site.import_(again, "--update")
        assert "0 written, 2 unchanged" in done.numbers
        assert "Vanished" not in done.out


def test_submissions_and_schedule_of_one_talk_are_one_session(site: TalkSite) -> None:
    same = {"persons": [{"name": "A. Lee"}, {"name": "Bo Ray"}], "abstract": "What *it* says."}
    submitted = talks(talk(**at("09:00", "09:30")))
    scheduled = schedule(event("g", "09:00", room="Hall", **same))
    assert "session 'new-lenses'" in site.import_(submitted).out.partition("Written")[2]
    for export in (scheduled, submitted, scheduled):
        done = site.import_(export)
        assert "0 written, 1 unchanged" in done.numbers
        assert "Vanished" not in done.out
    assert "session 'new-lenses'" in site.import_(schedule()).out.partition("Vanished")[2]


def test_an_event_that_the_site_has_published_is_the_session_of_its_address(
    site: TalkSite,
) -> None:
    second = SCHEDULE.replace("coffee", "more-coffee").replace("10:00-10:30", "15:00-15:30")
    written = SCHEDULE + second.partition("# Program\n")[2]
    site.write("index", written)
    page = "https://example.org/2016/program/index.html"
    coffee: dict[str, Any] = {"title": "Coffee", "type": "Break", "code": None}
    done = site.import_(
        schedule(
            event("h", "15:00", **coffee, url=f"{page}#session-more-coffee"),
            event("g", "10:00", **coffee, url=f"{page}#session-coffee"),
        )
    )
    assert "0 written, 2 unchanged, 0 changed" in done.numbers
    assert site.read("index") == written


# Many talks --------------------------------------------------------------------------------------


def many(number: int) -> str:
    """Return a schedule of as many talks as one likes, from morning to night, in some rooms."""
    return schedule(
        *(
            event(
                f"g{n}",
                f"{8 + n // 12 % 12:02}:{n % 12 * 5:02}",
                title=f"Talk {n} of meadows",
                room=f"Room {n // 144}",
                duration="00:05",
                persons=[{"name": f"Ann{n % 50} Lee{n % 50}"}],
            )
            for n in range(number)
        )
    )


def calls(folder: Path, number: int) -> int:
    """Return how many calls of functions an import of new talks takes."""
    folder.mkdir()
    site = TalkSite(folder)
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        done = site.import_(many(number))
    finally:
        sys.setprofile(None)
    assert f"{number} talks read" in done.numbers
    assert "0 skipped" in done.numbers
    return counted


def test_the_work_grows_with_the_number_of_talks_and_not_with_its_square(tmp_path: Path) -> None:
    calls(tmp_path / "warm", 5)
    few, more = calls(tmp_path / "few", 50), calls(tmp_path / "more", 200)
    assert more < 4.4 * few
