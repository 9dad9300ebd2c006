"""Events of a schedule for apps become sessions, each of them once, and many in little time."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from talk_site import SCHEDULE, TalkSite, at, event, schedule, talk, talks

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> TalkSite:
    return TalkSite(tmp_path)


def test_two_events_that_share_a_code_are_two_sessions_that_stay_apart(site: TalkSite) -> None:
    twice = schedule(event("g", "09:00"), event("h", "11:00"))
    assert "2 written" in site.import_(twice).numbers
    assert ":id: new-lenses\n:time: 09:00-09:30" in site.read("program/index.md")
    assert ":id: new-lenses-abc-2\n:time: 11:00-11:30" in site.read("program/index.md")
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
    site.write("program/index.md", written)
    page = "https://example.org/2016/program/index.html"
    coffee: dict[str, Any] = {"title": "Coffee", "type": "Break", "code": None}
    done = site.import_(
        schedule(
            event("h", "15:00", **coffee, url=f"{page}#session-more-coffee"),
            event("g", "10:00", **coffee, url=f"{page}#session-coffee"),
        )
    )
    assert "0 written, 2 unchanged, 0 changed" in done.numbers
    assert site.read("program/index.md") == written


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
