"""Pages on paper: documents in black on white, whole, and without what only a screen can use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from one_day_pages import SESSIONS
from page_checks import PAPERS, cut_off, texts
from pdf_reader import Pdf
from visits import Visit, look

PROGRAM = "program/index.html"
PAGES = (
    "index.html",
    PROGRAM,
    "program/speakers.html",
    "program/papers/index.html",
    "program/papers/clover.html",
    "call-for-papers/topics/index.html",
    "about/logistics.html",
)
LEFT_OUT = (
    *("Skip to main content", "Back to top", "Search", "Edit this page", "Correct this page"),
    *("Add to calendar", "Subscribe", "My program", "Star", "Copy", "Report a mistake", "Kind"),
    "as a PDF",
)
BY_NIGHT: dict[str, Any] = {
    "memory": {"mode": "dark", "theme": "dark"},
    "color_scheme": "dark",
}


@pytest.mark.parametrize("paper", PAPERS)
def test_the_schedule_of_a_day_takes_one_sheet_and_names_the_workshop_s_zone(
    paper: str, visit: Visit, printed: Callable[..., Pdf]
) -> None:
    page = visit(PROGRAM, **BY_NIGHT)
    pdf = printed(page, paper)
    text = " ".join(pdf.pages)
    assert len(pdf.pages) == 1
    assert not list(cut_off(pdf, paper))
    assert "Friday, 20 October 2023 · Central Time (UTC−5)" in text
    sessions = texts(page, ".workshop-session .workshop-title")
    assert len(sessions) == SESSIONS
    for title in sessions:
        assert title in text
    for time in texts(page, ".workshop-session > .workshop-time"):
        assert time in text


# What lies in a box of its own on a page.
CARDS = {
    "program/papers/index.html": ".workshop-papers > li",
    "call-for-papers/topics/index.html": ".workshop-card",
    "program/speakers.html": ".workshop-person",
    PROGRAM: ".workshop-session",
}
COLORS = """() => {
  const canvas = document.createElement("canvas").getContext("2d");
  const light = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { light: (r + g + b) / 765, opaque: a / 255 };
  };
  const seen = [...document.querySelectorAll("html, body, article, article *")]
    .filter((node) => node.checkVisibility());
  return seen.map((node) => {
    const style = getComputedStyle(node);
    return [node.tagName, light(style.color), light(style.backgroundColor)];
  });
}"""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_from_dark_mode_is_printed_whole_in_black_on_white_without_controls(
    path: str, visit: Visit, printed: Callable[..., Pdf]
) -> None:
    page = visit(path, **BY_NIGHT)
    page.emulate_media(media="print", color_scheme="dark")
    colors = page.evaluate(COLORS)
    page.emulate_media(media="null")
    assert len(colors) > 5
    for tag, ink, ground in colors:
        assert ink["light"] < 0.5, (tag, ink)
        assert ground["opaque"] == 0 or ground["light"] > 0.95, (tag, ground)

    pdf = printed(page)
    text = " ".join(pdf.pages)
    assert texts(page, "article h1")[0].removesuffix("#") in text
    for words in LEFT_OUT:
        assert not re.search(rf"\b{re.escape(words)}\b", text), words
    assert not list(cut_off(pdf, "A4"))
    assert not list(divided(page, pdf, CARDS.get(path, "no-card")))


def divided(page: Page, pdf: Pdf, card: str) -> Iterator[list[str]]:
    """Yield the lines of each card that goes over two sheets."""
    count = page.locator(card).count()
    assert count > 5 or card == "no-card"
    for n in range(count):
        lines = texts(page, f"{card} >> nth={n} >> css=p")
        sheets = [pdf.pages_with(line) for line in lines if line and pdf.pages_with(line)]
        if not (sheets and set.intersection(*sheets)):
            yield lines


def test_no_heading_stands_over_what_is_not_printed(visit: Visit) -> None:
    page = visit(PROGRAM)
    page.locator(".workshop-calendar").evaluate(
        "(it) => it.insertAdjacentHTML('beforebegin', '<h2>Calendar</h2>')"
    )
    heading = page.get_by_role("heading", name="Calendar")
    expect(heading).to_be_visible()
    look(page, media="print")
    expect(page.locator(".workshop-calendar")).to_be_hidden()
    expect(heading).to_be_hidden()


def test_links_off_the_site_show_where_to(visit: Visit, printed: Callable[..., Pdf]) -> None:
    text = "".join(printed(visit("about/logistics.html")).pages)
    assert "gate of the meadow (https://example.org/gate)" in text
    assert ".html" not in text
