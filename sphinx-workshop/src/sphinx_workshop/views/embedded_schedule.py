"""The schedule as other sites show it in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core import urls
from .components import controls
from .html_element import element
from .sessions import days

if TYPE_CHECKING:
    from docutils import nodes

    from ..core.program import Program


def embedded_schedule(program: Program) -> list[nodes.Node]:
    """The event, and all sessions, each linked to its place on the schedule's own page."""
    event, page = program.event, urls.embedded_schedule(program)
    address = urls.relative(event, urls.page_path(event, urls.schedule(program)), page)
    return [
        element(
            "header",
            element("h1", element("a", event.name, href=address)),
            controls("embed"),
        ),
        element("div", classes="workshop-now", role="status", hidden=""),
        *days(program, program.sessions.values(), whole=True, tag="h2"),
    ]
