"""Reads templates without their indentation, which every page would repeat, and readers load.

A line's end stays, so that no two words are joined; what is to be translated stays as it is, being
the name that translations have it by. Pages' own content is not in templates, and is not touched.
What templates are compiled to is kept for later builds.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jinja2 import FileSystemBytecodeCache
from jinja2.ext import Extension

from ..compat.site_builders import makes_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.jinja2glue import BuiltinTemplateLoader
    from sphinx.util.typing import ExtensionMetadata

_TRANSLATED = re.compile(r"({%-?\s*trans\b.*?{%-?\s*endtrans\s*-?%})", re.DOTALL)
_INDENTATION = re.compile(r"\s*\n\s*")
_FOLDER = "templates-1"  # in Sphinx's own folder; the number goes up with what is done to templates


class FlatTemplates(Extension):
    """Changes each template's source before it is compiled, once."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source; of each two parts, the second is one to be translated."""
        parts = _TRANSLATED.split(source)
        parts[::2] = [_INDENTATION.sub("\n", part) for part in parts[::2]]
        return "".join(parts)


def begin(app: Sphinx) -> None:
    """Add to the builder's templates (`builder-inited`, before any is read)."""
    if makes_site(app):
        loader = cast("BuiltinTemplateLoader", app.builder.templates)
        loader.environment.add_extension(FlatTemplates)
        folder = Path(app.doctreedir, _FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        loader.environment.bytecode_cache = FileSystemBytecodeCache(str(folder))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Wait for the builder."""
    app.connect("builder-inited", begin)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
