"""Sorts the topics of a globbed `toctree` by their `:order:`; Sphinx sorts them by file name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.addnodes import toctree
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..compat import toctrees
from .domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def sort_topics(app: Sphinx, env: BuildEnvironment) -> None:
    """Sort what navigation is made from (`env-updated`: every topic's order is known)."""
    order = _order(env)
    for docname in toctrees.globbed(env):
        trees = list(toctrees.contents(env)[docname].findall(toctree))
        for tree in trees:
            _sort(tree, order)
        toctrees.included(env)[docname] = [name for tree in trees for name in tree["includefiles"]]


class SortTopics(SphinxPostTransform):
    """Sorts the tables of contents that a page prints."""

    default_priority = 5  # Sphinx resolves them after all post-transforms

    def run(self, **kwargs: Any) -> None:
        """Sort those of one document."""
        if self.env.docname in toctrees.globbed(self.env):
            order = _order(self.env)
            for tree in self.document.findall(toctree):
                _sort(tree, order)


def _order(env: BuildEnvironment) -> dict[str, int]:
    """Map the document of each topic to its place; other pages come before them, as listed."""
    topics = domain_of(env).program.topics.values()
    return {topic.docname: place for place, topic in enumerate(topics)}


def _sort(tree: toctree, order: dict[str, int]) -> None:
    if tree["glob"]:
        tree["entries"].sort(key=lambda entry: order.get(entry[1], -1))
        tree["includefiles"].sort(key=lambda name: order.get(name, -1))


def setup(app: Sphinx) -> None:
    """Register both."""
    app.add_post_transform(SortTopics)
    app.connect("env-updated", sort_topics)
