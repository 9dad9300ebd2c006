"""Checks what machines read in a page's head, the sitemap and robots.txt."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from .comparison import differs, missing_and_unknown
from .finding import Finding, at, reading
from .html import metas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from .built_site import BuiltSite


def blocks(site: BuiltSite, path: str) -> list[dict[str, Any]]:
    """Return the JSON-LD blocks of a page."""
    with reading(path, "JSON-LD"):
        return json_ld(site.page(path))


def json_ld(page: Tag) -> list[dict[str, Any]]:
    """Return the JSON-LD blocks of a parsed page."""
    found = page.find_all("script", type="application/ld+json")
    return [json.loads(tag.get_text()) for tag in found]


def xml(site: BuiltSite, path: str) -> ET.Element:
    """Return the root of an XML file."""
    with reading(path, "XML"):
        return ET.fromstring(site.text(path).encode())


def own_address(site: BuiltSite, path: str) -> Iterator[str]:
    """Every page with a source names its own address, the same way everywhere."""
    if path in site.documents:
        # A builder may leave out the name of a folder's index.
        short, canonical = path.removesuffix("index.html"), site.outline(path).canonical
        here = site.base + (short if canonical == site.base + short else path)
        yield from differs("the canonical address", canonical, here)
        og = dict(metas(site.page(path), "og:"))
        yield from differs("og:url", og.get("og:url"), here)


def description(site: BuiltSite, path: str) -> Iterator[str]:
    """Every page with a source has one description, the same for search engines and cards."""
    if path in site.documents:
        found = [text for _, text in metas(site.page(path), "description")]
        og = dict(metas(site.page(path), "og:"))
        if len(found) != 1 or not found[0]:
            yield f"there are {len(found)} descriptions, and there must be one"
        yield from differs("og:description", [og.get("og:description")], found)
        if not og.get("og:title"):
            yield "og:title is missing"


def breadcrumbs(site: BuiltSite, path: str) -> Iterator[str]:
    """Every page with a source has breadcrumbs that lead from the home page to itself."""
    if path not in site.documents:
        return
    lists = [b for b in blocks(site, path) if b.get("@type") == "BreadcrumbList"]
    if len(lists) != 1:
        yield f"there are {len(lists)} lists of breadcrumbs, and there must be one"
    for found in lists:
        way = [site.relative(item.get("item", "")) for item in found.get("itemListElement", [])]
        yield from differs("the first breadcrumb", way[:1], ["index.html"])
        yield from differs("the last breadcrumb", way[-1:], [path])
        if unknown := [page for page in way if page not in site.documents]:
            yield f"breadcrumbs lead to {', '.join(unknown)}, which does not exist"


def sitemap(site: BuiltSite) -> Iterator[Finding]:
    """The sitemap lists exactly the pages with a source, and robots.txt leads to it."""
    found = [site.relative(url[0].text or "") for url in xml(site, "sitemap.xml")]
    yield from at("sitemap.xml", missing_and_unknown("the sitemap", found, site.documents))
    if len(found) != len(set(found)):
        yield Finding("sitemap.xml", "it lists a page twice")
    if f"Sitemap: {site.base}sitemap.xml" not in site.text("robots.txt").splitlines():
        yield Finding("robots.txt", "it does not lead to the sitemap")


def every_page_with_a_source_is_there(site: BuiltSite) -> Iterator[Finding]:
    """Every page of the inventory was built."""
    for path in site.documents:
        if not (site.folder / path).is_file():
            yield Finding(path, "the inventory lists this page, and it is missing")
