"""What the search loads and when, and what readers have where it cannot be loaded."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from searching import ANY_PAGE, field, hits, lists, opened
from visits import Visit, go

PIECES = re.compile(r"search-(index|panel)")


def test_nothing_is_loaded_before_the_search_is_opened(blank: Page) -> None:
    asked: list[str] = []
    blank.on("request", lambda request: asked.append(request.url))
    for path in ("index.html", ANY_PAGE, "program/papers/clover.html", "program/index.html"):
        go(blank, path)
    assert asked
    assert not [url for url in asked if PIECES.search(url)]

    opened(blank)
    expect(blank.get_by_role("radio").first).to_be_attached()
    assert [url for url in asked if PIECES.search(url)]


@pytest.mark.parametrize("path", [ANY_PAGE, "search.html"])
def test_an_index_that_cannot_be_loaded_gives_a_message_and_the_lists(
    blank: Page, path: str
) -> None:
    for lost in ("search-panel.js", "index.json", "words-", "entries-"):
        blank.route(f"**/*{lost}*", lambda route: route.abort())
        blank.goto(path)
        if path == ANY_PAGE:
            opened(blank)
        field(blank).fill("hay")
        expect(blank.get_by_role("alert")).to_contain_text("This could not be loaded")
        expect(hits(blank)).to_have_count(0)
        blank.unroute_all()
    lists(blank).get_by_text("Authors").click()
    expect(blank).to_have_title(re.compile("^Authors"))


def test_the_search_recovers_when_the_index_can_be_loaded_again(blank: Page) -> None:
    blank.route("**/words-*", lambda route: route.fulfill(status=404))
    blank.goto("search.html?q=hay")
    expect(blank.get_by_role("alert")).to_be_visible()
    blank.unroute("**/words-*")
    field(blank).fill("bale")
    expect(hits(blank).first).to_be_visible()
    expect(blank.get_by_role("alert")).to_be_hidden()


def test_without_scripts_the_search_page_offers_the_lists(visit: Visit) -> None:
    page = visit(ANY_PAGE, java_script_enabled=False)
    page.get_by_role("link", name="Search").first.click()
    reason = page.locator("article noscript")
    expect(reason).to_be_visible()
    assert "The search needs scripts" in (reason.text_content() or "")
    expect(field(page)).to_be_hidden()
    expect(lists(page)).to_have_text(["All papers", "Topics", "Authors", "Program"])


def test_the_search_runs_under_a_strict_policy(blank: Page) -> None:
    """No script of the search evaluates text, and no markup is made of it."""
    complaints: list[str] = []
    blank.on("console", lambda said: complaints.append(said.text))
    # The theme's own scripts are another matter.
    blank.route(re.compile(r"(fontawesome|bootstrap|bundle)\.js"), lambda r: r.abort())
    policy = "script-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'"

    def guarded(route: Route) -> None:
        response = route.fetch()
        headers = response.headers | {"content-security-policy": policy}
        route.fulfill(response=response, headers=headers)

    blank.route("**/search.html*", guarded)
    blank.goto("search.html?q=" + quote("<img src=x> hay"))
    expect(hits(blank).first).to_be_visible()
    assert not [said for said in complaints if "ERR_FAILED" not in said]
