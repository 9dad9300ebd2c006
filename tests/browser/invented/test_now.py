"""Now and next on the day, and the stage on the home page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from visits import Visit, go, wait_for_query

PROGRAM = "program/index.html"
HOLM, VALE, CLOVER = "session-keynote-holm", "session-keynote-vale", "session-clover"
NOTHING = "Nothing is on just now."


def ids(page: Page, selector: str) -> list[str]:
    found: list[str] = page.locator(selector).evaluate_all("all => all.map((item) => item.id)")
    return found


def running(page: Page) -> list[str]:
    return ids(page, "li[aria-current=time]")


def next_up(page: Page) -> list[str]:
    return ids(page, 'li:has(.workshop-mark:text-is("Next"))')


def at(page: Page, instant: str) -> None:
    """Set the clock, and let the page look at it as it does when its tab is shown again."""
    page.clock.set_fixed_time(instant)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


# The session that is on at a time of the day, and the one that is next.
DAY = {
    "00:00:00": (None, "session-welcome"),
    "08:29:59": (None, "session-welcome"),
    "08:30:00": ("session-welcome", HOLM),
    "08:44:59": ("session-welcome", HOLM),
    "08:45:00": (HOLM, "session-tea"),
    "09:45:00": ("session-tea", CLOVER),
    "10:05:00": (CLOVER, "session-heron"),
    "10:30:00": (None, VALE),
    "10:59:59": (None, VALE),
    "12:00:00": ("session-lunch", "session-barn-owl"),
    "13:29:59": ("session-bee-flow", "session-panel"),
    "14:30:00": (None, "session-posters"),
    "16:14:59": ("session-posters", None),
    "16:15:00": (None, None),
    "23:59:59": (None, None),
}


def test_the_running_session_and_the_next(visit: Visit) -> None:
    page = visit(PROGRAM, at="2023-10-19T23:59:59-05:00", timezone_id="Asia/Tokyo")
    bar, jump = page.locator(".workshop-now"), page.get_by_role("link", name="Jump to")
    expect(bar).to_be_hidden()
    assert running(page) + next_up(page) == []
    for clock, (now, next_) in DAY.items():
        at(page, f"2023-10-20T{clock}-05:00")
        expect(bar).to_be_visible()
        found = running(page), next_up(page)
        assert found == ([now] if now else [], [next_] if next_ else []), clock
        over = NOTHING if next_ else "The program is over."
        expect(bar).to_contain_text("Now until" if now else over)
        if target := now or next_:
            expect(jump).to_have_text("Jump to now" if now else "Jump to what is next")
            jump.click()
            expect(page.locator(f"#{target}")).to_be_in_viewport()
    at(page, "2023-10-21T00:00:00-05:00")
    expect(bar).to_be_hidden()
    assert running(page) + next_up(page) == []


def test_the_page_follows_the_clock_minute_by_minute_and_is_right_after_a_sleep(
    visit: Visit,
) -> None:
    page = visit(PROGRAM, at="2023-10-20T08:28:40-05:00")
    assert next_up(page) == ["session-welcome"]
    page.clock.run_for(79_000)
    assert running(page) == []
    page.clock.run_for(1_000)  # it is 08:30
    assert running(page) == ["session-welcome"]
    page.clock.run_for("15:00")
    assert running(page) == [HOLM]
    page.clock.set_fixed_time("2023-10-20T11:20:00-05:00")  # the time has gone on, no timer has run
    assert running(page) == [HOLM]
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert running(page) == [VALE]
    page.clock.set_fixed_time("2023-10-20T12:20:00-05:00")
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    assert running(page) == ["session-lunch"]


def test_the_line_speaks_when_sessions_change_and_only_then(visit: Visit) -> None:
    page = visit(PROGRAM, at="2023-10-20T08:55:00-05:00")
    expect(page.get_by_role("status").filter(has_text="Now until 09:45")).to_be_visible()
    page.evaluate(
        """() => {
        window.changes = 0;
        const count = () => { window.changes += 1; };
        const line = document.querySelector(".workshop-now");
        new MutationObserver(count).observe(line, { childList: true });
        }"""
    )
    page.clock.run_for("40:00")
    assert page.evaluate("changes") == 0
    page.clock.run_for("10:00")
    assert page.evaluate("changes") == 1


def test_marks_have_words_also_where_only_some_sessions_are_listed(visit: Visit) -> None:
    page = visit("index.html?now=2023-10-20T11:30-05:00")
    item = page.locator("li[aria-current=time]")
    expect(item.locator(".workshop-mark")).to_have_text("Now")
    expect(item).to_contain_text("Jon Vale")
    expect(page.locator(".workshop-mark")).to_have_count(1)  # what is next, a part cannot tell


@pytest.mark.parametrize(
    ("path", "instant"),
    # The first of a block, another, and one whose topics stand at the right.
    [(PROGRAM, "10:05"), (PROGRAM, "10:20"), ("index.html", "11:30")],
)
def test_what_is_on_keeps_its_height_and_leaves_its_star_free(
    visit: Visit, path: str, instant: str
) -> None:
    page = visit(f"{path}?now=2023-10-20T{instant}-05:00")
    item = page.locator("li[aria-current=time]")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        star = item.locator(".workshop-star").bounding_box()
        topics = item.locator(".workshop-topics").bounding_box()
        assert star
        assert topics
        is_beside = topics["x"] + topics["width"] <= star["x"]
        assert is_beside or topics["y"] >= star["y"] + star["height"]
    heights = item.evaluate(
        """item => ["time", null].map((current) => {
          item.ariaCurrent = current;
          return item.getBoundingClientRect().height;
        })"""
    )
    assert abs(heights[0] - heights[1]) < 2


def test_jump_to_now_shows_a_session_that_a_filter_hides(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?now=2023-10-20T10:05-05:00&kind=panel&view=mine")
    clover = page.locator(f"#{CLOVER}")
    expect(clover).to_be_hidden()
    page.get_by_role("link", name="Jump to now").click()
    expect(clover).to_be_in_viewport()
    wait_for_query(page, now="2023-10-20T10:05-05:00")


# What is on, and what is next in each room; a session that is cancelled is neither.
TWO_DAYS = {
    "01:59-05:00": (["lost-hour"], ["alpha", "dawn"]),
    "03:05-04:00": (["lost-hour", "alpha"], ["dawn"]),
    "03:40-04:00": (["alpha"], ["dawn"]),
}


def test_two_rooms_two_days_and_a_cancelled_session(visit: Visit) -> None:
    path = "/two-days/program/index.html?now=2022-03-13T"
    for clock, (now, next_) in TWO_DAYS.items():
        page = visit(f"{path}{clock}")
        assert running(page) == [f"session-{id}" for id in now], clock
        assert next_up(page) == [f"session-{id}" for id in next_], clock
    expect(page.locator("#session-snow .workshop-state")).to_have_text("Cancelled")
    go(page, f"{path}22:00-04:00")
    expect(page.locator(".workshop-now")).to_contain_text("Next on Monday, 14 March 2022, 09:00")


def test_the_set_clock_is_reported_and_can_be_left(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?now=2023-10-20T10:05-05:00")
    notice = page.locator(".workshop-notice")
    expect(notice).to_contain_text("clock is set to 2023-10-20 10:05-05:00 and stands still.")
    notice.get_by_role("button", name="Use the real time").click()
    expect(page.locator(".workshop-notice")).to_have_count(0)
    expect(page.locator(".workshop-now")).to_be_hidden()
    wait_for_query(page)


SENSELESS = (
    "2023-10-20T10:35",
    "2023-10-20",
    "tomorrow",
    "2022-13-45T99:99Z",
    "<script>alert(1)</script>",
    "\"'><svg onload=alert(1)>",
    "1" * 3_000,
)


def test_a_clock_that_makes_no_sense_changes_nothing(visit: Visit) -> None:
    page = visit(PROGRAM, at="2023-10-20T08:55:00-05:00")
    for now in SENSELESS:
        go(page, f"{PROGRAM}?now={now}")
        expect(page.locator(".workshop-notice")).to_contain_text("like 2022-07-22T10:35Z")
        expect(page.locator("article :is(script, svg)")).to_have_count(0)
        assert running(page) == [HOLM]


TODAY = "Today: the program is on, until 16:15 Central Time (UTC−5)."
NOTIFIED = "The call is closed. Author notification: 1 September 2023."
STAGES = {
    "index.html": {
        "2023-01-01T00:00:00Z": "The call is open until 14 August 2023, 23:59 AoE.",
        "2023-08-15T11:58:59Z": "The call is open until 14 August 2023, 23:59 AoE.",
        "2023-08-15T11:59:00Z": NOTIFIED,
        "2023-09-02T11:59:59Z": NOTIFIED,
        "2023-09-02T12:00:00Z": "Camera-ready deadline: 20 September 2023.",
        "2023-10-18T00:00:00Z": "The workshop takes place on Friday, 20 October 2023.",
        "2023-10-20T04:59:00Z": "The workshop takes place on Friday, 20 October 2023.",
        "2023-10-20T05:00:00Z": "Today: the program begins at 08:30 Central Time (UTC−5).",
        "2023-10-20T13:30:00Z": TODAY,
        "2023-10-20T21:14:00Z": TODAY,
        "2023-10-20T21:15:00Z": "The workshop took place on Friday, 20 October 2023.",
        "2031-01-01T00:00:00Z": "The workshop took place on Friday, 20 October 2023.",
    },
    "/two-days/index.html": {
        "2022-02-02T11:00:00Z": "The call is open until 1 February 2022, 23:59 AoE.",
        "2022-03-01T00:00:00Z": "The conference takes place from Sunday, 13 March 2022 to Monday, ",
        "2022-03-13T20:00:00Z": "The conference is on: see the program.",
        "2022-03-15T04:30:00Z": "took place from Sunday, 13 March 2022 to Monday, 14 March 2022.",
    },
}


@pytest.mark.parametrize("path", STAGES)
def test_the_stage_on_the_home_page(visit: Visit, path: str) -> None:
    page = visit(path, at="2022-01-01T00:00:00Z", timezone_id="America/Los_Angeles")
    for now, words in STAGES[path].items():
        at(page, now)
        expect(page.locator(".workshop-stage")).to_contain_text(words)


def test_the_stage_follows_the_clock_and_has_the_readers_time(visit: Visit) -> None:
    page = visit("index.html?zone=Asia/Tokyo", at="2023-08-15T11:58:30Z")
    stage = page.locator(".workshop-stage")
    expect(stage).to_contain_text("AoE (15 August 2023, 20:59, Tokyo).")
    page.clock.run_for(30_000)
    expect(stage).to_contain_text("The call is closed.")
