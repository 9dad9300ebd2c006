"""The real site's own words fit on every kind of page: small screens, stars, controls, paper."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from inline_site import parsed
from page_checks import PAPERS, covered_words, cut_off, small_targets, texts
from thorough import THOROUGH
from visits import OBSERVE, SHIFT, Visit, has_no_overflow, seen
from walk import controlled, kinds_of, pages_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pdf_reader import Pdf

LONG_ZONE = "America/Argentina/ComodRivadavia"


def states(site: Path) -> list[str]:
    """Return the addresses of every kind of page, and of the program as it may be shown."""
    program = controlled(site, "program")
    document = parsed(site / program)
    hour, session = document.select_one("time[datetime*=T]"), document.select_one("[data-same]")
    assert hour, f"{program} has no session"
    assert session, f"{program} has no session that presents a paper"
    return [
        *(f"{path}?zone={LONG_ZONE}" for path in kinds_of(site)),
        f"{program}?now={quote(str(hour['datetime']))}&zone={LONG_ZONE}",
        f"{program}?stars={session['data-object']},session:gone",
        f"{program}?q=nothing+is+like+this&zone=Mars/Olympus_Mons_which_is_a_long_name",
    ]


def test_no_page_is_wider_than_the_narrowest_screen_in_both_modes(visit: Visit, site: Path) -> None:
    wide = []
    for path in states(site):
        page = visit(path, viewport={"width": 320, "height": 640})
        fits = has_no_overflow(page)
        with seen(page, color_scheme="dark"):
            wide += [] if fits and has_no_overflow(page) else [path]
    assert not wide


def test_every_page_begins_at_the_edge_of_the_header(visit: Visit, site: Path) -> None:
    apart = {}
    for path in [*kinds_of(site), "404.html", "search.html"]:
        page = visit(path)
        for width in (320, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            title, frame = (
                next(it for it in page.locator(what).all() if it.is_visible()).bounding_box()
                for what in (".bd-article h1, .site-search h1", ".bd-footer nav")
            )
            assert title
            assert frame
            apart[path, width] = abs(title["x"] - frame["x"])
    assert {where: gap for where, gap in apart.items() if gap > 1} == {}


DRAWN_OVER = """() => {
  const section = document.querySelector("section:has(> .workshop-event), .site-lost");
  const { x, y } = section.getBoundingClientRect();
  const at = (name) => parseFloat(getComputedStyle(section, "::before")[name]);
  const left = x + at("left"), bottom = y + at("top") + at("height");
  return [...section.querySelectorAll("h1, .workshop-event *, .site-lost *")].filter((it) => {
    const box = document.createRange();
    box.selectNodeContents(it);
    return [...box.getClientRects()].some(({ right, top }) => right > left + 1 && top < bottom - 1);
  }).map((it) => it.textContent);
}"""


@pytest.mark.parametrize("width", [320, 768, 1024, 1280, 1920])
def test_no_words_stand_on_the_drawing(visit: Visit, width: int) -> None:
    for path in ("index.html", "404.html"):
        page = visit(path, viewport={"width": width, "height": 900})
        assert page.evaluate(DRAWN_OVER) == [], path


def test_the_buttons_for_lost_readers_have_one_height(visit: Visit) -> None:
    controls = visit("404.html").locator(".site-lost :is(a, input, button)")
    heights = controls.evaluate_all("all => all.map((it) => it.getBoundingClientRect().height)")
    assert max(heights) - min(heights) < 1


def test_nothing_moves_on_a_paper_when_its_star_comes(visit: Visit, site: Path) -> None:
    rows = {
        path.relative_to(site).as_posix(): row.select("a")
        for path in pages_of(site)
        for row in parsed(path).select("p.workshop-links[data-object]")
    }
    # The star stands in the row of links: of rows with as many, the longest stands for all.
    longest = {len(row): name for name, row in sorted(rows.items(), key=lambda it: len(str(it[1])))}
    assert longest
    moved = {}
    for name in rows if THOROUGH else longest.values():
        page = visit(name, first=OBSERVE, viewport={"width": 360, "height": 780})
        if (shift := page.evaluate(SHIFT)) > 0:
            moved[name] = shift
    assert moved == {}


def test_no_star_covers_words(visit: Visit, site: Path) -> None:
    lists = [path for path in kinds_of(site) if parsed(site / path).select("li .workshop-title")]
    covered = {}
    for path in {*lists, controlled(site, "papers"), controlled(site, "program")}:
        page = visit(path)
        for width in (320, 360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            covered[path, width] = covered_words(page)
    assert {where: found for where, found in covered.items() if found} == {}
    expect(visit(controlled(site, "papers")).locator(".workshop-star").first).to_be_visible()


@pytest.mark.parametrize("controls", ["program", "papers"])
def test_targets_are_large_enough(visit: Visit, site: Path, controls: str) -> None:
    page = visit(controlled(site, controls))
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert not list(small_targets(page)), width


@pytest.mark.parametrize("paper", PAPERS)
def test_the_whole_program_is_printed(
    visit: Visit, site: Path, printed: Callable[..., Pdf], paper: str
) -> None:
    page = visit(controlled(site, "program"))
    text = " ".join(printed(page, paper).pages)
    sessions = texts(page, ".workshop-session .workshop-title")
    assert sessions
    assert [title for title in sessions if title not in text] == []
    times = texts(page, ".workshop-session > .workshop-time")
    assert [time for time in times if time not in text] == []


def test_nothing_is_cut_at_the_edge_of_the_paper(
    visit: Visit, site: Path, printed: Callable[..., Pdf]
) -> None:
    # The booklet's sheets are made by another program.
    pages = [path for path in kinds_of(site) if not parsed(site / path).select(".booklet")]
    found = {path: list(cut_off(printed(visit(path)), "A4")) for path in pages}
    assert {path: boxes for path, boxes in found.items() if boxes} == {}
