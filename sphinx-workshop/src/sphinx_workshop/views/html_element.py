"""Nodes for what docutils has none: one HTML element, and items that are made when written."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from docutils import nodes
from sphinx.addnodes import only

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from ..core.model import Paper

Item = TypeVar("Item")


class HtmlElement(nodes.General, nodes.Inline, nodes.TextElement):
    """An HTML element with its `tag` and `attributes`; other formats show what is inside.

    A text element, since Sphinx's writer allows links in nothing else.
    """


def element(
    tag: str, *children: nodes.Node | str, classes: str = "", id: str = "", **attributes: str
) -> HtmlElement:
    """Return an element; strings among its children become text, `_` in attributes `-`."""
    node = HtmlElement("", "", tag=tag, classes=classes.split(), ids=[id] if id else [])
    node["attributes_"] = {name.replace("_", "-"): value for name, value in attributes.items()}
    # `append` would look for the document, up to the top, for each.
    node.children = [nodes.Text(c) if isinstance(c, str) else c for c in children]
    for child in node.children:
        child.parent = node
    return node


class Lazy(nodes.General, nodes.Element):
    """Stands for nodes that are not made yet: of a list of thousands, one item at a time is."""

    def __init__(self, make: Callable[[], Iterator[nodes.Node]]) -> None:
        """Keep how the nodes are made."""
        super().__init__()
        self.make = make


class KeptSection(Lazy):
    """Stands for a section whose HTML is kept from build to build.

    It shows of its papers no more than lists do, or, with `whole`, all but related papers; and of
    other records what lists of papers show.
    """

    def __init__(
        self,
        name: str,
        make: Callable[[], nodes.Node],
        papers: Iterable[Paper],
        *,
        whole: bool = False,
    ) -> None:
        """Keep the section's name on its page, how it is made, and its papers."""
        super().__init__(lambda: iter([make()]))
        self.name, self.papers, self.whole = name, tuple(papers), whole


def lazy_map(items: Iterable[Item], show: Callable[[Item], nodes.Node]) -> Lazy:
    """Return what is to become a node for each item, in their order."""
    kept = tuple(items)
    return Lazy(lambda: map(show, kept))


def materialize(found: list[nodes.Node]) -> list[nodes.Node]:
    """Return nodes with all in them that was to be made later."""
    whole = nodes.Element("", *found)
    for node in list(whole.findall(Lazy)):
        node.replace_self(materialize(list(node.make())))
    return whole.children


def in_html(node: nodes.Node) -> nodes.Node:
    """Leave a node out of other formats than the site, which its files are not published beside."""
    return only("", node, expr="builder_html or builder_dirhtml")


def _visit(translator: HTML5Translator, node: HtmlElement) -> None:
    # docutils escapes the attributes and writes ids and classes.
    tag = translator.starttag(node, node["tag"], "", **node["attributes_"])
    translator.body.append(tag)


def _depart(translator: HTML5Translator, node: HtmlElement) -> None:
    translator.body.append(f"</{node['tag']}>")


def _pass(translator: nodes.NodeVisitor, node: HtmlElement) -> None:
    """Write nothing: what is inside the element is enough."""


def setup(app: Sphinx) -> None:
    """Register the node with every writer."""
    plain = (_pass, _pass)
    app.add_node(
        HtmlElement,
        html=(_visit, _depart),
        latex=plain,
        text=plain,
        man=plain,
        texinfo=plain,
    )
