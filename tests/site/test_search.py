"""The real site's search index leads to everyone and everything, and no page loads Sphinx's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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


def test_every_paper_and_author_is_found(index: SearchIndex, expected: dict[str, Any]) -> None:
    titles = {found.title for found in index.entries if found.kind == "Paper"}
    people = {found.title for found in index.entries if found.kind == "Person"}
    assert len(titles) == len(expected["papers"])
    assert len(people) >= 112


@pytest.mark.parametrize(
    "word", ["searchindex.js", "searchtools.js", "language_data.js", "modulepreload"]
)
def test_no_page_loads_an_index(site: Path, word: str) -> None:
    pages = list(site.rglob("*.html"))
    assert pages
    assert not [page for page in pages if word in page.read_text(encoding="utf-8")]
