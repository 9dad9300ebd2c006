"""What a build holds does not grow with the trees of its pages."""

from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.writers.html5 import HTML5Translator

import small_workshop
from inline_site import SETTINGS

if TYPE_CHECKING:
    import pytest

    from engine_fixtures import MakeSite

NAMES = [f"page-{number}" for number in range(30)]
FILES = {
    "index.md": "# Home\n\n```{{toctree}}\n{}\n```\n".format("\n".join(NAMES)),
    **{f"{name}.md": f"# About {name}\n\nWords.\n" for name in NAMES},
}
ONE_PAGE = {"index.md": "# Home\n"}
EXTENSIONS = [
    *SETTINGS["extensions"],
    "sphinx_workshop.site.memory",
]


def held_pages(source: str) -> set[str]:
    """Return the pages whose trees are in memory."""
    gc.collect()
    held = [str(tree.get("source")) for tree in gc.get_objects() if type(tree) is nodes.document]
    return {path for path in held if path.startswith(source)}


def test_when_all_pages_are_read_their_trees_are_gone(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(FILES, extensions=EXTENSIONS)
    held: list[set[str]] = []
    prepare = StandaloneHTMLBuilder.prepare_writing

    def looked_at(builder: StandaloneHTMLBuilder, docnames: Any) -> None:
        held.append(held_pages(str(site.source)))
        prepare(builder, docnames)

    monkeypatch.setattr(StandaloneHTMLBuilder, "prepare_writing", looked_at)
    site.build()
    assert len(held) == 1
    assert len(held[0]) <= 1


def test_no_message_is_made_that_is_not_printed(make_site: MakeSite) -> None:
    assert make_site(ONE_PAGE, extensions=EXTENSIONS).build().messages == []
    logger = logging.getLogger("sphinx")
    assert logger.level == min(handler.level for handler in logger.handlers) == logging.INFO


def test_templates_begin_when_the_parts_of_a_page_are_gone(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(small_workshop.FILES)
    held: list[str] | None = None
    render = BuiltinTemplateLoader.render

    def looked_at(loader: Any, template: str, context: dict[str, Any]) -> Any:
        nonlocal held
        if context["pagename"] == "papers/alpha":  # to look at all objects takes a while
            held = [
                part
                for found in gc.get_objects()
                if type(found) is HTML5Translator
                for part in (*found.body, *found.fragment, *found.html_body)
                if "alpha-particles" in part
            ]
        return render(loader, template, context)

    monkeypatch.setattr(BuiltinTemplateLoader, "render", looked_at)
    gc.collect()  # what builds of other tests have left
    site.build()
    assert held == []


def test_a_process_collects_cycles_as_before_when_the_build_has_ended(make_site: MakeSite) -> None:
    before = gc.get_threshold()
    gc.set_threshold(1_234, 5, 6)  # which no build before has set
    try:
        assert make_site(ONE_PAGE, extensions=EXTENSIONS).build().messages == []
        assert gc.get_threshold() == (1_234, 5, 6)
    finally:
        gc.set_threshold(*before)


def test_pages_that_are_written_are_gone_while_others_are_resolved(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(FILES, extensions=EXTENSIONS)
    held: list[int] = []
    serialize = StandaloneHTMLBuilder.write_doc_serialized

    def looked_at(builder: StandaloneHTMLBuilder, docname: str, doctree: nodes.document) -> None:
        if docname.endswith(("5", "9")):  # to look at all objects takes a while
            held.append(sum(type(found) is nodes.document for found in gc.get_objects()))
        serialize(builder, docname, doctree)

    monkeypatch.setattr(StandaloneHTMLBuilder, "write_doc_serialized", looked_at)
    gc.collect()
    site.build(jobs=2)
    assert len(held) == 6
    assert max(held) <= 3 * 7  # chunks of seven: one is resolved, two are written
