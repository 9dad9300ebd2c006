"""What the tests of the search share: its parts on a page, and how it is opened."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

ANY_PAGE = "about/index.html"


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Search this site")


def hits(page: Page) -> Locator:
    return page.locator(".site-search-hits > li:has(a)")


def status(page: Page) -> Locator:
    return page.get_by_role("search").get_by_role("status")


def lists(page: Page) -> Locator:
    return page.locator(".site-search-lists a")


def opened(page: Page) -> Page:
    """Open the search; what is inserted there at once is one search, what is typed is many."""
    page.keyboard.press("Control+k")
    expect(field(page)).to_be_focused()
    return page
