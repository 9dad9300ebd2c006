"""Writes the schedule once more as a page without header and menu, for frames on other sites."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..compat import extensions, html_builder
from ..compat.site_builders import makes_site
from ..core import urls
from ..core.checks import Subtype
from ..core.files import write_if_changed
from ..core.words import gettext as _
from ..views.sessions import embedded_schedule
from .domain import domain_of
from .html_renderer import Prerendered
from .reporting import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

TEMPLATE = "workshop-embed.html"
STYLE = "workshop/embed.css"
_STYLES = ("workshop/workshop.css", "workshop/controls.css", STYLE)
_MEMORY = "workshop-embed.txt"
"""The file in Sphinx's own folder that names the page, with what it rests on."""


def pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page for frames if it is not there as it would be now (`html-collect-pages`)."""
    if not makes_site(app):
        return
    memory, name = Path(app.doctreedir, _MEMORY), _name(app)
    engine = extensions.version(app, "sphinx_workshop")
    digests = domain_of(app.env).dependency_digests
    current = f"{name}\n{engine} {digests.everything} {app.config.html_css_files!r}"
    former = memory.read_text("utf-8") if memory.is_file() else ""
    gone = former.partition("\n")[0]
    if gone not in {"", name, *app.env.found_docs}:
        html_builder.output_path(app, gone).unlink(missing_ok=True)
    if name and (former != current or not html_builder.output_path(app, name).is_file()):
        yield name, _context(app, name), TEMPLATE
    write_if_changed(memory, current.encode())


def _name(app: Sphinx) -> str:
    """Return the name of the page; empty where there is no session, or a page of that name."""
    program = domain_of(app.env).program
    name = urls.embedded_schedule(program) if program.sessions else ""
    if name not in app.env.found_docs:
        return name
    message = f"'{name}' is the page that shows the schedule on other sites; rename this one"
    warn(message, Subtype.PLACE, (name, 1), "schedule")
    return ""


def _context(app: Sphinx, name: str) -> dict[str, Any]:
    """Return what the template shows."""
    program = domain_of(app.env).program
    return {
        "title": _("Program of %(event)s", event=program.event.name),
        "canonical": urls.page(program.event, urls.schedule(program)) if program.event.site else "",
        "body": html_builder.rendered(app, name, Prerendered(embedded_schedule(program))),
    }


def choose_stylesheets(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Give the page no more stylesheets than the engine's and the site's (`html-page-context`).

    It needs none of the theme's, and so no bundle of all: this comes before one takes their place.
    """
    if templatename == TEMPLATE:
        app.add_css_file(STYLE)
        of_site = (file if isinstance(file, str) else file[0] for file in app.config.html_css_files)
        wanted = {f"_static/{name}" for name in (*_STYLES, *of_site)}
        context["stylesheets"] = html_builder.named(context["css_files"], wanted)


def setup(app: Sphinx) -> None:
    """Wait until all other pages are written."""
    app.connect("html-collect-pages", pages)
    app.connect("html-page-context", choose_stylesheets)
