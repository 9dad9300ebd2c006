"""Checks each page by itself: heading, title, language, ids, words for pictures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .html import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .built_site import BuiltSite


def one_heading(site: BuiltSite, path: str) -> Iterator[str]:
    """Every page has one heading of the first level; a theme's logo may be another."""
    found = len(site.content(path).select("h1"))
    if found != 1:
        yield f"there are {found} headings of the first level, and there must be one"


def a_title(site: BuiltSite, path: str) -> Iterator[str]:
    """Every page has a title."""
    title = site.page(path).title
    if title is None or not words(title):
        yield "the page has no title"


def a_language(site: BuiltSite, path: str) -> Iterator[str]:
    """Every page names its language."""
    html = site.page(path).html
    if html is None or not html.get("lang"):
        yield "the page does not name its language"


def unique_ids(site: BuiltSite, path: str) -> Iterator[str]:
    """No two elements of a page share an id."""
    for id, number in Counter(site.outline(path).ids).items():
        if number > 1:
            yield f"{number} elements share the id '{id}'"


def words_for_pictures(site: BuiltSite, path: str) -> Iterator[str]:
    """Every picture has words for those who do not see it, or says that it needs none."""
    for picture in site.page(path).select("img:not([alt])"):
        yield f"the picture {picture.get('src')} has no alternative text"
