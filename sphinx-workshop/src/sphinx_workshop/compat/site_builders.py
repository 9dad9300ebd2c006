"""Names the builders that make a site; the builder of e-books is an HTML builder, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SITE_BUILDERS = ("html", "dirhtml")


def makes_site(app: Sphinx) -> bool:
    """Return whether the build makes a site, with addresses and files beside its pages."""
    return app.builder.name in SITE_BUILDERS
