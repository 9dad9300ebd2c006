"""Finds the files of pictures.

Undocumented: `sphinx.util.i18n.search_image_for_language` (Sphinx 1.3 to 9.0),
`BuildEnvironment.images` (Sphinx 0.3 to 9.0), `Builder.imagedir` and
`StandaloneHTMLBuilder.imgpath` (Sphinx 1.3 to 9.0). Reason: which file stands for a picture depends
on the language, and its name in `_images` on the names of all others.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

from sphinx.util.i18n import search_image_for_language

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment

__all__ = ["address", "folder", "search_image_for_language", "written_name", "written_names"]


def written_names(env: BuildEnvironment) -> set[str]:
    """Return the names of the files that are written for the pages' pictures."""
    return {filename for _docnames, filename in env.images.values()}


def written_name(env: BuildEnvironment, path: str) -> str:
    """Return the name of the file that is written for a picture; empty where no page shows it.

    Args:
        env: the environment, with all pages read.
        path: the picture's, from the source folder.
    """
    return env.images[path][1] if path in env.images else ""


def folder(app: Sphinx) -> Path:
    """Return the folder that the files of pictures are written into."""
    return Path(app.outdir, app.builder.imagedir)


def address(builder: Builder, name: str) -> str:
    """Return the address of a written picture, relative to the page that is being written."""
    return posixpath.join(cast("StandaloneHTMLBuilder", builder).imgpath, quote(name))
