"""Files for machines: written once, rewritten when they change, deleted when they are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from inline_site import links, words
from repository import Repository, at
from small_workshop import FILES, changed
from sphinx_workshop.site_check.html import metas
from trees import contents, differing

if TYPE_CHECKING:
    from pathlib import Path

    from engine_fixtures import MakeSite
    from inline_site import Built, InlineSite

SITE = "https://example.org/2016"
FEEDS = {
    **changed("program/index.md", "# Program\n", "# Program\n\n:::{calendar}\n:of: program\n:::\n"),
    "dates.md": FILES["dates.md"] + "\n:::{calendar}\n:of: dates\n:::\n",
}
CALENDARS = {
    "dates.ics",
    "program/program.ics",
    "program/sessions/alpha.ics",
    "program/sessions/coffee.ics",
    "program/sessions/opening.ics",
}


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def workshop(make_site: MakeSite) -> InlineSite:
    """Return the small workshop, with its calendars on its pages."""
    return make_site(FILES | FEEDS)


@pytest.fixture
def repository(workshop: InlineSite) -> Repository:
    """Return the small workshop's repository, whose first commit is of the first of May."""
    repository = Repository(workshop.source)
    repository.commit(1)
    return repository


def calendars(built: Built) -> dict[str, bytes]:
    found = contents(built.output)
    return {name: found[name] for name in found if name.endswith(".ics")}


def touched(output: Path) -> dict[str, int]:
    """Return when each file was last written."""
    return {
        path.relative_to(output).as_posix(): path.stat().st_mtime_ns
        for path in output.rglob("*")
        if path.is_file()
    }


# What is written -------------------------------------------------------------------------------


def test_program_sessions_and_dates_are_written_beside_their_pages(workshop: InlineSite) -> None:
    built = workshop.build()
    assert calendars(built).keys() == CALENDARS
    for content in calendars(built).values():
        assert Calendar.from_ical(content).events


def test_addresses_begin_with_that_of_the_site(workshop: InlineSite) -> None:
    opening = Calendar.from_ical(calendars(workshop.build())["program/sessions/opening.ics"])
    assert opening.source == f"{SITE}/program/sessions/opening.ics"
    assert opening.events[0].url == f"{SITE}/program/index.html#session-opening"


def test_a_site_without_sessions_and_deadlines_has_no_calendars(make_site: MakeSite) -> None:
    text = "# Home\n\n:::{calendar}\n:of: dates\n:::\n\n:::{calendar}\n:of: program\n:::\n"
    built = make_site({"index.md": text}).build()
    assert built.messages == []
    assert calendars(built) == {}
    assert not built.page("index").select("a[href*=ics], .workshop-calendar")


@pytest.mark.parametrize("builder", ["text", "gettext"])
def test_only_the_site_itself_has_exports(workshop: InlineSite, builder: str) -> None:
    built = workshop.build(builder=builder)
    assert calendars(built) == {}
    assert not any(
        b"Subscribe" in content or b"Add to calendar" in content
        for name, content in contents(built.output).items()
        if name.endswith((".html", ".txt"))
    )


def test_a_build_that_broke_off_exports_nothing(workshop: InlineSite) -> None:
    built = workshop.build()
    (built.output / "dates.ics").unlink()
    built.app.emit("build-finished", RuntimeError("broken off"))
    assert calendars(built).keys() == CALENDARS - {"dates.ics"}
    built.app.emit("build-finished", None)
    assert calendars(built).keys() == CALENDARS


# Builds agree ----------------------------------------------------------------------------------


def test_two_fresh_builds_give_the_same_bytes(workshop: InlineSite) -> None:
    one, other = workshop.build("one"), workshop.build("other")
    assert calendars(one) == calendars(other)


def test_two_workers_give_the_same_bytes_as_one(
    workshop: InlineSite, repository: Repository
) -> None:
    repository.commit(2, program_index=FEEDS["program/index.md"] + "\nLate news.\n")
    one, two = workshop.build("one"), workshop.build("two", jobs=2)
    assert calendars(one)
    assert differing(one.output, two.output) == []


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
    before = touched(workshop.build().output)
    workshop.write(changed("dates.md", "By mail.", "By letter."))
    after = touched(workshop.build().output)
    assert {n for n in after if n.endswith(".ics") and after[n] != before[n]} == {"dates.ics"}


def test_a_removed_session_s_file_goes_and_the_others_stay(workshop: InlineSite) -> None:
    workshop.build()
    text = FEEDS["program/index.md"]
    start, end = text.index(":::::{session} Coffee"), text.index("::::::\n\n:::{toctree}")
    workshop.write({"program/index.md": text[:start] + text[end:]})
    built = workshop.build()
    assert calendars(built).keys() == CALENDARS - {"program/sessions/coffee.ics"}
    assert differing(built.output, workshop.build("fresh").output) == []


def test_a_moved_page_takes_its_calendars_along(workshop: InlineSite) -> None:
    workshop.build()
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


def test_a_session_keeps_its_name_when_its_time_changes(workshop: InlineSite) -> None:
    def opening(built: Built) -> Calendar:
        return Calendar.from_ical(calendars(built)["program/sessions/opening.ics"])

    before = opening(workshop.build()).events[0]
    text = FEEDS["program/index.md"].replace("09:00-10:00", "11:00-12:00")
    workshop.write({"program/index.md": text})
    after = opening(workshop.build()).events[0]
    assert before.start != after.start
    assert before.uid == after.uid == "opening.test2016@example.org"


# Papers' PDFs ----------------------------------------------------------------------------------


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
    assert tags["citation_pdf_url"] == f"{SITE}/papers/alpha.pdf"
    (assets / "7.pdf").unlink()
    again = workshop.build()
    assert not (again.output / "papers/alpha.pdf").exists()
    tags = dict(metas(again.html("papers/alpha"), "citation_"))
    assert tags["citation_pdf_url"] == "https://example.org/assets/7.pdf"


# Links -----------------------------------------------------------------------------------------


def test_a_page_offers_the_feed_and_a_copy_and_says_what_they_hold(workshop: InlineSite) -> None:
    built = workshop.build()
    program, dates = (
        built.page(name).select_one(".workshop-calendar") for name in ("program/index", "dates")
    )
    assert program is not None
    assert dates is not None
    assert links(program) == {
        "Subscribe to the whole program": "webcal://example.org/2016/program/program.ics",
        "Download a copy": "program.ics",
    }
    assert "2 sessions and 1 break" in words(program)
    assert links(dates) == {
        "Subscribe to all dates": "webcal://example.org/2016/dates.ics",
        "Download a copy": "dates.ics",
    }
    assert "2 dates, with reminders a week and a day before" in words(dates)


@pytest.mark.parametrize(
    ("docname", "address"),
    [("program/index", "sessions/alpha.ics"), ("papers/alpha", "../program/sessions/alpha.ics")],
)
def test_a_session_is_added_from_the_schedule_and_from_its_paper(
    workshop: InlineSite, docname: str, address: str
) -> None:
    built = workshop.build()
    (link,) = built.page(docname).select("a.workshop-add[href$='alpha.ics']")
    assert link["href"] == address
    assert link["type"] == "text/calendar"
    assert link.has_attr("download")
    assert link["aria-label"] == f"{words(link)}: Alpha particles"
    assert (built.output / docname).parent.joinpath(address).resolve().is_file()


def test_neither_breaks_nor_lists_on_other_pages_have_the_link(workshop: InlineSite) -> None:
    built = workshop.build()
    names = [str(link["href"]) for link in built.page("program/index").select(".workshop-add")]
    assert names == ["sessions/opening.ics", "sessions/alpha.ics"]
    assert not built.page("index").select(".workshop-add")


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        (":::{calendar}\n:::", "calendar: of is missing; add a line `:of: …`"),
        (
            ":::{calendar}\n:of: date\n:::",
            "calendar: of 'date': choose among program, dates; did you mean 'dates'?",
        ),
    ],
)
def test_a_wrong_directive_is_told(make_site: MakeSite, directive: str, message: str) -> None:
    built = make_site({"index.md": f"# Home\n\n{directive}\n"}).build()
    assert [message_.text.partition(" (")[0] for message_ in built.messages] == [message]


# Dates -----------------------------------------------------------------------------------------


def last_changed(built: Built, docname: str = "program/index") -> str:
    shown = built.page(docname).select_one(".workshop-calendar time")
    assert shown is not None
    return str(shown["datetime"])


def test_without_history_the_first_day_stands_in(workshop: InlineSite) -> None:
    built = workshop.build()
    assert last_changed(built) == "2016-07-22"
    dates = Calendar.from_ical(calendars(built)["dates.ics"])
    assert f"{dates.last_modified:%Y-%m-%dT%H:%MZ}" == "2016-07-22T00:00Z"


def test_entries_and_pages_tell_the_date_of_the_commit(
    workshop: InlineSite, repository: Repository
) -> None:
    repository.commit(2, dates=FEEDS["dates.md"] + "\nLate news.\n")
    repository.commit(3, notes=FILES["notes.md"] + "\nNothing new.\n")
    built = workshop.build()
    assert last_changed(built) == "2016-05-01"
    assert last_changed(built, "dates") == "2016-05-02"
    assert Calendar.from_ical(calendars(built)["dates.ics"]).last_modified == at(2)
    assert Calendar.from_ical(calendars(built)["program/program.ics"]).last_modified == at(1)


def test_a_commit_alone_changes_the_date_on_the_page(
    workshop: InlineSite, repository: Repository
) -> None:
    workshop.write({"program/index.md": FEEDS["program/index.md"] + "\nLate news.\n"})
    assert last_changed(workshop.build()) == "2016-05-01"
    repository.commit(5)
    built = workshop.build()
    assert last_changed(built) == "2016-05-05"
    assert "notes" not in built.written
    assert differing(built.output, workshop.build("fresh").output) == []
    assert workshop.build().read == []


def test_a_commit_of_a_paper_changes_the_date_of_the_program(
    workshop: InlineSite, repository: Repository
) -> None:
    workshop.build()
    text = changed("papers/alpha.md", "everywhere", "in helium")["papers/alpha.md"]
    repository.commit(6, papers_alpha=text)
    built = workshop.build()
    assert last_changed(built) == "2016-05-06"
    assert differing(built.output, workshop.build("fresh").output) == []


def test_the_epoch_of_a_reproducible_build_wins(
    workshop: InlineSite, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.build()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1465697600")
    built = workshop.build()
    assert last_changed(built) == "2016-06-12"
    assert b"\r\nDTSTAMP:20160612T021320Z\r\n" in calendars(built)["dates.ics"]
