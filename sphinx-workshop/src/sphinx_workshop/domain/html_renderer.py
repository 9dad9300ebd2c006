"""Writes views straight into HTML, at a fraction of the cost of the way that pages go.

On that way, each of two dozen transforms looks at every node, references are looked up one by one,
and a dispatcher is asked about every tag. A view needs none of it: it is made of elements, text and
links to objects that are known. Other formats (books) take the long way, and show the same.

The booklet shows everything, so that every edit writes it, and Sphinx writes a page whose contents
list the edited one: what was written of papers and lists that did not change is kept in files, by
digests of all that they are made of.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.addnodes import only, pending_xref

from ..compat.html_builder import clear, current_page, has_tags
from ..compat.pictures import address, written_name
from ..core import files, urls
from ..views.html_element import HtmlElement, KeptSection, Lazy
from ..views.qr_code import drawn_by
from .domain import domain_of
from .event import PDF_FOLDER

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from .domain import WorkshopDomain

KEPT = ".sections"
"""The ending of the files beside Sphinx's trees that keep what was written of a page's sections."""


class Prerendered(nodes.General, nodes.Inline, nodes.TextElement):
    """Holds a view that is to be written; transforms see only its children, which end the view."""

    def __init__(self, view: list[nodes.Node], *children: nodes.Node) -> None:
        """Keep the view beside the tree, not in it."""
        super().__init__("", "", *children)
        self.view = view


def _visit(translator: HTML5Translator, node: Prerendered) -> None:
    if node.children:
        cast("nodes.Element", node.view[-1]).extend(node.children)
    writer = _Writer(translator)
    for part in node.view:
        writer.write(part)
    writer.keep()
    raise nodes.SkipNode


class _Writer:
    """Writes for a translator what that would write itself."""

    def __init__(self, translator: HTML5Translator) -> None:
        self.translator = translator
        self.body = translator.body
        self.domain: WorkshopDomain = domain_of(translator.builder.env)
        self.parts: dict[str, str] = {}

    def write(self, node: nodes.Node) -> None:
        match node:
            case nodes.Text():
                self.body.append(self.translator.encode(node.astext()))
            case HtmlElement():
                self._element(node)
            case KeptSection():
                self._part(node)
            case Lazy():
                for part in node.make():
                    self.write(part)
            case pending_xref():
                self._link(node)
            case nodes.reference():
                self._reference(node)
            case nodes.inline() if not (node["classes"] or node["ids"]):
                self._within("<span>", node, "</span>")
            case nodes.image():
                self._picture(node)
            case only():
                if has_tags(self.translator, node["expr"]):
                    self._within("", node, "")
            case _:
                node.walkabout(self.translator)

    def _element(self, node: HtmlElement) -> None:
        tag = node["tag"]
        attributes = {name.lower(): words for name, words in node["attributes_"].items()}
        if node["classes"]:
            attributes["class"] = " ".join(node["classes"])
        if node["ids"]:
            (attributes["id"],) = node["ids"]
        value = self.translator.attval
        parts = [f'{name}="{value(words)}"' for name, words in sorted(attributes.items())]
        self._within(f"<{' '.join([tag, *parts])}>", node, f"</{tag}>")

    def _picture(self, node: nodes.image) -> None:
        """Write a picture, which another page has had published, unless it is rejected."""
        builder = self.translator.builder
        if name := written_name(builder.env, node["uri"]):
            node["uri"] = address(builder, name)
            node.walkabout(self.translator)

    def _link(self, node: pending_xref) -> None:
        kind, name = node["reftype"], node["reftarget"]
        record = self.domain.program.named(kind)[name]
        builder, here = self.translator.builder, current_page(self.translator)
        to = "" if record.docname == here else builder.get_relative_uri(here, record.docname)
        to += f"#{record.anchor}" if record.anchor else ""
        start = f'<a class="reference internal" href="{self.translator.attval(to or "#")}">'
        if node["refexplicit"]:
            self._within(start, node, "</a>")
        else:
            words = self.translator.encode(self.domain.program.title(record))
            self.body += (start, words, "</a>")

    def _reference(self, node: nodes.reference) -> None:
        if "refid" in node and not node["classes"]:
            place = self.translator.attval(node["refid"])
            self._within(f'<a class="reference internal" href="#{place}">', node, "</a>")
        else:
            event, builder = self.domain.event, self.translator.builder
            path = urls.asset(event, node.get("refuri", ""))
            # Views do not know which page they are on; a preview leads to its own file.
            if path and (builder.srcdir / path).is_file():
                node["refuri"] = urls.relative(event, path, current_page(self.translator))
            self.translator.dispatch_visit(node)
            self._within("", node, "")
            self.translator.dispatch_departure(node)

    def _part(self, node: KeptSection) -> None:
        """Write what is kept of a section, or what is made for it."""
        digest = f"{node.name} {self.domain.dependency_digests.of_section(node)}"
        html = self._former.get(digest)
        if html is None:
            start = len(self.body)
            for part in node.make():
                self.write(part)
            html = "".join(self.body[start:])
            del self.body[start:]
        self.parts[digest] = html
        self.body.append(html)

    @cached_property
    def _former(self) -> dict[str, str]:
        """What the former build has written of sections on this page."""
        about, parts = files.kept(self._file, (self._about, dict[str, str]()))
        return parts if about == self._about else {}

    def keep(self) -> None:
        """Keep what was written of sections."""
        if self.parts and self.parts != self._former:
            files.keep(self._file, (self._about, self.parts))

    @cached_property
    def _about(self) -> tuple[str, ...]:
        """Return what else the HTML depends on: who writes, who draws, which files there are."""
        builder = self.translator.builder
        writer = type(self.translator)
        by = f"{writer.__module__}.{writer.__qualname__}"
        assets = sorted(map(str, Path(builder.srcdir, PDF_FOLDER).rglob("*")))
        return builder.name, by, drawn_by(), *assets

    @property
    def _file(self) -> Path:
        return Path(self.translator.builder.doctreedir, current_page(self.translator) + KEPT)

    def _within(self, start: str, node: nodes.Element, end: str) -> None:
        self.body.append(start)
        for child in node.children:
            self.write(child)
        self.body.append(end)


def setup(app: Sphinx) -> None:
    """Register the node; forget what was written of a page, once Sphinx has joined it."""
    written: list[HTML5Translator] = []

    def visit(translator: HTML5Translator, node: Prerendered) -> None:
        written.append(translator)
        _visit(translator, node)

    def forget(*_about: Any) -> None:
        for translator in written:
            clear(translator)
        written.clear()

    app.add_node(Prerendered, html=(visit, None))
    app.connect("html-page-context", forget, priority=0)
