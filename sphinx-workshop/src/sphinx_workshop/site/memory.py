"""Holds the doctrees of few pages at a time, so that memory does not grow with the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..compat import doctree_caches, parallel_tasks

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def forget_doctrees(app: Sphinx, *_about: Any) -> None:
    """Forget the doctrees of the pages before (`doctree-read`, `html-page-context`)."""
    doctree_caches.clear(app.env)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect the handlers, and bound the pages that wait for a worker."""
    parallel_tasks.bound()
    app.connect("doctree-read", forget_doctrees)
    app.connect("html-page-context", forget_doctrees)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
