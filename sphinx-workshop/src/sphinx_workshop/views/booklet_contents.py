"""The booklet's list of contents, made of the headings of its chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..core.words import gettext as _
from .html_element import HtmlElement, KeptSection, element, lazy_map

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def contents(sections: Iterable[nodes.Element]) -> nodes.Node:
    """The chapters, and what each holds under a heading of its own."""
    items = []
    for section in sections:
        parts = list(_sections(section))
        entries = lazy_map(parts, lambda part: element("li", _entry(part)))
        below = [element("ol", entries)] if parts else []
        items.append(element("li", element("p", _entry(section)), *below))
    return element(
        "nav",
        element("h2", _("Contents"), id="contents"),
        element("ol", *items),
        classes="booklet-contents",
        aria_labelledby="contents",
    )


def _sections(node: nodes.Element) -> Iterator[nodes.Element]:
    """Yield the sections below a node, in order, made or not."""
    for found in node.findall(nodes.Element):
        if isinstance(found, KeptSection) or (_is_section(found) and found is not node):
            yield found


def _is_section(node: nodes.Element) -> bool:
    return isinstance(node, HtmlElement) and node["tag"] == "section"


def _entry(section: nodes.Element) -> nodes.Node:
    """A link to a section, by the words of its heading."""
    if isinstance(section, KeptSection):
        return _link(section.paper.label, section.paper.title)
    heading = next(n for n in section.findall(HtmlElement) if n["tag"] in {"h2", "h3"})
    return _link(section["ids"][0], heading.astext())


def _link(place: str, words: str) -> nodes.Node:
    return nodes.reference("", words, refid=place, internal=True)
