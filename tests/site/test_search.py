"""The real site's search index leads to everyone and everything, and no page loads Sphinx's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search_index import SearchIndex

if TYPE_CHECKING:
    from pathlib import Path

    from real_site import Page


@pytest.fixture(scope="module")
def index(site: Path) -> SearchIndex:
    return SearchIndex(site)


def test_every_entry_leads_to_a_page_and_a_place_on_it(index: SearchIndex, page: Page) -> None:
    for found in index.entries:
        path, _, anchor = found.address.partition("#")
        html = page(path.removesuffix(".html"))
        assert not anchor or html.find(id=anchor), found


@pytest.mark.parametrize(
    "word", ["searchindex.js", "searchtools.js", "language_data.js", "modulepreload"]
)
def test_no_page_loads_an_index(site: Path, word: str) -> None:
    pages = list(site.rglob("*.html"))
    assert pages
    assert not [page for page in pages if word in page.read_text(encoding="utf-8")]
