"""A browser, the sites it visits, and pages that must not complain."""

from __future__ import annotations

import http.server
import threading
from http import HTTPStatus
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from inline_site import InlineSite
from install_browser import find_browser
from real_site import ROOT
from two_days import FILES, ZONE
from visits import OPTIONS, SERVED_AT, Visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def two_days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a workshop in two rooms, on a day on which the clock is changed."""
    facts = {"start": "2022-03-13", "end": "2022-03-14", "timezone": ZONE}
    site = InlineSite(tmp_path_factory.mktemp("two-days"), FILES, {})
    site.configure(
        workshop=site.settings["workshop"] | facts,
        html_static_path=[str(ROOT / "_static")],
        html_favicon=str(ROOT / "_static" / "favicon.svg"),
        html_css_files=["site.css"],
    )
    return site.build().output


@pytest.fixture(scope="session")
def address(site: Path, two_days: Path) -> Iterator[str]:
    """Return the address of the server; the real site is at its own path, the other /two-days/."""
    sites = {SERVED_AT.strip("/"): site, "two-days": two_days}

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path == "/favicon.ico":  # a browser asks for it where a file is no page
                self.send_response(HTTPStatus.NO_CONTENT)
                self.end_headers()
            else:
                super().do_GET()

        def translate_path(self, path: str) -> str:
            name, _, rest = path.lstrip("/").partition("/")
            self.directory = str(sites.get(name, site / "nowhere"))
            return super().translate_path(rest)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing of requests."""

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing of a browser that has gone before all was sent."""

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    if path is None:
        pytest.fail("there is no browser; tests/install_browser.py gets one, and so does make test")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def used_pages() -> dict[str, Page]:
    """Return the pages of former tests by their settings: going on with one is much faster."""
    return {}


@pytest.fixture
def visit(browser: Browser, address: str, used_pages: dict[str, Page]) -> Iterator[Visit]:
    """Return what opens pages; in the end, none may have complained."""
    visit = Visit(browser, f"{address}{SERVED_AT}", used_pages)
    yield visit
    visit.leave()
    assert not visit.complaints


@pytest.fixture
def open_context(visit: Visit) -> Callable[..., BrowserContext]:
    """Return a function that opens a browser context, closed in the end."""
    return visit.context
