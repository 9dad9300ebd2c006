"""Publishes the site's scripts without comments and indentation, which readers would wait for.

Our scripts are modules that browsers run as they are written; there is no bundler. Only what
certainly says nothing to a browser is left out: lines of comments, and white space at the
beginning of lines. So a comment stands on lines of its own, and no string goes over several.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_COMMENTS = re.compile(r"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)[ \t]*\n", re.MULTILINE)
_INDENTATION = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def bare(script: str) -> str:
    """Return a script without its comments and indentation."""
    return _INDENTATION.sub("", _COMMENTS.sub("", script))


def _write(app: Sphinx, exception: Exception | None) -> None:
    """Rewrite the copies of our scripts (`build-finished`); Sphinx makes new ones in each build."""
    if exception or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    for folder in app.config.html_static_path:
        source = app.confdir / folder
        for script in source.rglob("*.js"):
            copy = Path(app.outdir, "_static", script.relative_to(source))
            if copy.exists():
                copy.write_text(bare(script.read_text("utf-8")), encoding="utf-8")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Wait for the end of the build."""
    app.connect("build-finished", _write)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
