"""How pages offer the schedule to other sites: the line that shows it there in a frame."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ..core import urls
from ..core.words import gettext as _
from .components import copy_button
from .html_element import element

if TYPE_CHECKING:
    from docutils import nodes

    from ..core.program import Program


def embed_code(program: Program) -> list[nodes.Node]:
    """The line that shows the program on another site, folded; nothing without an address."""
    if not program.event.site:
        return []
    address = urls.page(program.event, urls.embedded_schedule(program))
    title = _("Program of %(event)s", event=program.event.name)
    line = (
        f'<iframe src="{escape(address)}" title="{escape(title)}" loading="lazy" width="100%" '
        'height="640" style="border: 0"></iframe>'
    )
    return [
        element(
            "details",
            element("summary", _("Show the program on another site")),
            element("p", _("This line, in the HTML of a page, shows the schedule in a frame:")),
            element("pre", line, classes="workshop-code"),
            element("p", copy_button(_("Copy the line"))),
        )
    ]
