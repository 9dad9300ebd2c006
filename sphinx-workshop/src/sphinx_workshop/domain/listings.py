"""The listing directives: each shows a view of the whole program."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, cast

from ..core.field_table import TABLES
from ..core.model import State
from ..views import VIEWS
from ..views.components import now_and_next
from ..views.html_element import element
from .directive_base import WorkshopDirective
from .domain import domain_of
from .placeholders import show

if TYPE_CHECKING:
    from docutils import nodes


class Listing(WorkshopDirective):
    """Shows the view that has the directive's name, with the options as its arguments."""

    has_content = False
    optional_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Show the view; one with a wrong option is left out."""
        if not self.valid_options():
            return []
        # For links to files, some views have to know the page that they are on.
        asks = "page" in signature(VIEWS[self.kind]).parameters
        page = {"page": self.env.docname} if asks else {}
        return [show(self.env, self.kind, self.lineno, **page, **self.options)]


class EventFacts(Listing):
    """`{event}`: when, where and with whom; the content stands around the facts."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Show the facts under the content's first paragraph, and where the event stands."""
        first, *rest = self.parse_content_to_nodes() or [element("p")]
        status, facts = show(self.env, "status", self.lineno, page=self.env.docname), super().run()
        order = {
            State.CALL: [first, status, *facts],
            State.DAY: [status, now_and_next(), first, *facts],
            State.RECORD: [first, *facts, status],
        }
        event = domain_of(self.env).event
        head = [first, *facts] if event.notice else order[event.state]
        return [element("div", *head, *rest, classes="workshop-event")]


class Booklet(Listing):
    """`{booklet}`: the whole program on one page; the content stands in the colophon."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Show the booklet, with what is written about it at its end."""
        body = self.parse_content_to_nodes()
        shown = super().run()
        for node in shown:
            cast("nodes.Element", node).extend(body)
        return [element("div", *shown, classes="booklet")]


def _listing(name: str) -> type[Listing]:
    """Return the directive of a view, with the options that the field table has for it."""
    return type(Listing.__name__, (Listing,), {"table": TABLES.get(name, {})})


_NAMES = (
    *("paper-list", "topic-list", "topic-map", "people", "deadlines", "changes", "editions"),
    *("author-index", "calendar", "status", "booklet-links"),
)
LISTINGS = {name: _listing(name) for name in _NAMES} | {"event": EventFacts, "booklet": Booklet}
