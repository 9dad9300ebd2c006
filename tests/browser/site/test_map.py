"""The map of topics says the title of what has the pointer, the focus, or was tapped."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from visits import Visit
from walk import pages_of


@pytest.fixture(scope="module")
def with_map(site: Path) -> str:
    """Return the address of a page with a map."""
    found = (path for path in pages_of(site) if "workshop-map" in path.read_text("utf-8"))
    return next(found).relative_to(site).as_posix()


def test_the_title_is_said_on_focus_and_under_the_pointer(visit: Visit, with_map: str) -> None:
    page = visit(with_map, viewport={"width": 1280, "height": 800})
    links, said = page.locator(".workshop-map svg a"), page.locator(".workshop-map-title")
    expect(said).to_be_empty()
    links.first.focus()
    expect(said).to_have_text(links.first.locator("title").text_content() or "?")
    links.nth(1).locator("circle").first.hover()
    expect(said).to_have_text(links.nth(1).locator("title").text_content() or "?")


def test_a_first_tap_says_the_title_and_a_second_follows(visit: Visit, with_map: str) -> None:
    page = visit(with_map, viewport={"width": 360, "height": 740}, has_touch=True)
    address = page.url
    link = page.locator(".workshop-map svg a").first
    link.locator("circle").first.tap()
    expect(page.locator(".workshop-map-title")).to_have_text(
        link.locator("title").text_content() or "?"
    )
    assert page.url == address
    target = link.get_attribute("href") or ""
    link.locator("circle").first.tap()
    page.wait_for_url(f"**/{target.rpartition('/')[2]}")


@pytest.mark.parametrize(("width", "shown", "hidden"), [(1280, "", ":not"), (320, ":not", "")])
def test_topics_have_names_on_the_ring_where_there_is_room(
    visit: Visit, with_map: str, width: int, shown: str, hidden: str
) -> None:
    page = visit(with_map, viewport={"width": width, "height": 800})
    text = ".workshop-map svg text{0}(.workshop-map-name)"
    for label in page.locator(text.format(shown or ":is")).all():
        expect(label).to_be_visible()
    for label in page.locator(text.format(hidden or ":is")).all():
        expect(label).to_be_hidden()
