"""Writes views straight into HTML, at a fraction of the cost of the way that pages go.

On that way, each of two dozen transforms looks at every node, references are looked up one by one,
and a dispatcher is asked about every tag. A view needs none of it: it is made of elements, text and
links to objects that are known. Other formats (books) take the long way, and show the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import only, pending_xref

from ..views.html_element import html_element, lazy
from .domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from .domain import WorkshopDomain


class prerendered(nodes.General, nodes.Inline, nodes.TextElement):  # noqa: N801 (docutils' style)
    """Holds a view that is to be written; no transform sees it."""

    def __init__(self, view: list[nodes.Node]) -> None:
        """Keep the view beside the tree, not in it."""
        super().__init__()
        self.view = view


def _visit(translator: HTML5Translator, node: prerendered) -> None:
    writer = _Writer(translator)
    for part in node.view:
        writer.write(part)
    raise nodes.SkipNode


class _Writer:
    """Writes for a translator what that would write itself."""

    def __init__(self, translator: HTML5Translator) -> None:
        self.translator = translator
        self.body = translator.body
        self.domain: WorkshopDomain = domain_of(translator.builder.env)

    def write(self, node: nodes.Node) -> None:
        match node:
            case nodes.Text():
                self.body.append(self.translator.encode(node.astext()))
            case html_element():
                self._element(node)
            case lazy():
                for part in node.make():
                    self.write(part)
            case pending_xref():
                self._link(node)
            case nodes.inline() if not (node["classes"] or node["ids"]):
                self._within("<span>", node, "</span>")
            case only():
                if self.translator.builder.tags.eval_condition(node["expr"]):
                    self._within("", node, "")
            case _:
                node.walkabout(self.translator)

    def _element(self, node: html_element) -> None:
        tag = node["tag"]
        attributes = {name.lower(): words for name, words in node["attributes_"].items()}
        if node["classes"]:
            attributes["class"] = " ".join(node["classes"])
        if node["ids"]:
            (attributes["id"],) = node["ids"]
        value = self.translator.attval
        parts = [f'{name}="{value(words)}"' for name, words in sorted(attributes.items())]
        self._within(f"<{' '.join([tag, *parts])}>", node, f"</{tag}>")

    def _link(self, node: pending_xref) -> None:
        kind, name = node["reftype"], node["reftarget"]
        record = self.domain.program.named(kind)[name]
        builder, here = self.translator.builder, self.translator.builder.current_docname
        address = "" if record.docname == here else builder.get_relative_uri(here, record.docname)
        address += f"#{record.anchor}" if record.anchor else ""
        start = f'<a class="reference internal" href="{self.translator.attval(address or "#")}">'
        if node["refexplicit"]:
            self._within(start, node, "</a>")
        else:
            words = self.translator.encode(self.domain.title(record))
            self.body += (start, "<span>", words, "</span>", "</a>")

    def _within(self, start: str, node: nodes.Element, end: str) -> None:
        self.body.append(start)
        for child in node.children:
            self.write(child)
        self.body.append(end)


def setup(app: Sphinx) -> None:
    """Register the node."""
    app.add_node(prerendered, html=(_visit, None))
