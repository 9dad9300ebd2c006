"""What long lists are like on a slow phone: loading, typing and choosing, scrolling.

Answers are measured as browsers measure them for all sites: from an input to the next picture that
follows from it, in steps of 8 ms (<https://www.w3.org/TR/event-timing/>).
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import mean
from typing import TYPE_CHECKING

from .loading import PHONE, browsed, open_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SLOWER = 4
"""How many times slower the phone is than this machine, as Lighthouse has it."""

LISTS = ("program/papers/index.html", "program/authors.html", "program/index.html")
_FIELDS = "#workshop-filters"
_TYPED = "net"
_DISTANCE, _SPEED = 20_000, 5_000  # px, px/s: a reader who flings the list

_OBSERVE = """window.answers = []; window.tasks = [];
new PerformanceObserver((list) => answers.push(...list.getEntries().map((e) => e.duration)))
  .observe({ type: "event", durationThreshold: 16 });
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration)))
  .observe({ type: "longtask", buffered: true });"""
_PAINTED = "() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))"
_FRAMES = """() => {
  window.frames_ = [];
  let last = performance.now();
  const next = (now) => { frames_.push(now - last); last = now; requestAnimationFrame(next); };
  requestAnimationFrame(next);
}"""


@dataclass(frozen=True, slots=True)
class Felt:
    """What one list is like; times in ms, None where it has no filters.

    Attributes:
        longest: the longest task while it loads.
        first, further: from a letter that is typed to the list that it leaves, the first time and
            the slowest later one.
        chosen: the same for a choice of a topic.
        frame, slowest: the mean and the longest time between two pictures while it is scrolled.
    """

    page: str
    elements: int
    longest: float
    first: float | None
    further: float | None
    chosen: float | None
    frame: float
    slowest: float


def felt(site: Path) -> Iterator[Felt]:
    """Yield what each list of a site is like."""
    with browsed(site, "site") as (browser, home):
        for name in LISTS:
            yield _felt(browser, home, name)


def _felt(browser: Browser, site: str, name: str) -> Felt:
    reader = browser.new_context(**PHONE)
    reader.add_init_script(_OBSERVE)
    page = reader.new_page()
    session = reader.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    open_page(page, site + name)
    longest = page.evaluate("Math.max(0, ...tasks)")
    first = further = chosen = None
    if page.locator(_FIELDS).count():
        page.locator("[aria-controls=workshop-filters]:visible").click()
        page.locator(f"{_FIELDS} input").focus()
        first, *later = [_answer(page, key) for key in _TYPED]
        further = max(later)
        page.locator(f"{_FIELDS} input").fill("")
        page.locator(f"{_FIELDS} select").first.focus()
        chosen = _answer(page, "ArrowDown")
        page.keyboard.press("ArrowUp")
        page.evaluate("scrollTo(0, 0)")
    page.evaluate(_PAINTED)
    page.evaluate(_FRAMES)
    session.send(
        "Input.synthesizeScrollGesture",
        {"x": 200, "y": 400, "yDistance": -_DISTANCE, "speed": _SPEED, "preventFling": True},
    )
    frames = page.evaluate("frames_")
    elements = page.evaluate("document.querySelectorAll('*').length")
    reader.close()
    return Felt(name, elements, longest, first, further, chosen, mean(frames), max(frames))


def _answer(page: Page, key: str) -> float:
    """Return how long the page took to answer a key; 0 is less than 16 ms."""
    page.evaluate("() => { answers.length = 0; }")
    page.keyboard.press(key)
    page.evaluate(_PAINTED)
    page.wait_for_timeout(500)  # entries come when the browser has time
    return float(page.evaluate("Math.max(0, ...answers)"))
