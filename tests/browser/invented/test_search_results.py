"""Results of the search: their address, their filters, and what there is without any."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from one_day import TOPICS
from searching import ANY_PAGE, field, hits, lists, opened, status
from visits import Visit, wait_for_query


def test_kinds_without_hits_are_hidden(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    kinds = page.locator(".site-search-kinds label:visible")
    page.keyboard.insert_text("soderqvist")
    expect(kinds).to_have_text(["All 2", "Paper 1", "Person 1"])
    page.get_by_role("radio", name="Paper").check(force=True)
    field(page).fill("holm")
    expect(kinds).to_contain_text(["All", "Paper 0", "Person", "Session"])  # what is set is seen


def test_an_address_gives_the_same_results_as_typing(visit: Visit) -> None:
    typed = opened(visit(ANY_PAGE))
    typed.keyboard.insert_text("hay")
    expect(status(typed)).to_have_text(re.compile(r"\d+ results"))
    shown = hits(typed).all_inner_texts()
    page = visit("search.html?q=hay")
    expect(hits(page)).to_have_count(len(shown))
    assert hits(page).all_inner_texts() == shown


def test_the_address_follows_the_search(visit: Visit) -> None:
    page = visit("search.html")
    field(page).fill("germinat")
    page.get_by_label("Only of the topic").select_option("Germination")
    page.get_by_role("radio", name="Paper").check(force=True)
    expect(hits(page).first).to_be_visible()
    wait_for_query(page, q="germinat", kind="Paper", topic="Germination")
    shown = hits(page).all_inner_texts()
    page.reload()
    expect(hits(page)).to_have_count(len(shown))
    assert hits(page).all_inner_texts() == shown


def test_kind_and_topic_filter_and_tell_how_many(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    page.keyboard.insert_text("hay")
    expect(status(page)).to_have_text(re.compile(r"\d+ results"))
    papers = page.get_by_text(re.compile(r"^Paper \d+$"))
    number = int((papers.text_content() or "").split()[1])
    page.get_by_role("radio", name="Paper").check(force=True)
    expect(status(page)).to_have_text(f"{number} results")
    expect(hits(page).locator(".site-search-kind")).to_have_text(["Paper"] * number)

    page.get_by_label("Only of the topic").select_option("Weather")
    expect(hits(page).first).to_be_visible()
    assert 0 < hits(page).count() <= number


def test_a_filter_without_words_lists_what_passes(visit: Visit) -> None:
    page = visit("search.html?kind=Topic")
    expect(hits(page)).to_have_count(len(TOPICS))


def test_what_the_address_asks_for_in_vain_is_not_asked_for(visit: Visit) -> None:
    page = visit("search.html?q=hay&kind=Spaceship&topic=Cooking")
    expect(page.get_by_role("radio", name="All")).to_be_checked()
    expect(hits(page).first).to_be_visible()


def test_more_hits_are_shown_on_demand(visit: Visit) -> None:
    page = visit("search.html?kind=Person")
    expect(hits(page)).to_have_count(10)
    page.get_by_role("button", name="Show 10 more").click()
    expect(hits(page)).to_have_count(20)
    expect(hits(page).nth(10).get_by_role("link")).to_be_focused()


def test_nothing_found_says_so_and_shows_the_lists(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    page.keyboard.type("zzzz")
    expect(status(page)).to_contain_text("Nothing found for “zzzz”.")
    expect(lists(page)).to_have_text(["All papers", "Topics", "Authors", "Program"])


def test_filters_that_leave_nothing_can_be_dropped(visit: Visit) -> None:
    page = visit("search.html?q=holm&kind=Deadline")
    page.get_by_role("button", name=re.compile(r"Show \d results of all kinds")).click()
    expect(hits(page).first).to_contain_text("Mira Holm")
    expect(page.get_by_role("radio", name="All")).to_be_checked()


def test_where_no_entry_has_all_words_those_with_some_are_shown(visit: Visit) -> None:
    page = visit("search.html?q=holm+zzzz")
    expect(status(page)).to_have_text(re.compile("results with some of these words, none with all"))
    expect(hits(page).first).to_contain_text("Mira Holm")
