"""Calendars and PDFs are written once, rewritten when they change, deleted when they are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from calendar_pages import FEEDS, calendars
from inline_site import links
from small_workshop import changed
from sphinx_workshop.site_check.html import metas
from trees import contents, differing

if TYPE_CHECKING:
    from pathlib import Path

    from engine_fixtures import MakeSite
    from inline_site import Built, InlineSite
    from repository import Repository

CALENDARS = {
    "dates.ics",
    "program/kinds/keynote.ics",
    "program/kinds/spotlight.ics",
    "program/people/ann-lee.ics",
    "program/people/dana-fox.ics",
    "program/program.ics",
    "program/sessions/alpha.ics",
    "program/sessions/coffee.ics",
    "program/sessions/opening.ics",
    "program/topics/inference.ics",
    "program/topics/robustness.ics",
}
pytestmark = pytest.mark.usefixtures("no_epoch")


def touched(output: Path) -> dict[str, int]:
    """Return when each file was last written."""
    return {
        path.relative_to(output).as_posix(): path.stat().st_mtime_ns
        for path in output.rglob("*")
        if path.is_file()
    }


# What is written -------------------------------------------------------------------------------


def test_program_parts_sessions_and_dates_are_written_beside_their_pages(
    feeds: Built,
) -> None:
    assert calendars(feeds).keys() == CALENDARS
    for content in calendars(feeds).values():
        assert Calendar.from_ical(content).events


def test_a_site_without_sessions_and_deadlines_has_no_calendars(make_site: MakeSite) -> None:
    text = "# Home\n\n:::{calendar}\n:of: dates\n:::\n\n:::{calendar}\n:of: program\n:::\n"
    built = make_site({"index.md": text}).build()
    assert built.messages == []
    assert calendars(built) == {}
    assert not built.page("index").select("a[href*=ics], .workshop-calendar")


def test_a_build_that_broke_off_while_it_read_pages_exports_nothing(workshop: InlineSite) -> None:
    built = workshop.build()
    (built.output / "dates.ics").unlink()
    built.app.emit("build-finished", RuntimeError("broken off"))
    assert calendars(built).keys() == CALENDARS - {"dates.ics"}
    built.app.emit("env-updated", built.app.env)
    built.app.emit("build-finished", None)
    assert calendars(built).keys() == CALENDARS


# Builds agree ----------------------------------------------------------------------------------


def test_a_build_with_nothing_to_do_writes_nothing(
    workshop: InlineSite, repository: Repository
) -> None:
    (workshop.source / "assets").mkdir()
    (workshop.source / "assets/7.pdf").write_bytes(b"%PDF-")
    before = touched(workshop.build().output)
    again = workshop.build()
    after = touched(again.output)
    assert again.read == []
    assert set(again.written) <= {"search"}  # Sphinx writes this one whenever it runs
    rewritten = {name for name in after if after[name] != before.get(name)}
    assert not {name for name in rewritten if name.endswith((".ics", ".pdf"))}
    assert not (CALENDARS | {"assets/7.pdf"}) - after.keys()


def test_only_what_changed_is_written_again(workshop: InlineSite) -> None:
    before = touched(workshop.folder / "build/html")
    workshop.write(changed("dates.md", "By mail.", "By letter."))
    after = touched(workshop.build().output)
    assert {n for n in after if n.endswith(".ics") and after[n] != before[n]} == {"dates.ics"}


def test_a_removed_session_s_file_goes_and_the_others_stay(workshop: InlineSite) -> None:
    text = FEEDS["program/index.md"]
    start, end = text.index(":::::{session} Coffee"), text.index("::::::\n\n:::{toctree}")
    workshop.write({"program/index.md": text[:start] + text[end:]})
    built = workshop.build()
    assert calendars(built).keys() == CALENDARS - {"program/sessions/coffee.ics"}
    assert differing(built.output, workshop.build("fresh").output) == []


def test_a_moved_page_takes_its_calendars_along(workshop: InlineSite) -> None:
    workshop.write(
        {"dates.md": None, "topics/dates.md": FEEDS["dates.md"]}
        | changed("index.md", "\ndates\n", "\ntopics/dates\n")
        | changed("notes.md", "[](dates.md)", "[](topics/dates.md)")
    )
    built = workshop.build()
    assert built.messages == []
    assert calendars(built).keys() == CALENDARS - {"dates.ics"} | {"topics/dates.ics"}
    assert links(built.page("topics/dates"), ".workshop-calendar a")["Download a copy"] == (
        "dates.ics"
    )


# PDFs ------------------------------------------------------------------------------------------


def test_pdfs_of_the_checkout_are_published_at_their_address(workshop: InlineSite) -> None:
    assets = workshop.source / "assets"
    assets.mkdir()
    (assets / "7.pdf").write_bytes(b"%PDF-1.7 one")
    (assets / "notes.txt").write_bytes(b"private")
    built = workshop.build()
    assert {n: c for n, c in contents(built.output).items() if n.startswith("assets/")} == {
        "assets/7.pdf": b"%PDF-1.7 one"
    }
    (assets / "7.pdf").write_bytes(b"%PDF-1.7 two")
    assert (workshop.build().output / "assets/7.pdf").read_bytes() == b"%PDF-1.7 two"
    (assets / "7.pdf").unlink()
    assert not (workshop.build().output / "assets/7.pdf").exists()


def test_a_paper_s_pdf_stands_beside_its_page_too_where_scholar_looks(
    workshop: InlineSite,
) -> None:
    assets = workshop.source / "assets"
    assets.mkdir()
    for name, content in (("7", b"%PDF-1.7 7"), ("99", b"%PDF-1.7 99"), ("007", b"%PDF-1.7 007")):
        (assets / f"{name}.pdf").write_bytes(content)
    built = workshop.build()
    beside = {n: c for n, c in contents(built.output).items() if n.startswith("papers/")}
    assert {n: c for n, c in beside.items() if n.endswith(".pdf")} == {
        "papers/alpha.pdf": b"%PDF-1.7 7"
    }
    tags = dict(metas(built.html("papers/alpha"), "citation_"))
    assert tags["citation_pdf_url"] == "https://example.org/2016/papers/alpha.pdf"
    for name, pdf in (("papers/index", "../assets/7.pdf"), ("topics/inference", "../assets/7.pdf")):
        (item,) = built.page(name).select("[data-object='paper:alpha']")
        assert links(item)["PDF"] == pdf
    (assets / "7.pdf").unlink()
    again = workshop.build()
    assert not (again.output / "papers/alpha.pdf").exists()
    tags = dict(metas(again.html("papers/alpha"), "citation_"))
    assert tags["citation_pdf_url"] == "https://example.org/assets/7.pdf"
