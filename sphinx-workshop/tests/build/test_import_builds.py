"""Whatever a program's export holds: what is imported builds, and what is left out is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from program_export import ProgramSite, conference, event, person

if TYPE_CHECKING:
    from pathlib import Path

    from import_site import Done

Event = dict[str, Any]

FIRST = event(0, "09:00", 60, "Barn", "First")


def dirty(title: str, start: str = "12:00", minutes: int = 30, **more: Any) -> Event:
    return event(0, start, minutes, "Barn", title) | more


LEFT_OUT: dict[str, tuple[list[Event], str]] = {
    "no time": ([dirty("No time", date=None)], "has no time that can be read"),
    "a time that is none": ([dirty("Odd", date="tomorrow")], "has no time that can be read"),
    "a year that is none": (
        [dirty("Odd", date="0001-01-01T00:00:00+14:00")],
        "has no time that can be read",
    ),
    "no end": ([dirty("Endless", end=None, duration=None)], "has no end after its start"),
    "an end before the start": (
        [dirty("Back", end="2031-06-12T11:00:00-04:00", duration="")],
        "has no end after its start",
    ),
    "no title": ([dirty("")], "has no title"),
    "a title of characters that nobody sees": ([dirty("\u200b\u2060 ")], "has no title"),
    "no guid, code and id": ([dirty("Bare", guid="", id=None)], "has neither code nor guid"),
    "a day before": (
        [event(0, "-1:00", 60, "Barn", "Early")],
        "'Early' is on no day of the workshop, which lasts from 2031-06-12 to 2031-06-14",
    ),
    "two days": ([dirty("Long", minutes=60 * 30)], "'Long' lasts more than a day"),
    "one guid twice": (
        [dirty("One", guid="g"), dirty("Two", "13:00", guid="g")],
        "'Two' has the guid or code of event 2; give it its own",
    ),
    "two at once in one room": (
        [dirty("One"), dirty("Two", "12:15")],
        "'Two' begins at 12:15 and ends at 12:45 on 2031-06-12, while 'One' is in the same room, "
        "'Barn', from 12:00 to 12:30; give one of them another time or room",
    ),
    "the same time twice": (
        [dirty("One"), dirty("Two")],
        "in the same room, 'Barn', from 12:00 to 12:30",
    ),
    "two at once and no room": (
        [dirty("One"), dirty("Two", "12:15", room=None)],
        "from 12:00 to 12:30 (the source names no room); give one of them",
    ),
    "two at once within a block": (
        [dirty("Block", minutes=60), dirty("One"), dirty("Two", "12:15")],
        "'Two' begins at 12:15",
    ),
    "nothing in an event": ([{"_day": 0, "room": "Barn"}], "has neither code nor guid"),
}
"""What cannot be written: its events, and what the report says."""

HOSTILE = "a: b; c # d ' \" `x` [y](z) {paper}`q` <i> \\ | > & * _ :::"
WRITTEN: dict[str, Event] = {
    "a room of signs": dirty("In a room", room=HOSTILE),
    "a room that is a number": dirty("Numbered", room=7),
    "a room in two languages": dirty("Both", room={"de": "Mühle", "en": "Mill"}),
    "a title of signs": dirty(HOSTILE),
    "a title that is an option": dirty(":id: x"),
    "a title without a Latin letter": dirty("生け垣"),
    "a text that begins like an option": dirty("One", abstract="time: the place of hedges"),
    "a text that is an option": dirty("Two", abstract=":topics: hedges\n:paper: none"),
    "a text with options below": dirty("Three", abstract="First\n:block: rows\nlast"),
    "a text of a directive": dirty("Four", abstract=":::{paper} 7\n:authors: A\n:::\n\n```{x}\n"),
    "a text with links that lead nowhere": dirty(
        "Five", abstract="[a](b.pdf) ![c](d.png) [e](javascript:f) [g]: h {ref}`i` <script>j"
    ),
    "a text with front matter": dirty("Six", abstract="---\ntitle: x\n---\n\n# Heading\n\n% note"),
    "a speaker without a name": dirty("Seven", persons=[{"name": "…"}, {}, person("Ada Hill")]),
    "a speaker twice": dirty("Eight", persons=[person("Ada Hill"), person("ADA  Hill")]),
    "a speaker of signs": dirty("Nine", persons=[person(f"Eve {HOSTILE}")]),
    "a speaker without a Latin letter": dirty("Ten", persons=[person("李 伟"), person("Ли Вэй")]),
    "no type": dirty("Eleven", type=None),
    "an id that a deadline has": dirty("Submission"),
    "the ids of one title": dirty("First", guid="other"),
    "a session past midnight": dirty("Late", "23:30"),
    "a session until midnight": dirty("Evening", "23:00", 60),
    "seconds": dirty("Exact", date="2031-06-12T12:00:30.5-04:00"),
    "a time in another zone": dirty("Abroad", date="2031-06-12T18:00:00+02:00", end=None),
}
"""What can be written, dirty as it is."""


@pytest.fixture
def site(tmp_path: Path) -> ProgramSite:
    site = ProgramSite(tmp_path)
    dates = ":::{deadline} Submission\n:id: submission\n:when: 2031-03-01\n:::\n"
    site.replace("program/index.md", "# Program\n", f"# Program\n\n{dates}")
    return site


def both(site: ProgramSite, *events: Event) -> Done:
    """Import in a dry run, and really: both say the same."""
    before = {name: data for name, data in site.files().items() if name.startswith("program/")}
    dry = site.import_(conference(*events), "--dry-run")
    after = {name: data for name, data in site.files().items() if name.startswith("program/")}
    assert after == before
    done = site.import_(conference(*events))
    assert done.code == 0, done.err
    said = dry.out.replace("This was a dry run: nothing is written.\n", "")
    really = done.out.replace("Unchanged: no page is written.\n", "")
    assert said.replace("To be written", "Written") == really
    return done


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_cannot_be_written_is_left_out_with_its_reason(name: str, site: ProgramSite) -> None:
    events, why = LEFT_OUT[name]
    done = both(site, FIRST, *events)
    (reported,) = done.out.partition("Skipped (1):\n")[2].splitlines()[:1]
    assert why in reported
    assert "first" in site.sessions()
    assert len(site.sessions()) == len(events)
    assert "which a build rejects" not in done.out


def test_all_that_can_be_written_at_once_builds(site: ProgramSite) -> None:
    spread = [
        given | ({"room": f"Room {n}"} if given["room"] == "Barn" else {})
        for n, given in enumerate(WRITTEN.values())
    ]
    done = both(site, FIRST, *spread)
    assert f"{len(WRITTEN) + 1} talks read" in done.numbers
    assert "0 skipped" in done.numbers
    assert len(site.sessions()) == len(WRITTEN) + 1
    assert site.build().messages == []
    again = site.import_(conference(FIRST, *spread), "--update")
    assert f"0 written, {len(WRITTEN) + 1} unchanged, 0 changed, 0 skipped" in again.numbers


def test_what_is_left_out_leaves_a_site_that_builds(site: ProgramSite) -> None:
    every = [found for events, _ in LEFT_OUT.values() for found in events]
    both(site, FIRST, *every)
    assert site.build().messages == []


def test_the_hour_that_clocks_show_twice_is_left_out(tmp_path: Path) -> None:
    site = ProgramSite(tmp_path)
    site.configure(name="Hedges", start="2031-11-02", end="2031-11-02", timezone="America/New_York")
    night = {"date": "2031-11-02T01:15:00-05:00", "end": "2031-11-02T01:45:00-05:00"}
    done = both(site, dirty("Night") | night)
    assert "'Night' is at a time that a schedule cannot say (the clock shows the hour twice)" in (
        done.out
    )


def test_mistakes_that_were_there_before_are_reported_in_the_words_of_the_build(
    site: ProgramSite,
) -> None:
    hand = [
        ("one", "09:00-10:00\n:speakers: nobody"),
        ("two", "09:30-10:30\n:block: nothing"),
        ("submission", "11:00-12:00"),
        ("three", "10:30-11:00\n:kind: dance"),
    ]
    text = "".join(f":::::{{session}} Hand\n:id: {i}\n:time: {t}\n:::::\n\n" for i, t in hand)
    schedule = f"::::::{{schedule}} 2031-06-12\n\n{text}::::::\n\n:::{{toctree}}"
    site.replace("program/index.md", ":::{toctree}", schedule)
    done = both(site, event(1, "09:00", 60, "Barn", "First"))
    reported = done.out.partition("Mistakes on the pages, which a build rejects")[2].splitlines()
    rejected = [line.partition(".md:")[2].partition(": ")[2] for line in reported[1:]]
    guide = " (https://example.org/guide"
    built = [m.text.partition(guide)[0] for m in site.build().messages if "deadline" not in m.text]
    assert built
    assert {*built} <= {*rejected}
