"""With a keyboard alone one gets everywhere, sees where one is, and is reported what happens."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from inline_site import parsed, words
from page_checks import thin
from thorough import THOROUGH
from visits import Visit, wait
from walk import controlled, kinds_of, main_pages

STEPS = 60 if THOROUGH else 30  # with the Tab key, on each page

# What is wrong with the element that has the focus: it comes too late, is not seen, or lies under
# another. Null at the end of the page, and where the keys have begun again.
WRONG = """() => {
  const it = document.activeElement;
  window.met ??= [];
  if (it === document.body || met.includes(it)) return null;
  const wrong = [];
  if (met.some((one) => it.compareDocumentPosition(one) & 4)) wrong.push("comes too late");
  met.push(it);
  const box = it.getBoundingClientRect();
  const here = (x, y) => {
    const top = document.elementFromPoint(x, y);
    const near = it.closest("a, li, label") ?? it;
    return top && (near.contains(top) || top.contains(it));
  };
  const marks = [it, ...it.querySelectorAll("*")].flatMap((one) =>
    [null, "::before", "::after"].map((part) => getComputedStyle(one, part)));
  const marked = marks.some(({ outlineStyle, outlineWidth, boxShadow }) =>
    (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none");
  const inside = ({ left, right, top, bottom }) =>
    right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) =>
    [box.left + box.width * x, box.top + box.height * y]));
  if (!(box.width > 0 && inside(box))) wrong.push("is out of sight");
  else if (!points.some(([x, y]) => here(x, y))) wrong.push("is covered");
  if (!marked) wrong.push("is not marked");
  const name = `${it.tagName}.${it.className} ${it.textContent.trim().slice(0, 30)}`;
  return wrong.map((what) => `${name} ${what}`);
}"""


def walked(page: Page) -> list[str]:
    """Return what is wrong with the elements that the Tab key leads to, in order."""
    found: list[str] = []
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        wrong = page.evaluate(WRONG)
        if wrong is None:
            break
        found += wrong
    return found


NAMES = """() => [...document.querySelectorAll("nav, [role=navigation]")]
  .filter((it) => it.checkVisibility({ visibilityProperty: true }))
  .map((it) => it.getAttribute("aria-label")
    ?? document.getElementById(it.getAttribute("aria-labelledby"))?.textContent.trim() ?? "")"""


def unnamed(page: Page) -> list[str]:
    """Return what is wrong with the landmarks, and with the names that tell them apart."""
    found = [page.get_by_role(role).count() for role in ("main", "banner", "contentinfo")]
    names: list[str] = page.evaluate(NAMES)
    right = found == [1, 1, 1] and all(names) and len(set(names)) == len(names)
    return [] if right else [f"landmarks: {found}, {names}"]


@pytest.mark.parametrize("width", [360, 1280])
def test_landmarks_have_names_and_the_focus_goes_in_order_and_is_seen(
    visit: Visit, site: Path, width: int
) -> None:
    found, main = {}, main_pages(site)
    # A wide window shows a sample, and other pages than these are entered where their own part
    # begins; `make test-a11y` walks through all in both.
    for path in kinds_of(site) if THOROUGH or width == 360 else main:
        own = "" if THOROUGH or path in (*main, "search.html") else "#main-content"
        # Nothing is on its way to its place when it is looked at.
        page = thin(visit(path + own, reduced_motion="reduce"))
        found[path] = unnamed(page)
        page.set_viewport_size({"width": width, "height": 640})
        if page.locator(".site-search-dialog").count() == 0:
            page.evaluate("document.activeElement.blur()")  # the search page begins in its field
        found[path] += walked(page)
    assert {path: said for path, said in found.items() if said} == {}


def test_a_focus_that_is_not_seen_is_noticed(visit: Visit, site: Path) -> None:
    page = visit(kinds_of(site)[0], reduced_motion="reduce")
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        *, ::before, ::after { outline: none !important; box-shadow: none !important }
        main a { position: absolute; left: -9999px }
        header { opacity: 0.99 }`);
      document.adoptedStyleSheets.push(sheet);
      [...document.querySelectorAll("main a")].at(-1).tabIndex = 1;
    }""")
    said = " ".join(walked(page))
    assert "is not marked" in said
    assert "is out of sight" in said
    assert "comes too late" in said


def test_the_first_key_leads_past_the_navigation(visit: Visit, site: Path) -> None:
    page = visit(kinds_of(site)[1])
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("main :focus").count() == 1


# Journeys --------------------------------------------------------------------------------------


def tab_to(page: Page, target: Locator, most: int = 400) -> None:
    """Press Tab until an element has the focus."""
    element = target.element_handle()  # to look for it again at each step takes most of the time
    for _ in range(most):
        page.keyboard.press("Tab")
        if element.evaluate("(it) => it === document.activeElement"):
            return
    pytest.fail(f"the Tab key does not lead to {target}")


def first_paper(site: Path) -> tuple[str, str]:
    """Return the title and the file of the first paper that is given as a talk."""
    program = controlled(site, "program")
    link = parsed(site / program).select_one(".workshop-session .workshop-title a")
    assert link
    return words(link), str(link["href"]).rpartition("/")[2]


def test_from_home_to_a_paper_its_star_and_ones_own_calendar(visit: Visit, site: Path) -> None:
    title, file = first_paper(site)
    page = visit("index.html")
    tab_to(page, page.locator("header").get_by_role("link", name="Papers").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/papers/index.html")
    wait(page)

    tab_to(page, page.get_by_role("main").get_by_role("link", name=title, exact=True).first)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{file}")
    wait(page)

    star = page.locator(".workshop-star").first
    tab_to(page, star)
    page.keyboard.press("Space")
    expect(star).to_have_attribute("aria-pressed", "true")

    mine = page.get_by_role("link", name="My program (1)").first
    tab_to(page, mine)
    page.keyboard.press("Enter")
    page.wait_for_url("**view=mine**")
    wait(page)
    expect(page.locator(".workshop-session:visible")).to_have_count(1)

    export = page.get_by_role("button", name="Download calendar (.ics)")
    tab_to(page, export)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    calendar = download.value.path().read_text("utf-8")
    assert calendar.count("BEGIN:VEVENT") == 1


def test_escape_closes_the_search_and_gives_the_focus_back(visit: Visit, site: Path) -> None:
    page = visit(kinds_of(site)[1])
    button = page.locator(".site-search-button:visible").first
    tab_to(page, button)
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox", name="Search this site")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


# What is reported -------------------------------------------------------------------------------


def live(page: Page) -> list[str]:
    """Return the texts that a screen reader is reported when they change."""
    regions = page.locator("[role=status], [role=alert], [aria-live]:not([aria-live=off])")
    found: list[str] = regions.evaluate_all(
        "all => all.filter((it) => !it.hidden).map((it) => it.textContent.trim()).filter(Boolean)"
    )
    return found


def test_a_filter_and_a_search_tell_how_many_are_left(visit: Visit, site: Path) -> None:
    program = controlled(site, "program")
    page = visit(program)
    page.get_by_role("searchbox", name="Find").fill("qqqqqq")
    expect(page.locator(".workshop-count")).to_contain_text("0 of ")
    assert [said for said in live(page) if said.startswith("0 of ")]
    page.locator(".site-search-button:visible").first.click()
    page.get_by_role("searchbox", name="Search this site").fill("qqqqqq")
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).to_contain_text("qqqqqq")


def test_every_item_of_the_schedule_tells_its_time_before_its_title(site: Path) -> None:
    program = controlled(site, "program")
    items = parsed(site / program).select("ol.workshop-schedule > li")
    assert items
    for item in items:
        time, title = item.select_one("time[datetime]"), item.select_one(".workshop-title")
        assert time
        assert title
        assert time.sourceline is not None
        order = [it for it in item.descendants if it in (time, title)]
        assert order[0] is time
