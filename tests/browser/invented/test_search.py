"""The search: how it is opened and led by keys, and that it finds what one expects."""

from __future__ import annotations

from functools import partial

from playwright.sync_api import Route, expect

from searching import ANY_PAGE, field, hits, lists, opened, status
from sphinx_workshop.core.casefold import casefold
from visits import OBSERVE, SHIFT, Visit, has_no_overflow, wait, wait_for_query

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
        page.keyboard.insert_text(words)
        for kind, title in found:
            hit = first.filter(has=page.get_by_role("link", name=title))
            expect(hit.filter(has=page.get_by_text(kind, exact=True)), words).to_have_count(1)


def test_the_search_opens_by_keys_and_by_its_button_and_gives_the_focus_back(visit: Visit) -> None:
    page = visit(ANY_PAGE)
    dialog = page.get_by_role("dialog", name="Search")
    button, other = (page.get_by_role("link", name=name).first for name in ("Search", "Program"))
    for key, start in (("Control+k", other), ("/", other), ("Enter", button)):
        expect(dialog).to_be_hidden()
        start.press(key)
        expect(dialog).to_be_visible()
        expect(field(page)).to_be_focused()
        page.keyboard.type("hay/wave")  # in place of what was there; here, a slash is a letter
        expect(field(page)).to_have_value("hay/wave")
        field(page).fill("clover")
        expect(hits(page).first).to_contain_text("CLOVER")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        expect(start).to_be_focused()


def test_the_keyboard_leads_from_the_query_to_the_object_here_and_elsewhere(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    page.keyboard.insert_text("soderqvist")
    expect(hits(page)).to_have_count(2)
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    expect(hits(page).nth(1).get_by_role("link")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(0).get_by_role("link")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/program/authors.html#person-aelfric-soderqvist")
    expect(page.locator(":target")).to_contain_text("Söderqvist, Ælfrīc")
    wait(page)
    opened(page).keyboard.insert_text("soderqvist")
    expect(hits(page)).to_have_count(2)
    hits(page).first.get_by_role("link").click()
    expect(page.get_by_role("dialog", name="Search")).to_be_hidden()
    expect(page.locator(":target")).to_be_in_viewport()


def test_enter_opens_the_first_hit_as_soon_as_it_is_known_and_nothing_if_there_is_none(
    visit: Visit,
) -> None:
    page = opened(visit(ANY_PAGE))
    page.keyboard.type("zzzz")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("Nothing found for “zzzz”.")
    expect(lists(page)).to_have_text(["All papers", "Topics", "Authors", "Program"])
    assert page.url.endswith(ANY_PAGE)
    field(page).fill("soderqvist")
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


def test_a_link_leads_to_the_same_results_as_a_page(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    link = page.get_by_role("link", name="As a page")
    expect(link).to_be_hidden()
    page.keyboard.insert_text("strong & hay")
    page.get_by_role("radio", name="Paper").check(force=True)
    expect(hits(page).locator(".site-search-kind")).to_have_text("Paper")
    shown = hits(page).all_inner_texts()
    link.click()
    wait_for_query(page, q="strong & hay", kind="Paper")
    expect(field(page)).to_have_value("strong & hay")
    expect(page.get_by_role("radio", name="Paper")).to_be_checked()
    expect(hits(page)).to_have_count(len(shown))
    assert hits(page).all_inner_texts() == shown
    expect(link).to_be_hidden()


def test_nothing_moves_on_the_page_of_results_when_they_come(visit: Visit) -> None:
    for width in (360, 1280):
        size = {"width": width, "height": 740}
        page = visit("search.html?q=hay", first=OBSERVE, viewport=size)
        expect(hits(page).first).to_be_visible()
        assert page.evaluate(SHIFT) == 0, width


def test_a_page_that_is_nowhere_can_be_searched_too(visit: Visit) -> None:
    page = visit("404.html")
    page.evaluate("history.replaceState(null, '', '/one-day/no/such/page')")
    opened(page).keyboard.insert_text("holm")
    expect(hits(page).first).to_contain_text("Holm")
    hits(page).first.get_by_role("link").click()
    page.wait_for_url("**/one-day/program/speakers.html#person-mira-holm")


def test_the_search_fits_into_every_width(visit: Visit) -> None:
    for path in ("search.html?q=germination", ANY_PAGE):
        page = visit(path)
        if path == ANY_PAGE:
            opened(page).keyboard.insert_text("germination")
        expect(hits(page).first).to_be_visible()
        form = page.locator("dialog[open] form")
        for width in (320, 360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 700})
            assert has_no_overflow(page), (path, width)
            fits = "all => all.every((form) => form.scrollWidth <= form.clientWidth)"
            assert form.evaluate_all(fits), width


def test_on_a_phone_the_number_of_results_has_a_line_of_its_own(visit: Visit) -> None:
    page = visit("search.html?q=hay", viewport={"width": 360, "height": 740})
    status = page.locator(".site-search-status")
    expect(status).not_to_be_empty()
    said, topics = status.bounding_box(), page.locator(".site-search-line select").bounding_box()
    assert said
    assert topics
    assert said["y"] + said["height"] <= topics["y"]


def test_browser_and_builder_fold_words_alike(visit: Visit) -> None:
    words = "Łukasz Børge Straße Ægir Œuvre ĐĦŦŊı Médard ﬁeld ² Å Ὀδυσσεύς 中文 don’t naïve"
    page = visit("search.html")
    assert page.evaluate(
        "async words => (await import('./_static/workshop/scripts/fold.js')).fold(words)", words
    ) == casefold(words)
