"""Has pages written again that show what changed on other pages."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ..compat.extensions import loaded
from . import day_pages, front_end, page_head, placeholders
from .domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

_INCREMENTAL = "sphinx_workshop.site.incremental"
_SHOWN = "shown"


def choose(app: Sphinx, config: Config) -> None:
    """Give `incremental` the fingerprints of pages; do without, if it is not loaded.

    At `config-inited`, because its event is known only when all extensions are there.
    """
    if loaded(app, _INCREMENTAL):
        for module in (placeholders, page_head, front_end, day_pages):
            app.connect("page-fingerprint", module.fingerprint)
        app.connect("preview-leaves", booklet)
    else:
        app.connect("env-updated", pages)


def booklet(app: Sphinx) -> list[str]:
    """Return the page that every edit of another one changes, and that is larger than all."""
    page = domain_of(app.env).program.booklet_page
    return [] if page is None else [page]


def pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return all pages if anything changed that one of them may show (`env-updated`)."""
    domain = domain_of(env)
    program = domain.program
    shown = repr((program.event, program.records, program.pages, sorted(domain.views.items())))
    shown += domain.scripts_version
    digest = hashlib.sha256(shown.encode()).hexdigest()
    former = domain.data.get(_SHOWN)
    domain.data[_SHOWN] = digest
    return [] if former == digest else sorted(env.found_docs)


def setup(app: Sphinx) -> None:
    """Wait until all extensions are loaded."""
    app.connect("config-inited", choose)
