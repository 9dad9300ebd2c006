"""The real site's own words fit on every kind of page: small screens, stars, controls, paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from inline_site import parsed
from page_checks import PAPERS, covered_words, cut_off, small_targets, texts
from pdf_reader import Pdf
from thorough import THOROUGH
from visits import OBSERVE, SHIFT, Visit, has_no_overflow, look
from walk import controlled, kinds_of, main_pages, pages_of

LONG_ZONE = "America/Argentina/ComodRivadavia"


# Between the left edges of what is shown first of the title and of the footer.
GAP = """() => {
  const left = (what) => [...document.querySelectorAll(what)]
    .find((it) => it.checkVisibility({ visibilityProperty: true })).getBoundingClientRect().left;
  return Math.abs(left(".bd-article h1, .site-search h1") - left(".bd-footer nav"));
}"""


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


def test_every_page_fits_the_narrowest_screen_in_both_modes_and_begins_at_the_header_s_edge(
    visit: Visit, site: Path
) -> None:
    wide, apart = [], {}
    for path in states(site):
        page = visit(path, viewport={"width": 320, "height": 800})
        fits = has_no_overflow(page)
        apart[path, 320] = page.evaluate(GAP)
        look(page, color_scheme="dark")
        wide += [] if fits and has_no_overflow(page) else [path]
        for width in (1280, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            apart[path, width] = page.evaluate(GAP)
    assert not wide
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


CLIPPED = """() => {
  const section = document.querySelector("section:has(> .workshop-event), .site-lost");
  const drawing = getComputedStyle(section, "::before");
  const [left, width] = [drawing.left, drawing.width].map(parseFloat);
  const right = section.getBoundingClientRect().x + left + width;
  const found = [];
  for (let it = section; it && it !== document.body; it = it.parentElement) {
    const clips = getComputedStyle(it).overflowX !== "visible";
    if (clips && it.getBoundingClientRect().right < right - 1) found.push(it.className);
  }
  return found;
}"""


def test_the_drawing_is_whole_under_no_words_and_lost_readers_buttons_have_one_height(
    visit: Visit,
) -> None:
    for path in ("index.html", "404.html"):
        page = visit(path)
        for width in (320, 768, 1024, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(DRAWN_OVER) == [], (path, width)
            assert width < 1024 or page.evaluate(CLIPPED) == [], (path, width)
    controls = page.locator(".site-lost :is(a, input, button)")
    heights = controls.evaluate_all("all => all.map((it) => it.getBoundingClientRect().height)")
    assert max(heights) - min(heights) < 1


# Paragraphs one after another in home's sections, with their height, beside which two fifths of the
# width or more have neither words nor a picture.
ALONE = """() => {
  const article = document.querySelector(".bd-article");
  const { left, right } = article.getBoundingClientRect();
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const boxes = [...article.querySelectorAll("img, svg")].map((it) => it.getBoundingClientRect());
  while (texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    boxes.push(...range.getClientRects());
  }
  const found = [];
  for (const it of article.querySelectorAll("section > p")) {
    const { top, bottom } = it.getBoundingClientRect();
    const level = boxes.filter((box) => box.width && box.top < bottom && box.bottom > top);
    const end = Math.max(...level.map((box) => box.right));
    if ((right - end) / (right - left) < 0.4) continue;
    const before = found.at(-1);
    if (before && before.last === it.previousElementSibling) {
      Object.assign(before, { last: it, height: bottom - before.top });
    } else found.push({ last: it, top, height: bottom - top, words: it.textContent });
  }
  return found.map(({ words, height }) => [words, height]);
}"""
HIGH = 160  # pixels: more than an introduction of a few lines


def test_no_prose_of_home_stands_beside_half_a_screen_that_is_empty(visit: Visit) -> None:
    page = visit("index.html")
    for width in (1280, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        alone = page.evaluate(ALONE)
        assert [words for words, height in alone if height > HIGH] == [], width
    # Where the committee is elsewhere, the measure finds what it stands beside.
    page.locator("#soc").evaluate("(it) => it.remove()")
    assert any(height > HIGH for _words, height in page.evaluate(ALONE))


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


def test_no_star_covers_words_and_targets_are_large_enough(visit: Visit, site: Path) -> None:
    lists = [path for path in kinds_of(site) if parsed(site / path).select("li .workshop-title")]
    with_controls = {controlled(site, "papers"), controlled(site, "program")}
    wrong = {}
    for path in {*lists, *with_controls}:
        page = visit(path)
        for width in (320, 360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            wrong[path, width] = covered_words(page)
            if path in with_controls:
                expect(page.locator(".workshop-star").first).to_be_visible()
                wrong[path, width] += small_targets(page)
    assert {where: found for where, found in wrong.items() if found} == {}


ENDS = """() => {
  const box = (it) => it.getBoundingClientRect();
  const sessions = [...document.querySelectorAll(".workshop-session")].map(box);
  const calendar = box(document.querySelector("article .workshop-calendar"));
  return [sessions[0].bottom, sessions.at(-1).bottom, calendar.top];
}"""


def test_on_a_phone_the_program_begins_on_the_first_screen_and_calendars_follow_it(
    visit: Visit, site: Path
) -> None:
    for zone in ("", f"?zone={LONG_ZONE}"):
        page = visit(controlled(site, "program") + zone, viewport={"width": 360, "height": 740})
        page.locator(".workshop-star").first.wait_for()
        first, last, calendar = page.evaluate(ENDS)
        assert first < 740
        assert calendar > last


def test_entries_of_people_are_no_narrow_columns_on_small_phones(visit: Visit, site: Path) -> None:
    with_people = [
        path for path in kinds_of(site) if parsed(site / path).select(".workshop-person")
    ]
    assert with_people
    for path in with_people:
        page = visit(path, viewport={"width": 320, "height": 640})
        widths = page.locator(".workshop-person > div").evaluate_all(
            "all => all.map((it) => it.getBoundingClientRect().width)"
        )
        assert min(widths) > 180, path


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
    # The booklet's sheets are made by another program; once a week, all others are printed.
    pages = [path for path in kinds_of(site) if not parsed(site / path).select(".booklet")]
    pages = pages if THOROUGH else main_pages(site)
    found = {path: list(cut_off(printed(visit(path)), "A4")) for path in pages}
    assert {path: boxes for path, boxes in found.items() if boxes} == {}
