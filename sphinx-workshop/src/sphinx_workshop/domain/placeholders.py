"""Placeholders: where a page shows what the whole program implies, filled when all is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..compat.site_builders import SITE_BUILDERS
from ..site.incremental import references
from ..views import VIEWS
from ..views.html_element import materialize
from .domain import View, domain_of
from .html_renderer import Prerendered

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ..core.program import Program


class Placeholder(nodes.General, nodes.Element):
    """Stands for a `view` until every page is read; its children then end the view's element."""


def show(env: BuildEnvironment, name: str, line: int = 0, **options: Any) -> Placeholder:
    """Return a placeholder for a view on the page that is being read."""
    view = View(name, options, line)
    domain_of(env).note_view(env.docname, view)
    return Placeholder(view=view)


def _filled(program: Program, view: View) -> list[nodes.Node]:
    return VIEWS[view.name](program, **view.options)


class FinishPlaceholders(SphinxPostTransform):
    """Puts each view where a page of the site needs no more than its HTML."""

    builders = SITE_BUILDERS
    default_priority = 4  # before the other placeholders are filled

    def run(self, **kwargs: Any) -> None:
        """Finish the placeholders of one document; their children stay in the tree."""
        program = domain_of(self.env).program
        for node in list(self.document.findall(Placeholder)):
            node.replace_self(Prerendered(_filled(program, node["view"]), *node.children))


class FillPlaceholders(SphinxPostTransform):
    """Replaces each placeholder by the nodes of its view."""

    default_priority = 5  # before MyST (9) and Sphinx (10) resolve the links that views hold

    def run(self, **kwargs: Any) -> None:
        """Fill the placeholders of one document."""
        program = domain_of(self.env).program
        for node in list(self.document.findall(Placeholder)):
            filled = materialize(_filled(program, node["view"]))
            if node.children:
                cast("nodes.Element", filled[-1]).extend(node.children)
            node.replace_self(filled)


def _shown(program: Program, view: View) -> str:
    return "".join(node.pformat() for node in materialize(_filled(program, view)))


def fingerprint(app: Sphinx, docname: str) -> str:
    """Return what a page shows of the whole program, as text that changes when it does."""
    domain = domain_of(app.env)
    views = domain.day_pages.shown_on(docname, domain.views)
    # The views of one paper have one digest.
    shown = list(
        dict.fromkeys(domain.dependency_digests.of(v) or _shown(domain.program, v) for v in views)
    )
    # The role `when` prints a date; `incremental` watches the titles that other roles print.
    names, deadlines = references(app.env).get(docname, ()), domain.program.deadlines
    shown += [repr((d.when, d.was)) for n in names if (d := deadlines.get(n))]
    return "".join(shown)
