"""What the site must say, and the pages that say it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from inline_site import parsed

if TYPE_CHECKING:
    from bs4 import Tag

    from real_site import Content, Page

EXPECTED: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("expected.yaml").read_text(encoding="utf-8")
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes a paper, topic or slot once for each that is expected."""
    for name, among in (("paper", "papers"), ("topic", "topics")):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, EXPECTED[among])
    if "slot" in metafunc.fixturenames:
        slots = EXPECTED["schedule"]
        metafunc.parametrize("slot", slots, ids=[slot["id"] for slot in slots])


@pytest.fixture(scope="session")
def expected() -> dict[str, Any]:
    return EXPECTED


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
