"""Of each warning of Sphinx, it is known which page it is about."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from sphinx.testing.util import SphinxTestApp
from sphinx.util.logging import getLogger

from sphinx_workshop.compat import warnings_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def app(tmp_path: Path) -> Iterator[SphinxTestApp]:
    (tmp_path / "conf.py").touch()
    (tmp_path / "index.rst").write_text("Home\n====\n", "utf-8")
    app = SphinxTestApp(srcdir=tmp_path, warning=StringIO())
    app.build()
    yield app
    app.cleanup()


def test_warnings_tell_which_page_they_are_about(app: SphinxTestApp) -> None:
    pages: set[str] = set()
    warnings_log.note_pages(app.env, pages)
    path = app.env.doc2path("index")
    node = nodes.paragraph()
    node.source, node.line = str(path), 3
    for location in ("index", ("index", 3), f"{path}:3", f"{path}:", str(path), node):
        getLogger("test").warning("of a page", location=location)
        assert pages == {"index"}, location
        pages.clear()
    for other in (None, f"{app.srcdir / 'conf.py'}:1"):
        getLogger("test").warning("of none", location=other)
        assert pages == {""}, other
        pages.clear()
