"""Prepares a process for builds, and builds, as the command `sphinx-build` does.

Undocumented: `sphinx.util.docutils.patch_docutils` and `docutils_namespace`, the functions of
`sphinx.util.console`, `Sphinx.build` and `Sphinx.statuscode` (Sphinx 7.2 to 9.0). Reason: a command
that builds twice, or does more than to build, cannot be `sphinx-build`, and Sphinx describes no
other way to do the same.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sphinx.util.console import color_terminal, nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sphinx.application import Sphinx


@contextmanager
def prepared(source: Path) -> Iterator[None]:
    """Patch docutils for one build, and print colors only where a terminal shows them."""
    if not color_terminal():
        nocolor()
    with patch_docutils(source), docutils_namespace():
        yield


def built(app: Sphinx) -> int:
    """Build what is outdated; return the exit code that `sphinx-build` would end with."""
    app.build()
    return app.statuscode
