"""The summaries of papers in their list, which come when somebody asks for them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from one_day import PAPERS as WRITTEN
from visits import Visit

PAPERS = "program/papers/index.html"
DATA = "**/program/papers.json"


def toggle(page: Page, *, pressed: bool) -> Locator:
    return page.get_by_role("button", name="Summaries", pressed=pressed)


def summaries(page: Page) -> Locator:
    return page.locator(".workshop-papers > li > .workshop-summary:visible")


def test_each_paper_has_its_summary_once_asked_for_and_not_before(visit: Visit) -> None:
    page = visit(PAPERS)
    expect(summaries(page)).to_have_count(0)
    toggle(page, pressed=False).click()
    expect(summaries(page)).to_have_count(len(WRITTEN))
    toggle(page, pressed=True).click()
    expect(summaries(page)).to_have_count(0)


def test_on_phones_topics_come_with_the_summaries(visit: Visit) -> None:
    page = visit(PAPERS, viewport={"width": 360, "height": 780})
    topics = page.locator(".workshop-papers .workshop-topics:visible")
    expect(topics).to_have_count(0)
    toggle(page, pressed=False).click()
    expect(topics.first).to_be_visible()


def test_summaries_that_cannot_be_loaded_are_asked_for_again(visit: Visit) -> None:
    page = visit(PAPERS, fresh=True)
    visit.expect_errors("ERR_FAILED")
    page.route(DATA, lambda route: route.abort())
    toggle(page, pressed=False).click()
    notice = page.get_by_text("The summaries could not be loaded.")
    expect(notice).to_be_visible()
    page.unroute(DATA)
    toggle(page, pressed=False).click()
    expect(summaries(page)).to_have_count(len(WRITTEN))
    expect(notice).to_have_count(0)
