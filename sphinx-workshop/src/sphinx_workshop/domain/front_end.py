"""Registers stylesheets, scripts and templates, and adds to pages what every page has."""

from __future__ import annotations

import os.path
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..compat.site_builders import makes_site
from ..core import urls
from ..core.text import headline, notice
from ..core.words import N_, gettext
from .domain import domain_of
from .page_head import add_to_head, add_to_pages
from .scripts import SCRIPTS, write_static
from .toctrees import site_contents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from ..core.program import Program

STATIC = Path(__file__).parents[1] / "static"
TEMPLATES = Path(__file__).parents[1] / "templates"

STYLESHEETS = ("workshop.css", "controls.css", "search.css", "print.css")

GRID = "grid.css"
"""The stylesheet of tables of rooms by time; pages without one do not load it."""

_FRAMES = {
    "pydata_sphinx_theme": "pydata_sphinx_theme",
    "sphinx_book_theme": "pydata_sphinx_theme",  # extends it
}
"""Themes whose frame needs templates of its own, with their folder in `templates/`."""

_LISTS = {
    "paper-list": N_("All papers"),
    "topic-list": N_("Topics"),
    "author-index": N_("Authors"),
    "schedule": N_("Program"),
}
"""The words of the links by which the search leads to listings, in their order."""


def add_templates(app: Sphinx, config: Config) -> None:
    """Let templates stand before the theme's, and behind the site's own (`config-inited`)."""
    folders = [TEMPLATES / "common"]
    if config.html_theme in _FRAMES:
        folders.insert(0, TEMPLATES / _FRAMES[config.html_theme])
    config.templates_path = [
        *config.templates_path,
        *(_from_site(app.confdir, folder) for folder in folders),
    ]


def _from_site(confdir: Path, folder: Path) -> str:
    """Return the path from the site to a folder.

    A digest of the setting is published in .buildinfo: where a checkout lies should not be in it.
    """
    try:
        return os.path.relpath(folder, confdir)
    except ValueError:  # on Windows, another drive
        return str(folder)


def add_files(app: Sphinx) -> None:
    """Publish and link the stylesheets (`builder-inited`)."""
    if not makes_site(app):
        return
    folder = Path(app.doctreedir, "workshop-static")
    domain_of(app.env).scripts_version = write_static(STATIC, folder)
    app.config.html_static_path.append(str(folder))
    if "workshop_assets_own_paths" in app.config:
        app.config.workshop_assets_own_paths.append(str(folder))
    for name in STYLESHEETS:
        app.add_css_file(f"workshop/{name}")


def add_words(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Give templates the pages of listings and sections, and link the grids' style."""
    program = domain_of(app.env).program
    context["workshop_text"] = gettext
    context["workshop_lists"] = [
        (gettext(words), program.pages[name])
        for name, words in _LISTS.items()
        if name in program.pages
    ]
    context["workshop_contents"] = site_contents(app.env)
    if 'class="workshop-schedule workshop-grid"' in context.get("body", ""):
        app.add_css_file(f"workshop/{GRID}")


def add_notice(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Put over the content that the event is off; the search page puts it there itself."""
    event = domain_of(app.env).event
    if event.notice:
        first, rest = headline(event), notice(event).removeprefix(headline(event))
        html = f'<p class="workshop-off"><strong>{escape(first)}</strong>{escape(rest)}</p>\n'
        context["workshop_notice"] = html
        if "body" in context:
            context["body"] = html + context["body"]


def link_script(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Link the script in the head (`html-page-context`).

    Not by `add_js_file`, which would put another version into its address than the one by which
    other scripts import it.
    """
    domain = domain_of(app.env)
    address = context["pathto"](f"_static/{SCRIPTS}/main.js", resource=True)
    addresses = escape(" ".join(_addresses(app, domain.program)))
    source = f"{escape(address)}?v={domain.scripts_version}"
    add_to_head(
        context, f'<script type="module" src="{source}" data-workshop="{addresses}"></script>\n'
    )


def _addresses(app: Sphinx, program: Program) -> Iterator[str]:
    """Yield what scripts lead to, in the order in which `page.js` reads it, relative to the root.

    Empty is what the site does not have.
    """
    yield app.builder.get_target_uri("search")
    for listing in ("schedule", "paper-list"):
        page = program.pages.get(listing)
        yield (app.builder.get_target_uri(page) or "./") if page else ""
    yield quote(urls.program_calendar(program)) if program.sessions else ""
    yield quote(urls.papers(program, ".json")) if program.papers else ""


def fingerprint(app: Sphinx, docname: str) -> str:
    """Return what every page's links to listings, sections and the script rest on."""
    domain = domain_of(app.env)
    lists = (domain.program.pages, bool(domain.program.sessions), site_contents(app.env))
    return repr((*lists, domain.scripts_version))


def setup(app: Sphinx) -> None:
    """Wait for the settings, the builder and the pages."""
    app.connect("config-inited", add_templates)
    app.connect("builder-inited", add_files)
    add_to_pages(app, add_notice)
    add_to_pages(app, add_words)
    # After those who replace `pathto`, as sphinx-notfound-page does for a page at any depth.
    add_to_pages(app, link_script, priority=600)
