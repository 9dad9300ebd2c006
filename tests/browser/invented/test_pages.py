"""Every kind of page: names, keys, targets, widths, modes, and the weight of the scripts."""

from __future__ import annotations

import gzip
import re
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from one_day_pages import SESSIONS
from page_checks import small_targets
from visits import OBSERVE, SHIFT, Visit, has_no_overflow, look

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page, Route

PROGRAM = "program/index.html"
ON_THE_DAY = f"{PROGRAM}?now=2023-10-20T10:05-05:00&zone=Pacific/Kiritimati"
SHARED = f"{PROGRAM}?stars=session:clover,paper:hay-count,session:gone"
SHARED_ON_THE_DAY = f"{SHARED}&now=2023-10-20T10:05-05:00"

PAGES = [
    "index.html?now=2023-10-20T10:05-05:00&zone=America/Argentina/ComodRivadavia",
    "about/index.html",
    "about/logistics.html",
    "call-for-papers/index.html?zone=Pacific/Kiritimati",
    "call-for-papers/dates.html?zone=America/Argentina/ComodRivadavia",
    "call-for-papers/topics/sight.html?zone=Asia/Tokyo",
    PROGRAM,
    ON_THE_DAY,
    SHARED,
    SHARED_ON_THE_DAY,
    f"{PROGRAM}?q=nothing+is+like+this&topic=weather&zone=Mars/Olympus_Mons_which_is_a_long_name",
    "program/speakers.html?zone=Asia/Tokyo",
    "program/booklet.html?zone=Asia/Tokyo",
    "program/papers/index.html?topic=sight",
    "program/papers/clover.html?zone=Asia/Tokyo",
    "404.html",
]

OURS = ["main", "page", "time", "stars", "filters", "fold", "mine", "stage", "copy", "search"]
OURS += ["calendar", "choices", "clock", "map", "no-match", "now", "rooms", "sort", "take-over"]
OURS += ["trouble"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_the_narrowest_screen_in_both_modes_and_its_scripts_are_light(
    visit: Visit, one_day: Path, path: str
) -> None:
    page = visit(path, viewport={"width": 320, "height": 640})
    assert has_no_overflow(page)
    look(page, color_scheme="dark")
    assert has_no_overflow(page)

    files = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    scripts = (urlsplit(file).path.rpartition("/scripts/")[2] for file in files)
    # A clock that stands still is for those who look how the day will be.
    loaded = {script.removesuffix(".js") for script in scripts} & set(OURS) - {"clock"}
    assert "main" in loaded
    folder = one_day / "_static/workshop/scripts"
    inline = page.evaluate(
        "[...document.querySelectorAll('head script:not([src]):not([type])')].map((it) => it.text)"
    )
    texts = [(folder / f"{name}.js").read_bytes() for name in loaded]
    texts += [script.encode() for script in inline if "workshop" in script]
    weight = sum(len(gzip.compress(text)) for text in texts)
    assert weight < 12_000, sorted(loaded)
    kind = page.evaluate("document.querySelector(\"script[src*='/scripts/main.js']\").type")
    assert kind == "module"  # so it waits until the page is there


@pytest.mark.parametrize(
    ("script", "path", "button"),
    [
        ("copy", "program/papers/clover.html", "Copy BibTeX"),
        ("summaries", "program/papers/index.html", "Summaries"),
        ("take-over", SHARED, "Add to my program"),
        ("no-match", f"{PROGRAM}?q=zzzz", ""),
    ],
)
def test_the_reader_hears_of_a_script_that_does_not_load(
    visit: Visit, script: str, path: str, button: str
) -> None:
    page = visit("404.html", fresh=True)
    visit.expect_errors("ERR_FAILED")
    page.route(f"**/scripts/{script}.js*", lambda route: route.abort())
    page.goto(path)
    if button:
        page.get_by_role("button", name=button).first.click()
    notice = page.locator(".workshop-notice", has_text="This could not be loaded")
    expect(notice).to_be_visible()
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_have_count(0)


@pytest.mark.parametrize(
    "path", [PROGRAM, ON_THE_DAY, SHARED, "program/papers/index.html", PAGES[0]]
)
def test_targets_are_large_enough(visit: Visit, path: str) -> None:
    page = visit(path)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert not list(small_targets(page)), width


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
    page.keyboard.type("holm")
    expect(page.locator(".workshop-count")).to_have_text(f"1 of {SESSIONS} sessions")
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


def test_no_number_of_a_paper_in_the_booklet_is_divided_between_lines(visit: Visit) -> None:
    page = visit("program/booklet.html")
    lines = page.locator("ul.booklet-numbers").first.evaluate("""(list) => {
      list.style.width = 0;
      return [...list.querySelectorAll("a")].map((it) => it.getClientRects().length);
    }""")
    assert set(lines) == {1}


def test_the_style_is_light(one_day: Path) -> None:
    weight = len(gzip.compress((one_day / "_static/bundle.css").read_bytes()))
    # 1,300 of these are the print style, 500 let the engine stand on any theme.
    assert weight < 22_250


def test_scripts_are_published_without_comments(one_day: Path) -> None:
    for script in (one_day / "_static/workshop/scripts").glob("*.js"):
        if script.stem in OURS:
            assert not re.search(r"^\s*(//|/\*|\*)", script.read_text("utf-8"), re.MULTILINE)


def test_nothing_moves_when_the_controls_come(visit: Visit) -> None:
    papers = "program/papers/index.html"
    for path in (PROGRAM, papers, "index.html", "call-for-papers/dates.html"):
        for width in (320, 360) if path == papers else (360,):
            page = visit(path, first=OBSERVE, viewport={"width": width, "height": 740})
            assert page.evaluate(SHIFT) < 0.001, (path, width)


def test_nothing_moves_when_the_rest_of_a_page_comes(visit: Visit) -> None:
    page = visit.context(viewport={"width": 360, "height": 740}).new_page()
    for path in (
        "program/papers/clover.html",
        "call-for-papers/dates.html",
        "search.html",
        PROGRAM,
    ):
        top = []
        for end in ("</html>", "</h1>"):
            page.route("**/*.html", partial(_only_to, end))
            page.goto(path)
            top.append(page.locator("h1").bounding_box())
        assert top[0] == top[1], path


def test_a_papers_text_stands_at_the_left_before_what_is_beside_it_has_come(visit: Visit) -> None:
    page = visit.context(viewport={"width": 1280, "height": 740}).new_page()
    for end in ("</html>", "</footer>"):
        page.route("**/*.html", partial(_only_to, end))
        page.goto("program/papers/clover.html")
        parts = page.locator("header.workshop-paper, header.workshop-paper ~ :is(p, footer)")
        assert parts.count() > 1
        assert len(set(parts.evaluate_all("all => all.map((it) => it.offsetLeft)"))) == 1, end


def _only_to(end: str, route: Route) -> None:
    """Answer with the beginning of a page, which is painted before the rest has come."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().partition(end)[0] + end)


def test_the_choice_of_a_zone_stands_clear_of_the_title(visit: Visit) -> None:
    page = visit("program/papers/clover.html", viewport={"width": 360, "height": 740})
    edge = "(it, name) => it.getBoundingClientRect()[name]"
    above = page.locator(".workshop-zone").evaluate(edge, "bottom")
    assert page.locator("h1").evaluate(edge, "top") > above + 16


def test_what_moves_is_noticed(visit: Visit) -> None:
    page = visit(PROGRAM, first=OBSERVE)
    page.evaluate(SHIFT)
    page.evaluate("document.querySelector('h1').before(document.createElement('textarea'))")
    assert page.evaluate(SHIFT) > 0.001


def test_nothing_that_scripts_add_is_printed(visit: Visit) -> None:
    page = visit(ON_THE_DAY)
    look(page, media="print")
    for selector in (".workshop-controls", ".workshop-star", ".workshop-notices", ".workshop-now"):
        expect(page.locator(selector).first).to_be_hidden()


@pytest.mark.parametrize("width", [320, 768])
def test_on_phones_links_of_people_are_as_high_as_a_finger_and_named_by_their_words(
    visit: Visit, width: int
) -> None:
    page = visit("program/speakers.html", viewport={"width": width, "height": 740})
    for name in ("ORCID", "Homepage", "GitHub", "Mastodon"):
        link = page.get_by_role("link", name=name, exact=True)
        drawing = link.locator("svg").bounding_box()
        assert drawing
        assert drawing["width"] >= 14
        height = link.evaluate("(it) => it.getBoundingClientRect().height")
        assert round(height) >= 44
