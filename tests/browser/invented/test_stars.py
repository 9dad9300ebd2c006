"""Stars, and the browser's memory: shared by tabs, full, blocked, or holding rubbish."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from page_checks import covered_words
from visits import Visit, go, stored

PROGRAM = "program/index.html"
PAPERS = "program/papers/index.html"
TOPIC = "call-for-papers/topics/sight.html"
CLOVER = "CLOVER: Counting Leaves over Verges Every Rainy Season"

KEY = "/one-day/stars.v1"

BLOCKED = """
Object.defineProperty(window, "localStorage", {
  get() {
    if (location.pathname.endsWith(".html")) throw new DOMException("denied", "SecurityError");
  },
});
"""
FULL = """
{
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
}
"""
RUBBISH = [
    "{",
    "null",
    "[]",
    '"words"',
    "17",
    "",
    '{"session:clover": 3}',
    '{"person:someone": "Someone"}',
    '{"__proto__": {"a": "b"}}',
    '[["session:clover", "CLOVER"]]',
    "<script>alert(1)</script>",
]


def star(page: Page, id: str) -> Locator:
    return page.locator(f"[data-object='{id}'] .workshop-star")


def starred(page: Page) -> dict[str, str]:
    found: dict[str, str] = json.loads(stored(page, KEY) or "{}")
    return found


def pressed(value: bool) -> dict[str, Any]:
    return {"name": "aria-pressed", "value": str(value).lower()}


def test_a_star_says_what_it_is_on_and_whether_it_is_set(visit: Visit) -> None:
    page = visit(PROGRAM)
    toggle = page.get_by_role("button", name=f"Star: {CLOVER}")
    expect(toggle).to_have_attribute(**pressed(False))
    toggle.click()
    expect(toggle).to_have_attribute(**pressed(True))
    expect(toggle).to_be_focused()
    assert list(starred(page)) == ["session:clover"]
    assert starred(page)["session:clover"].startswith(CLOVER)
    toggle.press("Space")
    expect(toggle).to_have_attribute(**pressed(False))
    assert starred(page) == {}


def test_every_session_but_breaks_and_every_paper_has_one_star_that_covers_no_words(
    visit: Visit,
) -> None:
    quiet = ".workshop-session:is([data-kind=break], [data-kind=intro])"
    for path in (PROGRAM, PAPERS, "index.html", TOPIC):
        page = visit(path)
        items = page.locator(f"li:is(.workshop-session, .workshop-paper):not({quiet})")
        for star in items.locator(".workshop-star").all():
            expect(star).to_be_visible()
        counts = items.evaluate_all(
            "all => all.map((it) => it.querySelectorAll('.workshop-star').length)"
        )
        assert counts == [1] * items.count() != [], path
        expect(page.locator(f"{quiet} .workshop-star")).to_have_count(0)
        for width in (320, 360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert covered_words(page) == [], (path, width)


def test_a_papers_own_page_has_a_star_and_the_way_to_the_program(visit: Visit) -> None:
    page = visit("program/papers/hay-count.html")
    toggle = page.get_by_role("button", name="Star: Hay Bales Counted from Kites")
    toggle.click()
    expect(toggle).to_have_attribute(**pressed(True))
    assert starred(page)["paper:hay-count"].startswith("Hay Bales Counted")
    page.get_by_role("link", name="My program (1)").click()
    expect(page.get_by_role("heading", name="Papers")).to_be_visible()
    expect(page.get_by_role("link", name="Hay Bales Counted")).to_be_visible()


def test_a_talk_and_its_paper_have_one_star(visit: Visit) -> None:
    page = visit(PROGRAM)
    star(page, "session:clover").click()
    go(page, PAPERS)
    expect(star(page, "paper:clover")).to_have_attribute(**pressed(True))
    star(page, "paper:clover").click()
    assert starred(page) == {}
    star(page, "paper:heron").click()
    go(page, PROGRAM)
    expect(star(page, "session:heron")).to_have_attribute(**pressed(True))


def test_two_tabs_stay_in_step(visit: Visit) -> None:
    context = visit.context()
    one, other = visit(PROGRAM, context=context), visit(f"{PROGRAM}?view=mine", context=context)
    star(one, "session:clover").click()
    expect(star(other, "session:clover")).to_have_attribute(**pressed(True))
    expect(other.locator("#session-clover")).to_be_visible()
    star(other, "session:clover").click()
    expect(star(one, "session:clover")).to_have_attribute(**pressed(False))
    expect(one.get_by_role("link", name="My program (0)")).to_be_visible()


def test_a_tab_that_has_slept_loses_no_star_of_another(visit: Visit) -> None:
    context = visit.context()
    deaf = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true);"
    one, other = visit(PROGRAM, context=context, first=deaf), visit(PROGRAM, context=context)
    star(other, "session:clover").click()
    # A browser takes a while to bring what one tab stores to another tab's process.
    one.wait_for_function("(key) => localStorage[key]?.includes('session:clover')", arg=KEY)
    expect(star(one, "session:clover")).to_have_attribute(**pressed(False))  # it sleeps
    star(one, "session:panel").click()
    assert set(starred(one)) == {"session:clover", "session:panel"}


def test_a_page_that_one_goes_back_to_or_loads_anew_has_the_stars_of_today(visit: Visit) -> None:
    page = visit(PROGRAM)
    page.evaluate(
        """(key) => {
        localStorage.setItem(key, '{"session:panel": "Panel"}');
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }""",
        KEY,
    )
    expect(star(page, "session:panel")).to_have_attribute(**pressed(True))
    go(page, PROGRAM)
    expect(star(page, "session:panel")).to_have_attribute(**pressed(True))


def test_rubbish_is_reported_and_never_overwritten(visit: Visit) -> None:
    for rubbish in RUBBISH:
        page = visit(PROGRAM, memory={KEY: rubbish})
        notice = page.locator(".workshop-notice")
        expect(notice, rubbish).to_contain_text(
            "The stars stored here cannot be read. They are left as they are."
        )

    star(page, "session:clover").click()
    expect(star(page, "session:clover")).to_have_attribute(**pressed(True))
    assert stored(page, KEY) == rubbish
    page.get_by_role("link", name="My program (1)").click()
    expect(page.locator("#session-clover")).to_be_visible()
    assert stored(page, KEY) == rubbish
    notice.get_by_role("button", name="Discard them").click()
    assert list(starred(page)) == ["session:clover"]
    star(page, "session:panel").first.evaluate("(button) => button.click()")
    assert len(starred(page)) == 2


def test_a_full_memory_is_reported_and_the_page_works(visit: Visit) -> None:
    page = visit(PROGRAM, fresh=True)
    star(page, "session:panel").click()
    before = stored(page, KEY)
    page.evaluate("() => " + FULL)
    star(page, "session:clover").press("Enter")
    notice = page.locator(".workshop-notice")
    expect(notice).to_contain_text(
        "storage for this site is full. New stars last only until you leave this page."
    )
    expect(star(page, "session:clover")).to_have_attribute(**pressed(True))
    notice.get_by_role("button", name="Close").press("Enter")
    expect(notice).to_have_count(0)
    expect(star(page, "session:clover")).to_be_focused()
    page.get_by_role("link", name="My program (2)").click()
    expect(page.locator(".workshop-session:visible")).to_have_count(2)
    assert stored(page, KEY) == before


def test_a_memory_that_is_really_full(visit: Visit) -> None:
    page = visit(PROGRAM, fresh=True)
    page.evaluate(
        """() => {
        for (let size = 2 ** 22; size >= 1; size /= 2) {
          try {
            for (let n = 0; n < 8; n += 1) localStorage[`fill-${size}-${n}`] = "x".repeat(size);
          } catch { /* as much as there is room for */ }
        }
        }"""
    )
    star(page, "session:clover").click()
    expect(page.locator(".workshop-notice")).to_contain_text("full")
    page.evaluate(
        """() => {
        for (const key of Object.keys(localStorage)) {
          if (key.startsWith("fill")) localStorage.removeItem(key);
        }
        }"""
    )
    star(page, "session:panel").click()
    expect(page.locator(".workshop-notice")).to_have_count(0)
    assert set(starred(page)) == {"session:clover", "session:panel"}


def test_a_blocked_memory_is_reported_and_the_page_works(visit: Visit) -> None:
    visit.expect_errors("denied", "theme mode")  # the theme reads its own settings there
    page = visit(PROGRAM, first=BLOCKED)
    expect(page.locator(".workshop-notice")).to_have_count(0)  # nothing is lost yet
    star(page, "session:clover").click()
    expect(page.locator(".workshop-notice")).to_contain_text(
        "This browser keeps nothing for this site. New stars last only until you leave this page."
    )
    page.get_by_label("Times").select_option("Asia/Tokyo")
    expect(page.locator("#session-clover .workshop-local")).to_have_text("00:00–00:15 +1 day")
    page.get_by_role("link", name="My program (1)").click()
    expect(page.locator(".workshop-session:visible")).to_have_count(1)
