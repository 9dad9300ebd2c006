"""Clears the caches of doctrees that Sphinx keeps until it writes a page.

Private: `BuildEnvironment._write_doc_doctree_cache` and `_pickled_doctree_cache` (Sphinx 7.2 to
9.0). Reason: no event or setting limits them, and at thousands of pages they are most of what a
build holds. The doctrees are on the disk as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_CACHES = ("_write_doc_doctree_cache", "_pickled_doctree_cache")


def clear(env: BuildEnvironment) -> None:
    """Forget all doctrees in memory."""
    for name in _CACHES:
        getattr(env, name).clear()
