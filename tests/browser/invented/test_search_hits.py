"""What the search finds where words are typed otherwise than written, and how a hit shows why."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from searching import field, hits
from visits import Visit, go

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


@pytest.fixture
def page(open_context: Any) -> Page:
    """Return a page that has gone nowhere yet, and may complain."""
    blank: Page = open_context().new_page()
    return blank


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


def test_an_excerpt_marks_what_an_acronym_stands_for(visit: Visit) -> None:
    page = visit("search.html?q=SMN")
    marks = hits(page).first.locator("p mark")
    expect(marks).to_have_text(["soil", "moisture", "networks"])


def test_no_excerpt_is_loaded_where_the_title_says_it_all(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("search.html?q=clover")
    expect(hits(page).first).to_contain_text("CLOVER")
    assert [url for url in asked if "/entries-" in url]
    assert not [url for url in asked if "/texts-" in url]


def test_a_page_is_one_hit_that_leads_to_the_section_with_the_words(visit: Visit) -> None:
    page = visit("search.html?q=barn+door&kind=Page")
    expect(hits(page)).to_have_count(1)
    expect(hits(page)).to_contain_text("Poster instructions")
    hits(page).get_by_role("link", name="Size").click()
    page.wait_for_url("**/call-for-papers/posters.html#size")
    go(page, "search.html?q=poster+instructions&kind=Page")
    expect(hits(page)).to_have_count(1)
    hits(page).get_by_role("link", name="Poster instructions").click()
    page.wait_for_url("**/call-for-papers/posters.html")
