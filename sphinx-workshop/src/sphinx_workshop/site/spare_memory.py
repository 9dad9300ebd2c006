"""Lets a build of thousands of pages do with the memory of a few, and look rarely for garbage.

Sphinx keeps the tree of every page that it has read until it writes that page. With a thousand
pages these are most of what a build holds, and Python's collector looks through all of them again
and again. They are on the disk anyway: here each is let go when the next one comes.

Trees refer to themselves (a node knows its parent), so that the collector has to find them. By
default it begins a search after each 700 new objects, which is a part of one page. And it would
look each time through what stays to the end: modules, the environment, at last everything.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_THRESHOLDS = (20_000, 5, 5)
_CACHES = ("_write_doc_doctree_cache", "_pickled_doctree_cache")


def forget_trees(app: Sphinx, *_about: Any) -> None:
    """Let go the trees of the pages before (`doctree-read`, `html-page-context`)."""
    for name in _CACHES:
        getattr(app.env, name).clear()


def set_apart(app: Sphinx, *_about: Any) -> None:
    """Spare the collector all that is there (`env-before-read-docs`, `build-finished`)."""
    gc.freeze()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Change the collector's thresholds, and set apart what stays as soon as it is there."""
    gc.set_threshold(*_THRESHOLDS)
    app.connect("doctree-read", forget_trees)
    app.connect("html-page-context", forget_trees)
    app.connect("env-before-read-docs", set_apart)
    app.connect("build-finished", set_apart, priority=0)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
