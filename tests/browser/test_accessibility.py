"""What axe-core knows of WCAG 2.2 AA and of best practice holds on every kind of page, as it opens.

Both modes, a narrow and a wide window, and all that can be opened: menus, search, filters, views.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from axe import COLOR, MODES, violations
from inline_site import parsed
from page_checks import thin
from thorough import THOROUGH
from visits import Visit, look
from walk import controlled, kinds_of, main_pages, pages_of

NARROW, WIDE = 320, 1280
BOTH: tuple[tuple[int, str], ...] = ((NARROW, "light"), (WIDE, "dark"))


def settings(width: int, mode: Any) -> dict[str, Any]:
    size = {"width": width, "height": 800}
    return {"viewport": size, "color_scheme": mode, "reduced_motion": "reduce"}


# What a page is to a screen reader depends neither on its colors nor, mostly, on its width: every
# kind of page is asked about that in a narrow window. Colors take most of the time: those of four
# pages are asked about in both modes, those of the other kinds in one by turns, by night of what is
# their own. All pages are asked about everything in each window once a week.
def test_no_kind_of_page_violates_a_rule(visit: Visit, site: Path) -> None:
    pages = [path.relative_to(site).as_posix() for path in pages_of(site)]
    main, found = main_pages(site), {}
    for number, path in enumerate(pages if THOROUGH else kinds_of(site)):
        page = thin(visit(path, **settings(NARROW, "light")))
        whole = THOROUGH or path in main
        others = BOTH[1:] if whole or number % 2 else ()
        colors = whole or not others
        found[f"{path} narrow"] = violations(page, without=None if colors else COLOR)
        if THOROUGH or path == main[0]:
            others += ((WIDE, "light"), (NARROW, "dark"))
        for width, mode in others:
            page.set_viewport_size(settings(width, mode)["viewport"])
            look(page, color_scheme=mode)
            rules = MODES[mode] if whole else COLOR
            found[f"{path} {width} {mode}"] = violations(page, rules, None if whole else "main")
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


# The page with these controls, its query, what is done there, in which windows, and what opens.
State = tuple[str, str, "Callable[[Page], None]", tuple[tuple[int, str], ...], str]
STATES: dict[str, State] = {
    "the menu": ("papers", "", open_menu, ((NARROW, "light"), (NARROW, "dark")), "dialog[open]"),
    "the modes": ("papers", "", open_modes, ((WIDE, "light"), (WIDE, "dark")), ".dropdown-menu"),
    "hits": ("papers", "", search_for("a"), BOTH, "dialog[open]"),
    "no hits": ("papers", "", search_for("qqqqqq"), BOTH, "dialog[open]"),
    "filtered sessions": ("program", "", open_filters, BOTH, "main"),
    "filtered papers": ("papers", "", open_filters, BOTH, "main"),
    "nothing left": ("program", "?q=qqqqqq&topic=unknown", nothing, BOTH, "main"),
    "my program": ("program", "?zone=Asia/Tokyo", open_mine, BOTH, "main"),
    "another's program": ("program", "?stars=session:gone,paper:gone", nothing, BOTH, "main"),
    "the day": ("program", "?now={hour}&zone=Mars/Olympus", nothing, BOTH, "main"),
}

# Made of the same parts as others; once a week they are opened, too.
ALIKE = set() if THOROUGH else {"no hits", "filtered papers", "another's program"}


@pytest.mark.parametrize("state", [state for state in STATES if state not in ALIKE])
def test_nothing_that_opens_violates_a_rule(visit: Visit, site: Path, state: str) -> None:
    controls, query, act, windows, opened = STATES[state]
    address = controlled(site, controls) + query.format(hour=quote(first_hour(site)))
    for width, mode in windows:
        page = visit(address, **settings(width, mode))
        act(page)
        # By night, another color is all that may be wrong, and only of what has been opened.
        within = opened if MODES[mode] else None
        assert violations(page, MODES[mode], within) == []


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
