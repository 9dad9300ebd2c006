"""The list of papers: an item opens by a click anywhere, and the tools over it stay in reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from visits import look

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from visits import Visit

PAPERS = "program/papers/index.html"
HAY = "li.workshop-paper[data-object='paper:hay-count']"
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}

WIDTHS = (320, 360, 768, 900, 1280)
SCREEN = 660
"""Pixels of height: so few that a list goes on below the window, enough for the tools to stay."""


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("place", [".workshop-number", ".workshop-title", ".workshop-names"])
def test_a_click_anywhere_on_a_paper_opens_it(visit: Visit, width: int, place: str) -> None:
    page = visit(PAPERS, viewport={"width": width, "height": 740})
    expect(page.locator(f"{HAY} .workshop-star")).to_be_visible()
    box = page.locator(HAY).locator(place).bounding_box()
    assert box
    page.locator(HAY).scroll_into_view_if_needed()
    page.locator(HAY).locator(place).click(force=True, position={"x": 3, "y": box["height"] - 3})
    page.wait_for_url("**/hay-count.html")


@pytest.mark.parametrize("text", [".workshop-names", ".workshop-summary"])
def test_names_and_summaries_can_be_selected_with_the_mouse(visit: Visit, text: str) -> None:
    page = visit(PAPERS)
    page.get_by_role("button", name="Summaries").click()
    expect(page.locator(HAY).locator(".workshop-summary")).to_be_visible()
    words = page.locator(HAY).locator(text)
    box = words.bounding_box()
    assert box
    page.mouse.move(box["x"] + 1, box["y"] + 6)
    page.mouse.down()
    page.mouse.move(box["x"] + 80, box["y"] + 6, steps=4)
    page.mouse.up()
    selected = page.evaluate("getSelection().toString()")
    assert len(selected) > 3
    assert selected in (words.text_content() or "")
    assert page.url.endswith(PAPERS)  # the paper is opened by a click alone


def test_with_a_key_held_down_a_click_on_names_opens_the_paper_in_a_tab(visit: Visit) -> None:
    page = visit(PAPERS)
    with page.context.expect_page() as opened:
        page.locator(f"{HAY} .workshop-names").click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url("**/hay-count.html")
    opened.value.close()
    assert page.url.endswith(PAPERS)


def test_links_and_the_star_of_a_paper_do_what_they_say(visit: Visit) -> None:
    page = visit(PAPERS)
    star = page.locator(f"{HAY} .workshop-star")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    page.locator(f"{HAY} .workshop-topics a").first.click()
    page.wait_for_url("**/topics/*.html")


def test_without_scripts_a_click_anywhere_opens_a_paper(visit: Visit) -> None:
    page = visit(PAPERS, java_script_enabled=False)
    page.locator(f"{HAY} .workshop-names").click(force=True)
    page.wait_for_url("**/hay-count.html")


def test_a_paper_takes_few_lines_of_a_phone(visit: Visit) -> None:
    page = visit(PAPERS, **PHONE)
    expect(page.locator(".workshop-star").first).to_be_visible()
    items = page.locator("li.workshop-paper")
    heights = items.evaluate_all("all => all.map((it) => it.getBoundingClientRect().height)")
    assert len(heights) > 5
    assert sum(heights) / len(heights) < 110  # of which two lines are the title's, two the authors'


# Tools that stay -------------------------------------------------------------------------------


def tools(page: Page) -> Locator:
    return page.locator(".workshop-controls")


def at_the_end(page: Page) -> None:
    expect(page.locator(".workshop-star").first).to_be_attached()
    page.locator("li.workshop-paper").last.scroll_into_view_if_needed()
    page.wait_for_function("scrollY > 200")


TOOL_IS_ON_TOP = """() => {
  const tools = document.querySelector(".workshop-controls");
  const button = [...tools.querySelectorAll("a, button")].find((it) => it.checkVisibility());
  const { x, y, width, height } = button.getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2) === button;
}"""


def test_the_tools_stay_in_reach_below_the_header(visit: Visit) -> None:
    page = visit(PAPERS)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": SCREEN})
        at_the_end(page)
        box, header = tools(page).bounding_box(), page.locator(".bd-header").bounding_box()
        assert box
        assert header
        assert header["y"] + header["height"] <= box["y"] + 1, width
        assert box["y"] + box["height"] < SCREEN / 2, width
        assert page.evaluate(TOOL_IS_ON_TOP), width


def test_on_a_low_screen_the_tools_leave_the_room_to_the_papers(visit: Visit) -> None:
    page = visit(PAPERS, viewport={"width": 740, "height": 360})
    at_the_end(page)
    expect(tools(page)).not_to_be_in_viewport()


FOCUS_FROM_TOOLS = """() => document.activeElement.getBoundingClientRect().top
  - document.querySelector(".workshop-controls").getBoundingClientRect().bottom"""


@pytest.mark.parametrize("width", WIDTHS)
def test_what_has_the_focus_is_never_below_the_tools(visit: Visit, width: int) -> None:
    page = visit(PAPERS, viewport={"width": width, "height": SCREEN})
    unfold = page.get_by_role("button", name="Filter")
    for _ in range(2 if unfold.is_visible() else 1):
        at_the_end(page)
        page.locator("li.workshop-paper .workshop-title a").last.focus()
        for _ in range(page.locator("li.workshop-paper").count() - 1):
            page.keyboard.press("Shift+Tab")
            assert page.evaluate(FOCUS_FROM_TOOLS) >= 0
        if unfold.is_visible():
            unfold.click()


def test_nothing_of_the_tools_covers_what_is_printed(visit: Visit) -> None:
    page = visit(PAPERS)
    look(page, media="print")
    expect(tools(page)).to_be_hidden()
