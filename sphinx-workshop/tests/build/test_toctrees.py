"""A `toctree` with `:glob:` lists topics by `:order:` and short names, other pages first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inline_site import all_words
from trees import differing

if TYPE_CHECKING:
    from engine_fixtures import MakeSite


def topic(short: str, order: int) -> str:
    return f"# {short} of the city\n\n:::{{topic}} {short}\n:order: {order}\n\nWords.\n:::\n"


FILES = {
    "index.md": "# Home\n\n:::{toctree}\n:titlesonly:\n\ntopics/index\n:::\n",
    "topics/index.md": "# Topics\n\n:::{toctree}\n:glob:\n:titlesonly:\n\n*\n:::\n",
    "topics/arches.md": topic("Arches", 3),
    "topics/bridges.md": topic("Bridges", 1),
    "topics/notes.md": "# Notes\n",
    "topics/cables.md": topic("Cables", 2),
}


def test_topics_are_listed_and_follow_each_other_by_order_after_other_pages(
    make_site: MakeSite,
) -> None:
    built = make_site(FILES).build(jobs=2)
    assert built.messages == []
    titles = ["Notes", "Bridges", "Cables", "Arches"]
    assert all_words(built.page("topics/index"), ".toctree-wrapper a") == titles
    assert all_words(built.page("index"), ".toctree-wrapper a") == ["Topics", *titles]
    (onward,) = built.html("topics/bridges").select("link[rel=next]")
    assert onward["href"] == "cables.html"


@pytest.mark.parametrize(
    "change",
    [
        {"topics/doors.md": topic("Doors", 4)},
        {"topics/arches.md": topic("Arches", 1), "topics/bridges.md": topic("Bridges", 3)},
        {"topics/cables.md": None},
        {"topics/notes.md": topic("Notes", 5)},
        {"topics/cables.md": topic("Ropes", 2)},
    ],
    ids=["added", "reordered", "deleted", "a page becomes a topic", "renamed"],
)
def test_topics_keep_their_order_when_they_change(
    change: dict[str, str | None], started: MakeSite
) -> None:
    site = started(FILES)
    site.write(change)
    again = site.build()
    assert again.messages == []
    assert differing(again.output, site.build("fresh").output) == []


def test_a_list_written_by_hand_keeps_its_order(make_site: MakeSite) -> None:
    by_hand = "# Topics\n\n:::{toctree}\n:titlesonly:\n\narches\nbridges\ncables\nnotes\n:::\n"
    built = make_site(FILES | {"topics/index.md": by_hand}).build()
    assert built.messages == []
    (contents,) = built.page("topics/index").select(".toctree-wrapper")
    titles = ["Arches of the city", "Bridges of the city", "Cables of the city", "Notes"]
    assert all_words(contents, "a") == titles


def test_a_title_in_the_list_stays_with_its_page(make_site: MakeSite) -> None:
    titled = "# Topics\n\n:::{toctree}\n:glob:\n:titlesonly:\n\nHigh arches <arches>\n*\n:::\n"
    site = make_site(FILES | {"topics/index.md": titled})
    for _ in range(2):  # the second build has what the first one kept
        built = site.build()
        titles = ["Notes", "Bridges", "Cables", "High arches"]
        assert all_words(built.page("topics/index"), ".toctree-wrapper a") == titles
