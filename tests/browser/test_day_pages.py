"""A program whose days have pages: their list, filters of a day, and one's own of several days."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

import many_sessions as many
from axe import serve
from invented_sites import build_on_theme
from visits import Visit

PROGRAM = "program/index.html"
TUESDAY = "program/2031-06-10.html"
SHOWN = "li.workshop-session:visible"
TALKS = 20
"""In each of four rooms on a day: so many that no page has all."""


def served(folder: Path, files: dict[str, str]) -> Iterator[str]:
    """Yield where a conference of two days is."""
    with serve({"large": build_on_theme(folder, files, many.facts(2))}) as address:
        yield f"{address}/large/"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return where a conference is that has 160 talks on two days, each with a page."""
    yield from served(tmp_path_factory.mktemp("large"), many.files(2, 4, TALKS, described=3))


@pytest.fixture(scope="module", params=[TALKS, 3], ids=["large", "small"])
def two_schedules(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Return where a conference is whose second day is written on another page."""
    files = many.split(many.files(2, 4, request.param, described=3), many.days(2)[1])
    yield from served(tmp_path_factory.mktemp("split"), files)


def with_stars(home: str, *ids: str) -> dict[str, str]:
    return {f"{urlsplit(home).path}stars.v1": json.dumps(dict.fromkeys(ids, "A title"))}


def test_a_days_page_is_filtered_and_its_table_comes_back(visit: Visit) -> None:
    page = visit(f"{TUESDAY}?room=Room+3")
    expect(page.locator(SHOWN)).to_have_count(TALKS)
    expect(page.locator(".workshop-slot:visible")).to_have_count(TALKS)
    page.get_by_role("button", name="Reset filters").click()
    expect(page.locator(".workshop-count")).to_have_text(f"{4 * TALKS} sessions")
    expect(page.locator(".workshop-slot:visible")).to_have_count(4 * TALKS)
    expect(page.get_by_role("combobox", name="Day")).to_have_count(0)


def test_a_sessions_former_address_leads_on_to_the_page_of_its_day(visit: Visit) -> None:
    page = visit(TUESDAY)
    # It leads on before the page's other scripts are done, so that nothing waits for these.
    page.goto(f"{PROGRAM}#session-talk-2-4-3", wait_until="commit")
    page.wait_for_url("**/program/2031-06-11.html#session-talk-2-4-3")
    expect(page.locator("#session-talk-2-4-3")).to_be_in_viewport()


def test_a_sessions_former_address_shows_the_days_to_readers_who_are_offline(visit: Visit) -> None:
    """Nothing complains in the console either, which every test asks of its visits."""
    offline = "window.fetch = () => Promise.reject(new TypeError('offline'));"
    page = visit(f"{PROGRAM}#session-talk-2-4-3", first=offline)
    expect(page.locator(".workshop-day-page")).to_have_count(2)
    assert page.url.endswith(f"{PROGRAM}#session-talk-2-4-3")


def test_my_program_is_where_the_days_are_listed(visit: Visit, home: str) -> None:
    stars = with_stars(home, "session:talk-1-2-3", "session:talk-2-4-3")
    page = visit(TUESDAY, memory=stars)
    page.get_by_role("link", name="My program (2)").click()
    page.wait_for_url(f"**/{PROGRAM}?view=mine")
    expect(page.locator(SHOWN)).to_have_count(2)
    expect(page.locator(".workshop-day:visible")).to_have_count(2)
    expect(page.locator("#session-talk-2-4-3")).to_contain_text("Room 4")
    page.get_by_role("button", name="Whole program").click()
    expect(page.locator(".workshop-day-page")).to_have_count(2)
    expect(page.get_by_role("link", name="My program (2)")).to_be_visible()


def test_my_program_has_the_sessions_of_other_pages(visit: Visit, two_schedules: str) -> None:
    stars = with_stars(two_schedules, "session:talk-2-4-1", "session:talk-1-2-1")
    page = visit(f"{two_schedules}program/tutorials.html", memory=stars)
    page.get_by_role("link", name="My program (2)").click()
    page.wait_for_url(f"**/{PROGRAM}?view=mine")
    expect(page.locator(SHOWN)).to_have_count(2)
    days = page.locator(".workshop-day:visible time")
    expect(days).to_have_text(["Tuesday, 10 June 2031", "Wednesday, 11 June 2031"])
    expect(page.get_by_text("No longer on the program")).to_have_count(0)
    page.get_by_role("button", name="Whole program").click()
    expect(page.get_by_role("link", name="My program (2)")).to_be_visible()
    page.get_by_role("link", name="My program (2)").click()
    expect(page.locator(SHOWN)).to_have_count(2)


def test_a_program_that_is_asked_for_on_a_days_page_is_shown(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?view=mine")
    expect(page.get_by_text("Star a session or paper to have it here.")).to_be_visible()
    page = visit(f"{PROGRAM}?stars=session:talk-1-1-1,session:talk-1-2-1")
    expect(page.locator(SHOWN)).to_have_count(2)
    expect(page.locator(".workshop-day:visible")).to_have_count(1)
    expect(page.locator(".workshop-conflict")).to_have_count(2)
    expect(page.locator("#session-talk-1-1-1 .workshop-conflict")).to_contain_text("Room 2")


def test_a_program_that_cannot_be_loaded_says_so(visit: Visit, home: str) -> None:
    page = visit(PROGRAM, fresh=True, memory=with_stars(home, "session:talk-1-2-3"))
    page.route("**/2031-06-1*.html", lambda route: route.fulfill(status=500))
    visit.expect_errors("500")
    page.get_by_role("link", name="My program (1)").click()
    expect(page.get_by_text("The program could not be loaded.")).to_be_visible()


def test_the_day_that_is_on_is_marked(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?now=2031-06-11T10:00%2B01:00")
    expect(page.locator(".workshop-day-page").nth(1)).to_contain_text("Now")
    expect(page.locator(".workshop-mark")).to_have_count(1)
