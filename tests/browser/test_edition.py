"""The pages of a new site, as it is created: for everyone, at any width, in both modes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from axe import MODES, violations
from plain_server import serve
from visits import has_no_overflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from new_site import Edition
    from visits import Visit

PAGES = (
    "index.html",
    "about/index.html",
    "call-for-papers/index.html",
    "program/index.html",
    "program/papers/quiet-nests.html",
    "search.html",
)


@pytest.fixture(scope="module")
def home(edition: Edition) -> Iterator[str]:
    """Return the address of a new site with a paper and a session."""
    with serve({"next": edition.filled}) as address:
        yield f"{address}/next/"


@pytest.mark.parametrize("mode", MODES)
def test_a_new_site_is_accessible_in_both_modes(mode: str, visit: Visit) -> None:
    found = {path: violations(visit(path, color_scheme=mode), MODES[mode]) for path in PAGES}
    assert found == {path: [] for path in PAGES}


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_new_site_fits_every_screen_and_all_pages_but_home_begin_at_one_edge(
    width: int, visit: Visit
) -> None:
    size, edges = {"width": width, "height": 800}, {}
    for path in PAGES:
        page = visit(path, viewport=size)
        assert has_no_overflow(page), path
        edges[path] = page.locator("h1").evaluate("(h) => h.getBoundingClientRect().left")
    assert len({edges[path] for path in PAGES[1:]}) == 1, edges


def test_a_new_home_page_offers_zones_below_its_facts_and_the_site_is_searched(
    visit: Visit,
) -> None:
    page = visit("index.html")
    expect(page.locator(".workshop-facts + .workshop-zone")).to_be_visible()
    expect(page.locator(".workshop-zone")).to_have_count(1)
    page = visit("search.html?q=quiet")
    expect(page.get_by_role("link", name="Quiet Nests").first).to_be_visible()
