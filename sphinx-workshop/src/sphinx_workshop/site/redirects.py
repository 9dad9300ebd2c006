"""Checks the redirects of sphinx-reredirects, and writes them as pages that need no script.

    redirects = {"old/page": "../new/page.html#place"}

A target is written as a link from the old address. It has to be a page of the site or an address
that begins with https://; an old address must not be a page.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError

from ..core.extras import module
from ..core.files import write_if_changed
from ..core.words import chosen
from ..core.words import gettext as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

module("sphinx_reredirects", "redirects")

_TEMPLATE = Path(__file__).parents[1] / "templates" / "redirect.html"


def choose_template(app: Sphinx, config: Config) -> None:
    """Use the template of this package where conf.py names none (`config-inited`).

    A copy of it has the words of the site's language, and the place for the address.
    """
    if config.redirect_html_template_file:
        return
    link = '<a href="${to_uri}">${to_uri}</a>'
    place = _("This page is now at %(link)s.", link=link)
    words = {"language": chosen().tag, "moved": _("Moved"), "place": place}
    page = Template(_TEMPLATE.read_text("utf-8")).safe_substitute(words)
    copy = Path(app.doctreedir, "redirect.html")
    write_if_changed(copy, page.encode())
    config.redirect_html_template_file = str(copy)


def check(app: Sphinx, env: BuildEnvironment) -> None:
    """Reject a redirect that leads nowhere, or replaces a page (`env-check-consistency`)."""
    if app.builder.name == "epub":
        return  # the pages of a book have other addresses, to which nobody has linked
    pages = {app.builder.get_target_uri(docname) for docname in env.found_docs}
    for old, target in app.config.redirects.items():
        if old in env.found_docs:
            raise ConfigError(f"redirects in conf.py: '{old}' is a page; remove one of the two")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(old), target.partition("#")[0]))
        if not target.startswith("https://") and path not in pages:
            raise ConfigError(
                f"redirects in conf.py: '{old}' leads to '{target}', and there is no page '{path}'"
            )


def setup(app: Sphinx) -> ExtensionMetadata:
    """Load sphinx-reredirects and connect the handlers."""
    app.setup_extension("sphinx_reredirects")
    app.setup_extension("sphinx_workshop.site.language")
    app.connect("config-inited", choose_template)
    app.connect("env-check-consistency", check)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
