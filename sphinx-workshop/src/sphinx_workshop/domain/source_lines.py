"""Prepares the lines of a page for MyST: joins options, leaves what is for the site's state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..compat.extensions import has_event, loaded
from ..core import page_hints
from ..core.checks import Subtype
from ..core.fences import fences
from ..core.state_blocks import elsewhere, only_for, state_blocks
from ..core.suggest import suggest
from ..core.wrapped_options import WRAPPED, joined
from .directive_base import WorkshopDirective
from .domain import domain_of
from .reporting import warn

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config


_HINTS = "template-hints"


def join_wrapped(app: Sphinx, docname: str, content: list[str]) -> None:
    """Join the options of a page that go on on further lines (`source-read`)."""
    lines = content[0].split("\n")
    for fence in fences(lines):
        if fence.directive.removeprefix("workshop:") in WRAPPED:
            indent = len(lines[fence.start]) - len(lines[fence.start].lstrip())
            held = lines[fence.start + 1 : fence.stop]
            lines[fence.start + 1 : fence.stop] = joined(held, indent)
    content[0] = "\n".join(lines)


def leave_blocks(app: Sphinx, docname: str, content: list[str]) -> None:
    """Report what is wrong with blocks, and blank those for other states (`source-read`)."""
    lines = content[0].split("\n")
    for block in state_blocks(lines):
        if block.mistake:
            warn(block.mistake, Subtype.OPTION, (docname, block.fence.start + 1), "state")
    domain = domain_of(app.env)
    hidden = elsewhere(lines, domain.event.state)
    if any(hidden):
        domain.elsewhere[docname] = hidden
    if lint := loaded(app, "sphinx_workshop.site.content_lint"):
        allowed = lint.Allowed.on(app.env)
        for name, line in hidden.directives:
            if message := allowed.directive_error(name):
                warn(message, Subtype.UNKNOWN, (docname, line), "fences-and-options")
    for name, option, line in hidden.options:
        spec = getattr(domain.directives.get(name), "option_spec", None)
        if spec and option not in spec:
            message = f"{name}: there is no option '{option}'{suggest(option, spec)}"
            warn(message, Subtype.OPTION, (docname, line), name)
    content[0] = "\n".join(only_for(lines, domain.event.state))


class StateDirective(WorkshopDirective):
    """`{state} call; day`: what it holds is on the page in these states of the site alone.

    It runs only where no fence of the page itself was found, as within a list.
    """

    def run(self) -> list[nodes.Node]:
        """Report the place, and show what is written."""
        message = "it is indented; let its lines begin where those of the page do"
        self.complain(message, Subtype.PLACE)
        return self.parse_content_to_nodes()


def name_hints(app: Sphinx, config: Config) -> None:
    """Name the hints of new pages for `site.diagnostics`, where it is loaded (`config-inited`)."""
    if has_event(app, _HINTS):
        app.connect(_HINTS, lambda _: page_hints.ALL)


def setup(app: Sphinx) -> None:
    """Join options before all that read them; leave blocks after those who check all sources."""
    app.connect("config-inited", name_hints)
    app.connect("source-read", join_wrapped, priority=50)
    app.connect("source-read", leave_blocks, priority=150)
