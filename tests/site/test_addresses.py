"""Addresses that pages print can be followed: each is a link."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from conf import html_baseurl
from inline_site import parsed
from walk import pages_of


def unlinked(page: BeautifulSoup) -> list[str]:
    """Return what code of a page is nothing but addresses of the site, and no link."""
    codes = (code for code in page.select("code, pre") if not code.find_parent("a"))
    found = [code.get_text().split() for code in codes]
    return [
        " ".join(words)
        for words in found
        if words and all(w.startswith(html_baseurl) for w in words)
    ]


def test_every_address_of_the_site_on_its_pages_is_a_link(site: Path) -> None:
    found = {path.name: unlinked(parsed(path)) for path in pages_of(site)}
    assert {name: said for name, said in found.items() if said} == {}
