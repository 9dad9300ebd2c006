"""A Sphinx extension that prints what our directives hold, and knows nothing of what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata, RoleFunction

NAMES = (
    *("topic", "paper", "schedule", "session", "person", "deadline", "change", "paper-list"),
    *("topic-list", "topic-map", "people", "deadlines", "changes", "author-index", "calendar"),
    *("event", "abstract", "state", "status", "booklet", "booklet-links", "editions"),
)


class AnyOption(dict[str, "Callable[[str], Any]"]):
    """Takes every option as it is written."""

    def __getitem__(self, name: str) -> Callable[[str], Any]:
        """Return what leaves an option's words alone."""
        return str

    def __contains__(self, name: object) -> bool:
        return True


class Stub(SphinxDirective):
    """Prints argument, options and content."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = AnyOption()

    def run(self) -> list[nodes.Node]:
        """Return the words."""
        words = [*self.arguments, *(str(value) for value in self.options.values())]
        return [*(nodes.paragraph("", word) for word in words), *self.parse_content_to_nodes()]


def _role(
    name: str, rawtext: str, text: str, *_more: Any, **_other: Any
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    return [nodes.inline(rawtext, text)], []


class StubDomain(Domain):
    """Has the directives and roles of ours."""

    name = "workshop"
    label = "Workshop"
    directives: ClassVar = dict.fromkeys(NAMES, Stub)
    roles: ClassVar[dict[str, RoleFunction]] = dict.fromkeys((*NAMES, "when"), _role)

    def merge_domaindata(self, docnames: Any, otherdata: Any) -> None:
        """Have nothing to merge."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the domain."""
    app.add_domain(StubDomain)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
