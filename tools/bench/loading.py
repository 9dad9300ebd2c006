"""What a phone loads: requests, bytes on the wire, layout shifts, long tasks; when it is seen."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from install_browser import find_browser
from serving import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, CDPSession, Page

_OBSERVE = """window.shift = 0; window.blocked = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.blocked = Math.max(blocked, entry.duration - 50);
}).observe({ type: "longtask", buffered: true });"""

_LARGEST_PAINT = """() => new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
    .observe({ type: "largest-contentful-paint", buffered: true });
})"""

SLOW_3G = {
    "offline": False,
    "latency": 400,  # ms
    "downloadThroughput": 400_000 / 8,  # bytes a second
    "uploadThroughput": 400_000 / 8,
}
"""A bad connection, as the browser imitates one."""

PHONE: dict[str, Any] = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 1.75,
    "is_mobile": True,
    "has_touch": True,
}


@dataclass(frozen=True, slots=True)
class Load:
    """What one page took to load; `blocked` is the longest task beyond 50 ms."""

    page: str
    requests: int
    sent: int
    shift: float
    blocked: float


class _Wire:
    """Counts what goes over the wire; what the cache or the page itself holds does not."""

    def __init__(self, session: CDPSession) -> None:
        self.sent: dict[str, int] = {}
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._begin)
        session.on("Network.requestServedFromCache", self._cached)
        session.on("Network.loadingFinished", self._end)

    def _begin(self, event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith("data:"):
            self.sent[event["requestId"]] = 0

    def _cached(self, event: dict[str, Any]) -> None:
        self.sent.pop(event["requestId"], None)

    def _end(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.sent:
            self.sent[event["requestId"]] = int(event["encodedDataLength"])


@contextmanager
def browsed(site: Path, folder: str) -> Iterator[tuple[Browser, str]]:
    """Serve a site in a folder; yield a browser, and the address of the folder, with a slash."""
    with served(**{folder: site}) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield browser, f"{address}/{folder}/"
        browser.close()


def loads(site: Path, folder: str, pages: Iterable[str], second: str) -> Iterator[Load]:
    """Yield each page as a first visit, and a second page after the first of them."""
    with browsed(site, folder) as (browser, home):
        for n, page in enumerate(pages):
            yield from visit(browser, home, [page, *([] if n else [second])])


def visit(browser: Browser, site: str, pages: list[str]) -> Iterator[Load]:
    """Yield what pages load that a reader opens one after another."""
    reader = browser.new_context(**PHONE)
    reader.add_init_script(_OBSERVE)
    page = reader.new_page()
    wire = _Wire(reader.new_cdp_session(page))
    for number, name in enumerate(pages):
        wire.sent.clear()
        open_page(page, site + name)
        sent = [size for size in wire.sent.values() if size]
        shown = f"{name}, as the second page" if number else name
        yield Load(shown, len(sent), sum(sent), page.evaluate("shift"), page.evaluate("blocked"))
    reader.close()


def open_page(page: Page, address: str) -> None:
    """Open a page, and wait until all is there that it asks for."""
    page.goto(address)
    page.wait_for_load_state("networkidle")


def largest_paints(
    site: Path, folder: str, pages: Iterable[str], rounds: int, tell: Callable[[str], None]
) -> dict[str, float]:
    """Return the seconds until the largest paint of each page as a first visit on slow 3G.

    They are medians of as many visits as there are rounds.
    """
    found = {}
    with browsed(site, folder) as (browser, home):
        for page in pages:
            tell(f"slow 3G, {page}")
            found[page] = median(_largest_paint(browser, home + page) for _ in range(rounds))
    return found


def _largest_paint(browser: Browser, address: str) -> float:
    reader = browser.new_context(**PHONE)
    page = reader.new_page()
    session = reader.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_3G)
    open_page(page, address)
    milliseconds: float = page.evaluate(_LARGEST_PAINT)
    reader.close()
    return milliseconds / 1000
