"""Imports bring the fields that the field table says, and the manual's table with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conference_exports import as_csv
from entry_pages import page, site_with_pages
from program_export import ProgramSite, conference, event, person
from sphinx_workshop.core.field_entry import Importing
from sphinx_workshop.core.field_table import TABLES
from sphinx_workshop.editing.page_text import directives, lines_of

if TYPE_CHECKING:
    from pathlib import Path

    from import_site import ImportSite


def said(kind: str) -> set[str]:
    """Return the options of a type that imports bring, as the table says."""
    return {name for name, e in TABLES[kind].items() if e.importing is not Importing.NEVER}


def brought(text: str, kind: str) -> set[str]:
    """Return the options that objects of a type have on a page."""
    found = (each for each in directives(lines_of(text)) if each.name == kind)
    return {option for each in found for option in each.options}


def imported(site: ImportSite, name: str, *rows: list[str]) -> str:
    """Return a page after the import of a table."""
    done = site.import_(as_csv(rows))
    assert done.code == 0, done.err
    assert "not read" not in done.out
    return page(site, name)


def test_people_have_what_a_table_has_of_them(tmp_path: Path) -> None:
    text = imported(
        site_with_pages(tmp_path),
        "about/organizers",
        ["Name", "Institution", "Role", "ORCID", "Website", "GitHub", "Google Scholar", "Mastodon",
         "Bluesky", "Bio"],
        ["Ann Ray", "North", "organizer", "https://orcid.org/0000-0002-1825-0097",
         "https://example.org/ann", "https://github.com/ann-example", "https://example.org/scholar",
         "https://example.org/@ann", "https://example.org/sky", "She looks."],
    )  # fmt: skip
    assert brought(text, "person") == said("person")
    assert ":orcid: 0000-0002-1825-0097\n" in text.replace("\r", "")


def test_a_link_that_no_page_can_have_is_left_out_and_reported(tmp_path: Path) -> None:
    rows = ["Name,Role,ORCID,Website", "Ann Ray,organizer,0000-0002-1825-0098,javascript:x"]
    site = site_with_pages(tmp_path)
    done = site.import_("\n".join(rows) + "\n")
    assert "the orcid cannot be read and is left out" in done.out
    assert "the homepage cannot be read and is left out" in done.out
    assert brought(page(site, "about/organizers"), "person") == {"id", "roles"}


def test_dates_have_what_a_table_has_of_them(tmp_path: Path) -> None:
    rows = (["Deadline", "Date", "Note"], ["Reviews", "2016-05-01", "All of them."])
    text = imported(site_with_pages(tmp_path), "call-for-papers/dates", *rows)
    assert brought(text, "deadline") == said("deadline")


def test_sessions_and_rooms_have_what_a_schedule_has_of_them(tmp_path: Path) -> None:
    site = ProgramSite(tmp_path)
    site.write("program/rooms.md", "# Rooms\n\n:::{room} Barn\n:id: mill\n:::\n")
    (site.papers / "rows.md").write_text("# Rows\n\n:::{paper} 1\n:authors: Cy Ng\n:::\n")
    links = [{"title": name, "url": f"https://example.org/{name}"} for name in ("video", "slides")]
    mill = {"name": "Mill", "description": "By the stream", "capacity": 40}
    given = conference(
        event(0, "09:00", 90, "Mill", "Hedges", links=links, persons=[person("Bo Ray")]),
        event(0, "09:10", 10, "Mill", "Flash", language="de", track="Fields"),
        event(0, "11:00", 30, "Mill", "Rows"),
        rooms=[mill],
    )
    done = site.import_(given)
    assert done.code == 0, done.err
    sessions = [*site.sessions().values()]
    options = {name for session in sessions for name, value in session.values.items() if value}
    # Title and description are no options, and `when` is the option `time` with the day.
    assert options - {"title", "summary", "when"} | {"time"} == said("session")
    assert brought(site.read("program/rooms.md"), "room") == said("room")


def test_papers_have_what_a_table_has_of_them(tmp_path: Path) -> None:
    site = site_with_pages(tmp_path)
    examples = {n: TABLES["paper"][n].example for n in said("paper") - {"topics", "sessions"}}
    names = ["number", "title", *examples]
    columns = ",".join(f"{name}={name}" for name in names)
    done = site.import_(as_csv([names, ["7", "Alpha", *examples.values()]]), f"--columns={columns}")
    assert done.code == 0, done.err
    assert brought(page(site, "program/papers/alpha"), "paper") == {*examples}
