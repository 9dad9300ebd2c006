"""Pictures of a site as readers see it: kinds of pages, modes, widths, and what is open."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

MODES = ("light", "dark")
WIDTHS = (360, 768, 1280)
MANY = 8  # pages in a folder of which a few stand for all

_READY = """async () => {
  const main = document.querySelector("script[src*='scripts/main.js']").src;
  await (await import(main)).ready;
  await document.fonts.ready;
}"""


@dataclass(frozen=True, slots=True)
class State:
    """Something that a reader opens: `open` gives false where the page has no such thing."""

    name: str
    open: Callable[[Page], bool]


def pages(site: Path) -> Iterator[str]:
    """Yield the pages of all kinds: of a folder with many of one kind, the first two."""
    folders: defaultdict[Path, list[Path]] = defaultdict(list)
    for path in sorted(site.rglob("*.html")):
        if "_static" not in path.parts:
            folders[path.parent].append(path)
    for found in folders.values():
        index = [path for path in found if path.name == "index.html"]
        others = [path for path in found if path.name != "index.html"]
        for path in index + (others[:2] if len(others) > MANY else others):
            yield path.relative_to(site).as_posix()


def states() -> list[State]:
    """Return what can be open on a page."""
    return [
        State("navigation", _clicking(".primary-toggle")),
        State("contents", _clicking(".secondary-toggle")),
        State("modes", _clicking(".theme-switch-button", ".dropdown-menu.show")),
        State("modes in the navigation", _modes_in_navigation),
        State("tip", _tip),
        State("search", _search),
        State("filters", _clicking("[aria-controls=workshop-filters]")),
        State("keyboard", _keyboard),
    ]


def context(browser: Browser, mode: str, width: int, *, scripts: bool = True) -> BrowserContext:
    """Return a reader's browser: nothing in it moves."""
    return browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if mode == "dark" else "light",
        reduced_motion="reduce",
        timezone_id="Asia/Tokyo",
        java_script_enabled=scripts,
    )


def picture(page: Page, *, full: bool) -> bytes:
    """Return what is seen: the whole page, or what the window shows."""
    return page.screenshot(full_page=full, animations="disabled", caret="hide")


def visit(page: Page, address: str) -> None:
    """Open a page, and wait until its scripts have done what they do at first."""
    page.goto(address)
    page.evaluate(_READY)
    page.mouse.move(0, 0)


def _shown(page: Page, selector: str) -> bool:
    return page.locator(f"{selector}:visible").count() > 0


def _clicking(button: str, opened: str = "") -> Callable[[Page], bool]:
    def click(page: Page) -> bool:
        if not _shown(page, button):
            return False
        page.locator(f"{button}:visible").first.click()
        page.locator(opened or "body").first.wait_for()
        page.mouse.move(0, 0)
        return True

    return click


def _modes_in_navigation(page: Page) -> bool:
    return _clicking(".primary-toggle", "dialog[open]")(page) and _clicking(
        "dialog[open] .theme-switch-button", "dialog[open] .dropdown-menu.show"
    )(page)


def _tip(page: Page) -> bool:
    if not _shown(page, ".theme-switch-container"):
        return False
    page.locator(".theme-switch-container:visible").first.hover()
    page.locator(".tooltip.show").wait_for()
    return True


def _search(page: Page) -> bool:
    page.keyboard.press("/")
    page.locator(".site-search input[name=q]").fill("data")
    page.locator(".site-search-hits li").first.wait_for()
    page.wait_for_load_state("networkidle")
    return True


def _keyboard(page: Page) -> bool:
    """Let the keyboard reach the first links: what has the focus is outlined."""
    page.keyboard.press("Tab")  # the link that skips to the content
    return True
