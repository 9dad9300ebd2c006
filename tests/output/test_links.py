"""Every link, anchor, picture and file that the built site names is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conf import html_baseurl
from inline_site import parsed
from links import fetched, follow, is_elsewhere
from walk import pages_of

if TYPE_CHECKING:
    from pathlib import Path

# Carried over where the site is published; no checkout need have them.
ABSENT = ("assets/",)


def test_every_address_into_the_site_leads_somewhere(site: Path) -> None:
    links = follow(site, html_baseurl, ABSENT)
    assert links.followed > 100
    assert links.dead == []


BASE = "https://example.org/2022/"

PLANTED = {
    "index.html": '<a href="gone.html">x</a>',
    "anchor.html": '<a href="index.html#gone">x</a>',
    "own.html": '<a href="#gone">x</a>',
    "picture.html": '<img src="gone.svg">',
    "style.html": '<link rel="stylesheet" href="gone.css">',
    "root.html": '<a href="/gone/">x</a>',
    "whole.html": f'<a href="{BASE}gone.html">x</a>',
    "feed.html": '<a href="webcal://example.org/2022/gone.ics">x</a>',
    "card.html": f'<meta property="og:image" content="{BASE}gone.png">',
    "site.css": "a { background: url('gone.png') }",
    "scripts/a.js": 'import { x } from "./gone.js";',
    "data.json": f'{{"url": "{BASE}gone.html"}}',
    "feed.xml": f"<link>{BASE}gone.html</link>",
    "day.ics": f"URL:{BASE[:12]}\r\n {BASE[12:]}gone.html\r\n",
}


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """Return a site in which all is well."""
    good = (
        '<a href="sub/">a</a> <a href="sub/page.html#a-b">b</a> <a href="https://elsewhere">c</a>'
    )
    more = f'<a href="{BASE}">d</a> <a href="/2022/sub/page.html">e</a> <a href="mailto:x@y">f</a>'
    write(tmp_path, "index.html", f"{good}{more} <img srcset='a.svg 1x, a.svg 2x' src='a.svg'>")
    write(tmp_path, "sub/index.html", '<a href="../index.html">x</a> <a href="?q=1#">y</a>')
    write(tmp_path, "sub/page.html", '<h1 id="a-b">x</h1> <a href="#a-b">x</a>')
    write(tmp_path, "a.svg", "<svg/>")
    write(tmp_path, "a.css", "/* url(no.png) */ a { background: url(a.svg), url(data:x) }")
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_what_leads_somewhere_is_followed(whole: Path) -> None:
    links = follow(whole, BASE)
    assert links.dead == []
    assert links.followed == 9


@pytest.mark.parametrize("name", PLANTED)
def test_what_leads_nowhere_is_told_of(name: str, whole: Path) -> None:
    write(whole, name, PLANTED[name])
    (dead,) = follow(whole, BASE).dead
    assert dead.startswith(f"{name}: ")
    assert "gone" in dead


def test_no_page_fetches_anything_from_another_origin(site: Path) -> None:
    asked = {
        f"{path.relative_to(site)}: {address}"
        for path in pages_of(site)
        for address in fetched(parsed(path))
        if is_elsewhere(address)
    }
    assert asked == set()
