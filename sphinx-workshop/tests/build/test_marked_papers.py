"""What is marked of a paper wherever it is shown: that it is withdrawn, or wrong, or won.

Marks after authors' names are said in words as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import exported
from engine_fixtures import built_once
from inline_site import all_words, links, words
from mistakes import Mistake, each_is_reported, in_paper
from readers import atom
from search_index import SearchIndex
from small_workshop import FILES, appended, changed
from sphinx_workshop.site_check import findings

if TYPE_CHECKING:
    from engine_fixtures import Edited
    from inline_site import Built

AWARD = "Best <paper>"
WITHDRAWN = "Withdrawn on 1 August 2016: The data <were> wrong."
ERRATUM = "Erratum of 2 August 2016: In Table 2, the unit is the hour"
WRITTEN = {
    **changed(
        "papers/alpha.md", "\nAlpha is", ":withdrawn: 2016-08-01 The data <were> wrong.\n\nAlpha is"
    ),
    **changed(
        "papers/beta.md",
        "\nBeta is",
        ":erratum: 2016-08-02 In Table 2, the unit is the hour\n:award: Best poster\n\nBeta is",
    ),
    **changed("index.md", "dates\nnotes\n", "dates\nnotes\nbooklet\n"),
    **changed(
        "program/index.md",
        ":::::{session} Coffee",
        ":::::{session}\n:time: 10:15-10:30\n:paper: beta\n:::::\n\n:::::{session} Coffee",
    ),
    **changed(
        "papers/gamma.md",
        "Médard*\n",
        f"Médard*=; Bo Orr=†; Cy Fox\n:award: {AWARD}\n:board: B-12\n:topics: inference\n",
    ),
    **appended("topics/index.md", ":::{topic-map}\n:::"),
    "booklet.md": "# Booklet\n\n:::{booklet}\n:::\n",
}
AWARDS = {"beta": ["Best poster"]}
SAID = {"alpha": WITHDRAWN, "beta": ERRATUM}
TITLES = {"alpha": "Alpha particles", "beta": "Beta decay"}


built = built_once(FILES | WRITTEN)


@pytest.mark.parametrize("id", SAID)
def test_page_lists_and_booklet_say_it_before_all_else(built: Built, id: str) -> None:
    place = len(AWARDS.get(id, []))  # an award is before it
    assert all_words(built.page(f"papers/{id}"), ".workshop-label > span")[place] == SAID[id]
    for page in ("papers/index", "topics/inference"):
        (item,) = built.page(page).select(f".workshop-papers [data-object='paper:{id}']")
        assert all_words(item, ".workshop-label > span")[place] == SAID[id]
    (label,) = built.page("booklet").select(f"#paper-{id} .booklet-label")
    assert words(label).startswith(" · ".join([*AWARDS.get(id, []), SAID[id], "No. "]))


@pytest.mark.parametrize(
    ("id", "page", "place"),
    [
        ("alpha", "papers/beta", ".workshop-related > li"),
        ("beta", "papers/gamma", ".workshop-related > li"),
        ("alpha", "program/index", ".workshop-session"),
        ("beta", "program/index", ".workshop-session"),
        ("alpha", "program/speakers", ".workshop-contributions > li:has(.workshop-spotlight)"),
        ("alpha", "program/speakers", ".workshop-contributions > li:has(.workshop-paper)"),
        ("beta", "program/authors", ".workshop-author-list li li"),
        ("alpha", "topics/index", ".workshop-map svg a"),
        ("beta", "topics/index", ".workshop-map svg a"),
        ("alpha", "booklet", ".booklet-schedule tr"),
        ("beta", "booklet", ".booklet-schedule tr"),
    ],
)
def test_it_is_said_wherever_a_page_names_the_paper(
    built: Built, id: str, page: str, place: str
) -> None:
    found = [item for item in all_words(built.page(page), place) if TITLES[id] in item]
    assert found
    assert all(SAID[id] in item for item in found)


@pytest.mark.parametrize("id", SAID)
@pytest.mark.parametrize(
    "place", [".booklet-contents li li", ".booklet-topic li", ".booklet-authors li"]
)
def test_the_booklet_says_of_which_day_it_is_where_a_paper_is_a_line_or_a_number(
    built: Built, id: str, place: str
) -> None:
    items = built.page("booklet").select(f"{place}:has(a[href='#paper-{id}'])")
    assert items
    assert all(SAID[id].partition(":")[0] in words(item) for item in items)


@pytest.mark.parametrize("id", SAID)
def test_descriptions_begin_with_it(built: Built, id: str) -> None:
    head = built.html(f"papers/{id}")
    said = SAID[id].removesuffix(".")
    for tag in head.select("meta[name=description], meta[property='og:description']"):
        assert str(tag["content"]).startswith(f"{said}. {TITLES[id].split()[0]} ")


@pytest.mark.parametrize("id", SAID)
def test_calendars_apps_and_the_feed_say_it(built: Built, id: str) -> None:
    assert SAID[id] in str(exported.entries(built)[id]["DESCRIPTION"])
    assert exported.talks(built)[id]["subtitle"] == SAID[id]
    (entry,) = (
        entry
        for entry in atom((built.output / "changes.xml").read_bytes()).entries
        if entry.title == TITLES[id]
    )
    assert (entry.summary, entry.link) == (SAID[id], f"https://example.org/2016/papers/{id}.html")
    assert entry.updated == {"alpha": "2016-08-01", "beta": "2016-08-02"}[id] + "T00:00:00+00:00"


def test_a_list_of_changes_has_it_with_the_latest(edited: Edited) -> None:
    built = edited(WRITTEN | appended("notes.md", ":::{changes}\n:::\n"))
    (first, second) = built.page("notes").select(".workshop-change")
    assert [*second.stripped_strings] == ["1 August 2016", "Alpha particles", WITHDRAWN]
    assert links(first) == {"Beta decay": "papers/beta.html"}


@pytest.mark.parametrize("id", SAID)
def test_every_citation_notes_it(built: Built, id: str) -> None:
    said = SAID[id].removesuffix(".")
    entry, reference, item = exported.citations(built, f"papers/{id}")
    for note in (entry["note"], *reference["notes"], item["note"]):
        assert note.endswith(f". {said}. Not archived")
    (line,) = all_words(built.page(f"papers/{id}"), ".workshop-citation")
    assert f". {said}. https://" in line


def test_data_and_metadata_have_day_and_reason(built: Built) -> None:
    beta, alpha, gamma = exported.papers(built).values()
    assert alpha["withdrawn"] == {"date": "2016-08-01", "words": "The data <were> wrong."}
    assert beta["erratum"] == {"date": "2016-08-02", "words": ERRATUM[26:]}
    assert not {"withdrawn", "erratum"} & gamma.keys()
    article = exported.article(built, "papers/alpha")
    assert article["creativeWorkStatus"] == ["Withdrawn on 2016-08-01: The data <were> wrong."]
    article = exported.article(built, "papers/beta")
    assert article["correction"] == [f"2016-08-02: {ERRATUM[26:]}"]


def test_the_search_finds_it_and_says_so_in_the_hit(built: Built) -> None:
    (hit,) = (e for e in SearchIndex(built.output).find("Withdrawn") if e.kind == "Paper")
    assert hit.title == "Alpha particles"
    assert hit.detail == f"{WITHDRAWN} · Ann Lee, Børge Ray"


MISTAKES: dict[str, Mistake] = {
    f"{option} is '{value}'": in_paper(
        "\nAlpha is",
        f":{option}: {value}\n\nAlpha is",
        f":{option}:",
        f"{option} {reported}",
    )
    for option, value, reported in (
        ("withdrawn", "2016-08-01", "'2016-08-01': write the day, and after it why, like: 2022"),
        ("withdrawn", "The data were wrong", "'The' is not a day; write year-month-day"),
        ("erratum", "2016-02-30 The unit", "'2016-02-30' is not a day"),
    )
}


test_a_notice_without_day_or_reason_is_reported = each_is_reported(MISTAKES)


# Awards, boards, and authors' marks --------------------------------------------------------------


@pytest.mark.parametrize("page", ["papers/index", "topics/inference"])
def test_lists_show_an_award_before_all_else_and_only_where_there_is_one(
    built: Built, page: str
) -> None:
    labels = {
        str(item["data-object"]): all_words(item, ".workshop-label > span")
        for item in built.page(page).select(".workshop-papers > li")
    }
    assert labels["paper:gamma"][0] == AWARD
    assert not any(AWARD in label for id, label in labels.items() if id != "paper:gamma")


def test_page_and_booklet_show_the_award_first_and_the_board(built: Built) -> None:
    label = all_words(built.page("papers/gamma"), ".workshop-label > span")
    assert (label[0], label[-1]) == (AWARD, "Board B-12")
    (entry,) = built.page("booklet").select("#paper-gamma .booklet-label")
    assert words(entry).startswith(f"{AWARD} · No. 12")


def test_the_check_of_a_site_finds_an_award_or_a_board_that_is_not_shown(built: Built) -> None:
    page = built.output / "papers/gamma.html"
    text = page.read_text("utf-8")
    try:
        page.write_text(text.replace("Best &lt;paper&gt;", "Best").replace("B-12", "C-3"), "utf-8")
        messages = [found.message for found in findings(built.output)]
    finally:
        page.write_text(text, "utf-8")
    assert f"the award is not shown as {AWARD}" in messages
    assert "the board is not shown as B-12" in messages


def test_marks_after_authors_names_are_words_and_facts(built: Built) -> None:
    marked = ["Cleo Médard (presenting) (equal contribution)"]
    marked += ["Bo Orr (equal contribution) (corresponding author)", "Cy Fox"]
    assert all_words(built.page("papers/gamma"), ".workshop-authors > li") == marked
    (names,) = all_words(built.page("booklet"), "#paper-gamma .workshop-names")
    assert names == ", ".join(marked)
    facts = ("presenting", "equal", "corresponding")
    authors = exported.papers(built)["gamma"]["authors"]
    assert [[author[fact] for fact in facts] for author in authors] == [
        [True, True, False],
        [False, True, True],
        [False, False, False],
    ]
