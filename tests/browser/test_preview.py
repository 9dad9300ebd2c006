"""A downloaded preview is opened by the command that its note names."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from real_site import ROOT

NOTE = (ROOT / "tools/preview.txt").read_text(encoding="utf-8")


@pytest.fixture
def downloaded(tmp_path: Path) -> Iterator[Callable[[Path], str]]:
    """Return a function that lays out a site as the artifact has it, and serves it as noted."""
    command = re.search(r"^ +python3 (-m http\.server .*) \d+$", NOTE, re.MULTILINE)
    assert command
    running: list[subprocess.Popen[str]] = []

    def serve(site: Path) -> str:
        (tmp_path / "html").symlink_to(site)
        server = subprocess.Popen(
            [sys.executable, "-u", *command[1].split(), "0"],  # a port that is free
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        running.append(server)
        assert server.stdout
        port = re.search(r"port (\d+)", server.stdout.readline())
        assert port
        return f"http://localhost:{port[1]}"

    yield serve
    for server in running:
        server.terminate()
        server.communicate()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


def test_stars_and_filters_of_a_downloaded_preview_work(
    page: Page, two_days: Path, downloaded: Callable[[Path], str]
) -> None:
    page.goto(f"{downloaded(two_days)}/program/papers/index.html")
    star = page.locator("button[aria-pressed=false]").first
    star.press("Enter")
    expect(page.locator("button[aria-pressed=true]").first).to_be_visible()
    page.get_by_label("Find").fill("no title holds these words")
    expect(page.locator("li[data-object]:visible")).to_have_count(0)


def test_search_of_a_downloaded_preview_finds_pages(
    page: Page, site: Path, downloaded: Callable[[Path], str]
) -> None:
    page.goto(f"{downloaded(site)}/search.html?q=program")
    expect(page.locator(".site-search-hits > li:has(a)").first).to_be_visible()


def test_a_downloaded_preview_shows_the_site_s_pictures(
    page: Page, site: Path, downloaded: Callable[[Path], str]
) -> None:
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("response", lambda answer: failed.append(answer.url) if not answer.ok else None)
    page.goto(f"{downloaded(site)}/index.html", wait_until="load")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert failed == []
