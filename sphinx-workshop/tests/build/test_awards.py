"""What a paper won, and where its poster hangs: on pages, in the search and in exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine_fixtures import built_once
from inline_site import all_words, words
from small_workshop import FILES, changed
from sphinx_workshop.site_check import findings

if TYPE_CHECKING:
    from inline_site import Built

AWARD = "Best <paper>"
WRITTEN = (
    changed("papers/alpha.md", "\nAlpha is", f":award: {AWARD}\n:board: B-12\n\nAlpha is")
    | changed("index.md", "dates\nnotes\n", "dates\nnotes\nbooklet\n")
    | {"booklet.md": "# Booklet\n\n:::{booklet}\n:::\n"}
)
LABEL = ".workshop-label > span"


built = built_once(FILES | WRITTEN)


@pytest.mark.parametrize("page", ["papers/index", "topics/inference"])
def test_lists_show_an_award_before_all_else_and_only_where_there_is_one(
    built: Built, page: str
) -> None:
    labels = {
        str(item["data-object"]): all_words(item, LABEL)
        for item in built.page(page).select(".workshop-papers > li")
    }
    assert labels["paper:alpha"][0] == AWARD
    assert not any(AWARD in label for id, label in labels.items() if id != "paper:alpha")


def test_a_papers_page_shows_the_award_first_and_the_board(built: Built) -> None:
    label = all_words(built.page("papers/alpha"), LABEL)
    assert (label[0], label[-1]) == (AWARD, "Board B-12")


def test_the_booklet_shows_an_award(built: Built) -> None:
    (label,) = built.page("booklet").select("#paper-alpha .booklet-label")
    assert words(label).startswith(f"{AWARD} · No. 7 · ")


def test_the_check_of_a_site_finds_an_award_or_a_board_that_is_not_shown(built: Built) -> None:
    assert findings(built.output) == []
    page = built.output / "papers/alpha.html"
    text = page.read_text("utf-8")
    try:
        page.write_text(text.replace("Best &lt;paper&gt;", "Best").replace("B-12", "C-3"), "utf-8")
        messages = [found.message for found in findings(built.output)]
    finally:
        page.write_text(text, "utf-8")
    assert f"the award is not shown as {AWARD}" in messages
    assert "the board is not shown as B-12" in messages
