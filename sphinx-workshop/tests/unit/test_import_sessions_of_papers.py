"""Sessions of papers come from a table: by their ids, their titles, or as the mapping says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from import_site import ImportSite, site_of_talks
from written import page, schedule, session

if TYPE_CHECKING:
    from pathlib import Path

POSTERS = {"kind": "poster-session"}
DAY = schedule(
    "2016-07-22",
    session("first-posters", "09:00-10:00", "Posters, first part", **POSTERS),
    session("second-posters", "10:00-11:00", "Posters, second part", **POSTERS),
    session("lightning", "11:00-11:30", "Lightning talks"),
    session("lightning-again", "12:00-12:30", "Lightning talks"),
    session("alpha", "13:00-13:30", paper="alpha"),
)
SCHEDULE = page("Program", DAY)


def table(*sessions: str) -> str:
    rows = (f'{n},Paper {n},Ann Lee,"{cell}"\n' for n, cell in enumerate(sessions, start=1))
    return "".join(["UID,title,authors,sessions\n", *rows])


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    site = site_of_talks(tmp_path)
    site.write("program/index.md", SCHEDULE)
    return site


def sessions(site: ImportSite, number: int) -> str:
    """Return the sessions that a paper's page names, empty where it names none."""
    page = site.page(f"paper-{number}")
    return page.partition("\n:sessions: ")[2].partition("\n")[0]


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("first-posters", "first-posters"),
        ("POSTERS,  second part", "second-posters"),
        ("first-posters|Posters, second part", "first-posters; second-posters"),
        ("first-posters, second-posters", "first-posters; second-posters"),
        ("first-posters;first-posters", "first-posters"),
        ("", ""),
    ],
)
def test_a_session_is_known_by_its_id_or_its_title(cell: str, ids: str, site: ImportSite) -> None:
    done = site.import_(table(cell))
    assert sessions(site, 1) == ids
    assert "To look at" not in done.out
    assert "not read" not in done.out
    assert site.import_(table(cell)).out.splitlines()[1] == "Unchanged: no page is written."


@pytest.mark.parametrize(
    ("cell", "reported"),
    [
        (
            "Mon S1",
            "line 2: 'Mon S1' (2 of the papers) names no session of the schedule that is for "
            "several papers, and is left out; put one with this title there, or say which one it "
            "is by --columns: sessions:Mon S1=<id>",
        ),
        ("frist-posters", "--columns: sessions:frist-posters=<id>; did you mean 'first-posters'?"),
        ("alpha", "'alpha' (2 of the papers) names no session of"),
        (
            "Lightning talks",
            "'Lightning talks' (2 of the papers) is the title of several sessions (lightning, "
            "lightning-again), and is left out; say which one it is by --columns: "
            "sessions:Lightning talks=lightning",
        ),
    ],
)
def test_what_names_no_session_is_reported_once_with_what_to_write(
    cell: str, reported: str, site: ImportSite
) -> None:
    dry = site.import_(table(cell, cell), "--dry-run")
    done = site.import_(table(cell, cell))
    for report in (dry, done):
        assert report.out.count("of the papers) ") == 1
        assert reported in report.out
    assert [sessions(site, n) for n in (1, 2)] == ["", ""]


def test_of_a_list_by_commas_what_is_unknown_is_reported(site: ImportSite) -> None:
    done = site.import_(table("first-posters, Mon S1"))
    assert sessions(site, 1) == "first-posters"
    assert "'Mon S1' (1 of the papers) names no session" in done.out


@pytest.mark.parametrize("cell", ["Mon S1|Tue S2", "Mon S1, Tue S2"])
def test_a_mapping_names_sessions(cell: str, site: ImportSite) -> None:
    columns = "sessions:mon s1=first-posters,sessions:Tue S2=lightning"
    done = site.import_(table(cell), "--columns", columns)
    assert sessions(site, 1) == "first-posters; lightning"
    assert "To look at" not in done.out
    assert "0 written, 1 unchanged" in site.import_(table(cell), "--columns", columns).numbers


def test_the_dry_run_shows_the_ids_and_the_mapping(site: ImportSite) -> None:
    columns = "sessions:mon s1=first-posters"
    done = site.import_(table("Mon S1"), "--dry-run", "--columns", columns)
    assert "    sessions: first-posters\n" in done.out
    mapped = "number=uid,title=title,authors=authors,sessions=sessions,sessions:mon s1"
    assert f"--columns '{mapped}=first-posters'" in done.out


def test_a_session_that_is_put_there_later_is_added_by_an_update(site: ImportSite) -> None:
    site.import_(table("Closing"))
    site.replace("program/index.md", "Posters, first part", "Closing")
    assert "In the source, missing on the page" in site.import_(table("Closing")).out
    site.import_(table("Closing"), "--update")
    assert sessions(site, 1) == "first-posters"


def test_a_hand_s_sessions_stay(site: ImportSite) -> None:
    site.import_(table("first-posters"))
    site.edit("paper-1", ":sessions: first", ":sessions: second")
    assert "Unchanged" in site.import_(table("first-posters")).out
    assert "1:sessions" in site.import_(table("lightning")).out
    assert sessions(site, 1) == "second-posters"


def test_a_schedule_that_cannot_be_read_is_reported_before_anything_is_written(
    site: ImportSite,
) -> None:
    page = site.folder / "program/index.md"
    page.write_text(SCHEDULE.replace("09:00-10:00", "nine"), encoding="utf-8")
    done = site.import_(table("first-posters"))
    assert done.code == 1
    assert f"{page}: line 5: time: " in done.err
    assert site.ids() == []


def test_indicos_sessions_are_found_by_their_titles(site: ImportSite) -> None:
    contribution = {
        "id": "1",
        "title": "Paper 1",
        "session": "Posters, first part",
        "primaryauthors": [{"first_name": "Ann", "last_name": "Lee"}],
    }
    done = site.import_(json.dumps({"results": [{"contributions": [contribution]}]}))
    assert sessions(site, 1) == "first-posters"
    assert "not read" not in done.out
    rows = "Id,Title,Session,Presenters,Authors,Materials\n2,Paper 2,Mon,Ann Lee,Ann Lee,\n"
    site.import_(rows, "--columns=sessions:Mon=first-posters")
    assert sessions(site, 2) == "first-posters"
