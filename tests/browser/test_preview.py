"""A downloaded preview is opened by the command that its note names."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from real_site import ROOT
from walk import controlled

NOTE = (ROOT / "tools/preview.txt").read_text(encoding="utf-8")


@pytest.fixture
def downloaded(site: Path, tmp_path: Path) -> Iterator[str]:
    """Lay out the site as the artifact has it; serve it as noted, and return its address."""
    command = re.search(r"^ +python3 (-m http\.server .*) \d+$", NOTE, re.MULTILINE)
    assert command
    (tmp_path / "html").symlink_to(site)
    server = subprocess.Popen(
        [sys.executable, "-u", *command[1].split(), "0"],  # a port that is free
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout
    port = re.search(r"port (\d+)", server.stdout.readline())
    assert port
    yield f"http://localhost:{port[1]}"
    server.terminate()
    server.communicate()


def test_a_downloaded_preview_has_its_pictures_search_stars_and_filters(
    browser: Browser, site: Path, downloaded: str
) -> None:
    page = browser.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("response", lambda answer: failed.append(answer.url) if not answer.ok else None)
    page.goto(f"{downloaded}/index.html", wait_until="load")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert failed == []
    page.goto(f"{downloaded}/search.html?q=program")
    expect(page.locator(".site-search-hits > li:has(a)").first).to_be_visible()
    page.goto(f"{downloaded}/{controlled(site, 'papers')}")
    page.locator("button[aria-pressed=false].workshop-star").first.press("Enter")
    expect(page.locator("button[aria-pressed=true].workshop-star").first).to_be_visible()
    page.get_by_label("Find").fill("no title holds these words")
    expect(page.locator("li[data-object]:visible")).to_have_count(0)
    page.close()
