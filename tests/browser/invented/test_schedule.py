"""The schedule: short talks and parts of blocks as lists, and one stop of the Tab key a session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

import two_days as two
from axe import serve
from invented_sites import TWO_DAYS, build_invented
from one_day import TALKS
from visits import Visit, go

PROGRAM = "program/index.html"

BLOCK = """\
# Program

::::::{schedule} 2022-03-13

:::::{session} Flashes
:id: flashes
:time: 09:00-10:00
:kind: panel
:::::

:::::{session} One flash
:id: one
:time: 09:00-09:05
:block: flashes
:::::

:::::{session} Another flash
:id: another
:time: 09:05-09:10
:block: flashes
:::::

:::::{session} A talk
:id: talk
:time: 10:00-10:30
:::::

::::::
"""


@pytest.fixture(scope="session")
def with_block(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a program with a block of two parts."""
    files = two.FILES | {"program/index.md": BLOCK}
    site = build_invented(tmp_path_factory.mktemp("block"), files, TWO_DAYS)
    with serve({"block": site}) as address:
        yield f"{address}/block/{PROGRAM}"


def height(item: Locator) -> float:
    box = item.bounding_box()
    assert box
    return box["height"]


def size(item: Locator) -> float:
    return float(item.evaluate("(it) => parseFloat(getComputedStyle(it).fontSize)"))


def shows(item: Locator) -> bool:
    """Return whether an element is seen: what only screen readers read is a point."""
    box = item.bounding_box()
    return box is not None and box["width"] > 1 and box["height"] > 1


def test_short_talks_one_after_another_are_one_list_under_one_label(visit: Visit) -> None:
    page = visit(PROGRAM, viewport={"width": 1280, "height": 800})
    first, second = (page.locator(f"#session-{id}") for id in TALKS[:2])
    assert shows(first.locator(".workshop-label"))
    assert not shows(second.locator(".workshop-label"))
    expect(second.locator(".workshop-label")).to_contain_text("Spotlight")  # as is read aloud
    assert height(second) < 0.8 * height(page.locator("#session-keynote-holm"))
    page.get_by_label("Find").fill("herons")  # it is left alone
    expect(page.locator(".workshop-session:visible")).to_have_count(1)
    assert shows(second.locator(".workshop-label"))


def test_the_parts_of_a_block_are_a_list_under_it(visit: Visit, with_block: str) -> None:
    page = visit(PROGRAM, fresh=True, viewport={"width": 1280, "height": 800})
    go(page, with_block)
    parts = page.locator("[data-block]")
    expect(parts).to_have_count(2)
    for part in parts.all():
        assert not shows(part.locator(".workshop-label"))
        assert not shows(part.get_by_text("Part of"))
        assert height(part) < 0.8 * height(page.locator("#session-talk"))
        assert size(part.locator(".workshop-title")) < size(
            page.locator("#session-talk .workshop-title")
        )


BOXES = """all => all.map((item) => {
  const edges = (name) => item.querySelector(name)?.getBoundingClientRect();
  const names = [".workshop-title", ".workshop-speakers", ".workshop-topics", ".workshop-add"];
  return [...names, ".workshop-topics li"].map(edges);
})"""
NO_CALENDARS = "document.querySelectorAll('.workshop-add').forEach((it) => it.remove())"


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_speakers_stand_under_the_title_and_topics_at_the_right_where_there_is_room(
    visit: Visit, width: int
) -> None:
    page = visit(PROGRAM, viewport={"width": width, "height": 800})
    items = page.locator(".workshop-session:has(.workshop-speakers):has(.workshop-topics)")
    with_calendars = items.evaluate_all(BOXES)
    page.evaluate(NO_CALENDARS)  # as after the event
    boxes = items.evaluate_all(BOXES)
    assert boxes
    for title, speakers, topics, add, topic in [*with_calendars, *boxes]:
        assert speakers["left"] == title["left"]
        assert speakers["top"] >= title["bottom"]
        if add and topics["right"] > add["left"]:
            assert topics["top"] >= add["bottom"] or topics["bottom"] <= add["top"]
        if add:  # the first topic begins the line, or follows the speakers there
            assert topic["left"] == title["left"] or 0 <= topic["left"] - speakers["right"] < 20
    if width == 1280:
        for title, speakers, topics, _add, _topic in boxes:
            assert topics["left"] > max(title["right"], speakers["right"])


def stops(page: Page) -> list[str]:
    """Press Tab from the first session on; return the sessions in which it stops, in order."""
    page.locator(".workshop-count").evaluate(
        "(it) => { it.tabIndex = -1; it.focus(); it.removeAttribute('tabindex'); }"
    )
    found: list[str] = []
    while True:
        page.keyboard.press("Tab")
        inside = page.evaluate("document.activeElement.closest('.workshop-session')?.id")
        if not inside:
            return found
        found.append(str(inside))


def test_the_tab_key_stops_once_in_a_session(visit: Visit) -> None:
    page = visit(PROGRAM)
    found = stops(page)
    assert len(found) == len(set(found))
    with_links = page.locator(".workshop-session:has(a, button)")
    assert found == with_links.evaluate_all("all => all.map((it) => it.id)")


def test_the_arrow_keys_lead_to_all_that_is_in_a_session_which_shows_it(visit: Visit) -> None:
    page = visit(PROGRAM)
    item = page.locator(f"#session-{TALKS[0]}")
    hint = "(it) => getComputedStyle(it, '::after').content"
    assert item.locator(".workshop-time").evaluate(hint) == "none"
    inside = item.locator("a:visible, button:visible")
    assert inside.count() > 3
    inside.first.focus()
    for stop in inside.all():
        expect(stop).to_be_focused()
        page.keyboard.press("ArrowRight")
    expect(inside.last).to_be_focused()
    assert "→" in item.locator(".workshop-time").evaluate(hint)
    page.keyboard.press("ArrowLeft")
    expect(inside.nth(-2)).to_be_focused()


def test_without_scripts_the_tab_key_leads_to_every_link(visit: Visit) -> None:
    page = visit(PROGRAM, java_script_enabled=False)
    assert page.locator(".workshop-session [tabindex]").count() == 0
