"""What the tests of my program share: stars in the memory, and what pages show and keep."""

from __future__ import annotations

import json

from playwright.sync_api import Locator, Page, expect

from one_day_pages import SESSIONS

PROGRAM = "program/index.html"
MINE = f"{PROGRAM}?view=mine"
TWO_DAYS = "/two-days/program/index.html"

KEY, TWO_DAYS_KEY = "/one-day/stars.v1", "/two-days/stars.v1"

SHOWN = "article li[data-object]:visible"


def with_stars(*ids: str, key: str = KEY) -> dict[str, str]:
    return {key: json.dumps({id: f"The title of {id}" for id in ids})}


def shows(page: Page, *ids: str) -> None:
    """Wait until these items are shown, in this order, and no others."""
    items = page.locator(SHOWN)
    expect(items).to_have_count(len(ids))
    for number, id in enumerate(ids):
        expect(items.nth(number)).to_have_attribute("data-object", id)


def shows_all(page: Page) -> None:
    """Wait until the whole program is shown."""
    expect(page.locator(SHOWN)).to_have_count(SESSIONS)


def keeps(page: Page, *ids: str) -> None:
    """Wait until the browser stores these stars, in this order, and no others."""
    page.wait_for_function(
        """([key, ids]) => {
        return Object.keys(JSON.parse(localStorage[key] ?? "{}")).join() === ids.join();
        }""",
        arg=[KEY, list(ids)],
    )


def view(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name="View").get_by_role("button", name=name)
