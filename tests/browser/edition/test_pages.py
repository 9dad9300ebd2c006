"""Every kind of page: names, keys, targets, widths, modes, and the weight of the scripts."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from visits import Visit, has_no_overflow

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page, Request

PROGRAM = "program/index.html"
ON_THE_DAY = f"{PROGRAM}?now=2022-07-22T10:35-04:00&zone=Pacific/Kiritimati"
SHARED = f"{PROGRAM}?stars=session:gampen,paper:astroconformer,session:gone"

PAGES = [
    "index.html?now=2022-07-22T10:35-04:00&zone=America/Argentina/ComodRivadavia",
    "about/index.html",
    "about/organizers.html",
    "call-for-papers/index.html?zone=Pacific/Kiritimati",
    "call-for-papers/dates.html?zone=America/Argentina/ComodRivadavia",
    "call-for-papers/topics/inference.html?zone=Asia/Tokyo",
    PROGRAM,
    ON_THE_DAY,
    SHARED,
    f"{PROGRAM}?q=nothing+is+like+this&topic=uncertainty&zone=Mars/Olympus_Mons_which_is_a_long_name",
    "program/speakers.html?zone=Asia/Tokyo",
    "program/booklet.html?zone=Asia/Tokyo",
    "program/papers/index.html?topic=inference",
    "program/papers/gampen.html?zone=Asia/Tokyo",
    "404.html",
]

OURS = ["main", "page", "time", "stars", "filters", "fold", "mine", "stage", "copy", "search"]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_the_narrowest_screen(visit: Visit, path: str, mode: Any) -> None:
    page = visit(path, viewport={"width": 320, "height": 640}, color_scheme=mode)
    assert has_no_overflow(page)


@pytest.mark.parametrize(
    "path", [PROGRAM, ON_THE_DAY, SHARED, "program/papers/index.html", PAGES[0]]
)
@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough(visit: Visit, path: str, width: int) -> None:
    page = visit(path, viewport={"width": width, "height": 800})
    controls = page.locator("article :is(button, select, input):visible, .workshop-zone select")
    assert controls.count()
    for control in controls.all():
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24


def test_every_control_over_the_program_has_a_name_and_a_role(visit: Visit) -> None:
    page = visit(PROGRAM, timezone_id="Asia/Tokyo")
    controls = page.locator(".workshop-controls")
    expect(controls.get_by_role("link", name="My program (0)", exact=True)).to_be_visible()
    search = controls.get_by_role("search", name="Filter the sessions")
    expect(search.get_by_role("searchbox", name="Find")).to_be_visible()
    expect(search.get_by_role("combobox", name="Topic")).to_be_visible()
    expect(search.get_by_role("combobox", name="Kind")).to_be_visible()
    expect(controls.get_by_role("combobox", name="Times")).to_be_visible()
    names = page.locator("article button").evaluate_all(
        "all => all.map((b) => b.getAttribute('aria-label') ?? b.textContent)"
    )
    assert all(name.strip() for name in names)


def focused(page: Page) -> Locator:
    return page.locator("*:focus")


def test_a_reader_with_a_keyboard_can_do_all(visit: Visit) -> None:
    page = visit(PROGRAM)
    page.get_by_role("link", name="My program").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="View")).to_be_visible()
    expect(focused(page)).to_have_text("My program (0)")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(focused(page)).to_have_text("Whole program")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(focused(page)).to_have_js_property("tagName", "SELECT")
    page.keyboard.press("Tab")
    page.keyboard.type("macke")
    expect(page.locator(".workshop-count")).to_have_text("1 of 18 sessions")
    expect(page.locator(".workshop-session:visible .workshop-star")).to_have_count(1)
    for _ in range(10):
        page.keyboard.press("Tab")
        if "Star: " in (focused(page).get_attribute("aria-label") or ""):
            break
    page.keyboard.press("Space")
    expect(focused(page)).to_have_attribute("aria-pressed", "true")


def test_focus_is_seen_on_every_control(visit: Visit) -> None:
    page = visit(ON_THE_DAY)
    for control in page.locator(".workshop-controls :is(a, button, input, select):visible").all():
        control.focus()
        page.keyboard.press("Shift")  # tells the browser that a keyboard is used
        outline = control.evaluate("(it) => getComputedStyle(it).outlineStyle")
        assert outline != "none"


def test_what_is_pressed_differs_by_more_than_hue(visit: Visit) -> None:
    page = visit(PROGRAM)
    star = page.locator("#session-panel .workshop-star")
    shape = "(it) => getComputedStyle(it, '::before').clipPath"
    before = star.evaluate(shape)
    star.click()
    assert star.evaluate(shape) != before


@pytest.mark.parametrize("path", PAGES)
def test_scripts_are_light_and_block_nothing(visit: Visit, site: Path, path: str) -> None:
    page = visit("about/organizers.html", fresh=True)
    loaded: set[str] = set()

    def note(request: Request) -> None:
        name = urlsplit(request.url).path.rpartition("/scripts/")[2].removesuffix(".js")
        if name in OURS:
            loaded.add(name)

    page.on("request", note)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert {"main", "page"} <= loaded
    folder = site / "_static/workshop/scripts"
    weight = sum(len(gzip.compress((folder / f"{name}.js").read_bytes())) for name in loaded)
    assert weight < 12_000, sorted(loaded)
    for script in page.locator(
        "script[src*='/scripts/main.js'], script[src*='/scripts/search.js']"
    ).all():
        assert script.get_attribute("type") == "module"  # so it waits until the page is there


def test_scripts_are_published_without_comments(site: Path) -> None:
    for script in (site / "_static/workshop/scripts").glob("*.js"):
        if script.stem in OURS:
            assert not re.search(r"^\s*(//|/\*|\*)", script.read_text("utf-8"), re.MULTILINE)


def test_nothing_moves_when_the_controls_come(visit: Visit) -> None:
    for path in (PROGRAM, "program/papers/index.html", "index.html", "call-for-papers/dates.html"):
        page = visit("about/organizers.html", fresh=True, viewport={"width": 360, "height": 740})
        page.add_init_script(
            """window.shift = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) window.shift += entry.value;
            }).observe({ type: "layout-shift", buffered: true });"""
        )
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("shift") < 0.001, path


def test_nothing_that_scripts_add_is_printed(visit: Visit) -> None:
    page = visit(ON_THE_DAY, fresh=True)
    page.emulate_media(media="print")
    for selector in (".workshop-controls", ".workshop-star", ".workshop-notices", ".workshop-now"):
        expect(page.locator(selector).first).to_be_hidden()
