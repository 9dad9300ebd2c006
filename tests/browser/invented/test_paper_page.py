"""The page of a paper: what stands beside the text where there is room, and its rows of buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Page

    from visits import Visit

PAPER = "program/papers/hay-count.html"
ROWS = """() => [...document.querySelectorAll("article .workshop-links")].flatMap((links) => {
  const ends = {};
  for (const button of links.children) {
    const { top, right } = button.getBoundingClientRect();
    ends[Math.round(top)] = Math.max(ends[Math.round(top)] ?? 0, right);
  }
  return Object.values(ends).map((end) => links.getBoundingClientRect().right - end);
})"""


def box(page: Page, selector: str) -> FloatRect:
    found = page.locator(selector).bounding_box()
    assert found, selector
    return found


@pytest.mark.parametrize("width", [1280, 1920])
def test_related_papers_stand_beside_the_summary_where_there_is_room(
    visit: Visit, width: int
) -> None:
    page = visit(PAPER, viewport={"width": width, "height": 900})
    text, related = box(page, ".workshop-lede"), box(page, "section:has(> .workshop-related)")
    assert related["x"] > text["x"] + text["width"]
    assert related["y"] < text["y"] + text["height"]


@pytest.mark.parametrize("width", [360, 768])
def test_related_papers_come_last_where_there_is_none(visit: Visit, width: int) -> None:
    page = visit(PAPER, viewport={"width": width, "height": 900})
    related, cite = box(page, "section:has(> .workshop-related)"), box(page, ".workshop-bibtex")
    assert related["x"] <= cite["x"]
    assert related["y"] > cite["y"] + cite["height"]


def test_a_sidebar_leaves_the_text_its_width(visit: Visit) -> None:
    page = visit("/two-days/program/papers/alpha.html", viewport={"width": 1280, "height": 900})
    text, whole = box(page, ".workshop-lede"), box(page, "section:has(> header.workshop-paper)")
    assert whole["width"] < 1000
    assert text["width"] > whole["width"] * 0.6


@pytest.mark.parametrize("width", [320, 360])
def test_on_phones_buttons_fill_their_rows_and_are_as_high_as_a_finger(
    visit: Visit, width: int
) -> None:
    page = visit(PAPER, viewport={"width": width, "height": 740})
    page.locator(".workshop-star").wait_for()
    gaps = page.evaluate(ROWS)
    assert gaps
    assert max(map(abs, gaps)) < 1
    heights = page.locator("article .workshop-links > *:visible").evaluate_all(
        "all => all.map((it) => it.getBoundingClientRect().height)"
    )
    assert round(min(heights)) >= 44
