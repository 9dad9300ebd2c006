"""The search, as readers use it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from one_day import TOPICS
from searching import field, hits, lists, opened, status
from sphinx_workshop.core.casefold import casefold
from visits import Visit, has_no_overflow, wait, wait_for_query

if TYPE_CHECKING:
    from playwright.sync_api import Route

HOME = "index.html"
ANY_PAGE = "about/index.html"
PIECES = re.compile(r"search-(index|panel)")

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


@pytest.fixture
def page(open_context: Any) -> Page:
    """Return a page that has gone nowhere yet, and may complain."""
    blank: Page = open_context().new_page()
    return blank


@pytest.mark.parametrize("words", EXPECTED)
def test_a_query_finds_what_one_expects_among_the_first_three(visit: Visit, words: str) -> None:
    page = opened(visit(ANY_PAGE))
    page.keyboard.type(words)
    for kind, title in EXPECTED[words]:
        first = page.locator(".site-search-hits > li:nth-child(-n + 3)")
        hit = first.filter(has=page.get_by_role("link", name=title))
        expect(hit.filter(has=page.get_by_text(kind, exact=True))).to_have_count(1)


@pytest.mark.parametrize(
    "path", [HOME, ANY_PAGE, "program/papers/clover.html", "program/index.html"]
)
def test_nothing_is_loaded_before_the_search_is_opened(page: Page, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path)
    wait(page)
    assert asked
    assert not [url for url in asked if PIECES.search(url)]

    opened(page)
    expect(page.get_by_role("radio").first).to_be_attached()
    assert [url for url in asked if PIECES.search(url)]


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
    expect(page.locator(":target")).to_contain_text("Ælfrīc Söderqvist")


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


def test_kinds_without_hits_are_hidden(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    kinds = page.locator(".site-search-kinds label:visible")
    page.keyboard.insert_text("soderqvist")
    expect(kinds).to_have_text(["All 2", "Paper 1", "Person 1"])
    page.get_by_role("radio", name="Paper").check(force=True)
    field(page).fill("holm")
    expect(kinds).to_contain_text(["All", "Paper 0", "Person", "Session"])  # what is set is seen


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


def test_an_address_gives_the_same_results_as_typing(visit: Visit) -> None:
    typed = opened(visit(ANY_PAGE))
    typed.keyboard.insert_text("hay")
    expect(status(typed)).to_have_text(re.compile(r"\d+ results"))
    shown = hits(typed).all_inner_texts()
    page = visit("search.html?q=hay")
    expect(hits(page)).to_have_count(len(shown))
    assert hits(page).all_inner_texts() == shown


def test_the_address_follows_the_search(visit: Visit) -> None:
    page = visit("search.html")
    field(page).fill("germinat")
    page.get_by_label("Only of the topic").select_option("Germination")
    page.get_by_role("radio", name="Paper").check(force=True)
    expect(hits(page).first).to_be_visible()
    wait_for_query(page, q="germinat", kind="Paper", topic="Germination")
    shown = hits(page).all_inner_texts()
    page.reload()
    expect(hits(page)).to_have_count(len(shown))
    assert hits(page).all_inner_texts() == shown


def test_kind_and_topic_filter_and_tell_how_many(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    page.keyboard.insert_text("hay")
    expect(status(page)).to_have_text(re.compile(r"\d+ results"))
    papers = page.get_by_text(re.compile(r"^Paper \d+$"))
    number = int((papers.text_content() or "").split()[1])
    page.get_by_role("radio", name="Paper").check(force=True)
    expect(status(page)).to_have_text(f"{number} results")
    expect(hits(page).locator(".site-search-kind")).to_have_text(["Paper"] * number)

    page.get_by_label("Only of the topic").select_option("Weather")
    expect(hits(page).first).to_be_visible()
    assert 0 < hits(page).count() <= number


def test_a_filter_without_words_lists_what_passes(visit: Visit) -> None:
    page = visit("search.html?kind=Topic")
    expect(hits(page)).to_have_count(len(TOPICS))


def test_what_the_address_asks_for_in_vain_is_not_asked_for(visit: Visit) -> None:
    page = visit("search.html?q=hay&kind=Spaceship&topic=Cooking")
    expect(page.get_by_role("radio", name="All")).to_be_checked()
    expect(hits(page).first).to_be_visible()


def test_more_hits_are_shown_on_demand(visit: Visit) -> None:
    page = visit("search.html?kind=Person")
    expect(hits(page)).to_have_count(10)
    page.get_by_role("button", name="Show 10 more").click()
    expect(hits(page)).to_have_count(20)
    expect(hits(page).nth(10).get_by_role("link")).to_be_focused()


def test_nothing_found_says_so_and_shows_the_lists(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    page.keyboard.type("zzzz")
    expect(status(page)).to_contain_text("Nothing found for “zzzz”.")
    expect(lists(page)).to_have_text(["All papers", "Topics", "Authors", "Program"])


def test_filters_that_leave_nothing_can_be_dropped(visit: Visit) -> None:
    page = visit("search.html?q=holm&kind=Deadline")
    page.get_by_role("button", name=re.compile(r"Show \d results of all kinds")).click()
    expect(hits(page).first).to_contain_text("Mira Holm")
    expect(page.get_by_role("radio", name="All")).to_be_checked()


def test_where_no_entry_has_all_words_those_with_some_are_shown(visit: Visit) -> None:
    page = visit("search.html?q=holm+zzzz")
    expect(status(page)).to_have_text(re.compile("results with some of these words, none with all"))
    expect(hits(page).first).to_contain_text("Mira Holm")


@pytest.mark.parametrize("lost", ["search-panel.js", "index.json", "words-", "entries-"])
@pytest.mark.parametrize("path", [ANY_PAGE, "search.html"])
def test_an_index_that_cannot_be_loaded_gives_a_message_and_the_lists(
    page: Page, lost: str, path: str
) -> None:
    page.route(f"**/*{lost}*", lambda route: route.abort())
    page.goto(path)
    if path == ANY_PAGE:
        opened(page)
    field(page).fill("hay")
    expect(page.get_by_role("alert")).to_contain_text("The search cannot be loaded")
    expect(hits(page)).to_have_count(0)
    lists(page).get_by_text("Authors").click()
    expect(page).to_have_title(re.compile("^Authors"))


def test_the_search_recovers_when_the_index_can_be_loaded_again(page: Page) -> None:
    page.route("**/words-*", lambda route: route.fulfill(status=404))
    page.goto("search.html?q=hay")
    expect(page.get_by_role("alert")).to_be_visible()
    page.unroute("**/words-*")
    field(page).fill("bale")
    expect(hits(page).first).to_be_visible()
    expect(page.get_by_role("alert")).to_be_hidden()


def test_a_page_that_is_nowhere_can_be_searched_too(visit: Visit) -> None:
    page = visit("404.html")
    page.evaluate("history.replaceState(null, '', '/one-day/no/such/page')")
    opened(page).keyboard.insert_text("holm")
    expect(hits(page).first).to_contain_text("Holm")
    hits(page).first.get_by_role("link").click()
    page.wait_for_url("**/one-day/program/speakers.html#person-mira-holm")


def test_without_scripts_the_search_page_offers_the_lists(visit: Visit) -> None:
    page = visit("search.html?q=hay", java_script_enabled=False)
    reason = page.locator("article noscript")
    expect(reason).to_be_visible()
    assert "The search needs scripts" in (reason.text_content() or "")
    expect(field(page)).to_be_hidden()
    expect(lists(page)).to_have_text(["All papers", "Topics", "Authors", "Program"])
    page = visit(ANY_PAGE, java_script_enabled=False)
    page.get_by_role("link", name="Search").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Search")


def test_the_search_runs_under_a_strict_policy(page: Page) -> None:
    """No script of the search evaluates text, and no markup is made of it."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    # The theme's own scripts are another matter.
    page.route(
        re.compile(r"(fontawesome|bootstrap|bundle|pydata-sphinx-theme)\.js"), lambda r: r.abort()
    )
    policy = "script-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'"

    def guarded(route: Route) -> None:
        response = route.fetch()
        headers = response.headers | {"content-security-policy": policy}
        route.fulfill(response=response, headers=headers)

    page.route("**/search.html*", guarded)
    page.goto("search.html?q=" + quote("<img src=x> hay"))
    expect(hits(page).first).to_be_visible()
    assert not [said for said in complaints if "ERR_FAILED" not in said]


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_search_fits_into_every_width(visit: Visit, width: int) -> None:
    page = visit("search.html?q=germination", viewport={"width": width, "height": 700})
    expect(hits(page).first).to_be_visible()
    assert has_no_overflow(page)
    page = opened(visit(ANY_PAGE, viewport={"width": width, "height": 700}))
    page.keyboard.insert_text("germination")
    expect(hits(page).first).to_be_visible()
    assert has_no_overflow(page)
    form = page.get_by_role("search")
    assert form.evaluate("form => form.scrollWidth <= form.clientWidth")


def test_browser_and_builder_fold_words_alike(visit: Visit) -> None:
    words = "Łukasz Børge Straße Ægir Œuvre ĐĦŦŊı Médard ﬁeld ² Å Ὀδυσσεύς 中文 don’t naïve"
    page = visit("search.html")
    assert page.evaluate(
        "async words => (await import('./_static/workshop/scripts/fold.js')).fold(words)", words
    ) == casefold(words)
