"""What the search loads and when, and what readers have where it cannot be loaded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from searching import ANY_PAGE, field, hits, lists, opened
from visits import Visit, wait

if TYPE_CHECKING:
    from playwright.sync_api import Route

PIECES = re.compile(r"search-(index|panel)")


@pytest.fixture
def page(open_context: Any) -> Page:
    """Return a page that has gone nowhere yet, and may complain."""
    blank: Page = open_context().new_page()
    return blank


@pytest.mark.parametrize(
    "path", ["index.html", ANY_PAGE, "program/papers/clover.html", "program/index.html"]
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
