"""What `compat` uses of the builder of HTML, and of the page around a directive, is still there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_app import built, html
from sphinx_workshop.compat import directives, html_builder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.testing.util import SphinxTestApp
    from sphinx.writers.html5 import HTML5Translator


@pytest.fixture
def app(tmp_path: Path) -> Iterator[SphinxTestApp]:
    """Return an application that has built one page."""
    (tmp_path / "conf.py").touch()
    (tmp_path / "index.md").write_text("# Home\n", "utf-8")
    with built(tmp_path, extensions=["myst_parser"]) as app:
        yield app


def test_stylesheets_are_those_that_a_page_links_in_their_order(app: SphinxTestApp) -> None:
    app.add_css_file("late.css", priority=900, media="print")
    app.add_css_file("early.css", priority=1)
    html(app).init_css_files()
    found = html_builder.stylesheets(html(app))
    assert found[0] == ("_static/early.css", "all")
    assert found[-1] == ("_static/late.css", "print")
    sheets = html(app)._css_files
    assert [s.filename for s in html_builder.named(sheets, {"_static/late.css"})] == [
        "_static/late.css"
    ]


def test_html_builder_writes_pages_to_files_and_nodes_to_text(app: SphinxTestApp) -> None:
    assert html_builder.output_path(app, "index") == Path(app.outdir, "index.html")
    assert html_builder.output_path(app, "index").is_file()
    seen: list[Any] = []

    class Seen(nodes.Inline, nodes.TextElement):
        """Notes what a translator says while it is written."""

    def visit(translator: HTML5Translator, node: Seen) -> None:
        seen.append(html_builder.current_page(translator))
        seen.extend(html_builder.has_tags(translator, name) for name in ("html", "never"))
        translator.body.append("x")
        html_builder.clear(translator)

    app.add_node(Seen, html=(visit, lambda *_about: None), override=True)
    assert (
        html_builder.rendered(app, "field/none", nodes.paragraph("", "A <b>"))
        == "<p>A &lt;b&gt;</p>\n"
    )
    assert html_builder.rendered(app, "field/none", Seen()) == ""
    assert seen == ["field/none", True, False]


def test_a_title_is_rendered_once_and_other_nodes_each_time(app: SphinxTestApp) -> None:
    html_builder.render_titles_once(app)
    title, other = nodes.title("", "A <b>"), nodes.title("", "Other")
    first = html(app).render_partial(title)
    assert html(app).render_partial(other)["title"] == "Other"
    assert first["title"] == "A &lt;b&gt;"
    assert html(app).render_partial(title) is first
    text = nodes.paragraph("", "A")
    assert html(app).render_partial(text)["fragment"] == "<p>A</p>\n"
    text.append(nodes.Text("B"))
    assert html(app).render_partial(text)["fragment"] == "<p>AB</p>\n"
    assert html(app).render_partial(None) == {"fragment": ""}
    page = app.env.titles["index"]
    with_title = html(app).get_doc_context("index", "", "")["title"]
    assert with_title == html(app).render_partial(page)["title"] == "Home"


def test_html_builder_leaves_out_sphinx_s_search(app: SphinxTestApp) -> None:
    assert (app.outdir / "searchindex.js").is_file()
    (app.outdir / "searchindex.js").unlink()
    html_builder.leave_out_search(app)
    app.build(force_all=True)
    assert not (app.outdir / "searchindex.js").exists()


def test_directives_know_the_section_and_the_node_that_they_stand_in(app: SphinxTestApp) -> None:
    found: list[tuple[int, type]] = []

    class Where(SphinxDirective):
        def run(self) -> list[nodes.Node]:
            found.append((directives.level(self), type(directives.parent(self))))
            return []

    app.add_directive("where", Where)
    text = "# One\n\n```{where}\n```\n\n## Two\n\n- a list\n\n  ```{where}\n  ```\n"
    (app.srcdir / "where.md").write_text(f"---\norphan: true\n---\n\n{text}", "utf-8")
    app.build()
    (app.srcdir / "where.md").unlink()
    assert found == [(1, nodes.section), (2, nodes.list_item)]
