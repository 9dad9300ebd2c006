"""Items that are made when they are written become the same nodes as those made at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_workshop.views.html_element import element, lazy_map, materialize

if TYPE_CHECKING:
    from docutils import nodes


def item(name: str) -> nodes.Node:
    return element("li", name)


def test_nothing_is_made_before_it_is_asked_for() -> None:
    asked: list[str] = []

    def show(name: str) -> nodes.Node:
        asked.append(name)
        return item(name)

    listed = element("ul", lazy_map(iter("ab"), show))
    assert asked == []
    materialize([listed])
    assert asked == ["a", "b"]


def test_items_are_made_in_their_places_however_deep() -> None:
    def group(name: str) -> nodes.Node:
        return element("div", "first", lazy_map(name, item), "last")

    (found,) = materialize([element("ul", lazy_map(["ab", ""], group))])
    expected = element(
        "ul",
        element("div", "first", item("a"), item("b"), "last"),
        element("div", "first", "last"),
    )
    assert found.pformat() == expected.pformat()


def test_items_at_the_top_are_made_too() -> None:
    assert [node.astext() for node in materialize([item("a"), lazy_map("bc", item)])] == [
        "a",
        "b",
        "c",
    ]
