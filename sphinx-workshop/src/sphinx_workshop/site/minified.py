"""Publishes the site's scripts without comments and white space, which readers would wait for.

Our scripts are modules that browsers run as they are written; there is no bundler, and no name is
changed. Pygments tells comments from strings and expressions. A line's end goes only where the
language never takes it for the end of a statement; no string may go over several lines.

Modules import each other by plain names: a digest in each import would weigh more than is left of
what scripts may weigh. For the ten minutes that GitHub Pages lets browsers keep files, a reader who
was here just before a change may have modules of both versions, and the page without what they add.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pygments.lexers import JavascriptLexer
from pygments.token import Comment, Text
from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_WORD = re.compile(r"[\w$]")
# Semicolons are put in by the browser before neither of the latter, nor after the former
# (ECMA-262, 12.10).
_NEEDLESS_END = re.compile(r"(?<=[{;,(\[])\n|\n(?=[)\],.}?:])")


def bare(script: str) -> str:
    """Return a script without its comments, its indentation and its needless spaces."""
    lexer = JavascriptLexer(stripnl=False, ensurenl=False)
    tokens = [(kind, text) for kind, text in lexer.get_tokens(script) if kind not in Comment]
    kept: list[str] = []
    for (kind, text), (_, following) in zip(tokens, [*tokens[1:], (Text, "\n")], strict=True):
        if kind not in Text or text.strip():
            kept.append(text)
        elif "\n" in text:
            kept += ["\n"] if kept and kept[-1] != "\n" else []
        elif kept and _parted(kept[-1][-1], following[:1]):
            kept.append(" ")
    return _NEEDLESS_END.sub("", "".join(kept))


def _parted(before: str, after: str) -> bool:
    """Tell whether two characters need a space: two of words, or the signs of `a + +b`."""
    return bool(_WORD.match(before) and _WORD.match(after)) or (before == after and before in "+-")


def _write(app: Sphinx, exception: Exception | None) -> None:
    """Rewrite the copies of our scripts (`build-finished`); Sphinx makes new ones in each build."""
    if exception or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    for folder in app.config.html_static_path:
        source = app.confdir / folder
        for script in source.rglob("*.js"):
            copy = Path(app.outdir, "_static", script.relative_to(source))
            if copy.exists():
                written = script.read_text("utf-8")
                copy.write_text(_kept(Path(app.doctreedir), written), encoding="utf-8")


def _kept(folder: Path, script: str) -> str:
    """Return a script bare, as a former build has kept it or this one does."""
    path = (
        folder
        / "sphinx_workshop.site.minified"
        / f"{hashlib.sha256(script.encode()).hexdigest()}.js"
    )
    if path.is_file():
        return path.read_text("utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    made = bare(script)
    path.write_text(made, encoding="utf-8")
    return made


def setup(app: Sphinx) -> ExtensionMetadata:
    """Wait for the end of the build."""
    app.connect("build-finished", _write)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
