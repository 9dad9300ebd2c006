"""Without scripts all is readable and leads somewhere; nothing promises what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from inline_site import parsed, words
from visits import Visit, has_no_overflow
from walk import controlled, kinds_of

SHOWN = """(selector) => [...document.querySelectorAll(selector)]
  .filter((it) => it.checkVisibility({ visibilityProperty: true })).length"""


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit("index.html", java_script_enabled=False)


def test_from_home_by_the_program_to_a_paper_and_its_citation(page: Page, site: Path) -> None:
    first = parsed(site / controlled(site, "program")).select_one(
        ".workshop-session .workshop-title a"
    )
    assert first
    page.locator("header").get_by_role("link", name="Program").first.click()
    page.get_by_role("main").get_by_role("link", name=words(first), exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(words(first))
    expect(page.locator(".workshop-authors")).to_be_visible()
    expect(page.locator(".workshop-bibtex")).to_contain_text("@inproceedings")
    expect(page.get_by_role("link", name="BibTeX").first).to_be_visible()


def test_on_a_small_screen_the_navigation_is_in_reach(visit: Visit) -> None:
    page = visit("index.html", java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.locator("footer").get_by_role("link", name="Program").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_logo_is_that_of_the_mode_which_the_system_has(visit: Visit) -> None:
    shown = {}
    for mode in ("light", "dark"):
        for scripts in (True, False):
            page = visit("index.html", java_script_enabled=scripts, color_scheme=mode)
            logo = page.locator(".site-mark:visible").first
            shown[mode, scripts] = logo.evaluate("(it) => getComputedStyle(it).backgroundImage")
    assert shown["light", False] == shown["light", True]
    assert shown["dark", False] == shown["dark", True]
    assert shown["light", False] != shown["dark", False]


def test_the_search_offers_lists_instead(page: Page) -> None:
    page.locator(".site-search-button:visible").first.click()
    expect(page.locator("article noscript")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="All papers").click()
    expect(page.locator(".workshop-papers")).to_be_visible()


def test_every_kind_of_page_fits_and_shows_no_control_that_does_nothing(
    visit: Visit, site: Path
) -> None:
    page = visit("index.html", java_script_enabled=False)
    dead = "main :is(button, select), header button, .theme-switch-button"
    for path in kinds_of(site):
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(path)
        assert page.evaluate(SHOWN, "h1") == 1, path
        assert has_no_overflow(page), path
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate(SHOWN, dead) == 0, (path, width)
