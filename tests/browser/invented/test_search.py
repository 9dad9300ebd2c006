"""The search: how it is opened and led by keys, and that it finds what one expects."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from searching import ANY_PAGE, field, hits, opened, status
from sphinx_workshop.core.casefold import casefold
from visits import Visit, has_no_overflow, wait_for_query

if TYPE_CHECKING:
    from playwright.sync_api import Route

# What a person expects among the first three: kind, and a part of the title.
EXPECTED = {
    "Medard": [("Person", "Basil Médard"), ("Paper", "Hay Bales Counted")],
    "Leski": [("Person", "Otto Łęski"), ("Paper", "BARN")],
    "Aelfric": [("Person", "Ælfrīc Söderqvist"), ("Paper", "Hay Bales Counted")],
    "hay bale": [("Paper", "Hay Bales Counted from Kites"), ("Paper", "Strong Hay Bales")],
    "germ": [("Topic", "How a seed decides"), ("Session", "Germination as a decision")],
    "Holm": [("Person", "Mira Holm"), ("Session", "What orchids hear")],
    "clover": [("Paper", "CLOVER"), ("Session", "CLOVER")],
    "meadows hedge map": [("Paper", "Maps of the Hedges of a Meadow")],
    "submission": [("Deadline", "Submission deadline")],
    "poster size": [("Page", "Size")],
    "61": [("Paper", "CLOVER")],
}


def test_a_query_finds_what_one_expects_among_the_first_three(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    first = page.locator(".site-search-hits > li:nth-child(-n + 3)")
    for words, found in EXPECTED.items():
        field(page).fill("")
        expect(hits(page)).to_have_count(0)
        page.keyboard.type(words)
        for kind, title in found:
            hit = first.filter(has=page.get_by_role("link", name=title))
            expect(hit.filter(has=page.get_by_text(kind, exact=True)), words).to_have_count(1)


@pytest.mark.parametrize("way", ["Control+k", "/", "button"])
def test_the_search_opens_by_keys_and_by_its_button(visit: Visit, way: str) -> None:
    page = visit(ANY_PAGE)
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog).to_be_hidden()
    if way == "button":
        page.get_by_role("link", name="Search").first.click()
    else:
        page.keyboard.press(way)
    expect(dialog).to_be_visible()
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")

    page.keyboard.type("hay/wave")  # here, a slash is a letter
    expect(field(page)).to_have_value("hay/wave")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_the_keyboard_leads_from_the_query_to_the_object(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    page.keyboard.insert_text("soderqvist")
    expect(hits(page)).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(0).get_by_role("link")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/program/authors.html#person-aelfric-soderqvist")
    expect(page.locator(":target")).to_contain_text("Söderqvist, Ælfrīc")


def test_a_hit_on_the_same_page_closes_the_search(visit: Visit) -> None:
    page = opened(visit("program/authors.html"))
    page.keyboard.insert_text("soderqvist")
    expect(hits(page)).to_have_count(2)
    hits(page).first.get_by_role("link").click()
    expect(page.get_by_role("dialog", name="Search")).to_be_hidden()
    expect(page.locator(":target")).to_be_in_viewport()


def test_enter_opens_the_first_hit_as_soon_as_it_is_known(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    page.keyboard.insert_text("soderqvist")
    page.keyboard.press("Enter")
    page.wait_for_url("**/program/authors.html#person-aelfric-soderqvist")
    expect(page.get_by_role("dialog", name="Search")).to_be_hidden()


def test_enter_opens_the_first_hit_even_if_another_search_begins(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE, fresh=True))
    held: list[Route] = []
    page.route("**/words-*", partial(list.append, held))
    page.keyboard.insert_text("soderqvist")
    with page.expect_request("**/words-*"):
        page.keyboard.press("Enter")
    page.keyboard.press("Control+k")  # searches again
    for route in held:
        route.continue_()
    page.wait_for_url("**/program/authors.html#person-aelfric-soderqvist")


def test_enter_opens_nothing_where_nothing_is_found(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    page.keyboard.insert_text("zzzz")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("Nothing found")
    assert page.url.endswith(ANY_PAGE)


def test_a_link_leads_to_the_results_as_a_page(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    link = page.get_by_role("link", name="As a page")
    expect(link).to_be_hidden()
    page.keyboard.insert_text("strong & hay")
    page.get_by_role("radio", name="Paper").check(force=True)
    expect(hits(page).locator(".site-search-kind")).to_have_text("Paper")
    link.click()
    wait_for_query(page, q="strong & hay", kind="Paper")
    expect(field(page)).to_have_value("strong & hay")
    expect(page.get_by_role("radio", name="Paper")).to_be_checked()
    expect(hits(page).first).to_contain_text("Paper")
    expect(link).to_be_hidden()


@pytest.mark.parametrize("way", ["Control+k", "button"])
def test_focus_returns_where_it_was(visit: Visit, way: str) -> None:
    page = visit(ANY_PAGE)
    start = page.get_by_role("link", name="Search").first
    if way == "button":
        start.press("Enter")
    else:
        start = page.get_by_role("link", name="Program").first
        start.focus()
        page.keyboard.press(way)
    expect(field(page)).to_be_focused()
    page.keyboard.insert_text("clover")
    expect(hits(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(start).to_be_focused()


def test_a_page_that_is_nowhere_can_be_searched_too(visit: Visit) -> None:
    page = visit("404.html")
    page.evaluate("history.replaceState(null, '', '/one-day/no/such/page')")
    opened(page).keyboard.insert_text("holm")
    expect(hits(page).first).to_contain_text("Holm")
    hits(page).first.get_by_role("link").click()
    page.wait_for_url("**/one-day/program/speakers.html#person-mira-holm")


def test_the_search_fits_into_every_width(visit: Visit) -> None:
    page = visit("search.html?q=germination")
    expect(hits(page).first).to_be_visible()
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        assert has_no_overflow(page), width
    page = opened(visit(ANY_PAGE))
    page.keyboard.insert_text("germination")
    expect(hits(page).first).to_be_visible()
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        assert has_no_overflow(page), width
        form = page.get_by_role("search")
        assert form.evaluate("form => form.scrollWidth <= form.clientWidth"), width


def test_browser_and_builder_fold_words_alike(visit: Visit) -> None:
    words = "Łukasz Børge Straße Ægir Œuvre ĐĦŦŊı Médard ﬁeld ² Å Ὀδυσσεύς 中文 don’t naïve"
    page = visit("search.html")
    assert page.evaluate(
        "async words => (await import('./_static/workshop/scripts/fold.js')).fold(words)", words
    ) == casefold(words)
