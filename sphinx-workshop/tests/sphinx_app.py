"""Applications of Sphinx that have built a few pages, for tests of `compat`."""

from __future__ import annotations

from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.testing.util import SphinxTestApp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def built(source: Path, **settings: Any) -> Iterator[SphinxTestApp]:
    """Build a folder with a conf.py without a warning; the application ends with the block."""
    app = SphinxTestApp(srcdir=source, confoverrides=settings, warning=StringIO())
    app.build()
    assert not app.warning.getvalue()
    yield app
    app.cleanup()


def html(app: SphinxTestApp) -> StandaloneHTMLBuilder:
    """Return the builder of an application that builds HTML."""
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    return app.builder
