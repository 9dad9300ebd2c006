"""Every address leads somewhere, the promised ones exist, and no page asks another site."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest

from conf import html_baseurl
from inline_site import parsed, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bs4 import BeautifulSoup

    from real_site import Page

BASE = urlsplit(html_baseurl)

# What a page asks the browser to fetch by itself.
FETCHED = (
    ("script", "src"),
    ("img", "src"),
    ("img", "srcset"),
    ("source", "src"),
    ("source", "srcset"),
    ("video", "src"),
    ("video", "poster"),
    ("audio", "src"),
    ("iframe", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("image", "href"),
    ("use", "href"),
    ("form", "action"),
)
FETCHED_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
    "apple-touch-icon",
    "mask-icon",
    "search",
}
CSS_ADDRESS = re.compile(r"""url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)""")


def pages_of(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*.html") if "_static" not in path.parts)


def fetched(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the addresses of scripts, styles, images, fonts and frames on a page."""
    for tag, attribute in FETCHED:
        for node in soup.select(f"{tag}[{attribute}]"):
            among = (
                str(node[attribute]).split(",") if attribute == "srcset" else [str(node[attribute])]
            )
            yield from (address.split()[0] for address in among)
    for link in soup.select("link[rel][href]"):
        if FETCHED_LINKS & set(link["rel"]):
            yield str(link["href"])
    for style in soup.select("style"):
        yield from addresses_in_css(style.get_text())
    for node in soup.select("[style]"):
        yield from addresses_in_css(str(node["style"]))


def addresses_in_css(css: str) -> Iterator[str]:
    for match in CSS_ADDRESS.finditer(css):
        yield match[1] or match[2]


def is_elsewhere(address: str) -> bool:
    return bool(urlsplit(address).netloc) or urlsplit(address).scheme not in {"", "data"}


def test_no_page_fetches_anything_from_another_origin(site: Path) -> None:
    asked = {
        f"{path.relative_to(site)}: {address}"
        for path in pages_of(site)
        for address in fetched(parsed(path))
        if is_elsewhere(address)
    }
    assert asked == set()


def test_no_stylesheet_or_picture_fetches_anything_from_another_origin(site: Path) -> None:
    asked = set()
    for path in site.rglob("*.css"):
        asked |= {a for a in addresses_in_css(path.read_text(encoding="utf-8")) if is_elsewhere(a)}
    for path in site.rglob("*.svg"):
        asked |= {address for address in fetched(parsed(path)) if is_elsewhere(address)}
    assert asked == set()


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    dead = []
    anchors = cache(lambda path: {str(n["id"]) for n in parsed(path).select("[id]")})
    for path in pages_of(site):
        soup = parsed(path)
        addresses = {str(node["href"]) for node in soup.select("a[href], link[href]")}
        addresses |= set(fetched(soup))
        here = path.relative_to(site).as_posix()
        for address in sorted(addresses):
            target, anchor = resolved(here, address)
            if target is None:
                continue
            file = site / target
            if file.is_dir():
                file /= "index.html"
            lost = anchor and file.suffix == ".html" and anchor not in anchors(file)
            if not file.is_file() or lost:
                dead.append(f"{here}: {address}")
    assert dead == []


def resolved(page: str, address: str) -> tuple[str | None, str]:
    """Return the file and the anchor that an address on a page leads to, None for elsewhere."""
    parts = urlsplit(address)
    if parts.scheme in {"mailto", "data", "webcal"}:
        return None, ""
    if parts.netloc and (parts.netloc, parts.scheme) != (BASE.netloc, BASE.scheme):
        return None, ""
    path = unquote(parts.path)
    if parts.netloc or path.startswith("/"):
        if not path.startswith(BASE.path):
            return None if parts.netloc else path, ""
        path = path.removeprefix(BASE.path) or "index.html"
        # The papers' PDFs are carried over where the site is published; no checkout need have them.
        if path.startswith("assets/"):
            return None, ""
    else:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return path, unquote(parts.fragment)


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


def test_every_topic_and_every_paper_is_where_it_was_promised(
    expected: dict[str, Any], site: Path
) -> None:
    topics = {path.stem for path in (site / "call-for-papers/topics").glob("*.html")} - {"index"}
    papers = {path.stem for path in (site / "program/papers").glob("*.html")} - {"index"}
    assert topics == expected["topics"].keys()
    assert papers == expected["papers"].keys()


def test_a_page_that_does_not_exist_is_told_with_links_that_work_at_any_depth(page: Page) -> None:
    hrefs = [str(node["href"]) for node in page("404").select("a[href], link[rel=stylesheet]")]
    assert hrefs
    assert all(h.startswith((BASE.path, "#", "https://", "mailto:")) for h in hrefs), hrefs


def test_no_page_of_a_paper_carries_its_siblings(paper: str, page: Page) -> None:
    soup = page(f"program/papers/{paper}")
    for article in soup.select("main article.bd-article"):
        article_links = {id(a) for a in article.select("a[href]")}
    beside = [a for a in soup.select("a[href]") if id(a) not in article_links]
    names = {urlsplit(str(a["href"])).path for a in beside}
    siblings = {n for n in names if "/" not in n and n.endswith(".html")} - {"index.html"}
    assert siblings - {f"{paper}.html"} == set()


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
