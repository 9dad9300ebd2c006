"""No page asks another site for anything, or tries what its own policy forbids."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, Response, Route, expect

from thorough import THOROUGH
from visits import Visit, go
from walk import kinds_of, main_pages, pages_of

LISTEN = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    window.violations.push(`${violatedDirective} ${blockedURI}`);
  });
"""


class Watch:
    """Notes what the pages in a tab ask for, what is not there, and what their policies forbid."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.host = page, urlsplit(address).netloc
        self.requests = 0
        self.elsewhere: list[str] = []
        self.missing: list[str] = []
        self.forbidden: list[str] = []
        page.add_init_script(LISTEN)
        page.on("request", self._note_request)
        page.on("response", self._note_response)

    def go(self, path: str) -> None:
        """Open a page, and wait for its scripts."""
        go(self.page, path)
        self.listen(path)

    def listen(self, path: str) -> None:
        """Note what the page has tried since it was opened."""
        self.forbidden += [f"{path}: {said}" for said in self.page.evaluate("violations")]

    def _note_request(self, request: Request) -> None:
        self.requests += 1
        parts = urlsplit(request.url)
        if parts.netloc != self.host and parts.scheme not in {"data", "blob"}:
            self.elsewhere.append(f"{self.page.url}: {request.url}")

    def _note_response(self, response: Response) -> None:
        if response.status >= 400:
            self.missing.append(f"{self.page.url}: {response.url}")


@pytest.fixture
def watch(visit: Visit, address: str) -> Watch:
    return Watch(visit("404.html", fresh=True), address)


def test_no_page_asks_another_site_or_tries_what_its_policy_forbids_when_it_is_used(
    watch: Watch, site: Path
) -> None:
    every = [path.relative_to(site).as_posix() for path in pages_of(site)]
    pages, searched = (every if THOROUGH else kinds_of(site)), main_pages(site)
    if THOROUGH:  # all but a page for frames, which has no search
        searched = [path for path in every if "site-search" in (site / path).read_text("utf-8")]
    for path in pages:
        watch.go(path)
        for star in watch.page.locator(".workshop-star:visible").all()[:2]:
            star.click()
        if path in searched:
            for button in watch.page.locator(".site-search-button:visible").all()[:1]:
                button.click()
            watch.page.get_by_role("searchbox", name="Search this site").fill("a")
            expect(watch.page.locator(".site-search-hits > li").first).to_be_visible()
        watch.listen(path)
    assert watch.requests > 2 * len(pages)
    assert (watch.elsewhere, watch.missing, watch.forbidden) == ([], [], [])


PLANTED = {
    "<script>document.title = 'planted'</script>": "script-src-elem inline",
    "<img src=x onerror=\"document.title = 'planted'\">": "script-src-attr inline",
    "<style>h1 { display: none }</style>": "style-src-elem inline",
    '<img src="//example.org/x.png">': "img-src http://example.org/x.png",
    '<script src="//example.org/x.js"></script>': "script-src-elem http://example.org/x.js",
    '<base href="//example.org/">': "base-uri http://example.org/",
}


def test_what_slips_into_a_page_does_not_run_and_is_noted(watch: Watch, visit: Visit) -> None:
    def plant(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace("</h1>", f"</h1>{''.join(PLANTED)}", 1)
        route.fulfill(response=answer, body=body)

    visit.expect_errors("Content Security Policy", "404")  # it has no image x
    watch.page.route("**/index.html", plant)
    watch.go("index.html")
    # The page hears of each a while after it was tried.
    watch.page.wait_for_function(
        "(planted) => planted.every((said) => violations.includes(said))",
        arg=list(PLANTED.values()),
    )
    assert watch.page.title() != "planted"
    expect(watch.page.locator("h1")).to_be_visible()


def test_a_page_that_asks_elsewhere_is_noticed(watch: Watch, visit: Visit) -> None:
    def unguarded(route: Route) -> None:
        text = route.fetch().text().replace("Content-Security-Policy", "x")
        body = text.replace("</h1>", '</h1><img src="http://localhost:9/x.png">', 1)
        route.fulfill(body=body, content_type="text/html")

    visit.expect_errors("ERR_", "Content-Security-Policy")
    watch.page.route("**/index.html", unguarded)
    watch.go("index.html")
    assert [said for said in watch.elsewhere if said.endswith("http://localhost:9/x.png")]
