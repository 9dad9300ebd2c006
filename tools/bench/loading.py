"""What a phone loads: requests, bytes on the wire, layout shifts, long tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from install_browser import find_browser
from serving import served

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, CDPSession, Page

_OBSERVE = """window.shift = 0; window.blocked = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.blocked = Math.max(blocked, entry.duration - 50);
}).observe({ type: "longtask", buffered: true });"""

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


def loads(site: Path, folder: str, pages: Iterable[str], second: str) -> Iterator[Load]:
    """Yield each page as a first visit, and a second page after the first of them."""
    with served(**{folder: site}) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for n, page in enumerate(pages):
            yield from visit(browser, f"{address}/{folder}/", [page, *([] if n else [second])])
        browser.close()


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
