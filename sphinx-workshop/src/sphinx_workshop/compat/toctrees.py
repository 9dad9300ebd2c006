"""Gives what Sphinx keeps of tables of contents.

Undocumented: `BuildEnvironment.tocs`, `toctree_includes` and `collect_relations` (Sphinx 0.5 to
9.0) and `StandaloneHTMLBuilder.relations` (Sphinx 1.0 to 9.0).
Reason: navigation is made of them, and nothing else has which pages show which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment

Relations = dict[str, list[str | None]]


def contents(env: BuildEnvironment) -> dict[str, nodes.bullet_list]:
    """Return the sections and toctrees of each document."""
    return env.tocs


def included(env: BuildEnvironment) -> dict[str, list[str]]:
    """Return the documents that the toctrees of each document list."""
    return env.toctree_includes


def relations(env: BuildEnvironment) -> Relations:
    """Return parent, previous and next document of each document."""
    return env.collect_relations()


def relations_of(builder: StandaloneHTMLBuilder) -> Relations:
    """Return the same, as the builder has collected it before it writes pages."""
    return builder.relations


def ancestors(relations: Relations, docname: str) -> Iterator[str]:
    """Yield the documents above one in the table of contents, nearest first."""
    while (parent := relations.get(docname, [None])[0]) is not None:
        yield parent
        docname = parent
