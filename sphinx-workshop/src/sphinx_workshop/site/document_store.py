"""Keeps something of each document in the environment, while Sphinx reads the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.domains import Domain

if TYPE_CHECKING:
    from collections.abc import Set

    from docutils import nodes
    from sphinx.environment import BuildEnvironment


class DocumentStore(Domain):
    """A domain without objects; `kept` names what of its data is by document.

    Each of these is an attribute: a dictionary, which a class annotates with what is kept.
    """

    kept: ClassVar[tuple[str, ...]]

    def __init_subclass__(cls) -> None:
        """Begin with nothing."""
        cls.initial_data = {key: {} for key in cls.kept} | cls.initial_data

    def __init__(self, env: BuildEnvironment) -> None:
        """Take what is kept from the environment."""
        super().__init__(env)
        for key in self.kept:
            setattr(self, key, self.data[key])

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
