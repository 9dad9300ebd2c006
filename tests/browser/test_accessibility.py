"""What axe-core knows of WCAG 2.2 AA and of best practice holds on every kind of page, as it opens.

Both modes, a narrow and a wide window, and all that can be opened: menus, search, filters, views.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from axe import MODES, violations
from inline_site import parsed
from thorough import THOROUGH
from visits import seen
from walk import controlled, kinds_of, main_pages, pages_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from visits import Visit

NARROW, WIDE = 320, 1280


def settings(width: int, mode: Any) -> dict[str, Any]:
    size = {"width": width, "height": 800}
    return {"viewport": size, "color_scheme": mode, "reduced_motion": "reduce"}


# Of papers and authors that are alike, the first few stand for all.
_THIN = """() => {
  for (const it of document.querySelectorAll(".booklet-paper, main li")) {
    let before = 0;
    for (let one = it; (one = one.previousElementSibling); ) before += one.tagName === it.tagName;
    if (before >= 8) it.remove();
  }
}"""


# What a page is to a screen reader depends neither on its colors nor, mostly, on its width: every
# kind of page is asked about all in a narrow window, and about colors by night in a wide one. All
# pages are asked about everything in each window once a week.
def test_no_kind_of_page_violates_a_rule(visit: Visit, site: Path) -> None:
    pages = [path.relative_to(site).as_posix() for path in pages_of(site)]
    main, found = main_pages(site), {}
    for path in pages if THOROUGH else kinds_of(site):
        page = visit(path, **settings(NARROW, "light"))
        if not THOROUGH:
            page.evaluate(_THIN)
        found[path, NARROW, "light"] = violations(page)
        others = [(WIDE, "dark")]
        if THOROUGH or path in main:
            others += [(WIDE, "light"), (NARROW, "dark")]
        for width, mode in others:
            page.set_viewport_size(settings(width, mode)["viewport"])
            with seen(page, color_scheme=mode):
                found[path, width, mode] = violations(page, MODES[mode])
    assert len(found) > 6
    assert {where: said for where, said in found.items() if said} == {}


# States ----------------------------------------------------------------------------------------


def first_hour(site: Path) -> str:
    """Return the instant at which the program begins."""
    time = parsed(site / controlled(site, "program")).select_one("time[datetime*=T]")
    assert time
    return str(time["datetime"])


def starred(page: Page) -> None:
    for star in page.locator(".workshop-star:visible").all()[:2]:
        star.click()


def open_menu(page: Page) -> None:
    page.locator(".primary-toggle").click()
    expect(page.locator("#pst-primary-sidebar-modal")).to_be_visible()


def open_modes(page: Page) -> None:
    page.locator(".theme-switch-button:visible").first.click()
    expect(page.locator(".dropdown-menu.show")).to_be_visible()


def search_for(words: str) -> Callable[[Page], None]:
    def search(page: Page) -> None:
        page.locator(".site-search-button:visible").first.click()
        page.get_by_role("searchbox", name="Search this site").fill(words)
        expect(page.locator(".site-search-dialog").get_by_role("status")).not_to_be_empty()

    return search


def open_filters(page: Page) -> None:
    starred(page)
    toggle = page.locator("[aria-controls=workshop-filters]")
    if toggle.is_visible():
        toggle.click()
    page.get_by_role("searchbox", name="Find").fill("a")


def open_mine(page: Page) -> None:
    starred(page)
    page.get_by_role("link", name="My program").click()
    expect(page.get_by_role("group", name="View")).to_be_visible()


def nothing(page: Page) -> None:
    """Leave the page as its address makes it."""


# The page with these controls, its query, what is done there, and in which windows.
BOTH = ((NARROW, "light"), (WIDE, "dark"))
State = tuple[str, str, "Callable[[Page], None]", tuple[tuple[int, str], ...]]
STATES: dict[str, State] = {
    "the menu": ("papers", "", open_menu, ((NARROW, "light"), (NARROW, "dark"))),
    "the modes": ("papers", "", open_modes, ((WIDE, "light"), (WIDE, "dark"))),
    "hits": ("papers", "", search_for("a"), BOTH),
    "no hits": ("papers", "", search_for("qqqqqq"), BOTH),
    "filtered sessions": ("program", "", open_filters, BOTH),
    "filtered papers": ("papers", "", open_filters, BOTH),
    "nothing left": ("program", "?q=qqqqqq&topic=unknown", nothing, BOTH),
    "my program": ("program", "?zone=Asia/Tokyo", open_mine, BOTH),
    "another's program": ("program", "?stars=session:gone,paper:gone", nothing, BOTH),
    "the day": ("program", "?now={hour}&zone=Mars/Olympus", nothing, BOTH),
}


@pytest.mark.parametrize("state", STATES)
def test_nothing_that_opens_violates_a_rule(visit: Visit, site: Path, state: str) -> None:
    controls, query, act, windows = STATES[state]
    address = controlled(site, controls) + query.format(hour=quote(first_hour(site)))
    for width, mode in windows:
        page = visit(address, **settings(width, mode))
        act(page)
        assert violations(page, MODES[mode]) == []


def test_violations_are_found(visit: Visit, site: Path) -> None:
    page = visit(controlled(site, "papers"))
    page.evaluate("""() => {
      document.querySelector("h1").style.color = "#8888";
      document.querySelector(".workshop-title a").replaceChildren();
      document.querySelector("main").append(document.createElement("h6"));
      document.querySelector("main h6").append("A heading far below");
      for (const star of document.querySelectorAll(".workshop-star")) {
        star.style = "position: relative; left: -2rem; margin: 0; height: 1rem; width: 1rem";
      }
    }""")
    rules = {said.split()[0] for said in violations(page)}
    assert rules >= {"color-contrast", "link-name", "heading-order"}
