"""Lists the topics of a globbed `toctree` by their `:order:` and short names, not by file names.

Tells templates the contents of the site, for menus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.addnodes import toctree
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..compat import toctrees
from .domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def arrange_topics(app: Sphinx, env: BuildEnvironment) -> None:
    """Arrange what navigation is made from (`env-updated`: every topic is known)."""
    topics = _topics(env)
    for docname in toctrees.contents(env):
        trees = _trees(env, docname)
        if any(tree["glob"] for tree in trees):
            for tree in trees:
                _arrange(tree, topics)
            listed = [name for tree in trees for name in tree["includefiles"]]
            toctrees.included(env)[docname] = listed


class ArrangeTopics(SphinxPostTransform):
    """Arranges the tables of contents that a page prints."""

    default_priority = 5  # Sphinx resolves them after all post-transforms

    def run(self, **kwargs: Any) -> None:
        """Arrange those of one document."""
        if any(tree["glob"] for tree in _trees(self.env, self.env.docname)):
            topics = _topics(self.env)
            for tree in self.document.findall(toctree):
                _arrange(tree, topics)


def _trees(env: BuildEnvironment, docname: str) -> list[toctree]:
    """Return the toctrees of a document."""
    return list(toctrees.contents(env)[docname].findall(toctree))


def _topics(env: BuildEnvironment) -> dict[str, tuple[int, str]]:
    """Map the document of each topic to its place and its short name."""
    topics = domain_of(env).program.topics.values()
    return {topic.docname: (place, topic.short) for place, topic in enumerate(topics)}


def _arrange(tree: toctree, topics: dict[str, tuple[int, str]]) -> None:
    """Sort a list, other pages first, as listed; a title that stands in the list stays."""
    if not tree["glob"]:
        return

    def place(docname: str) -> int:
        return topics[docname][0] if docname in topics else -1

    # The entries as Sphinx made them: what stands in their place is kept from build to build.
    found = tree.setdefault("workshop_found", list(tree["entries"]))
    named = [(words or topics.get(name, (0, None))[1], name) for words, name in found]
    tree["entries"] = sorted(named, key=lambda entry: place(entry[1]))
    tree["includefiles"].sort(key=place)


def site_contents(env: BuildEnvironment) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return title and document of each section of the site, with those of its pages.

    Lists that grow by themselves, as of papers, are left out: a menu on every page has no room.
    """
    root = env.config.root_doc
    return [(title, name, _listed(env, name)) for title, name in _listed(env, root)]


def _listed(env: BuildEnvironment, docname: str) -> list[tuple[str, str]]:
    """Return the titles and documents that the toctrees of a document name one by one."""
    trees = (tree for tree in _trees(env, docname) if not tree["glob"])
    entries = [entry for tree in trees for entry in tree["entries"]]
    return [(words or env.titles[n].astext(), n) for words, n in entries if n in env.titles]


def setup(app: Sphinx) -> None:
    """Register both."""
    app.add_post_transform(ArrangeTopics)
    app.connect("env-updated", arrange_topics)
