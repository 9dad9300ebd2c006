"""Filters over the program and the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from one_day import PAPERS as WRITTEN
from one_day_pages import SESSIONS
from searching import field, hits
from visits import Visit, go, wait, wait_for_query

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

PROGRAM = "program/index.html"
PAPERS = "program/papers/index.html"
TWO_DAYS_PAPERS = "/two-days/program/papers/index.html"
SHOWN = "li[data-object]:visible"
ALL = f"{len(WRITTEN)} papers"


def titles(page: Page) -> Locator:
    return page.locator(f"{SHOWN} .workshop-title")


def test_words_topic_and_kind_are_in_the_address(visit: Visit) -> None:
    page = visit(PAPERS)
    page.get_by_label("Find").fill("invented")
    page.get_by_role("combobox", name="Topic").select_option("insects")
    expect(page.locator(".workshop-count")).to_have_text(f"2 of {ALL}")
    page.get_by_role("combobox", name="Kind").select_option("Spotlight")
    expect(page.locator(".workshop-count")).to_have_text(f"1 of {ALL}")
    expect(titles(page)).to_have_text(["Flow of Bees through a Gap"])
    wait_for_query(page, q="invented", topic="insects", kind="spotlight")

    go(page, page.url)
    expect(titles(page)).to_have_count(1)
    expect(page.get_by_label("Find")).to_have_value("invented")


def test_words_alone_reach_the_address_after_a_while(visit: Visit) -> None:
    page = visit(PROGRAM)
    page.get_by_label("Find").press_sequentially("barn owl")
    wait_for_query(page, q="barn owl")
    expect(titles(page)).to_have_text(["BARN: Night Vision for Barn Owls"])


FOLDED = {
    "Medard": 1,
    "MÉDARD": 1,
    "lukasz orsted": 1,
    "Łukasz": 1,
    "lukasz's": 1,
    "lukasz’s": 1,
    "strasse": 1,
    "STRAßE": 1,
    "etas": 1,
    "no. 2 medard": 1,
    "  ": 2,
    "lukasz medard": 0,
    ".*": 0,
    "<zz>": 0,
}


def test_words_are_found_without_accents_and_case(visit: Visit) -> None:
    page = visit(TWO_DAYS_PAPERS)
    for words, found in FOLDED.items():
        page.get_by_label("Find").fill("")
        expect(titles(page)).to_have_count(2)
        page.get_by_label("Find").fill(words)
        expect(titles(page)).to_have_count(found)


AS_THE_SEARCH = {
    "passing cows": ["Worms and Their Graph"],  # the summary
    "dawn": ["Larks at Four in the Morning"],  # a keyword
    "West": ["BARN: Night Vision for Barn Owls"],  # an affiliation
    "angstrom": ["CLOVER: Counting Leaves over Verges Every Rainy Season"],
    "soderqvist aelfric": ["Hay Bales Counted from Kites"],
    "leski": ["BARN: Night Vision for Barn Owls"],
    "smn": ["Worms and Their Graph"],  # an acronym
    "thistels germinatng": ["Germinating Thistles by Gradient"],
    "the papers on thistles": ["Germinating Thistles by Gradient"],
    "#61": ["CLOVER: Counting Leaves over Verges Every Rainy Season"],
    "thistle dawn": [],
}


def test_words_find_what_the_search_finds(visit: Visit) -> None:
    page = visit(PAPERS)
    for words, found in AS_THE_SEARCH.items():
        page.get_by_label("Find").fill("")
        expect(page.locator(".workshop-count")).to_have_text(ALL)
        page.get_by_label("Find").fill(words)
        expect(page.locator(".workshop-count")).to_have_text(f"{len(found)} of {ALL}")
        expect(titles(page)).to_have_text(found)
    page = visit("search.html?kind=Paper")
    for words, found in AS_THE_SEARCH.items():
        field(page).fill("")
        expect(hits(page)).to_have_count(10)  # of all papers, the first
        field(page).fill(words)
        if found:
            expect(hits(page).locator("> a")).to_have_text(found)
        else:
            expect(page.locator(".site-search-status")).not_to_be_empty()


def test_words_that_cannot_be_looked_for_leave_the_list_whole(visit: Visit) -> None:
    page = visit(PAPERS, fresh=True)
    page.route("**/search-index/**", lambda route: route.fulfill(status=404))
    visit.expect_errors("404")
    field = page.get_by_label("Find")
    field.fill("hay")
    notice = page.get_by_role("main").get_by_text("This could not be loaded")
    expect(notice).to_be_visible()
    expect(page.locator(SHOWN)).to_have_count(len(WRITTEN))
    page.unroute("**/search-index/**")
    field.fill("hay bales")
    expect(titles(page)).to_have_count(2)
    expect(notice).to_be_hidden()


def test_the_program_can_be_filtered_by_speaker_topic_and_kind(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?q=holm")
    expect(titles(page)).to_have_text(["What orchids hear, and the silence they like"])
    go(page, f"{PROGRAM}?kind=poster-session")
    expect(titles(page)).to_have_text(["Posters in the barn"])
    go(page, f"{PROGRAM}?topic=sound")
    expect(page.locator(".workshop-count")).to_have_text(f"2 of {SESSIONS} sessions")


@pytest.mark.parametrize("query", ["", "?view=mine", "?stars=session:clover"])
def test_where_there_is_width_all_tools_of_a_day_stand_in_one_row(visit: Visit, query: str) -> None:
    page = visit(PROGRAM + query, viewport={"width": 1280, "height": 800})
    tools = page.locator(
        ".workshop-controls :is(.workshop-bar > *, .workshop-filters label > :last-child)"
    )
    bottoms = tools.locator("visible=true").evaluate_all(
        "all => all.map((it) => Math.round(it.getBoundingClientRect().bottom))"
    )
    assert len(bottoms) > 3
    assert max(bottoms) - min(bottoms) <= 1


def test_a_day_without_a_hit_has_no_heading(visit: Visit) -> None:
    page = visit("/two-days/program/index.html?kind=panel", timezone_id="America/New_York")
    expect(page.locator(".workshop-day:visible")).to_have_text(
        ["Monday, 14 March 2022 · Eastern Time (UTC−4)"]
    )


def test_the_count_is_a_live_region(visit: Visit) -> None:
    page = visit(PAPERS)
    status = page.get_by_role("status").filter(has_text=ALL)
    expect(status).to_have_text(ALL)
    page.get_by_label("Find").fill("hay")
    expect(page.get_by_role("status").filter(has_text=f"2 of {ALL}")).to_be_visible()
    expect(page.get_by_text(ALL)).to_have_count(1)


def test_where_nothing_is_found_there_is_a_way_on(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?q=vision&kind=keynote")
    help_ = page.locator(".workshop-empty")
    expect(help_).to_contain_text("No session matches.")
    expect(titles(page)).to_have_count(0)
    expect(help_.get_by_role("link", name="Search the papers")).to_have_attribute(
        "href", f"{page.url.partition('program/')[0]}program/papers/index.html?q=vision"
    )
    expect(help_.get_by_role("link", name="Search the whole site")).to_be_visible()
    help_.get_by_role("button", name="Without the kind: 1 session").click()
    expect(titles(page)).to_have_text(["BARN: Night Vision for Barn Owls"])
    expect(help_).to_be_empty()
    expect(page.get_by_label("Find")).to_be_focused()
    wait_for_query(page, q="vision")


def test_reset_shows_all_and_keeps_the_focus(visit: Visit) -> None:
    page = visit(f"{PAPERS}?q=hay&topic=weather")
    reset = page.get_by_role("button", name="Reset filters")
    reset.press("Enter")
    expect(page.locator(SHOWN)).to_have_count(len(WRITTEN))
    expect(reset).to_be_hidden()
    expect(page.get_by_label("Find")).to_be_focused()
    wait_for_query(page)


@pytest.mark.parametrize(
    "words", ["<img src=x onerror=alert(1)>", "'\"></script>", "%", "x" * 9_000]
)
def test_hostile_words_are_but_words(visit: Visit, words: str) -> None:
    page = visit(f"{PROGRAM}?q={quote(words)}")
    expect(page.get_by_label("Find")).to_have_value(words)
    expect(titles(page)).to_have_count(0)
    expect(page.locator("article :is(img, script)")).to_have_count(0)


@pytest.mark.parametrize("name", ["topic", "kind"])
def test_an_unknown_topic_or_kind_is_reported_and_ignored(visit: Visit, name: str) -> None:
    page = visit(f"{PROGRAM}?{name}=<b>constructor</b>")
    expect(page.locator(".workshop-notice")).to_contain_text(
        f"The address asks for the {name} “<b>constructor</b>”, which is not here."
    )
    expect(page.locator(SHOWN)).to_have_count(SESSIONS)


def test_back_leads_to_what_was_shown(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?kind=panel")
    page.get_by_role("link", name="My program").click()
    expect(page.locator(SHOWN)).to_have_count(0)
    page.go_back()
    expect(titles(page)).to_have_text(["Who owns a meadow?"])


def test_the_fields_are_folded_on_narrow_screens(visit: Visit) -> None:
    page = visit(PAPERS, viewport={"width": 360, "height": 640})
    toggle = page.get_by_role("button", name="Filter", exact=True)
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_label("Find")).to_be_hidden()
    toggle.click()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    page.get_by_label("Find").fill("hay")
    go(page, f"{PAPERS}?q=hay")
    expect(page.get_by_label("Find")).to_be_visible()  # a filter that is set is seen


def test_without_scripts_the_list_is_whole(visit: Visit) -> None:
    page = visit(f"{PAPERS}?q=hay", java_script_enabled=False)
    expect(page.locator(SHOWN)).to_have_count(len(WRITTEN))
    expect(page.locator(".workshop-controls")).to_be_hidden()
    expect(page.get_by_text(ALL)).to_be_visible()


def test_a_list_of_2000_papers_is_filtered_and_whole_again(visit: Visit, one_day: Path) -> None:
    page = visit("about/index.html", fresh=True)
    html = BeautifulSoup((one_day / PAPERS).read_text(encoding="utf-8"), "html.parser")
    (papers,) = html.select(".workshop-papers")
    copies = 2_000 // len(WRITTEN) + 1
    papers.replace_with(BeautifulSoup(str(papers) * copies, "html.parser"))
    page.route(
        f"**/{PAPERS}", lambda route: route.fulfill(body=str(html), content_type="text/html")
    )
    page.goto(PAPERS)
    wait(page)
    field = page.get_by_label("Find")
    field.fill("hay bales")
    many = f"{copies * len(WRITTEN)} papers"
    expect(page.locator(".workshop-count")).to_have_text(f"{2 * copies} of {many}")
    field.fill("")
    expect(page.locator(".workshop-count")).to_have_text(many)
