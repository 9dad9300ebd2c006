"""Placeholders: where a page shows what the whole program implies, filled when all is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from freshness import references

from .domain import View, domain_of
from .views import VIEWS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .program import Program


class placeholder(nodes.General, nodes.Element):  # noqa: N801 (docutils' style)
    """Stands for a `view` until every page is read; its children then end the view's element."""


def show(env: BuildEnvironment, name: str, line: int = 0, **options: Any) -> placeholder:
    """Return a placeholder for a view on the page that is being read."""
    view = View(name, options, line)
    domain_of(env).note_view(env.docname, view)
    return placeholder(view=view)


def _filled(program: Program, view: View) -> list[nodes.Node]:
    return VIEWS[view.name](program, **view.options)


class FillPlaceholders(SphinxPostTransform):
    """Replaces each placeholder by the nodes of its view."""

    default_priority = 5  # before MyST (9) and Sphinx (10) resolve the links that views hold

    def run(self, **kwargs: Any) -> None:
        """Fill the placeholders of one document."""
        program = domain_of(self.env).program
        for node in list(self.document.findall(placeholder)):
            filled = _filled(program, node["view"])
            if node.children:
                cast("nodes.Element", filled[-1]).extend(node.children)
            node.replace_self(filled)


def fingerprint(app: Sphinx, docname: str) -> str:
    """Return what a page shows of the whole program, as text that changes when it does."""
    domain = domain_of(app.env)
    views = domain.views.get(docname, [])
    shown = [node.pformat() for view in views for node in _filled(domain.program, view)]
    # The role `when` prints a date; the titles that other roles print are freshness's own affair.
    names, deadlines = references(app.env).get(docname, ()), domain.program.deadlines
    shown += [str(deadlines[name].when) for name in names if name in deadlines]
    return "".join(shown)
