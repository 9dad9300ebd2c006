"""What the browser tests share: how pages are visited, and what times they must show."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit
from weakref import WeakKeyDictionary
from zoneinfo import ZoneInfo

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    ConsoleMessage,
    Error,
    Locator,
    Page,
)

from conf import html_baseurl

OPTIONS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--in-process-gpu",  # a process less, and a tenth of a visit's time
    # A part that changed would be drawn alone, with edges rounded otherwise than in the whole.
    "--disable-partial-raster",
]

SERVED_AT = urlsplit(html_baseurl).path
"""Where the real site is served, as it is when published: browsers' memories rest on it."""

PATIENCE = 60_000
"""Milliseconds until a state that was waited for counts as missed: long, for a busy machine."""


OBSERVE = """window.shift = 0;
const add = (records) => { for (const { value } of records) window.shift += value; };
window.shifts = new PerformanceObserver((list) => add(list.getEntries()));
shifts.observe({ type: "layout-shift", buffered: true });
window.shifted = () => { add(shifts.takeRecords()); return shift; };"""
"""A script that notes how far things move from the first paint on, for `SHIFT`."""

SHIFT = """async () => {
  for (const frame of [1, 2]) await new Promise(requestAnimationFrame);
  return shifted();
}"""
"""How far things have moved when all is drawn: two frames later, there is a record of each move."""


@dataclass(slots=True)
class Tab:
    """A page of the browser, and the way to tell it more than Playwright does."""

    page: Page
    devtools: CDPSession


LOOKS: dict[str, Any] = {
    "media": "null",
    "color_scheme": "light",
    "reduced_motion": "no-preference",
    "forced_colors": "none",
}
"""The media settings that a page can change, with Playwright's own values."""

VIEWPORT = {"width": 1280, "height": 720}
"""Playwright's own size of the window."""

_LOOKS_OF: WeakKeyDictionary[Page, dict[str, Any]] = WeakKeyDictionary()

# Not by a locator, for which Playwright would first bring its own script to each page.
_READY = """async () => {
  const main = document.querySelector("script[src*='scripts/main.js']").src;
  await (await import(main)).ready;
}"""
_REMEMBER = "localStorage.clear(); Object.assign(localStorage, %s);"


class Visit:
    """Opens pages of a served site, and notes the errors that they log.

    Attributes:
        stars, zone: the keys under which the site's pages store these in localStorage.
        complaints: the errors.

    Args:
        browser: the browser.
        base: the address that paths are relative to.
        used: the tabs of former visits by their settings; a visit goes on with one of them, with
            an empty memory, unless it needs a tab of its own.
        reader: the zone of the reader's clock where a visit names none.
    """

    def __init__(self, browser: Browser, base: str, used: dict[str, Tab], reader: str) -> None:
        self.browser, self.base, self.used, self.reader = browser, base, used, reader
        path = urlsplit(base).path
        self.stars, self.zone = f"{path}stars.v1", f"{path}zone.v1"
        self.complaints: list[str] = []
        self._expected: list[str] = []
        self._contexts: list[BrowserContext] = []
        self._cold: set[Page] = set()
        self._heard: list[Page] = []

    def __call__(
        self,
        path: str,
        *,
        memory: dict[str, str] | None = None,
        at: str = "",
        first: str = "",
        fresh: bool = False,
        context: BrowserContext | None = None,
        **settings: Any,
    ) -> Page:
        """Open a page, and wait until its scripts have done what they do at first.

        Args:
            path: its path, or its whole address without the server.
            memory: what localStorage holds before.
            at: the instant that the clock of the browser is set to; it stands still there until
                the test moves it.
            first: a script that runs before the page's own, in a tab that keeps no files.
            fresh: whether the page needs a browser context that no other test has used or will.
            context: one that is open already, for a second tab.
            settings: those of the browser context.
        """
        if context or fresh or at:  # a clock is that of a whole context
            tab = self._tab((context or self.context(**settings)).new_page())
        else:
            tab = self._used(settings, cold=bool(first))
        page = tab.page
        self._hear(page)
        if settings.get("java_script_enabled") is False:
            page.goto(path)
            return page
        if at:
            instant = datetime.fromisoformat(at)
            page.clock.install(time=instant - timedelta(hours=1))  # it can be paused ahead alone
            page.clock.pause_at(instant)
        if context:
            page.add_init_script(first)
            go(page, path)
        else:
            self._go_with(tab, path, f"{_REMEMBER % json.dumps(memory or {})}\n{first}")
        return page

    def expect_errors(self, *words: str) -> None:
        """Note no error that holds one of these words: the test brings them about."""
        self._expected += words

    def context(self, **settings: Any) -> BrowserContext:
        """Open a browser context, that is, a reader with a device; it is closed in the end."""
        self._contexts.append(self._new_context(settings))
        return self._contexts[-1]

    def leave(self) -> None:
        """Close what is not to be used again."""
        for context in self._contexts:
            context.close()
        for page in self._heard:
            page.remove_listener("pageerror", self._note_error)
            page.remove_listener("console", self._note_console)
        for page in self._cold:
            page.goto("about:blank")  # what a test has begun in it may never end

    def _used(self, settings: dict[str, Any], *, cold: bool) -> Tab:
        """Return the tab of former visits with these settings, or of those that keep no file."""
        own_to_page = LOOKS.keys() | {"viewport"}
        lasting = {name: value for name, value in settings.items() if name not in own_to_page}
        name = repr((self.base, cold, sorted(lasting.items())))
        if name not in self.used:
            self.used[name] = self._tab(self._new_context(lasting).new_page())
        tab = self.used[name]
        if cold:
            tab.devtools.send("Network.enable")
            tab.devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
            self._cold.add(tab.page)
        _set_looks(tab.page, {"viewport": VIEWPORT, **LOOKS, **settings})
        return tab

    def _go_with(self, tab: Tab, path: str, script: str) -> None:
        """Open a page whose scripts come after this one."""
        there, anchor = urldefrag(urljoin(self.base, path))
        if anchor and there == urldefrag(tab.page.url)[0]:  # this would be but a jump
            tab.page.goto("about:blank")
        added = tab.devtools.send("Page.addScriptToEvaluateOnNewDocument", {"source": script})
        try:
            go(tab.page, path)
        finally:
            tab.devtools.send("Page.removeScriptToEvaluateOnNewDocument", added)

    def _tab(self, page: Page) -> Tab:
        devtools = page.context.new_cdp_session(page)
        devtools.send("Page.enable")
        return Tab(page, devtools)

    def _new_context(self, settings: dict[str, Any]) -> BrowserContext:
        settings = {"timezone_id": self.reader, **settings}
        context = self.browser.new_context(base_url=self.base, **settings)
        context.set_default_timeout(PATIENCE)
        return context

    def _hear(self, page: Page) -> None:
        self._heard.append(page)
        page.on("pageerror", self._note_error)
        page.on("console", self._note_console)

    def _note_error(self, error: Error) -> None:
        self._note(str(error))

    def _note_console(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self._note(f"{said.page and said.page.url}: {said.text}")

    def _note(self, words: str) -> None:
        if not any(expected in words for expected in self._expected):
            self.complaints.append(words)


def go(page: Page, path: str) -> None:
    """Go to an address, and wait until the page's scripts have done what they do at first."""
    page.goto(path)
    wait(page)


def wait(page: Page) -> None:
    """Wait for the page's scripts."""
    page.evaluate(_READY)


def look(page: Page, **looks: Any) -> None:
    """Look at a page with other media settings; the next visit in its tab sets its own."""
    _LOOKS_OF[page] = _LOOKS_OF.get(page, LOOKS) | looks
    page.emulate_media(**looks)


def _set_looks(page: Page, wanted: dict[str, Any]) -> None:
    """Set the window's size and the media settings of a page that is to be left."""
    looks = {name: wanted[name] for name in LOOKS}
    if page.viewport_size == wanted["viewport"] and _LOOKS_OF.get(page, LOOKS) == looks:
        return
    with suppress(Error):  # it may be on its way to another page
        # Or it would be laid out anew for each setting, though nobody looks at it any more.
        page.evaluate("document.documentElement.style.display = 'none'")
    if page.viewport_size != wanted["viewport"]:
        page.set_viewport_size(wanted["viewport"])
    look(page, **looks)


def instants(item: Locator) -> list[datetime]:
    """Return the instants that an item's `time` elements tell."""
    times = item.locator("time[datetime*=T]").evaluate_all("all => all.map((t) => t.dateTime)")
    return [datetime.fromisoformat(time) for time in times]


def shown_in(zone: str, *times: datetime) -> str:
    """Return how a time, or the range of two, is shown in a zone, with marks of other days.

    Days are counted from the one on which the range begins where it is written.
    """
    there = [time.astimezone(ZoneInfo(zone)) for time in times]
    shifts = [(time.date() - times[0].date()).days for time in there]
    words = [f"{t:%H:%M}{_mark(shift)}" for t, shift in zip(there, shifts, strict=True)]
    if len(set(shifts)) == 1:  # one mark, at the end, stands for both
        words = [f"{t:%H:%M}" for t in there[:-1]] + words[-1:]
    return "–".join(words)


def _mark(shift: int) -> str:
    if not shift:
        return ""
    return f" {'+' if shift > 0 else '−'}{abs(shift)} day{'' if abs(shift) == 1 else 's'}"


def wait_for_query(page: Page, **query: str) -> None:
    """Wait until the query of a page's address is this and no more."""
    wanted = {name: [value] for name, value in query.items()}
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == wanted)


def stored(page: Page, key: str) -> str | None:
    """Return what the browser remembers under a key."""
    found: str | None = page.evaluate("(key) => localStorage.getItem(key)", key)
    return found


def has_no_overflow(page: Page) -> bool:
    """Return whether the page fits into the window's width."""
    fits: bool = page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
    return fits
