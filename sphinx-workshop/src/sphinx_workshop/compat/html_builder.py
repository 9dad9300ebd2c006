"""Asks the builder of HTML what it knows of files and pages, and tells it what to write.

Private: `StandaloneHTMLBuilder._css_files` (Sphinx 7.2 to 9.0). Undocumented: `current_docname`,
`get_output_path`, `render_partial` and `search` of `StandaloneHTMLBuilder`, `Builder.tags`, the
items of `css_files` in a page's context, and the lists `fragment` and `html_body` of docutils'
translator (Sphinx 8.2 to 9.0).

Reason: what is documented are addresses (`get_target_uri`) and names of templates. A page that is
no document, a view outside of a document, and Sphinx's own search have no interface; the list of
stylesheets, `css_files` of `html-page-context`, exists only while a page is written; a written page
stays in memory in the parts it was put together from; and for each page the titles of its neighbors
and of all pages above it are rendered anew.
"""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.builders.html._assets import _CascadingStyleSheet
    from sphinx.writers.html5 import HTML5Translator


class Stylesheet(NamedTuple):
    """A stylesheet that pages link: its path from the output folder, or its address; its media."""

    name: str
    media: str


def stylesheets(builder: StandaloneHTMLBuilder) -> list[Stylesheet]:
    """Return the stylesheets in the order in which pages link them."""
    sheets = sorted(builder._css_files, key=lambda sheet: sheet.priority)
    return [
        Stylesheet(str(sheet.filename), sheet.attributes.get("media", "all")) for sheet in sheets
    ]


def named(sheets: Iterable[_CascadingStyleSheet], names: set[str]) -> list[_CascadingStyleSheet]:
    """Return those of a page's `css_files` that have one of these names."""
    return [sheet for sheet in sheets if sheet.filename in names]


def output_path(app: Sphinx, page: str) -> Path:
    """Return the file that a page is written to."""
    return Path(_html(app).get_output_path(page))


def leave_out_search(app: Sphinx) -> None:
    """Leave out the index, page and scripts of Sphinx's own search."""
    _html(app).search = False


def render_titles_once(app: Sphinx) -> None:
    """Render each title once: a page's own is also that of its neighbors, and of pages below it."""
    if not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    render = app.builder.render_partial
    kept: dict[int, tuple[nodes.title, dict[str, str]]] = {}

    @wraps(render)
    def rendered(node: nodes.Node | None) -> dict[str, str]:
        if not isinstance(node, nodes.title):
            return render(node)
        if id(node) not in kept:
            kept[id(node)] = node, dict(render(node))  # Sphinx 8.2 fills one for all nodes
        return kept[id(node)][1]

    vars(app.builder).update(render_partial=rendered)


def rendered(app: Sphinx, page: str, node: nodes.Node) -> str:
    """Return a node as HTML, with links relative to a page that need not be a document."""
    _html(app).current_docname = page
    return str(_html(app).render_partial(node)["fragment"])


def current_page(translator: HTML5Translator) -> str:
    """Return the name of the page that is being written."""
    return translator.builder.current_docname


def has_tags(translator: HTML5Translator, condition: str) -> bool:
    """Return whether what stands under `{only}` with a condition is written."""
    return translator.builder.tags.eval_condition(condition)


def clear(translator: HTML5Translator) -> None:
    """Free the parts of a page that were joined already."""
    for parts in (translator.body, translator.fragment, translator.html_body):
        parts.clear()


def _html(app: Sphinx) -> StandaloneHTMLBuilder:
    return cast("StandaloneHTMLBuilder", app.builder)
