"""Checks of a page in the browser that hold whatever the page says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from playwright.sync_api import Page

from pdf_reader import Pdf, folded
from thorough import THOROUGH
from visits import shown_in

_COVERED = """() => [...document.querySelectorAll("li .workshop-star")].flatMap((star) => {
  const { left, top, bottom } = star.getBoundingClientRect();
  const words = document.createTreeWalker(star.parentElement, NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    if (star.contains(words.currentNode)) continue;
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    const lines = [...range.getClientRects()];
    if (lines.some((line) => line.right > left && line.bottom > top && line.top < bottom))
      found.push(words.currentNode.data);
  }
  return found;
})"""

# All at once: to ask a page of many sessions about each of them takes a hundred times as long.
_TIMES = """(all) => all.map((it) => [
  it.id,
  [...it.querySelectorAll(":scope > .workshop-time .workshop-local")].map((it) => it.textContent),
  [...it.querySelectorAll(":scope > .workshop-time time")].map((time) => time.dateTime)])"""

# Alike are entries of one look and kind beside each other, of papers, people, sessions and topics.
_THIN = """() => {
  const look = (it) => `${it.tagName} ${it.className} ${it.dataset.kind}`;
  for (const it of document.querySelectorAll(".booklet-paper, main li")) {
    let before = 0;
    for (let one = it; (one = one.previousElementSibling); ) before += look(one) === look(it);
    if (before >= 3) it.remove();
  }
}"""

_BOXES = """(all) => all.map((it) => {
  const { width, height } = it.getBoundingClientRect();
  return [it.outerHTML.slice(0, 100), width, height];
})"""

PAPERS = {"A4": (595, 842), "Letter": (612, 792)}
"""The width and height of sheets in points."""

_MARGIN = 30  # points that printers need


def thin(page: Page) -> Page:
    """Leave of entries that are alike the first three, which stand for all but once a week."""
    if not THOROUGH:
        page.evaluate(_THIN)
    return page


def covered_words(page: Page) -> list[str]:
    """Return the words that lie under a star or beyond it."""
    found: list[str] = page.evaluate(_COVERED)
    return found


def wrong_times(page: Page, zone: str) -> Iterator[str]:
    """Yield each session whose time in a zone is not what its `time` elements say."""
    sessions = page.locator("li.workshop-session[id]").evaluate_all(_TIMES)
    assert sessions, f"{page.url} has no session"
    for id, shown, times in sessions:
        expected = shown_in(zone, *map(datetime.fromisoformat, times))
        if shown != [expected]:
            yield f"{id}: {shown}, not {expected}"


def small_targets(page: Page) -> Iterator[str]:
    """Yield the controls that are too small to be hit."""
    controls = page.locator("article :is(button, select, input):visible, .workshop-zone select")
    boxes = controls.evaluate_all(_BOXES)
    assert boxes, f"{page.url} has no control"
    for control, width, height in boxes:
        if min(width, height) < 24:
            yield f"{control}: {width} by {height}"


def texts(page: Page, selector: str) -> list[str]:
    """Return the texts of elements with their white space folded."""
    found = page.locator(selector).evaluate_all("all => all.map((node) => node.textContent)")
    return [folded(text) for text in found]


def cut_off(pdf: Pdf, paper: str) -> Iterator[str]:
    """Yield what lies nearer to the edge of a sheet than printers can print."""
    width, height = PAPERS[paper]
    for box in pdf.boxes():
        inside = min(box.left, box.bottom, width - box.right, height - box.top)
        if inside < _MARGIN:
            yield f"{pdf.path.name}: {box}"
