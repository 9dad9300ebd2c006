"""What the search finds, how a hit shows why it is one, and what filters leave."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from searching import ANY_PAGE, field, hits, opened, status
from visits import Visit, go, wait_for_query

# What a person gets first who types otherwise than the pages do.
FORGIVEN = {
    "a letter that is wrong": ("ckover", "CLOVER"),
    "a letter that is missing": ("germnation", "How a seed decides"),
    "two letters": ("sodrqvst", "Ælfrīc Söderqvist"),
    "neighbours swapped": ("medrad", "Basil Médard"),
    "a wrong first letter": ("glover", "CLOVER"),
    "a wrong letter in an unfinished word": ("germonat", "How a seed decides"),
    "two words as one": ("haybales", "Hay Bales"),
    "another ending": ("mooring", "Waiting Herons"),
    "an acronym of the site's table": ("NVG", "BARN"),
    "an acronym whose meaning no page has": ("WWW", "Rain, wind"),
    "an acronym that a text explains": ("RBN cows", "Worms and Their Graph"),
    "what an acronym means": ("colder burrow", "Late Frost"),
    "initials of a keyword": ("SMN", "Worms and Their Graph"),
    "another word for a page": ("visa", "Logistics"),
    "another word for an object": ("food", "Lunch"),
    "another word for a section": ("dimensions", "Size"),
    "what all sites call the program": ("timetable", "Program"),
    "what all sites call the booklet": ("print epub", "Program and abstracts"),
    "a question": ("what is the submission deadline?", "Submission deadline"),
    "a number with a sign": ("#61", "CLOVER"),
    "a number with words": ("paper no. 61", "CLOVER"),
    "an affiliation": ("west hana", "Hana Íñiguez"),
    "a kind": ("panel", "Who owns a meadow?"),
}


def test_the_first_hit_is_right_where_words_are_typed_otherwise(visit: Visit) -> None:
    page = visit("search.html")
    for way, (words, title) in FORGIVEN.items():
        field(page).fill("")
        expect(hits(page)).to_have_count(0)
        field(page).fill(words)
        link = hits(page).first.get_by_role("link")
        expect(link, f"{way}: {words}").to_contain_text(title)


def test_an_excerpt_shows_why_a_hit_is_one(visit: Visit) -> None:
    page = visit("search.html?q=passing+gardeners")
    excerpt = hits(page).first.locator("p").last
    expect(excerpt.locator("mark")).to_have_text(["passing", "gardeners"])
    expect(excerpt).to_have_text(re.compile(r"^… .* the weight of passing cows, .* …$"))
    field(page).fill("SMN")  # stands for
    expect(hits(page).first.locator("p mark")).to_have_text(["soil", "moisture", "networks"])


def test_no_excerpt_is_loaded_where_the_title_says_it_all(blank: Page) -> None:
    asked: list[str] = []
    blank.on("request", lambda request: asked.append(request.url))
    blank.goto("search.html?q=clover")
    expect(hits(blank).first).to_contain_text("CLOVER")
    assert [url for url in asked if "/entries-" in url]
    assert not [url for url in asked if "/texts-" in url]


def test_a_page_is_one_hit_that_leads_to_the_section_with_the_words(visit: Visit) -> None:
    page = visit("search.html?q=barn+door&kind=Page")
    for title, address in (("Size", "posters.html#size"), ("Poster instructions", "posters.html")):
        expect(hits(page)).to_have_count(1)
        expect(hits(page)).to_contain_text("Poster instructions")
        hits(page).get_by_role("link", name=title).click()
        page.wait_for_url(f"**/call-for-papers/{address}")
        go(page, "search.html?q=poster+instructions&kind=Page")


# Filters ----------------------------------------------------------------------------------------


def test_kind_and_topic_filter_and_kinds_without_hits_are_hidden(visit: Visit) -> None:
    page = opened(visit(ANY_PAGE))
    kinds = page.locator(".site-search-kinds label:visible")
    page.keyboard.insert_text("soderqvist")
    expect(kinds).to_have_text(["All 2", "Paper 1", "Person 1"])
    page.get_by_role("radio", name="Paper").check(force=True)
    field(page).fill("holm")
    expect(kinds).to_contain_text(["All", "Paper 0", "Person", "Session"])  # what is set is seen
    field(page).fill("hay")
    expect(kinds.nth(1)).to_have_text("Paper 2")
    expect(status(page)).to_have_text("2 results")
    expect(hits(page).locator(".site-search-kind")).to_have_text(["Paper", "Paper"])


def test_the_address_follows_the_search(visit: Visit) -> None:
    page = visit("search.html")
    field(page).fill("germinat")
    page.get_by_label("Only on the topic").select_option("Germination")
    page.get_by_role("radio", name="Paper").check(force=True)
    expect(hits(page)).to_have_count(2)
    wait_for_query(page, q="germinat", kind="Paper", topic="Germination")
    shown = hits(page).all_inner_texts()
    page.reload()
    expect(hits(page)).to_have_count(len(shown))
    assert hits(page).all_inner_texts() == shown


def test_a_filter_without_words_lists_what_passes_and_more_on_demand(visit: Visit) -> None:
    page = visit("search.html?kind=Person")
    expect(hits(page).locator(".site-search-kind")).to_have_text(["Person"] * 10)
    page.get_by_role("button", name="Show 10 more").click()
    expect(hits(page)).to_have_count(20)
    expect(hits(page).nth(10).get_by_role("link")).to_be_focused()


def test_what_the_address_asks_for_in_vain_is_not_asked_for(visit: Visit) -> None:
    page = visit("search.html?q=hay&kind=Spaceship&topic=Cooking")
    expect(page.get_by_role("radio", name="All")).to_be_checked()
    expect(hits(page).first).to_be_visible()


def test_filters_that_leave_nothing_can_be_dropped(visit: Visit) -> None:
    page = visit("search.html?q=holm&kind=Deadline")
    page.get_by_role("button", name=re.compile(r"Show \d results of all kinds")).click()
    expect(hits(page).first).to_contain_text("Mira Holm")
    expect(page.get_by_role("radio", name="All")).to_be_checked()


def test_where_no_entry_has_all_words_those_with_some_are_shown(visit: Visit) -> None:
    page = visit("search.html?q=holm+zzzz")
    expect(status(page)).to_have_text(re.compile("results with some of these words, none with all"))
    expect(hits(page).first).to_contain_text("Mira Holm")
