"""Every address leads somewhere, the promised ones exist, and no page asks another site."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from conf import html_baseurl
from inline_site import parsed, words
from links import addresses_in_css, fetched, is_elsewhere
from walk import pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from real_site import Page

BASE = urlsplit(html_baseurl)


def test_no_stylesheet_or_picture_fetches_anything_from_another_origin(site: Path) -> None:
    asked = set()
    for path in site.rglob("*.css"):
        asked |= {a for a in addresses_in_css(path.read_text(encoding="utf-8")) if is_elsewhere(a)}
    for path in site.rglob("*.svg"):
        asked |= {address for address in fetched(parsed(path)) if is_elsewhere(address)}
    assert asked == set()


@pytest.mark.parametrize(
    "address",
    [
        "index.html",
        "about/index.html",
        "about/organizers.html",
        "about/logistics.html",
        "call-for-papers/index.html",
        "call-for-papers/dates.html",
        "call-for-papers/posters.html",
        "call-for-papers/topics/index.html",
        "program/index.html",
        "program/speakers.html",
        "program/authors.html",
        "program/booklet.html",
        "program/papers/index.html",
        "404.html",
        "search.html",
        "objects.inv",
    ],
)
def test_a_promised_address_exists(address: str, site: Path) -> None:
    assert (site / address).is_file()


def test_a_page_that_does_not_exist_is_told_with_links_that_work_at_any_depth(page: Page) -> None:
    hrefs = [str(node["href"]) for node in page("404").select("a[href], link[rel=stylesheet]")]
    assert hrefs
    assert all(h.startswith((BASE.path, "#", "https://", "mailto:")) for h in hrefs), hrefs


def test_every_page_has_one_heading_a_title_and_a_language(site: Path) -> None:
    for path in pages_of(site):
        soup = parsed(path)
        assert soup.html is not None
        assert soup.html["lang"] == "en"
        assert len(soup.select("h1")) == 1, path
        assert soup.title
        assert words(soup.title)


def test_no_two_elements_of_a_page_share_an_id(site: Path) -> None:
    shared = []
    for path in pages_of(site):
        ids = [str(node["id"]) for node in parsed(path).select("[id]")]
        shared += [f"{path.relative_to(site)}: {i}" for i in set(ids) if ids.count(i) > 1]
    assert shared == []
