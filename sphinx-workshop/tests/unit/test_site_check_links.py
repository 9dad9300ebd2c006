"""Every kind of address in every kind of file of a built site is followed."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest

from sphinx_workshop.site_check import links
from sphinx_workshop.site_check.built_site import BuiltSite

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://example.org/2016/"

PLANTED = {
    "index.html": '<a href="gone.html">x</a>',
    "anchor.html": '<a href="page.html#gone">x</a>',
    "own.html": '<a href="#gone">x</a>',
    "picture.html": '<img src="gone.svg">',
    "set.html": '<img srcset="a.svg 1x, gone.svg 2x">',
    "style.html": '<link rel="stylesheet" href="gone.css">',
    "inline.html": "<p style=\"background: url('gone.png')\">x</p>",
    "root.html": '<a href="/gone/">x</a>',
    "whole.html": f'<a href="{BASE}gone.html">x</a>',
    "feed.html": '<a href="webcal://example.org/2016/gone.ics">x</a>',
    "unreadable.html": '<a href="http://[gone">x</a>',
    "fetched.html": '<img src="//[gone">',
    "card.html": f'<meta property="og:image" content="{BASE}gone.png">',
    "code.html": f"<pre>see {BASE}gone.html</pre>",
    "site.css": "a { background: url('gone.png') }",
    "scripts/a.js": 'import { x } from "./gone.js";',
    "picture.svg": '<svg><image href="gone.png"/></svg>',
    "data.json": f'{{"url": "{BASE}gone.html"}}',
    "feed.xml": f"<link>{BASE}gone.html</link>",
    "day.ics": f"URL:{BASE[:12]}\r\n {BASE[12:]}gone.html\r\n",
}

EMPTY_INVENTORY = (
    b"# Sphinx inventory version 2\n# Project: x\n# Version: 1\n"
    b"# The remainder of this file is compressed using zlib.\n" + zlib.compress(b"")
)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """Return a site in which all is well."""
    good = (
        '<a href="sub/">a</a> <a href="sub/page.html#a-b">b</a> <a href="https://elsewhere">c</a>'
    )
    more = f'<a href="{BASE}">d</a> <a href="/2016/sub/page.html">e</a> <a href="mailto:x@y">f</a>'
    own = f'<link rel="canonical" href="{BASE}index.html">'
    code = f"<pre>curl {BASE}a.css, {BASE[:-6]}other/</pre>"
    write(
        tmp_path,
        "index.html",
        f"{own}{good}{more}{code}<img srcset='a.svg 1x, a.svg 2x' src='a.svg'>",
    )
    write(tmp_path, "page.html", '<form action=""></form>')
    write(tmp_path, "sub/index.html", '<a href="../index.html">x</a> <a href="?q=1#">y</a>')
    write(tmp_path, "sub/page.html", '<h1 id="a-b">x</h1> <a href="#a-b">x</a>')
    write(tmp_path, "a.svg", "<svg/>")
    write(tmp_path, "a.css", "/* url(no.png) */ a { background: url(a.svg), url(data:x) }")
    (tmp_path / "objects.inv").write_bytes(EMPTY_INVENTORY)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def dead(folder: Path) -> list[str]:
    """Return what leads nowhere, each after the file that names it."""
    site = BuiltSite(folder)
    on_pages = [
        f"{path}: {message}"
        for path in site.pages
        for check in (links.lead_somewhere, links.printed)
        for message in check(site, path)
    ]
    return on_pages + [f"{f.page}: {f.message}" for f in links.of_files_lead_somewhere(site)]


def test_what_leads_somewhere_is_not_reported(whole: Path) -> None:
    assert dead(whole) == []


@pytest.mark.parametrize("name", PLANTED)
def test_what_leads_nowhere_is_reported(name: str, whole: Path) -> None:
    if name == "index.html":  # keep the page's own address, by which the site's is known
        before = (whole / name).read_text("utf-8")
        write(whole, name, before + PLANTED[name])
    else:
        write(whole, name, PLANTED[name])
    (found,) = dead(whole)
    assert found.startswith(f"{name}: ")
    assert "gone" in found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.css", "@import 'https://x.org/a.css';"),
        ("b.svg", '<svg><image href="//x.org/a.png"/></svg>'),
        ("page.html", '<script src="https://x.org/a.js"></script>'),
        ("page.html", '<link rel="icon" href="https://x.org/a.svg">'),
    ],
)
def test_what_is_fetched_from_another_site_is_reported(name: str, text: str, whole: Path) -> None:
    write(whole, name, text)
    site = BuiltSite(whole)
    messages = [m for path in site.pages for m in links.nothing_from_elsewhere(site, path)]
    messages += [finding.message for finding in links.no_file_fetches_from_elsewhere(site)]
    (message,) = messages
    assert "x.org" in message


def test_a_folder_with_an_inventory_of_its_own_is_another_site(whole: Path) -> None:
    (whole / "manual").mkdir()
    (whole / "manual/objects.inv").write_bytes(EMPTY_INVENTORY)
    write(whole, "manual/index.html", '<a href="gone.html">x</a>')
    write(whole, "page.html", '<a href="manual/index.html">x</a>')
    assert dead(whole) == []
