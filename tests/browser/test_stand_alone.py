"""On any theme, with four facts: search, stars, filters and calendars work, for everyone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import stand_alone
from axe import serve, violations_in_both_modes
from build_once import BuildOnce
from stand_alone import BUILDERS, THEMES
from thorough import THOROUGH
from visits import Visit, go

HOURS = {"html": "hours.html", "dirhtml": "hours/"}
SEARCH = {"html": "search.html", "dirhtml": "search/"}

OURS = "[class*='workshop-'], [class*='site-search']"
"""What the engine answers for; the rest is the theme's."""

# The engine's own tests look at the links of each pair; readers go through a part, and once a week
# through all.
EACH = [
    (theme, builder)
    for theme in THEMES
    for builder in BUILDERS
    if THOROUGH or builder == "html" or theme == THEMES[0]
]


@pytest.fixture(scope="module", params=EACH, ids="-".join)
def built(request: pytest.FixtureRequest, build_once: BuildOnce) -> tuple[str, Path]:
    """Return the builder's name, and what it has built."""
    theme, builder = request.param

    def build(folder: Path) -> Path:
        return stand_alone.build(stand_alone.write(folder), theme, builder)

    return builder, build_once(f"alone-{theme}-{builder}", build)


@pytest.fixture(scope="module")
def home(built: tuple[str, Path]) -> Iterator[str]:
    with serve({"any-name": built[1]}) as address:
        yield f"{address}/any-name/"


@pytest.fixture
def page(visit: Visit) -> Page:
    """Return the home page; no page that is opened in its place may log an error."""
    visit.expect_errors("theme mode")  # of its own, which no page of this site sets
    return visit("", reduced_motion="reduce")


def test_a_reader_searches_stars_filters_and_takes_a_calendar(
    page: Page, home: str, built: tuple[str, Path]
) -> None:
    expect(page.locator(".workshop-count")).to_have_text("2 papers")
    page.locator(".site-search-button:visible").first.click()
    expect(page.locator("dialog[open] input[type=search]")).to_be_focused()
    page.keyboard.insert_text("memory")  # at once: each letter would replace the hits
    hit = page.locator("dialog[open] .site-search-hits a", has_text="Hay has a memory")
    expect(hit).to_be_visible()
    hit.click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.get_by_role("button", name="Star: Hay has a memory").click()
    page.get_by_role("link", name="My program (1)").click()
    expect(page.locator(".workshop-papers .workshop-title")).to_have_text(["Hay has a memory"])
    page.get_by_role("button", name="Whole program").click()
    page.get_by_role("button", name="Star: Opening").click()
    page.get_by_label("Find").fill("grass")
    expect(page.locator(".workshop-session:visible .workshop-title")).to_have_count(1)
    page.get_by_role("button", name="Reset filters").click()
    page.get_by_role("button", name="My program (2)").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download calendar").click()
    assert "SUMMARY:Ann Lee: Opening" in download.value.path().read_text("utf-8")
    assert page.request.get(f"{home}program.ics").ok

    # The search has a page, and what is on now is said.
    page.goto(f"{home}{SEARCH[built[0]]}?q=cameras")
    expect(page.locator(".site-search-hits a")).to_have_text(["Grass grows at night"])
    lists = page.locator(".site-search-lists a")
    expect(lists).to_have_text(["All papers", "Program"])
    lists.last.click()
    page.wait_for_url(f"{home}{HOURS[built[0]]}")
    page.goto(f"{home}{HOURS[built[0]]}?now=2030-06-01T07:10Z")
    expect(page.locator(".workshop-now a", has_text="Opening").first).to_be_visible()


def test_the_search_leaves_room_for_the_header_s_other_buttons_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    buttons = page.locator("header .site-search-button:visible")
    widths = buttons.evaluate_all("all => all.map((it) => it.getBoundingClientRect().width)")
    assert all(width < 48 for width in widths)


@pytest.mark.parametrize(
    "built", [(theme, "html") for theme in THEMES], indirect=True, ids="-".join
)
def test_what_is_ours_is_accessible(page: Page, home: str) -> None:
    found = []
    now = "?now=2030-06-01T07:10Z"
    others = (f"embed.html{now}", f"{SEARCH['html']}?q=grass") if THOROUGH else ()
    for path in ("", f"{HOURS['html']}{now}", *others):
        go(page, home + path)
        found += violations_in_both_modes(page, OURS)
    assert not found
