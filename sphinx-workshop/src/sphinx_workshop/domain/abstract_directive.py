"""The directive by which a paper's page gives the authors' abstract, apart from the summary."""

from __future__ import annotations

from typing import cast

from docutils import nodes

from ..core.checks import Subtype
from ..core.model import Paper
from ..core.words import gettext as _
from .directive_base import WorkshopDirective, astext
from .domain import domain_of


class AbstractDirective(WorkshopDirective):
    """`{abstract}`, after the page's `{paper}`; the content is the abstract."""

    optional_arguments = 0  # words in the first line are content

    def run(self) -> list[nodes.Node]:
        """Add the abstract to the paper's record, and show it under a heading of its own."""
        body = self.parsed()
        if not self._fits(body):
            return body
        domain_of(self.env).note_abstract(self.env.docname, astext(body))
        title = _("Abstract")
        found = nodes.section("", nodes.title(title, title), *body, names=["abstract"])
        found["classes"] = ["workshop-abstract"]
        self.state.document.note_implicit_target(found, found)
        return [found]

    def _fits(self, body: list[nodes.Node]) -> bool:
        """Tell whether there are words for a paper that has none yet; report what is wrong."""
        domain, docname = domain_of(self.env), self.env.docname
        papers = [r for r in domain.records.get(docname, ()) if isinstance(r, Paper)]
        page = next(self.state.document.findall(nodes.section), None)
        place = cast("nodes.Element", self.state_machine.node)  # the stubs know of documents alone
        if not astext(body):
            self.complain(
                "it is empty; write the authors’ abstract under it, or delete it", Subtype.REQUIRED
            )
        elif not papers:
            # Where the paper has a mistake, that is reported.
            if not any(r.type == Paper.type for r in domain.rejected.get(docname, ())):
                message = "no `{paper}` stands before it on this page; put it after the paper’s end"
                self.complain(message, Subtype.PLACE, follows=True)
        elif papers[0].abstract:
            message = "the page has an abstract already; write both into one"
            self.complain(message, Subtype.DUPLICATE)
        elif place is not page:
            message = (
                "it stands under another heading or in another directive; put it right after the "
                "end of the `{paper}`"
            )
            self.complain(message, Subtype.PLACE)
        else:
            return True
        return False
