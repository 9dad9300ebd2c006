"""The menu of narrow screens: it is named, can be closed, and is not promised without scripts."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from playwright.sync_api import expect

from visits import SERVED_AT, Visit
from walk import kinds_of

NARROW = {"width": 360, "height": 740}


def test_the_menu_and_its_controls_are_named_and_a_button_closes_it(visit: Visit) -> None:
    page = visit("index.html", viewport=NARROW, reduced_motion="reduce")
    opener = page.get_by_role("button", name="Site navigation")
    opener.click()
    menu = page.get_by_role("dialog", name="Site navigation")
    expect(menu.get_by_role("link").first).to_be_visible()
    names = menu.locator(":is(a, button):visible").evaluate_all(
        "all => all.map((it) => it.getAttribute('aria-label') ?? it.textContent)"
    )
    assert all(name.strip() for name in names)
    menu.get_by_role("button", name="Close").click()
    expect(menu).to_be_hidden()
    expect(opener).to_be_focused()
    page.set_viewport_size({"width": 1280, "height": 740})  # the button is not in the header
    expect(page.locator(".site-close")).to_have_count(1)
    expect(page.locator(".site-close")).to_be_hidden()


def test_the_menu_of_every_page_has_the_pages_of_all_sections(site: Path) -> None:
    kinds = kinds_of(site)
    rows = {page for path in kinds for page in links(site, path, ".site-section-nav a")}
    assert len(rows) > 5
    for path in kinds:
        menu = links(site, path, ".bd-sidebar-primary .navbar-nav a")
        assert rows <= {*menu}, path
        assert len(menu) == len({*menu})


def links(site: Path, path: str, menu: str) -> list[str]:
    """Return the addresses of a menu."""
    page = BeautifulSoup((site / path).read_text("utf-8"), "html.parser")
    found = page.select(menu)
    return [urljoin(f"{SERVED_AT}{path}", str(link["href"])).partition("#")[0] for link in found]


MARKED = """() => {
  const it = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(it);
  const seen = outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  return it === document.body || seen ? null : `${it.tagName}.${it.className}`;
}"""


def test_the_focus_is_seen_where_colors_are_forced(visit: Visit, site: Path) -> None:
    with_contents = max(
        kinds_of(site), key=lambda path: (site / path).read_text().count("nav-link")
    )
    found = []
    for mode in ("light", "dark"):
        page = visit(with_contents, forced_colors="active", color_scheme=mode)
        for _ in range(60):
            page.keyboard.press("Tab")
            found.append(page.evaluate(MARKED))
    assert [it for it in found if it] == []
