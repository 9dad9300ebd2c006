"""Keeps what is written on each page and in each of its sections, while Sphinx reads the pages."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, cast

from docutils import nodes
from sphinx import addnodes

from ..document_store import DocumentStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment


class Section(NamedTuple):
    """A section of a page, without those in it; the first of a page is what precedes the others.

    Attributes:
        anchor: its HTML id; empty for the first.
        heading: its title; empty for the first, whose title is the page's.
        prose: its words.
        shown: those of its words that are fit to be shown.
    """

    anchor: str
    heading: str
    prose: str
    shown: str


Content = tuple[Section, ...]
"""What is written on a page, by section."""


class SearchDomain(DocumentStore):
    """Keeps what is written on each page, without what extensions will add to it."""

    name = "site-search"
    kept = ("contents",)
    label = "Site search"
    contents: dict[str, Content]

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Keep the words of a document; its own title is the entry's affair."""
        found: dict[str, list[tuple[nodes.Element, str]]] = {"": []}
        for block, words in texts(document):
            found.setdefault(_anchor(block), []).append((block, words))
        self.contents[docname] = tuple(_section(*section) for section in found.items())


def contents_of(env: BuildEnvironment) -> dict[str, Content]:
    """Return what is written on the pages of a site."""
    return cast("SearchDomain", env.get_domain(SearchDomain.name)).contents


def texts(node: nodes.Element) -> Iterator[tuple[nodes.Element, str]]:
    """Yield the paragraphs and headings in a node, with their words."""
    for block, parts in groupby(node.findall(nodes.Text), key=_block):
        # What stands outside of them is ornament.
        if isinstance(block, nodes.TextElement) and not isinstance(block, nodes.Invisible):
            yield block, "".join(parts)


def _section(anchor: str, blocks: list[tuple[nodes.Element, str]]) -> Section:
    heading = [words for block, words in blocks if isinstance(block, nodes.title)] if anchor else []
    prose = [words for block, words in blocks if not isinstance(block, nodes.title)]
    shown = " ".join(words for block, words in blocks if _is_plain(block))
    return Section(anchor, " ".join(heading), " ".join(prose), " ".join(shown.split()))


def _anchor(block: nodes.Element) -> str:
    """Return the id of the section that a block stands in; that of a page has none."""
    while block.parent and not isinstance(block, nodes.section):
        block = block.parent
    inner = block.parent is not None and not isinstance(block.parent, nodes.document)
    return str(block["ids"][0]) if inner else ""


def _is_plain(block: nodes.Element) -> bool:
    """Return whether a paragraph's words are final: references may still become titles."""
    references = block.findall(addnodes.pending_xref)
    in_text = isinstance(block, nodes.paragraph) and not isinstance(block.parent, nodes.entry)
    return in_text and all(reference["refexplicit"] for reference in references)


def _block(node: nodes.Node) -> nodes.Element:
    """Return the nearest element around a node that is more than a part of a line."""
    while isinstance(node, nodes.Text | nodes.Inline):
        node = node.parent
    return cast("nodes.Element", node)
