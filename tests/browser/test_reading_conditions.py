"""Every kind of page can be read enlarged, spaced, unmoving, and in the colors of the system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from playwright.sync_api import Page

from page_checks import thin
from thorough import THOROUGH
from visits import LOOKS, Visit, has_no_overflow, look
from walk import kinds_of

# A window of 1280 pixels at 400 %.
ENLARGED = {"width": 320, "height": 256}

# WCAG 2.2, 1.4.12: what readers may set, and lose nothing by.
SPACED = """
  * { letter-spacing: 0.12em !important; line-height: 1.5 !important;
      word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
"""

# Text that is cut off: it is wider or higher than what shows it, and nothing scrolls. The way to a
# page may end in a part of its title: the heading has the whole.
CUT_OFF = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((it) => it.checkVisibility({ visibilityProperty: true }))
  .filter((it) => [...it.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .filter((it) => it.matches("h1")
    || !document.querySelector("h1").textContent.startsWith(it.textContent.trim()))
  .filter((it) => {
    const { overflowX, overflowY, clipPath, display } = getComputedStyle(it);
    if (display === "inline" || clipPath !== "none" || it.closest("svg, select")) return false;
    const cut = (overflow) => overflow === "hidden" || overflow === "clip";
    return (cut(overflowX) && it.scrollWidth > it.clientWidth + 1)
      || (cut(overflowY) && it.scrollHeight > it.clientHeight + 1);
  })
  .map((it) => `${it.tagName}.${it.className}: ${it.textContent.trim().slice(0, 40)}`)"""


def style(page: Page, css: str) -> None:
    """Set a reader's own style, which no policy of the page concerns."""
    page.evaluate(
        """(css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets.push(sheet);
        }""",
        css,
    )


def troubles(page: Page) -> list[str]:
    """Return what does not fit, or is cut off."""
    found: list[str] = page.evaluate(CUT_OFF)
    return found + ([] if has_no_overflow(page) else ["the page is wider than its window"])


def test_what_stays_in_view_leaves_room_to_read_when_enlarged(visit: Visit, site: Path) -> None:
    page = visit(kinds_of(site)[0], viewport=ENLARGED)
    page.mouse.wheel(0, 400)
    # Not by wait_for_function, whose expression the page's policy does not let run.
    page.evaluate("""() => scrollY > 0 ||
      new Promise((done) => addEventListener("scroll", done, { once: true }))""")
    taken = page.evaluate("""() => [...document.querySelectorAll("*")]
      .filter((it) => ["fixed", "sticky"].includes(getComputedStyle(it).position))
      .filter((it) => it.checkVisibility({ visibilityProperty: true }))
      .map((it) => it.getBoundingClientRect())
      .filter(({ width, top }) => width > 200 && top < 10)
      .reduce((most, { height }) => Math.max(most, height), 0)""")
    assert taken < ENLARGED["height"] / 3


def test_text_that_is_cut_off_or_too_wide_is_noticed(visit: Visit, site: Path) -> None:
    page = visit(kinds_of(site)[0], viewport=ENLARGED)
    style(page, "h1 { height: 0.5em; overflow: hidden; white-space: nowrap; width: 4em }")
    assert [said for said in troubles(page) if said.startswith("H1")]
    style(page, "h1 { width: 40em }")
    assert "the page is wider than its window" in troubles(page)


MOVING = """() => {
  const seconds = (times) => Math.max(...times.split(",").map(parseFloat));
  return [
    ...document.getAnimations().map((it) => `${it.constructor.name} runs`),
    ...[...document.querySelectorAll("*")]
      .filter((it) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(it);
        return seconds(transitionDuration) > 0.01 || animationName !== "none"
          || scrollBehavior === "smooth";
      })
      .map((it) => `${it.tagName}.${it.getAttribute("class")}`)];
}"""


def test_what_moves_is_noticed(visit: Visit, site: Path) -> None:
    page = visit(kinds_of(site)[0], reduced_motion="reduce")
    style(
        page, "h1 { transition: color 1s !important } :root { scroll-behavior: smooth !important }"
    )
    assert {said.partition(".")[0] for said in page.evaluate(MOVING)} >= {"H1", "HTML"}


# What shows a shape by its background alone is filled with the system's color for texts.
LOST = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  const system = (name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const texts = ["CanvasText", "ButtonText", "LinkText", "Highlight", "GrayText"].map(system);
  probe.remove();
  return [...document.querySelectorAll("main *")]
    .filter((it) => it.checkVisibility({ visibilityProperty: true }))
    .flatMap((it) => ["::before", "::after"].map((part) => [it, part, getComputedStyle(it, part)]))
    .filter(([, , { content, display }]) => content !== "none" && display !== "none")
    .filter(([, , { clipPath, backgroundColor }]) =>
      clipPath !== "none" && !texts.includes(backgroundColor))
    .map(([it, part, { backgroundColor }]) =>
      `${it.tagName}.${it.className}${part} ${backgroundColor}`);
}"""


MODES = ("light", "dark")


def wrong(page: Page, modes: Iterable[str]) -> Iterator[str]:
    """Yield what is wrong with a page under each of the conditions, which are set in turn.

    Args:
        page: the page.
        modes: those of the system's colors that are looked at.
    """
    yield from (f"enlarged four times: {said}" for said in troubles(page))
    look(page, reduced_motion="reduce")
    yield from (f"without motion: {said}" for said in {*page.evaluate(MOVING)})
    page.evaluate("document.querySelector('.workshop-star')?.click()")
    for mode in modes:
        look(page, forced_colors="active", color_scheme=mode)
        yield from (f"in the system's {mode} colors: {said}" for said in page.evaluate(LOST))
    look(page, **LOOKS)
    style(page, SPACED)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        yield from (f"with more space, {width} wide: {said}" for said in troubles(page))


def test_every_kind_of_page_can_be_read_under_each_condition(visit: Visit, site: Path) -> None:
    found = {}
    for number, path in enumerate(kinds_of(site)):
        page = thin(visit(path, viewport=ENLARGED))
        # The system's colors are few in each mode: by turns, but once a week.
        found[path] = [*wrong(page, MODES if THOROUGH else MODES[number % 2 :][:1])]
    assert {path: said for path, said in found.items() if said} == {}
