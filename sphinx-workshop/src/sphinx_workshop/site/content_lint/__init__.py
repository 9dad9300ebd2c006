"""Checks what pages hold and publish: a page is input, and may neither run code nor reach outside.

Knows nothing of workshops. By module:

- `allowed`: the directives, roles and front-matter keys that a page may use (three settings);
- `parser`: looks each of them up before it runs, and checks links and front matter;
- `published`, `paths`, `files`: pictures and linked files are in the site's folders, and no
  symbolic link leads out of these;
- `pictures`, `svg`: files are what their names say, limited in size, and SVGs only draw;
- `tables`: docutils' tables and figures, with plain words for bad options;
- `addresses`, `raw_html`, `characters`, `sizes`: what their names say.

Settings, all of which begin with `workshop_lint_`:

- `directives`, `roles`, `front_matter`: lists of names; see `allowed`;
- `assets`: the folder of PDFs and slides, from the source folder;
- `picture_bytes`, `picture_pixels`, `document_bytes`: how large published files may be;
- `page_bytes`, `line_length`: how long a page and its lines may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import allowed, pictures, sizes, tables
from .addresses import RejectAddresses, scheme
from .allowed import DIRECTIVES, FRONT_MATTER, ROLES, Allowed
from .characters import check_characters, visible
from .files import find_links
from .parser import PageParser, check_format
from .published import CheckPublishedFiles
from .raw_html import RejectRawHtml

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__all__ = ["DIRECTIVES", "FRONT_MATTER", "ROLES", "Allowed", "scheme", "setup", "visible"]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the settings, the parser, the transforms and the checks of sources and files."""
    for name, default in {
        "directives": allowed.DIRECTIVES,
        "roles": allowed.ROLES,
        "front_matter": allowed.FRONT_MATTER,
    }.items():
        app.add_config_value(f"workshop_lint_{name}", default, "env", (list, tuple))
    for name, number in {
        "picture_bytes": pictures.PICTURE_BYTES,
        "picture_pixels": pictures.PICTURE_PIXELS,
        "document_bytes": pictures.DOCUMENT_BYTES,
        "page_bytes": sizes.PAGE_BYTES,
        "line_length": sizes.LINE_LENGTH,
    }.items():
        app.add_config_value(f"workshop_lint_{name}", number, "env", (int,))
    app.add_config_value("workshop_lint_assets", "assets", "env", (str,))
    app.setup_extension("myst_parser")
    app.add_source_parser(PageParser, override=True)
    tables.setup(app)
    app.connect("config-inited", find_links, priority=900)  # when all settings are there
    app.connect("source-read", sizes.check_size, priority=50)  # before what reads all lines
    app.connect("source-read", check_characters)
    app.connect("source-read", check_format, priority=900)  # whatever has changed the source
    app.add_transform(RejectRawHtml)
    app.add_transform(RejectAddresses)
    app.add_transform(CheckPublishedFiles)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
