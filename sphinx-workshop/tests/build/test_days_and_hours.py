"""Hours that no clock shows, and changes that are dated after the commit that adds them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from inline_site import SETTINGS, InlineSite, all_words, links
from repository import Repository
from small_workshop import line_of
from written import page, schedule, session

if TYPE_CHECKING:
    from pathlib import Path

    from engine_fixtures import MakeSite
    from inline_site import Message

SPRING = SETTINGS["workshop"] | {"start": "2016-03-13", "end": "2016-03-13"}
SCHEDULE = page("Program", schedule("2016-03-13", session("night", "TIMES", "Night")))


@pytest.mark.parametrize(("times", "skipped"), [("02:30-04:00", "02:30"), ("01:00-02:00", "02:00")])
def test_a_session_at_an_hour_that_a_clock_change_skips_is_reported_at_its_time(
    times: str, skipped: str, make_site: MakeSite
) -> None:
    text = SCHEDULE.replace("TIMES", times)
    (message,) = make_site({"index.md": text}, workshop=SPRING).build().messages
    assert (message.file, message.line) == ("index.md", line_of(text, ":time:"))
    assert message.text.startswith(
        f"session 'night': time: no clock shows {skipped} on 2016-03-13 in America/New_York, "
        "because the hour is skipped there"
    )


def test_a_session_across_a_clock_change_is_as_long_as_it_is(make_site: MakeSite) -> None:
    text = SCHEDULE.replace("TIMES", "01:00-03:00")
    built = make_site({"index.md": text}, workshop=SPRING).build()
    assert built.messages == []
    night = built.domain.program.sessions["night"]
    assert [time.isoformat() for time in (night.start, night.end)] == [
        "2016-03-13T01:00:00-05:00",
        "2016-03-13T03:00:00-04:00",
    ]


CHANGED = "# Home\n\n:::{change} 2016-05-DAY\nMore.\n:::\n"


class Dated:
    """A site in a repository; the page is committed on 3 May, at noon in UTC."""

    def __init__(self, folder: Path) -> None:
        self.repository = Repository(folder / "source")
        self.site = InlineSite(folder, {}, {})

    def commit(self, day: str) -> None:
        self.repository.commit(3, index=CHANGED.replace("DAY", day))

    def edit(self, day: str) -> None:
        self.repository.write("index.md", CHANGED.replace("DAY", day))

    def messages(self) -> list[Message]:
        return self.site.build().messages


@pytest.fixture
def dated(tmp_path: Path) -> Dated:
    return Dated(tmp_path)


def test_a_change_dated_more_than_a_day_after_its_commit_is_reported(dated: Dated) -> None:
    dated.commit("05")
    (message,) = dated.messages()
    assert (message.file, message.line) == ("index.md", 3)
    assert message.text.startswith(
        "change 'index/2016-05-05' is dated 2016-05-05, and was committed on 2016-05-03; write the "
        "day of the change"
    )


@pytest.mark.parametrize("day", ["01", "03", "04"])
def test_a_change_dated_up_to_the_day_after_its_commit_is_not_reported(
    day: str, dated: Dated
) -> None:
    dated.commit(day)
    assert dated.messages() == []


def test_a_change_that_is_not_committed_yet_may_have_any_day(dated: Dated) -> None:
    dated.commit("03")
    dated.edit("20")
    assert dated.messages() == []


def test_a_page_that_is_not_committed_yet_may_have_any_day(dated: Dated) -> None:
    dated.repository.git("commit", "--quiet", "--allow-empty", "--message=x", day=3)
    dated.edit("20")
    assert dated.messages() == []


def test_a_shallow_clone_has_no_day_to_compare_with(dated: Dated, tmp_path: Path) -> None:
    dated.commit("05")
    shallow = tmp_path / "shallow"
    origin = dated.repository.folder
    dated.repository.git("clone", "--quiet", "--depth=1", origin.as_uri(), str(shallow))
    shutil.rmtree(origin)
    shallow.rename(origin)
    assert dated.messages() == []


def test_a_day_that_is_set_for_all_files_is_not_compared_with(
    dated: Dated, monkeypatch: pytest.MonkeyPatch
) -> None:
    dated.commit("05")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert dated.messages() == []


PARTS = page(
    "Program",
    schedule(
        "2016-07-22",
        session("first", "23:00-23:10", "First flash", block="flashes"),
        session("flashes", "23:00-01:30+1", "Flashes"),
        session("late", "22:00-23:00", "Late"),
    ),
    schedule("2016-07-23", session("last", "01:00-01:30", "Last flash", block="flashes")),
)


def test_a_block_may_end_on_the_next_day_and_comes_before_its_parts(make_site: MakeSite) -> None:
    built = make_site({"index.md": PARTS}).build()
    assert built.messages == []
    shown = built.page("index")
    assert all_words(shown, ".workshop-title") == ["Late", "Flashes", "First flash", "Last flash"]
    block = shown.select("#session-flashes time")
    assert [time["datetime"] for time in block[:2]] == [
        "2016-07-22T23:00-04:00",
        "2016-07-23T01:30-04:00",
    ]
    assert all_words(shown, ".workshop-time") == [
        "22:00–23:00", "23:00–01:30 +1 day", "23:00–23:10", "01:00–01:30"
    ]  # fmt: skip
    for id in ("first", "last"):
        part = shown.select_one(f"#session-{id}")
        assert part is not None
        assert links(part)["Flashes"] == "#session-flashes"
        assert part["data-block"] == "flashes"
