"""Keeps something of each document in the environment, while Sphinx reads the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.domains import Domain

if TYPE_CHECKING:
    from collections.abc import Set

    from docutils import nodes


class DocumentStore(Domain):
    """A domain without objects; `kept` names what of its data is by document."""

    kept: ClassVar[tuple[str, ...]]

    def clear_doc(self, docname: str) -> None:
        """Forget a document that is read again or gone."""
        for key in self.kept:
            self.data[key].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel worker has read."""
        for key in self.kept:
            found = otherdata[key]
            self.data[key].update({name: found[name] for name in docnames & found.keys()})

    def resolve_any_xref(self, *_about: Any) -> list[tuple[str, nodes.reference]]:
        """Return nothing: there are no objects."""
        return []
