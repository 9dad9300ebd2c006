"""The pages of a new site, as it is created: for everyone, at any width, in both modes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from axe import serve, violations_in_both_modes
from new_site import Edition
from thorough import THOROUGH
from visits import Visit, has_no_overflow

HOME, PAPER = "index.html", "program/papers/quiet-nests.html"
OTHERS = ("about/index.html", "call-for-papers/index.html", "program/index.html", "search.html")
PAGES = (HOME, PAPER, *OTHERS)


@pytest.fixture(scope="module")
def home(edition: Edition) -> Iterator[str]:
    """Return the address of a new site with a paper and a session."""
    with serve({"next": edition.filled}) as address:
        yield f"{address}/next/"


def test_a_new_site_is_accessible_in_both_modes(visit: Visit) -> None:
    # This site's pages of each kind, of the same parts, are asked by test_accessibility.py.
    pages = PAGES if THOROUGH else (HOME, PAPER)
    found = {path: violations_in_both_modes(visit(path)) for path in pages}
    assert found == {path: [] for path in pages}


def test_a_new_site_fits_every_screen_and_all_pages_but_home_begin_at_one_edge(
    visit: Visit,
) -> None:
    edges: dict[int, dict[str, float]] = {320: {}, 768: {}, 1280: {}}
    for path in PAGES:
        page = visit(path)
        for width, found in edges.items():
            page.set_viewport_size({"width": width, "height": 800})
            assert has_no_overflow(page), (path, width)
            found[path] = page.evaluate("document.querySelector('h1').getBoundingClientRect().left")
    assert all(len({found[path] for path in PAGES[1:]}) == 1 for found in edges.values()), edges


def test_a_new_home_page_offers_zones_below_its_facts_and_the_site_is_searched(
    visit: Visit,
) -> None:
    page = visit("index.html")
    expect(page.locator(".workshop-facts + .workshop-zone")).to_be_visible()
    expect(page.locator(".workshop-zone")).to_have_count(1)
    page = visit("search.html?q=quiet")
    expect(page.get_by_role("link", name="Quiet Nests").first).to_be_visible()
