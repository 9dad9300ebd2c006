"""The three states of a site: what readers see first, in which order, and in which tense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import expect

from axe import serve, violations_in_both_modes
from build_once import BuildOnce
from page_checks import texts, thin
from real_site import ROOT
from thorough import THOROUGH
from three_states import MENU, NAMES, STATES, build_state
from visits import OBSERVE, SHIFT, Visit, has_no_overflow

WIDTHS = [360, 1280]
PICTURES = ROOT / "_build" / "pictures"


@pytest.fixture(scope="module")
def served(build_once: BuildOnce) -> Iterator[str]:
    """Return the address of the server that has the workshop in its three states."""
    sites = {state: build_once(state, partial(build_state, state=state)) for state in STATES}
    # What `Visit` asks for at the root, to get at the memory of the browser.
    with serve(sites | {"_static": sites["call"] / "_static"}) as address:
        yield address


@pytest.fixture(scope="module")
def home(served: str) -> str:
    return f"{served}/"


BEFORE, ON_THE_DAY, AFTER = "2023-08-10T12:00Z", "2023-10-20T10:05-05:00", "2023-10-21T00:00Z"
HOURS = {"call": BEFORE, "day": ON_THE_DAY, "record": AFTER}

# What each state's home page shows from top to bottom: the head, then the sections.
HEADS = {
    "call": ["p:first-child", ".workshop-stage", ".workshop-facts", "p:last-child a:first-child"],
    "day": [".workshop-stage", ".workshop-now", ".workshop-facts", "p:last-child a:first-child"],
    "record": ["p:first-child", ".workshop-facts", ".workshop-stage", "p:last-child a:first-child"],
}
SECTIONS = {"call": ["Topics", "Dates"], "day": ["Today", "Topics"], "record": ["Papers", "Topics"]}
FIRST_BUTTON = {"call": "How to submit", "day": "Program", "record": "Papers"}
SAID = {
    "call": "The call is open until 14 August 2023, 23:59 AoE.",
    "day": "Today: the program is on, until 16:15",
    "record": "The workshop took place on Friday, 20 October 2023.",
}


@pytest.mark.parametrize("state", STATES)
def test_a_state_decides_what_comes_first_and_what_stands_on_the_first_screen(
    visit: Visit, state: str
) -> None:
    """Its pictures are kept in `_build/pictures`, to look at."""
    page = visit(f"{state}/index.html?now={HOURS[state]}")
    head = page.locator(".workshop-event")
    expect(head.locator("p:last-child a").first).to_have_text(FIRST_BUTTON[state])
    expect(page.locator(".workshop-stage")).to_contain_text(SAID[state])
    titles = page.locator("article h2").evaluate_all("all => all.map((h) => h.firstChild.data)")
    assert titles == SECTIONS[state]
    menu = list(dict.fromkeys(texts(page, "header .navbar-nav a")))
    assert menu == [NAMES[name] for name in MENU[state]]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        boxes = [head.locator(f"> {part}").bounding_box() for part in HEADS[state]]
        assert all(boxes)
        assert [box["y"] for box in boxes if box] == sorted(box["y"] for box in boxes if box)
        # What matters: the call's deadline, and what is on.
        first = boxes[1] if state != "record" else None
        assert first is None or first["y"] + first["height"] <= 740
        assert has_no_overflow(page)
        page.screenshot(path=PICTURES / f"{state}-{width}.png", full_page=True)


# The pages that a state changes; the papers' have the line of the call.
CHANGED = [
    *("call/index.html", "call/call-for-papers/index.html", "call/program/papers/index.html"),
    *("day/index.html", "day/program/index.html", "record/index.html"),
]


@pytest.mark.parametrize("path", CHANGED)
def test_every_state_is_accessible_in_both_modes(visit: Visit, path: str) -> None:
    page = thin(visit(f"{path}?now={HOURS[path.partition('/')[0]]}"))
    assert violations_in_both_modes(page) == []


# Tense -----------------------------------------------------------------------------------------

_PAST = re.compile(r"took place|was sent|is closed|is over")
_AHEAD = re.compile(r"is open|takes place|begins|Send what| left\b|is on\b")


def test_a_record_has_one_tense_whatever_the_clock_says(visit: Visit) -> None:
    for hour, scripts in ((BEFORE, True), (ON_THE_DAY, True), (AFTER, True), ("", False)):
        for path in ("index.html", "call-for-papers/index.html"):
            page = visit(f"record/{path}?now={hour}", java_script_enabled=scripts)
            text = " ".join(texts(page, "article"))
            assert _PAST.search(text)
            assert not _AHEAD.search(text)
    stage = visit("record/index.html").locator(".workshop-stage")
    expect(stage).to_contain_text("took place")


def test_without_scripts_a_call_claims_nothing_that_an_hour_makes_wrong(visit: Visit) -> None:
    page = visit("call/index.html", java_script_enabled=False)
    stage = page.locator(".workshop-stage")
    expect(stage).to_have_text("Submission deadline: 14 August 2023, 23:59 AoE.")
    expect(stage).to_be_visible()
    page = visit("day/index.html", java_script_enabled=False)
    expect(page.locator(".workshop-stage")).to_be_hidden()
    expect(page.locator(".workshop-now")).to_be_hidden()


CALL = "call/call-for-papers/index.html"
# A page, an hour, and what its line says; the last three have none, or one that is hidden.
MOMENTS = [
    ("call/index.html", BEFORE, "The call is open until"),
    ("call/index.html", "2023-08-15T11:59:00Z", "The call is closed. Author notification"),
    (CALL, "2023-08-15T11:59:00Z", "The call is closed. Author notification"),
    ("call/index.html", ON_THE_DAY, "Today: the program is on, until 16:15"),
    (CALL, AFTER, "The workshop took place on"),
    ("day/index.html", "2023-10-19T12:00Z", "The workshop takes place on"),
    ("day/index.html", "2023-10-20T06:00Z", "Today: the program begins at 08:30"),
    ("day/index.html", ON_THE_DAY, "Today: the program is on, until 16:15"),
    ("day/index.html", AFTER, "The workshop took place on"),
    ("day/program/index.html", ON_THE_DAY, ""),
    ("day/program/index.html", AFTER, ""),
]

# What the line has said in each frame that was painted.
FRAMES = """window.said = [];
window.painted = 0;
const look = () => {
  painted += 1;
  const line = document.querySelector(".workshop-stage");
  if (line) said.push(line.textContent);
  requestAnimationFrame(look);
};
requestAnimationFrame(look);"""


@pytest.mark.parametrize("number", range(len(MOMENTS)))
def test_no_other_hour_is_shown_in_any_frame_and_nothing_moves_when_it_is_said(
    visit: Visit, number: int
) -> None:
    path, hour, words = MOMENTS[number]
    for width in WIDTHS if THOROUGH else WIDTHS[number % 2 :][:1]:  # by turns
        size = {"width": width, "height": 740}
        page = visit(f"{path}?now={hour}", first=f"{OBSERVE}\n{FRAMES}", viewport=size)
        assert page.evaluate(SHIFT) < 0.001
        page.wait_for_function("painted > 2")
        said = page.evaluate("[...new Set(said)]")
        assert len(said) == bool(words)
        assert all(words in line for line in said)


def test_the_hour_is_said_before_any_other_script_has_come(visit: Visit, served: str) -> None:
    visit.expect_errors("ERR_FAILED", "Failed to load")
    page = visit.context().new_page()
    page.route("**/*.js*", lambda route: route.abort())
    page.goto(f"{served}/call/index.html?now={AFTER}")
    expect(page.locator(".workshop-stage")).to_contain_text("The workshop took place on")


# The call, and the day -------------------------------------------------------------------------


def test_a_call_has_the_time_that_is_left_and_the_readers_own_time(visit: Visit) -> None:
    page = visit(f"call/index.html?now={BEFORE}", timezone_id="Asia/Tokyo")
    detail = page.locator(".workshop-stage .workshop-detail")
    expect(detail).to_have_text("4 days, 23 hours left · 15 August 2023 at 20:59 in your time zone")
    page = visit("call/index.html", at="2023-08-15T10:28:30Z", timezone_id="Asia/Tokyo")
    expect(page.locator(".workshop-detail").first).to_contain_text("1 hour, 30 minutes left")
    page.clock.run_for("31:30")
    expect(page.locator(".workshop-stage .workshop-detail")).to_contain_text("59 minutes left")
    page.clock.run_for("01:00:00")
    expect(page.locator(".workshop-stage")).to_contain_text("The call is closed.")
    # And beside the controls of a list.
    page = visit("call/program/papers/index.html", at="2023-08-15T11:58:30Z")
    expect(page.locator(".workshop-stage")).to_contain_text("The call is open until")
    page.clock.run_for("02:00")
    expect(page.locator(".workshop-stage")).to_contain_text("The call is closed.")


def test_on_the_day_the_home_page_has_now_and_next_and_ones_own_program(visit: Visit) -> None:
    page = visit(f"day/index.html?now={ON_THE_DAY}")
    now = page.locator(".workshop-event .workshop-now")
    expect(now).to_contain_text("Now until 10:15: CLOVER")
    expect(now).to_contain_text("Next at 10:15: Waiting Herons")
    expect(now.get_by_role("link", name="My program (0)")).to_be_visible()
    expect(page.locator("li[aria-current=time] .workshop-title")).to_contain_text("CLOVER")
    now.get_by_role("link", name="CLOVER").click()
    page.wait_for_url("**/day/program/index.html#session-clover")
    page = visit("day/index.html?now=2023-10-19T20:00-05:00")  # the evening before
    expect(now).to_contain_text("Next on Friday, 20 October 2023, 08:30: Welcome")


def test_on_the_day_the_program_begins_with_what_is_on(visit: Visit) -> None:
    page = visit(f"day/program/index.html?now={ON_THE_DAY}")
    expect(page.locator(".workshop-now")).to_have_count(1)
    expect(page.locator(".workshop-now + .workshop-controls")).to_have_count(1)
    page.get_by_role("link", name="Jump to now").click()
    expect(page.locator("#session-clover")).to_be_in_viewport()
