"""pretalx's talks are read, of its API and of a schedule."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from pretalx_exports import event, schedule, submissions, talk
from readings import ZONE, read, remarks_of
from sphinx_workshop.core.vocabulary import KINDS, Kind
from sphinx_workshop.imports import formats


def test_own_kinds_are_known_by_their_words() -> None:
    kinds = (*KINDS, Kind("tutorial", "Tutorial"), Kind("talk", "Lecture"))
    types = {"Half-day tutorial": "tutorial", "Lecture": "talk", "Keynote lectures": "keynote"}
    events = [event(guid=name, type=name) for name in types]
    reading = formats.read(schedule(*events).encode(), ZONE, kinds=kinds)
    assert {talk.code: talk.kind.id for talk in reading.talks} == types


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (submissions(talk()), ("ABC", "")),
        (schedule(event()), ("g", "ABC")),
        (schedule(event(code=None)), ("g", "")),
        (schedule(event(guid=None)), ("ABC", "")),
    ],
)
def test_pretalx_is_read(text: str, names: tuple[str, str]) -> None:
    reading = read(text)
    assert reading.format == "pretalx"
    (found,) = reading.talks
    assert ((found.code, found.also), found.title, found.room) == (names, "The talk", "Hall")
    assert (found.speakers, found.summary, found.kind) == (
        ("Ann Lee",),
        "What it says.",
        Kind.KEYNOTE,
    )
    # Mixed offsets are one instant each.
    assert found.start == datetime(2016, 7, 22, 13, tzinfo=UTC)
    assert found.end == datetime(2016, 7, 22, 14, tzinfo=UTC)


def test_a_time_without_offset_is_in_the_workshops_zone() -> None:
    slots = [{"start": "2016-07-22T09:00:00"}]
    (found,) = read(submissions(talk(slots=slots, duration=90))).talks
    assert found.start == datetime(2016, 7, 22, 13, tzinfo=UTC)
    assert found.end == datetime(2016, 7, 22, 14, 30, tzinfo=UTC)


def test_a_talk_given_twice_is_two() -> None:
    slot = talk()["slots"][0]
    assert [t.code for t in read(submissions(talk(slots=[slot, slot]))).talks] == ["ABC", "ABC-2"]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"state": "rejected"}, "its state is 'rejected'"),
        ({"state": "canceled"}, "its state is 'canceled'"),
        ({"slots": []}, "no time yet"),
        ({"slots": [17]}, "its slots are codes alone; save the page again with `expand="),
        ({"slots": [{"start": None}]}, "no time yet"),
        ({"slots": [{"start": "soon", "end": "later"}]}, "no time that can be read"),
        ({"slots": [{"start": "0001-01-01T00:00:00+23:00"}]}, "no time that can be read"),
        ({"slots": [{"start": "2016-07-22T09:00:00Z"}]}, "no end after its start"),
        ({"title": {"en": " "}}, "no title"),
        ({"code": None}, "neither code nor guid"),
    ],
)
def test_talks_that_cannot_be_placed_are_reported(fields: dict[str, Any], why: str) -> None:
    reading = read(submissions(talk(**fields)))
    assert reading.talks == []
    assert why in remarks_of(reading)


def test_speakers_and_rooms_that_are_codes_alone_are_reported() -> None:
    slots = [talk()["slots"][0] | {"room": 7}]
    reading = read(submissions(talk(speakers=["ABCDEF"], slots=slots)))
    assert (reading.talks[0].speakers, reading.talks[0].room) == ((), "")
    assert "the speakers are codes alone" in remarks_of(reading)
    assert "the room is one of codes alone" in remarks_of(reading)


def test_one_page_of_several_says_so() -> None:
    reading = read(submissions(talk(), next="https://example.org/?page=2"))
    assert reading.partial
    assert "one page of several" in remarks_of(reading)
