"""Filters over the program and the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from visits import Visit, go, wait

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

PROGRAM = "program/index.html"
PAPERS = "program/papers/index.html"
TWO_DAYS_PAPERS = "/two-days/program/papers/index.html"
SHOWN = "li[data-object]:visible"


def titles(page: Page) -> list[str]:
    return page.locator(f"{SHOWN} .workshop-title").all_text_contents()


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_words_topic_and_kind_are_in_the_address(visit: Visit) -> None:
    page = visit(PAPERS)
    page.get_by_label("Find").fill("flow")
    page.get_by_role("combobox", name="Topic").select_option("inference")
    page.get_by_role("combobox", name="Kind").select_option("Spotlight")
    expect(page.locator(".workshop-count")).to_have_text("1 of 38 papers")
    assert titles(page) == ["Galaxy Merger Reconstruction with Equivariant Graph Normalizing Flows"]
    assert query(page) == {"q": ["flow"], "topic": ["inference"], "kind": ["spotlight"]}

    go(page, page.url)
    assert len(titles(page)) == 1
    expect(page.get_by_label("Find")).to_have_value("flow")


def test_words_alone_reach_the_address_after_a_while(visit: Visit) -> None:
    page = visit(PROGRAM)
    page.get_by_label("Find").press_sequentially("black hole")
    page.wait_for_url("**?q=black+hole")
    assert len(titles(page)) == 1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Medard", 1),
        ("MÉDARD", 1),
        ("lukasz orsted", 1),
        ("Łukasz", 1),
        ("lukasz's", 1),
        ("lukasz’s", 1),
        ("strasse", 1),
        ("STRAßE", 1),
        ("etas", 1),
        ("no. 2 medard", 1),
        ("  ", 2),
        ("lukasz medard", 0),
        (".*", 0),
        ("<b>", 0),
    ],
)
def test_words_are_found_without_accents_and_case(visit: Visit, words: str, found: int) -> None:
    page = visit(TWO_DAYS_PAPERS)
    page.get_by_label("Find").fill(words)
    assert len(titles(page)) == found


@pytest.mark.parametrize("words", ["regaldo", "hlozek", "ciuca"])
def test_authors_of_the_real_papers_are_found(visit: Visit, words: str) -> None:
    page = visit(f"{PAPERS}?q={words}")
    assert titles(page)


def test_the_program_can_be_filtered_by_speaker_topic_and_kind(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?q=macke")
    assert titles(page) == ["Simulation-based inference and the places it takes us"]
    go(page, f"{PROGRAM}?kind=poster-session")
    assert titles(page) == ["Main Poster Session"]
    go(page, f"{PROGRAM}?topic=uncertainty")
    expect(page.locator(".workshop-count")).to_have_text("2 of 18 sessions")


def test_a_day_without_a_hit_has_no_heading(visit: Visit) -> None:
    page = visit("/two-days/program/index.html?kind=panel")
    expect(page.locator(".workshop-day:visible")).to_have_text(
        ["Monday, 14 March 2022 · Eastern Time (UTC−4)"]
    )


def test_the_count_is_a_live_region(visit: Visit) -> None:
    page = visit(PAPERS)
    status = page.get_by_role("status").filter(has_text="38 papers")
    expect(status).to_have_text("38 papers")
    page.get_by_label("Find").fill("lens")
    expect(page.get_by_role("status").filter(has_text="of 38 papers")).to_be_visible()
    expect(page.get_by_text("38 papers")).to_have_count(1)


def test_where_nothing_is_found_there_is_a_way_on(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?q=vision&kind=keynote")
    help_ = page.locator(".workshop-empty")
    expect(help_).to_contain_text("No session matches.")
    assert titles(page) == []
    expect(help_.get_by_role("link", name="Look among the papers")).to_have_attribute(
        "href", f"{page.url.partition('program/')[0]}program/papers/index.html?q=vision"
    )
    expect(help_.get_by_role("link", name="Search the whole site")).to_be_visible()
    help_.get_by_role("button", name="Without the kind: 1 session").click()
    assert titles(page) == ["TNT: Vision Transformer for Turbulence Simulations"]
    expect(help_).to_be_empty()
    expect(page.get_by_label("Find")).to_be_focused()
    assert query(page) == {"q": ["vision"]}


def test_reset_shows_all_and_keeps_the_focus(visit: Visit) -> None:
    page = visit(f"{PAPERS}?q=lens&topic=inference")
    reset = page.get_by_role("button", name="Reset filters")
    reset.press("Enter")
    expect(page.locator(SHOWN)).to_have_count(38)
    expect(reset).to_be_hidden()
    expect(page.get_by_label("Find")).to_be_focused()
    assert query(page) == {}


@pytest.mark.parametrize(
    "words", ["<img src=x onerror=alert(1)>", "'\"></script>", "%", "x" * 9_000]
)
def test_hostile_words_are_but_words(visit: Visit, words: str) -> None:
    page = visit(f"{PROGRAM}?q={quote(words)}")
    assert titles(page) == []
    expect(page.get_by_label("Find")).to_have_value(words)
    expect(page.locator("article :is(img, script)")).to_have_count(0)


@pytest.mark.parametrize("name", ["topic", "kind"])
def test_an_unknown_topic_or_kind_is_told_and_ignored(visit: Visit, name: str) -> None:
    page = visit(f"{PROGRAM}?{name}=<b>constructor</b>")
    expect(page.locator(".workshop-notice")).to_contain_text(
        f"The address asks for the {name} “<b>constructor</b>”, which is not here."
    )
    expect(page.locator(SHOWN)).to_have_count(18)


def test_back_leads_to_what_was_shown(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?kind=panel")
    page.get_by_role("link", name="My program").click()
    expect(page.locator(SHOWN)).to_have_count(0)
    page.go_back()
    assert titles(page) == ["Enabling Scientific Discoveries with ML"]


def test_the_fields_are_folded_on_narrow_screens(visit: Visit) -> None:
    page = visit(PAPERS, viewport={"width": 360, "height": 640})
    toggle = page.get_by_role("button", name="Filter", exact=True)
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_label("Find")).to_be_hidden()
    toggle.click()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    page.get_by_label("Find").fill("lens")
    go(page, f"{PAPERS}?q=lens")
    expect(page.get_by_label("Find")).to_be_visible()  # a filter that is set is seen


def test_without_scripts_the_list_is_whole(visit: Visit) -> None:
    page = visit(f"{PAPERS}?q=lens", java_script_enabled=False)
    expect(page.locator(SHOWN)).to_have_count(38)
    expect(page.locator(".workshop-controls")).to_be_hidden()
    expect(page.get_by_text("38 papers")).to_be_visible()


def test_typing_is_fast_among_2000_papers(visit: Visit, site: Path) -> None:
    page = visit("about/index.html", fresh=True)
    html = BeautifulSoup((site / PAPERS).read_text(encoding="utf-8"), "html.parser")
    (papers,) = html.select(".workshop-papers")
    papers.replace_with(BeautifulSoup(str(papers) * 53, "html.parser"))
    page.route(
        f"**/{PAPERS}", lambda route: route.fulfill(body=str(html), content_type="text/html")
    )
    page.goto(PAPERS)
    wait(page)
    slowest = page.evaluate(
        """() => {
        const field = document.querySelector("input[type=search]:not(dialog *)");
        const times = ["g", "ga", "gal", "galaxy", "galaxy m", ""].map((words) => {
          const start = performance.now();
          field.value = words;
          field.dispatchEvent(new Event("input"));
          return performance.now() - start;
        });
        return Math.max(...times.slice(1));
        }"""
    )
    expect(page.locator(".workshop-count")).to_have_text(f"{53 * 38} papers")
    assert slowest < 100
