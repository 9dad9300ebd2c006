"""How the workshop stands in an e-book: the schedule as a table, papers in the booklet's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sphinx.addnodes import toctree
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..compat import toctrees
from ..core.booklet import chapters
from ..views.html_element import HtmlElement, element
from .domain import domain_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

BUILDER = "epub"


class ScheduleTables(SphinxPostTransform):
    """Makes tables of the lists of sessions: books have no columns but those of tables."""

    default_priority = 6  # when the placeholders are filled
    builders = (BUILDER,)

    def run(self, **kwargs: Any) -> None:
        """Change the lists of one page."""
        for found in list(self.document.findall(HtmlElement)):
            if "workshop-schedule" in found["classes"]:
                found["tag"] = "table"
            elif "workshop-session" in found["classes"]:
                _make_row(found)


def _make_row(session: HtmlElement) -> None:
    """Turn an item into a row: its time is the row's head."""
    time, *rest = (cast("nodes.Element", child) for child in session.children)
    session["tag"], time["tag"] = "tr", "th"
    time["attributes_"] = {"scope": "row"}
    session.children = []
    session += [time, element("td", *rest)]


def order_papers(app: Sphinx, env: BuildEnvironment) -> None:
    """Sort the papers in the table of contents, which is the order of a book (`env-updated`)."""
    if app.builder.name != BUILDER:
        return
    papers = [p for chapter in chapters(domain_of(env).program) for p in chapter.papers]
    order = {paper.docname: place for place, paper in enumerate(papers)}
    for contents in toctrees.contents(env).values():
        for tree in contents.findall(toctree):
            # Other pages keep their places before the papers.
            tree["entries"].sort(key=lambda entry: order.get(entry[1], -1))


def setup(app: Sphinx) -> None:
    """Register both."""
    app.add_post_transform(ScheduleTables)
    app.connect("env-updated", order_papers)
