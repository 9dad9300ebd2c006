"""The order of the list of papers: by number, title, first author or topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

import two_days as two
from axe import serve
from invented_sites import TWO_DAYS, build_invented
from one_day import PAPERS as WRITTEN
from visits import Visit, go, wait_for_query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page

PAPERS = "program/papers/index.html"
NUMBERS = sorted(number for number, *_ in WRITTEN.values())
AUTHORS = ":authors: Ann Lee\n:::\n"
MANY = 120
"""Papers of a list that stands in three parts."""


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a long list, whose titles are in the reverse order of numbers."""
    papers = {
        f"program/papers/p{n}.md": f"# Title {MANY - n:03}\n\n:::{{paper}} {n + 2}\n{AUTHORS}"
        for n in range(1, MANY + 1)
    }
    site = build_invented(tmp_path_factory.mktemp("many"), two.FILES | papers, TWO_DAYS)
    with serve({"many": site}) as address:
        yield f"{address}/many/{PAPERS}"


def order(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Sort by")


def numbers(page: Page) -> list[int]:
    shown = page.locator(".workshop-papers > li:visible .workshop-number").all_inner_texts()
    return [int(number) for number in shown]


def titles(page: Page) -> list[str]:
    return page.locator(".workshop-papers > li:visible .workshop-title").all_text_contents()


def test_papers_stand_by_number_and_can_be_sorted_by_title_and_back(visit: Visit) -> None:
    page = visit(PAPERS)
    assert numbers(page) == NUMBERS
    order(page).select_option("Title")
    assert titles(page) == sorted((title for _, title, *_ in WRITTEN.values()), key=str.casefold)
    order(page).select_option("Number")
    assert numbers(page) == NUMBERS


def test_a_short_word_at_the_head_of_a_title_comes_before_longer_ones(visit: Visit) -> None:
    page = visit(PAPERS)
    words = "all => { all[1].textContent = 'A worm'; all[0].textContent = 'Acorns'; }"
    page.locator(".workshop-papers .workshop-title a").evaluate_all(words)
    order(page).select_option("Title")
    assert titles(page)[:2] == ["A worm", "Acorns"]


def test_papers_are_sorted_by_the_family_name_of_their_first_author(visit: Visit) -> None:
    page = visit(PAPERS)
    order(page).select_option("First author")
    names = page.locator(".workshop-papers .workshop-names").all_inner_texts()
    last = [authors.split(", ")[0].split()[-1] for authors in names]
    assert last.index("Abbey") < last.index("Ångström") < last.index("Cobb") < last.index("Eck")
    assert last.index("Rossi") < last.index("Söderqvist") < last.index("Tanner")


def test_papers_on_one_topic_stand_together_by_number(visit: Visit) -> None:
    page = visit(PAPERS)
    order(page).select_option("Topic")
    shown = page.locator(".workshop-papers .workshop-topics > li:first-child").all_inner_texts()
    assert shown == sorted(shown)
    by_topic = list(zip(shown, numbers(page), strict=True))
    assert by_topic == sorted(by_topic)


def test_the_order_is_in_the_address_and_goes_with_words_and_filters(visit: Visit) -> None:
    page = visit(PAPERS)
    order(page).select_option("Title")
    wait_for_query(page, sort="title")
    page.get_by_role("combobox", name="Topic").select_option("weather")
    wait_for_query(page, sort="title", topic="weather")
    go(page, page.url)
    expect(order(page)).to_have_value("title")
    assert titles(page) == sorted(titles(page))
    assert 1 < len(titles(page)) < len(NUMBERS)
    page.get_by_role("searchbox", name="Find").fill("frost")
    expect(page.locator(".workshop-papers > li:visible")).to_have_count(1)


def test_screen_readers_hear_of_the_new_order(visit: Visit) -> None:
    page = visit(PAPERS)
    order(page).select_option("First author")
    said = page.get_by_role("status").filter(has_text="Sorted by: First author")
    expect(said).to_have_count(1)


def test_an_unknown_order_in_the_address_is_reported(visit: Visit) -> None:
    page = visit(f"{PAPERS}?sort=weight")
    expect(page.locator(".workshop-notice")).to_contain_text("order “weight”, which is not here")
    assert numbers(page) == NUMBERS


def test_a_list_in_several_parts_is_sorted_as_one(visit: Visit, many: str) -> None:
    page = visit(PAPERS, fresh=True)
    go(page, many)
    expect(page.locator("ul.workshop-papers")).to_have_count(3)
    lengths = "all => all.map((it) => it.children.length)"
    before = page.locator("ul.workshop-papers").evaluate_all(lengths)
    order(page).select_option("Title")
    first = page.locator("ul.workshop-papers").first.locator(".workshop-title").all_text_contents()
    expect(page.locator(".workshop-papers .workshop-title").last).to_have_text(f"Title {MANY - 1}")
    shown = [title for title in titles(page) if title.startswith("Title ")]
    assert len(shown) == MANY
    assert shown == sorted(shown)
    assert first == titles(page)[: len(first)], "the lists that come later are waited for"
    assert page.locator("ul.workshop-papers").evaluate_all(lengths) == before


def test_of_two_orders_that_are_chosen_at_once_the_last_one_stays(visit: Visit, many: str) -> None:
    page = visit(PAPERS, fresh=True)
    go(page, many)
    before = titles(page)
    choose = """select => {
        for (const order of ["title", ""]) {
            select.value = order;
            select.dispatchEvent(new Event("change"));
        }
    }"""
    order(page).evaluate(choose)
    expect(page.locator(".workshop-papers .workshop-title").last).to_have_text(before[-1])
    assert titles(page) == before


def test_without_scripts_there_is_no_control(visit: Visit) -> None:
    page = visit(PAPERS, java_script_enabled=False)
    expect(page.locator("article select")).to_have_count(0)
