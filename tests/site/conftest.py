"""The pages of the real site."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from inline_site import parsed

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

    from real_site import Content, Page


@pytest.fixture(scope="session")
def page(site: Path) -> Page:
    """Return a function that parses a page of the built site, once."""
    return cache(lambda docname: parsed(site / f"{docname}.html"))


@pytest.fixture(scope="session")
def content(page: Page) -> Content:
    """Return a function that gives a page's own content, without header, navigation and footer."""

    def find(docname: str) -> Tag:
        (article,) = page(docname).select("main article.bd-article")
        return article

    return find
