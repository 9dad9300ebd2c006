"""The schedule in a frame on another site is read there, and its links lead out of the frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from axe import MODES, serve, violations
from thorough import THOROUGH
from visits import PATIENCE, Visit, has_no_overflow, look

EMBEDDED = "program/embed.html"
HOST = """<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,">
<h1>Elsewhere</h1>
<iframe src="{address}" title="Program" width="100%" height="640"></iframe></html>"""


@pytest.fixture
def framed(visit: Visit, home: str, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Return what opens a page of another origin that frames the schedule, with a query.

    The host `localhost` is another site than that of the schedule, `127.0.0.1` only another origin.
    """
    with serve({"elsewhere": tmp_path}) as address:
        said: list[str] = []

        def open_page(query: str = "", host: str = "localhost", **settings: object) -> Page:
            address_of_frame = f"{home}{EMBEDDED}{query}"
            (tmp_path / "index.html").write_text(HOST.format(address=address_of_frame), "utf-8")
            page = visit.context(**settings).new_page()
            page.set_default_timeout(PATIENCE)
            page.on("console", lambda it: said.append(it.text) if it.type == "error" else None)
            page.on("pageerror", lambda error: said.append(str(error)))
            page.goto(f"{address.replace('127.0.0.1', host)}/elsewhere/index.html")
            return page

        yield open_page
        assert said == []


def frame(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


def test_titles_and_what_is_on_lead_to_the_site_in_the_whole_window(
    framed: Callable[..., Page], home: str
) -> None:
    page = framed("?now=2023-10-20T13:50-05:00")
    on = frame(page).locator(".workshop-now a", has_text="Who owns a meadow?").first
    expect(on).to_have_attribute("href", f"{home}program/index.html#session-panel")
    frame(page).locator(".workshop-title a", has_text="Who owns a meadow?").click()
    page.wait_for_url(f"{home}program/index.html#session-panel")
    page.go_back()
    frame(page).get_by_role("link", name="Learning from Meadows").click()
    page.wait_for_url(f"{home}program/index.html")


def test_the_reader_s_zone_stands_beside_the_program_s_and_stays(
    framed: Callable[..., Page],
) -> None:
    # A browser may keep nothing for a frame of another site.
    page = framed(host="127.0.0.1", timezone_id="Asia/Tokyo")
    local = frame(page).locator(".workshop-session .workshop-local")
    zone = frame(page).get_by_label("Times")
    expect(zone).to_have_value("Asia/Tokyo")
    expect(local.first).to_have_text("22:30–22:45")
    zone.select_option("UTC")
    expect(local.first).to_have_text("13:30–13:45")
    page.reload()
    expect(zone).to_have_value("UTC")
    expect(local.first).to_have_text("13:30–13:45")


def test_a_frame_without_a_memory_has_the_reader_s_zone_all_the_same(
    framed: Callable[..., Page],
) -> None:
    page = framed("?zone=Europe/Paris")
    local = frame(page).locator(".workshop-session .workshop-local")
    expect(local.first).to_have_text("15:30–15:45")
    frame(page).get_by_label("Times").select_option("Asia/Tokyo")
    expect(local.first).to_have_text("22:30–22:45")


def test_it_is_read_without_scripts(framed: Callable[..., Page]) -> None:
    page = framed(java_script_enabled=False)
    expect(frame(page).get_by_role("link", name="Who owns a meadow?")).to_be_visible()
    expect(frame(page).locator("button, select")).to_have_count(0)


def test_it_is_accessible_and_fits(visit: Visit, home: str) -> None:
    page = visit.context().new_page()
    page.goto(f"{home}{EMBEDDED}?zone=Asia/Kathmandu&now=2023-10-20T13:50-05:00")
    expect(page.locator(".workshop-now a").first).to_be_visible()
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 700})
        assert violations(page) == []
        assert has_no_overflow(page)
    look(page, color_scheme="dark")
    # Once a week, both widths are asked about in both modes.
    for width in (320, 1280) if THOROUGH else (320,):
        page.set_viewport_size({"width": width, "height": 700})
        assert violations(page, MODES["dark"]) == []
