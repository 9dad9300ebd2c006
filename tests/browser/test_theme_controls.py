"""What the light script does in the place of the theme's: menus, modes, tips, contents, drawers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from visits import Visit, look
from walk import kinds_of

WIDE: Any = {"width": 1280, "height": 740}
NARROW = {"width": 360, "height": 740}
MENU = ".theme-switch-container .dropdown-menu:visible"


def mode_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Color mode")


def with_contents(site: Path) -> str:
    return max(kinds_of(site), key=lambda path: (site / path).read_text().count("toc-entry"))


def test_the_menu_of_modes_is_used_by_keys(visit: Visit) -> None:
    page = visit("index.html", viewport=WIDE)
    button = mode_button(page)
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    expect(page.get_by_role("tooltip")).to_have_text("Color mode")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("tooltip")).to_have_count(0)
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator("*:focus")).to_have_text("System Settings")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("*:focus")).to_have_text("Dark")
    page.keyboard.press("ArrowDown")
    expect(page.locator("*:focus")).to_have_text("Dark")
    page.keyboard.press("Escape")
    expect(page.locator(MENU)).to_have_count(0)
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(MENU)).to_have_count(1)
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.locator(MENU)).to_have_count(0)
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(page.locator(MENU)).to_have_count(1)
    page.locator("h1").first.click()  # beside it
    expect(page.locator(MENU)).to_have_count(0)


def test_the_chosen_mode_stays_on_other_pages_and_auto_follows_the_system(visit: Visit) -> None:
    page = visit("index.html", viewport=WIDE)
    root = page.locator("html")
    expect(root).to_have_attribute("data-theme", "light")
    mode_button(page).click()
    page.get_by_role("button", name="Dark", exact=True).click()
    expect(root).to_have_attribute("data-theme", "dark")
    page.goto("about/index.html")
    expect(root).to_have_attribute("data-mode", "dark")
    expect(page.locator(".theme-change-button.active")).to_have_text(["Dark", "Dark"])
    mode_button(page).click()
    page.get_by_role("button", name="System Settings").click()
    expect(root).to_have_attribute("data-theme", "light")
    look(page, color_scheme="dark")
    expect(root).to_have_attribute("data-theme", "dark")
    # A browser that keeps nothing changes the mode all the same.
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    mode_button(page).click()
    page.get_by_role("button", name="Light", exact=True).click()
    expect(root).to_have_attribute("data-theme", "light")


def test_the_contents_mark_the_section_that_is_read(visit: Visit, site: Path) -> None:
    page = visit(with_contents(site), viewport=WIDE)
    links = page.locator("#pst-page-toc-nav a")
    assert links.count() > 1
    marked = page.locator("#pst-page-toc-nav a[aria-current=true]")
    for link in (links.first, links.last):
        link.click()
        expect(marked).to_have_attribute("href", link.get_attribute("href") or "")
    page.mouse.move(600, 400)
    page.mouse.wheel(0, -1)  # a reader who scrolls on is followed at once
    page.locator(links.first.get_attribute("href") or "").evaluate("it => it.scrollIntoView()")
    expect(marked).to_have_attribute("href", links.first.get_attribute("href") or "")


def test_the_drawer_s_menu_closes_before_it_and_the_contents_go_back_when_it_closes(
    visit: Visit,
) -> None:
    page = visit("index.html", viewport=NARROW, reduced_motion="reduce")
    drawer, opener = page.locator("#pst-primary-sidebar-modal"), page.locator(".primary-toggle")
    for by_key in (True, False):
        page.get_by_role("button", name="Site navigation").click()
        expect(drawer.get_by_role("link").first).to_be_visible()
        if by_key:
            mode_button(page).click()
            expect(page.locator(MENU)).to_be_in_viewport(ratio=1)
            page.keyboard.press("Escape")
            expect(page.locator(MENU)).to_have_count(0)
            expect(page.get_by_role("dialog", name="Site navigation")).to_be_visible()
            page.keyboard.press("Escape")
        else:
            page.set_viewport_size(WIDE)
        expect(drawer.get_by_role("link")).to_have_count(0)
        expect(page.locator("#pst-primary-sidebar a").first).to_be_attached()
        expect(opener).to_have_attribute("aria-expanded", "false")
