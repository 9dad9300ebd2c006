"""Publishes the site's scripts without comments and white space (rjsmin).

No name in them is changed. rjsmin does not know template literals inside of template literals, so
scripts must not nest them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

from ..core.extras import module

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

jsmin = module("rjsmin", "assets").jsmin


def _write(app: Sphinx, exception: Exception | None) -> None:
    """Rewrite the copies of our scripts (`build-finished`); Sphinx makes new ones in each build."""
    if exception or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    for folder in app.config.html_static_path:
        source = app.confdir / folder
        for script in source.rglob("*.js"):
            copy = Path(app.outdir, "_static", script.relative_to(source))
            if copy.exists():
                copy.write_text(jsmin(script.read_text("utf-8")), encoding="utf-8")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Wait for the end of the build."""
    app.connect("build-finished", _write)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
