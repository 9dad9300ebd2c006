"""A browser, and the real site that it visits; no page may log an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import three_days as three
import two_days as two
from axe import serve
from build_once import BuildOnce
from conf import workshop
from install_browser import find_headless
from invented_sites import TWO_DAYS, build_invented, build_on_theme
from pdf_reader import Pdf
from visits import OPTIONS, PATIENCE, SERVED_AT, Tab, Visit

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address of the server that has the real site at its own path."""
    with serve({SERVED_AT.strip("/"): site}) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_headless()
    if path is None:
        pytest.fail("there is no browser; tests/install_browser.py gets one, and so does make test")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS, timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def used_tabs() -> dict[str, Tab]:
    """Return the tabs of former tests by their settings: going on with one is much faster."""
    return {}


@pytest.fixture(scope="session")
def home(address: str) -> str:
    """Return where `visit` finds pages: those of the real site, where no module has others."""
    return f"{address}{SERVED_AT}"


@pytest.fixture(scope="session")
def reader() -> str:
    """Return the zone of readers: the workshop's, so that pages have no second time beside each."""
    zone: str = workshop["timezone"]
    return zone


@pytest.fixture
def visit(browser: Browser, home: str, used_tabs: dict[str, Tab], reader: str) -> Iterator[Visit]:
    """Return what opens pages of a site; in the end, none may have logged an error."""
    visit = Visit(browser, home, used_tabs, reader)
    yield visit
    visit.leave()
    assert not visit.complaints


@pytest.fixture(scope="session")
def two_days(build_once: BuildOnce) -> Path:
    """Return the folder of a workshop in two rooms, on a day on which the clock is changed."""
    return build_once("two-days", build_two_days)


def build_two_days(folder: Path) -> Path:
    """Build it with the site's own style."""
    facts = TWO_DAYS | {"timezone": two.ZONE}
    return build_invented(folder, two.FILES, facts, html_css_files=["site.css"])


@pytest.fixture(scope="session")
def three_days(build_once: BuildOnce) -> Callable[[str], Path]:
    """Return a function that returns the folder of a workshop in four rooms, on a theme."""
    return lambda theme: build_once(
        f"three-days-{theme}", lambda folder: build_three_days(folder, theme)
    )


def build_three_days(folder: Path, theme: str) -> Path:
    """Build it with a theme, and with a page that lists sessions of several days."""
    index = three.FILES["index.md"].replace("program/authors\n", "program/authors\nprogram/what\n")
    listing = {"program/what.md": "# What is said\n\n:::{schedule}\n:kind: keynote\n:::\n"}
    files = three.FILES | listing | {"index.md": index}
    return build_on_theme(folder, files, three.settings({}), theme)


@pytest.fixture
def printed(tmp_path: Path) -> Callable[..., Pdf]:
    """Return a function that prints a page as the browser's menu does."""

    def print_page(page: Page, paper: str = "A4") -> Pdf:
        path = tmp_path / "page.pdf"
        page.pdf(path=path, format=paper)
        return Pdf(path)

    return print_page


@pytest.fixture
def open_context(visit: Visit) -> Callable[..., BrowserContext]:
    """Return a function that opens a browser context, closed in the end."""
    return visit.context
