"""Sessions are put into the schedule, changed and moved; all else on the page stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_workshop.editing.page_text import directives, lines_of
from sphinx_workshop.editing.schedule_page import SchedulePage

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """\
# Program

Prose before.

::::::{schedule} 2016-07-22

:::::{session} Opening
:id: opening
:time: 09:00-10:00
:kind: keynote
:speakers: ann-lee
:::::

:::::{session}
:time: 10:30-10:45
:paper: alpha
:::::

Prose among the sessions.

::::::

Prose after.

:::{toctree}
speakers
:::
"""


def page(folder: Path, text: str = PAGE) -> SchedulePage:
    path = folder / "index.md"
    path.write_bytes(text.encode())
    return SchedulePage(path)


def session(title: str, id: str, time: str, day: str = "2016-07-22", **more: str) -> dict[str, str]:
    return {"title": title, "id": id, "when": f"{day} {time}", **more}


def test_sessions_are_read(tmp_path: Path) -> None:
    found = page(tmp_path).sessions
    assert [(s.id, s.values) for s in found] == [
        (
            "opening",
            {"title": "Opening", "id": "opening", "when": "2016-07-22 09:00-10:00",
             "kind": "keynote", "speakers": "ann-lee"},
        ),
        ("alpha", {"when": "2016-07-22 10:30-10:45", "paper": "alpha"}),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("time", "ids"),
    [
        ("08:00-08:30", ["new", "opening", "alpha"]),
        ("10:00-10:30", ["opening", "new", "alpha"]),
        ("11:00-24:00", ["opening", "alpha", "new"]),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_new_session_stands_where_its_time_belongs(
    tmp_path: Path, time: str, ids: list[str], end: str
) -> None:
    found = page(tmp_path, PAGE.replace("\n", end))
    found.add(session("A *b* `c` {d}", "new", time, kind="talk", summary="# No heading"))
    assert [s.id for s in found.sessions] == ids
    written = next(s for s in found.sessions if s.id == "new")
    assert written.values["title"] == "A *b* `c` {d}"
    assert written.values["summary"] == "# No heading"
    text = "".join(lines_of(found.text)[written.place.start : written.place.end])
    rest = found.text.replace(f"{text}{end}", "", 1)
    assert rest == PAGE.replace("\n", end)


def test_a_day_that_the_page_has_not_is_begun_after_the_others(tmp_path: Path) -> None:
    found = page(tmp_path)
    found.add(session("Second day", "second", "09:00-10:00", day="2016-07-23"))
    days = [d.argument for d in directives(lines_of(found.text)) if d.name == "schedule"]
    assert days == ["2016-07-22", "2016-07-23"]
    assert [s.id for s in found.sessions] == ["opening", "alpha", "second"]
    assert found.text.index("second") < found.text.index("Prose after.")


@pytest.mark.parametrize("text", ["# Program", "# Program\n\nProse.\n\n:::{toctree}\nx\n:::\n"])
def test_a_page_without_a_day_gets_one(tmp_path: Path, text: str) -> None:
    found = page(tmp_path, text)
    found.add(session("First", "first", "09:00-10:00"))
    assert [s.id for s in found.sessions] == ["first"]
    assert found.text.startswith(text.partition(":::")[0].rstrip("\n"))
    assert found.text.endswith(":::\n")


def test_changed_values_change_their_lines_alone(tmp_path: Path) -> None:
    found = page(tmp_path)
    found.change("opening", {"title": "New", "room": "Hall", "when": "2016-07-22 09:00-09:30"})
    assert found.text == PAGE.replace("session} Opening", "session} New").replace(
        ":time: 09:00-10:00\n:kind: keynote\n:speakers: ann-lee\n",
        ":time: 09:00-09:30\n:kind: keynote\n:speakers: ann-lee\n:room: Hall\n",
    )


def test_a_session_moves_with_all_that_is_typed_in_it(tmp_path: Path) -> None:
    text = PAGE.replace(":speakers: ann-lee\n", ":speakers: ann-lee\n\nTyped *by hand*.\n")
    found = page(tmp_path, text)
    found.change("opening", {"when": "2016-07-22 11:00-12:00"})
    assert [s.id for s in found.sessions] == ["alpha", "opening"]
    found.change("opening", {"when": "2016-07-23 11:00-12:00"})
    assert [(s.id, str(s.day)) for s in found.sessions] == [
        ("alpha", "2016-07-22"),
        ("opening", "2016-07-23"),
    ]
    assert found.text.count("Typed *by hand*.") == found.text.count("Prose among") == 1


def test_sessions_find_room_in_fences_of_backquotes(tmp_path: Path) -> None:
    found = page(tmp_path, "# P\n\n`````{schedule} 2016-07-22\n`````\n")
    found.add(session("With `quotes`", "new", "09:00-10:00"))
    assert [s.values["title"] for s in found.sessions] == ["With `quotes`"]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (PAGE.replace("09:00-10:00", "9 to 10"), "line 7: time"),
        (PAGE.replace("2016-07-22", "Friday"), "is not a day"),
        ("# P\n\n:::{schedule} 2016-07-22\n:::\n", "line 3: the fences .* are too short"),
    ],
)
def test_a_page_that_cannot_be_read_is_rejected(tmp_path: Path, text: str, reported: str) -> None:
    with pytest.raises(ValueError, match=reported):
        page(tmp_path, text).add(session("New", "new", "08:00-08:30"))


def test_a_title_does_not_end_its_fence_of_backquotes(tmp_path: Path) -> None:
    text = PAGE.replace(":::::{session} Opening", "```{session} Opening").replace(
        ":speakers: ann-lee\n:::::", ":speakers: ann-lee\n```"
    )
    found = page(tmp_path, text)
    found.change("opening", {"title": "Of `code`"})
    assert found.sessions[0].values["title"] == "Of ’code’"


TIMES = st.integers(8, 19).map(lambda hour: f"{hour:02}:00-{hour:02}:45")
DAYS = st.sampled_from(["2016-07-22", "2016-07-23"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(TIMES, DAYS), max_size=6), TIMES)
def test_sessions_added_together_stand_as_those_added_one_by_one(
    tmp_path: Path, times: list[tuple[str, str]], moved: str
) -> None:
    together, alone = page(tmp_path), page(tmp_path)
    for number, (time, day) in enumerate(times):
        for found in (together, alone):
            found.add(session(f"Talk {number}", f"talk-{number}", time, day))
        assert alone.text
    for found in (together, alone):
        found.change("opening", {"when": f"2016-07-22 {moved}"})
    assert sorted(s.id for s in together.sessions) == sorted(s.id for s in alone.sessions)
    for found in (together, alone):
        starts = [(s.day, s.start) for s in found.sessions]
        assert starts == sorted(starts)
