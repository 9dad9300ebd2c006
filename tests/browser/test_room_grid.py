"""The table of rooms by time: seen, heard, walked through by keys, in any width, and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

import three_days
from axe import MODES, serve, violations
from page_checks import covered_words
from pdf_reader import Pdf
from thorough import THOROUGH
from visits import OBSERVE, SHIFT, Visit, look

PROGRAM = "program/index.html"
PHONE: ViewportSize = {"width": 360, "height": 740}
WIDE: ViewportSize = {"width": 1280, "height": 800}

_WIDER_THAN_ITS_PLACE = """(all) => all.map((it) =>
  it.getBoundingClientRect().right > it.parentElement.getBoundingClientRect().right + 1)"""


@pytest.fixture(scope="module")
def home(request: pytest.FixtureRequest, three_days: Callable[[str], Path]) -> Iterator[str]:
    """Return where the workshop of three days is, on the site's theme or on a named one."""
    theme = getattr(request, "param", "pydata_sphinx_theme")
    with serve({theme: three_days(theme)}) as address:
        yield f"{address}/{theme}/"


@pytest.fixture(scope="module")
def reader() -> str:
    """Return the zone of readers: that of the workshop of three days."""
    return three_days.FACTS["timezone"]


on_each_theme = pytest.mark.parametrize(
    "home", ["pydata_sphinx_theme", "alabaster"], indirect=True, scope="module"
)


def grid(page: Page) -> Locator:
    return page.get_by_role("region", name="Rooms on Tuesday, 10 June 2031")


def rooms_in_view(page: Page) -> list[str]:
    """Return the rooms whose heads are seen whole, beside the times and under nothing."""
    found: list[str] = grid(page).evaluate(
        """(it) => {
          const [time, ...rooms] = it.querySelectorAll("thead th");
          const from = time.getBoundingClientRect().right;
          const to = Math.min(innerWidth, it.getBoundingClientRect().right);
          return rooms.filter((room) => {
            const { left, right, top, bottom } = room.getBoundingClientRect();
            const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            return left >= from - 1 && right <= to + 1 && room.contains(hit);
          }).map((room) => room.textContent);
        }"""
    )
    return found


@on_each_theme
def test_it_fits_into_its_place_and_no_star_covers_words(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?zone=Asia/Tokyo")
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        assert covered_words(page) == []
        assert page.locator(".workshop-grid").evaluate_all(_WIDER_THAN_ITS_PLACE) == [False, False]


# On the site's own theme, test_every_field.py asks about the whole page.
@pytest.mark.parametrize("home", ["alabaster"], indirect=True, scope="module")
def test_it_is_accessible_on_another_theme_at_any_width(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?zone=Asia/Tokyo", reduced_motion="reduce")
    assert violations(page, within=".workshop-grid") == []
    # Once a week, both widths are asked about in both modes.
    for mode, size in product(MODES, (WIDE, PHONE)) if THOROUGH else [("dark", PHONE)]:
        page.set_viewport_size(size)
        look(page, color_scheme=mode)
        assert violations(page, MODES[mode], ".workshop-grid") == [], (mode, size)


@on_each_theme
def test_a_wide_screen_shows_all_rooms_and_keeps_their_heads(visit: Visit) -> None:
    page = visit(PROGRAM, viewport=WIDE)
    for title in ("Welcome", "Lunch", "Who owns the sea floor?"):
        grid(page).get_by_role("link", name=title).scroll_into_view_if_needed()
        assert rooms_in_view(page) == ["Hall", "Büro", "Room 2", "Room 10"]


@on_each_theme
def test_a_phone_shows_a_room_at_a_time_with_links_to_each(visit: Visit) -> None:
    page = visit(PROGRAM, viewport=PHONE)
    ways = page.get_by_role("list", name="Rooms").first
    for room in ("Room 10", "Büro", "Hall"):
        ways.get_by_role("link", name=room, exact=True).click()
        page.wait_for_function("() => document.querySelector('thead th:target')")
        expect(page.locator("thead th:target")).to_be_in_viewport(ratio=1)
        assert rooms_in_view(page) == [room]
    grid(page).hover()
    page.mouse.wheel(0, 300)
    page.wait_for_function("() => document.querySelector('.workshop-grid-window').scrollTop > 100")
    assert rooms_in_view(page) == ["Hall"]


@on_each_theme
def test_keys_lead_into_it_across_it_and_past_it(visit: Visit) -> None:
    page = visit(PROGRAM, viewport=PHONE)
    past = page.get_by_role("link", name="Skip to the list").first
    past.focus()
    page.keyboard.press("Tab")
    expect(grid(page)).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    page.keyboard.press("Tab")
    expect(grid(page).get_by_role("link", name="Welcome")).to_be_focused()
    past.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("#session-welcome :focus, #session-welcome ~ li :focus").count() == 1


def test_a_screen_reader_gets_a_table_with_heads_and_a_star_is_one_in_table_and_list(
    visit: Visit,
) -> None:
    page = visit(PROGRAM, viewport=WIDE)
    table = grid(page).get_by_role("table", name="Rooms on Tuesday, 10 June 2031")
    expect(table.get_by_role("columnheader")).to_have_text(
        ["Time", "Hall", "Büro", "Room 2", "Room 10"]
    )
    expect(table.get_by_role("rowheader").first).to_have_text("09:00")
    stars = page.get_by_role("button", name="Star: Mend a net")
    expect(stars).to_have_count(2)
    stars.first.click()
    expect(page.get_by_role("link", name="My program (1)")).to_be_visible()
    for star in stars.all():
        expect(star).to_have_attribute("aria-pressed", "true")


def test_a_filter_leaves_in_the_table_what_matches_and_no_day_without_sessions(
    visit: Visit,
) -> None:
    page = visit(f"{PROGRAM}?kind=panel", viewport=WIDE)
    expect(page.locator("li.workshop-session:visible")).to_have_count(1)
    expect(page.locator(".workshop-slot:visible .workshop-title")).to_have_text(
        ["Who owns the sea floor?"]
    )
    expect(grid(page).get_by_role("rowheader")).to_have_text(["15:00"])
    expect(page.locator(".workshop-day:visible")).to_have_count(1)
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator(".workshop-slot:visible")).to_have_count(0)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("button", name="Reset filters").click()
    expect(page.locator(".workshop-grid:visible")).to_have_count(2)
    expect(page.locator(".workshop-day:visible")).to_have_count(3)


def test_the_chosen_zone_stands_beside_the_times_and_over_the_day(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?zone=Asia/Tokyo", viewport=WIDE)
    expect(grid(page).locator("tbody th .workshop-local").first).to_have_text("17:00")
    slot = grid(page).locator("[data-object='session:nets']")
    expect(slot.locator(".workshop-local")).to_have_text("18:30–20:00")
    expect(page.locator(".workshop-day").first).to_contain_text("+ Tokyo (UTC+9)")


def test_nothing_moves_when_the_scripts_come(visit: Visit) -> None:
    for zone in (three_days.FACTS["timezone"], "Asia/Tokyo"):
        page = visit(PROGRAM, first=OBSERVE, viewport=PHONE, timezone_id=zone)
        assert page.evaluate(SHIFT) < 0.001, zone


def test_on_paper_all_rooms_stand_side_by_side(visit: Visit, printed: Callable[..., Pdf]) -> None:
    pdf = printed(visit(PROGRAM, viewport=PHONE))
    text = " ".join(pdf.pages)
    assert "Hall Büro Room 2 Room 10" in " ".join(text.split())
    assert "Skip to the list" not in text


@on_each_theme
def test_the_choice_of_zones_stands_in_no_entry(visit: Visit, home: str) -> None:
    page = visit(f"{home}program/speakers.html")
    expect(page.get_by_label("Times")).to_be_visible()
    expect(page.locator(".workshop-person select")).to_have_count(0)


def test_the_choice_of_zones_covers_no_title_under_which_days_are_listed(
    visit: Visit, home: str
) -> None:
    page = visit(f"{home}program/what.html", viewport=PHONE)
    choice, title = page.get_by_label("Times").bounding_box(), page.locator("h1").bounding_box()
    assert choice
    assert title
    assert choice["y"] + choice["height"] <= title["y"]
