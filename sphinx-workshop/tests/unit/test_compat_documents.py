"""What `compat` uses of Sphinx to have documents without files is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.testing.util import SphinxTestApp

from sphinx_workshop.compat import (
    extra_documents,
)

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def _add(app: Sphinx, env: BuildEnvironment) -> list[str]:
    tree = env.get_doctree("index").copy()
    section = nodes.section("", nodes.title("Part", "Part"), ids=["part"])
    tree += section
    extra_documents.add(env, "part", "index", "Part")
    extra_documents.write(app.builder, "part", tree)
    return ["part"]


def test_a_document_without_a_file_is_written_below_its_source_and_forgotten(
    tmp_path: Path,
) -> None:
    (tmp_path / "conf.py").write_text("", "utf-8")
    (tmp_path / "index.rst").write_text("Home\n====\n", "utf-8")
    app = SphinxTestApp("html", srcdir=tmp_path)
    app.connect("env-updated", _add)
    app.build()
    assert app.warning.getvalue() == ""
    assert "<h1>Part" in (app.outdir / "part.html").read_text("utf-8")
    assert app.env.collect_relations()["part"][0] == "index"
    assert app.env.doc2path("part") == app.env.doc2path("index")
    extra_documents.remove(app.env, "part", "index")
    assert "part" not in {*app.env.found_docs, *app.env.all_docs, *app.env.titles}
    assert app.env.toctree_includes == {}
    app.cleanup()
