"""What a dry run calls clean, of whatever source, builds; what a build rejects, it says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from import_site import cmt, note, notes
from imported_workshop import OF_ALL, Workshop
from inline_site import InlineSite
from program_export import conference, event

if TYPE_CHECKING:
    from pathlib import Path

SCHEDULE = """\
# Program

::::::{schedule} 2016-07-22

:::::{session} Submission of plants
:id: submission
:time: 09:00-10:00
:kind: poster-session
:speakers: ann-lee
:::::

::::::

:::{toctree}
speakers
:::
"""
PAPER = """\
# By hand

:::{paper} 90
:authors: Ann Lee
:topics: grass

Words.
:::
"""
PAGES = {
    "index.md": OF_ALL.replace("papers/*\n:", "papers/*\ncall-for-papers/topics/*\n:"),
    "program/index.md": SCHEDULE,
    "program/speakers.md": "# Speakers\n\n:::{person} Dana Fox\n:roles: keynote\n:::\n",
    "program/papers/by-hand.md": PAPER,
    "about/organizers.md": "# Organizers\n",
    "call-for-papers/dates.md": "# Dates\n\n:::{deadline} Call\n:id: call\n:when: 2016-03-01\n"
    ":::\n",
    "call-for-papers/topics/grass.md": "# Grass\n\n:::{topic} Grass\n:order: 1\n\nIt grows.\n:::\n",
}
ROW = {"pid": 7, "title": "Alpha", "authors": [{"first": "Ann", "last": "Lee"}]}
AUTHORS = [{"first_name": "Ann", "last_name": "Lee"}]
SOURCES = {
    "cmt": cmt([7, "Alpha", "Lee, Ann"]),
    "openreview": notes(note(7, "Alpha", ["Ann Lee"], abstract="Words.")),
    "hotcrp": json.dumps([ROW]),
    "easychair": "#,Title,Authors,Deleted?,Decision\n7,Alpha,Ann Lee,,accept\n",
    "indico": json.dumps(
        {"results": [{"contributions": [{"id": 7, "title": "A", "primaryauthors": AUTHORS}]}]}
    ),
    "csv": "id,title,authors,session\n7,Alpha,Ann Lee,submission\n",
    "people": "name,affiliation,role\nBo Ray,North,organizer\nDana Fox,West,keynote\n",
    "dates": "deadline,date\nSubmission,2016-03-15\nCall,2016-03-01\n",
    "program": conference(event(0, "11:00", 30, "Hall", "First")).replace("2031-06-", "2016-07-")
    .replace("2016-07-12", "2016-07-22"),
}  # fmt: skip
MISTAKES = {
    "a topic that is none": ("program/papers/by-hand.md", ":topics: grass", ":topics: gras"),
    "a session that is none": ("program/papers/by-hand.md", ":topics:", ":sessions: one\n:topics:"),
    "an option that is none": ("program/papers/by-hand.md", ":topics:", ":topix:"),
    "a value that cannot be read": ("program/papers/by-hand.md", ":topics:", ":arxiv: x\n:topics:"),
    "no authors": ("program/papers/by-hand.md", ":authors: Ann Lee\n", ""),
    "empty authors": ("program/papers/by-hand.md", ":authors: Ann Lee", ":authors:"),
    "a speaker who is none": ("program/index.md", "ann-lee", "an-lee"),
    "a kind that is none": ("program/index.md", ":kind: poster-session", ":kind: posters"),
    "another day": ("program/index.md", ":time: 09", ":time: 2016-07-23 09"),
    "a former time that is today's": (
        "program/index.md", ":kind:", ":was: 2016-07-22 09:00-10:00\n:kind:"
    ),
    "a former time that no clock shows": (
        "program/index.md", ":kind:", ":was: 2016-03-13 02:30-03:30\n:kind:"
    ),
    "a session without an id": ("program/index.md", ":id: submission\n", ""),
    "a session without a title": ("program/index.md", " Submission of plants", ""),
    "a title beside that of the paper": ("program/index.md", ":id: submission", ":paper: by-hand"),
    "topics beside those of the paper": (
        "program/index.md", " Submission of plants\n", "\n:paper: by-hand\n:topics: grass\n"
    ),
    "a day outside": ("program/index.md", "2016-07-22\n", "2016-07-29\n"),
    "a block that is none": ("program/index.md", ":speakers:", ":block: one\n:speakers:"),
    "a role that is none": ("program/speakers.md", "keynote", "key"),
    "one person twice": (
        "program/speakers.md", ":::{person}", ":::{person} Dana Fox\n:::\n\n:::{person}"
    ),
    "a person without a name": ("program/speakers.md", " Dana Fox", ""),
    "the template's person": ("program/speakers.md", "Dana Fox", "First Last"),
    "a photo without words": (
        "program/speakers.md", ":roles:", ":photo: fox.png\n:roles:"
    ),
    "a topic without a short name": (
        "call-for-papers/topics/grass.md", "{topic} Grass", "{topic}"
    ),
    "a second topic of a page": (
        "call-for-papers/topics/grass.md",
        ":::{topic} Grass\n",
        ":::{topic} Hay\n:order: 2\n:::\n\n:::{topic} Grass\n",
    ),
    "a schedule without a day": ("program/index.md", " 2016-07-22", ""),
    "an unknown day of a session that papers name": (
        "program/index.md", "2016-07-22\n\n:::::{", "Friday\n\n:::::{"
    ),
    "a date without a title": ("call-for-papers/dates.md", "{deadline} Call", "{deadline}"),
    "a date that is none": ("call-for-papers/dates.md", "2016-03-01", "2016-3"),
    "a date without an id": ("call-for-papers/dates.md", ":id: call\n", ""),
    "a session outside of the schedule": (
        "program/index.md",
        ":::{toctree}",
        ":::{session} A\n:id: a\n:time: 11:00-12:00\n:::\n\n:::{toctree}",
    ),
    "a schedule of no day": ("program/index.md", "2016-07-22", "Friday"),
    "a topic without an order": ("call-for-papers/topics/grass.md", ":order: 1\n", ""),
    "a date with a session's id": ("call-for-papers/dates.md", ":id: call", ":id: submission"),
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> InlineSite:
    """Return the folder in which all sites of this module are built, one after the other."""
    return InlineSite(tmp_path_factory.mktemp("built"), {}, {})


@pytest.fixture
def site(tmp_path: Path, built: InlineSite) -> Workshop:
    site = Workshop(tmp_path, built)
    for name, text in PAGES.items():
        site.write(name, text)
    return site


def rejected(report: str) -> list[tuple[str, int, str]]:
    """Return what a report says of mistakes on pages: file, line, and message."""
    listed = report.partition("\nMistakes on the pages, which a build rejects")[2]
    lines = listed.partition("):\n")[2].partition("\n\n")[0].splitlines()
    parts = [line.partition(".md:") for line in lines]
    places = [(p[0].rpartition("/site/")[2] + ".md", *p[2].partition(": ")[::2]) for p in parts]
    return [(file, int(line), words) for file, line, words in places]


@pytest.mark.parametrize("source", SOURCES)
def test_what_a_dry_run_calls_clean_builds(source: str, site: Workshop) -> None:
    dry = site.import_(SOURCES[source], "--dry-run")
    assert dry.code == 0, dry.err
    assert rejected(dry.out) == []
    done = site.import_(SOURCES[source])
    assert " 0 skipped" in done.numbers
    assert "1 written" in done.numbers
    site.builds()


def in_groups() -> list[list[str]]:
    """Return the names of mistakes in groups: no two on one page."""
    groups: list[list[str]] = []
    for name in [*MISTAKES][:-1]:
        pages = [{MISTAKES[n][0] for n in group} for group in groups]
        free = [n for n, taken in enumerate(pages) if MISTAKES[name][0] not in taken]
        if free:
            groups[free[0]].append(name)
        else:
            groups.append([name])
    return [*groups, [*MISTAKES][-1:]]  # which needs the session that others spoil


@pytest.mark.parametrize("mistakes", in_groups(), ids="; ".join)
def test_a_dry_run_says_of_mistakes_what_the_build_says(
    mistakes: list[str], site: Workshop
) -> None:
    for name in mistakes:
        site.replace(*MISTAKES[name])
    found = site.build().messages
    reported = [(m.file, m.line, m.text.partition(" (https://example.org/")[0]) for m in found]
    assert {file for file, _, _ in reported} >= {MISTAKES[name][0] for name in mistakes}
    export = notes(note(7, "Alpha", ["Bo Ray"]))
    assert rejected(site.import_(export, "--dry-run").out) == sorted(reported)


@pytest.mark.parametrize("source", SOURCES)
def test_a_mistake_is_said_by_the_dry_run_of_each_source(source: str, site: Workshop) -> None:
    site.replace("program/papers/by-hand.md", ":topics: grass", ":topics: gras")
    message = "paper 'by-hand' names unknown topic 'gras'; did you mean 'grass'?"
    for arguments in (["--dry-run"], []):
        done = site.import_(SOURCES[source], *arguments)
        assert rejected(done.out) == [("program/papers/by-hand.md", 5, message)]


@pytest.mark.parametrize(("state", "count"), [("call", 1), ("day; record", 0)])
def test_only_what_is_for_the_state_of_the_site_is_rejected(
    site: Workshop, state: str, count: int
) -> None:
    wrong = f"::::{{state}} {state}\n:::{{deadline}} Slides\n:id: slides\n:when: soon\n:::\n::::\n"
    site.write("call-for-papers/dates.md", f"{site.read('call-for-papers/dates.md')}\n{wrong}")
    found = [(m.file, m.line, m.text.partition(" (https:")[0]) for m in site.build().messages]
    assert len(found) == count
    assert rejected(site.import_(SOURCES["people"], "--dry-run").out) == found


def test_a_new_date_gets_no_session_s_id(site: Workshop) -> None:
    site.import_(SOURCES["dates"])
    text = site.read("call-for-papers/dates.md")
    assert ":::{deadline} Submission\n" in text
    assert ":id: submission\n" not in text


def test_a_person_who_has_an_entry_on_another_page_gets_no_second_one(site: Workshop) -> None:
    site.write(
        "call-for-papers/chairs.md", "# Chairs\n\n:::{person} Bo Ray\n:roles: organizer\n:::\n"
    )
    done = site.import_(SOURCES["people"])
    assert "0 written" in done.numbers
    site.builds()
