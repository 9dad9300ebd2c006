"""Adds documents to a build that have no file of their own: parts of one that has.

Undocumented: `BuildEnvironment.all_docs`, `titles`, `longtitles`, `tocs`, `toc_num_entries`,
`metadata`, `toctree_includes`, `files_to_rebuild`, `project` (Sphinx 0.5 to 9.0); private:
`Project._docname_to_path` (Sphinx 7.2 to 9.0). Reason: Sphinx makes documents of files alone, and
pages that extensions give it (`html-collect-pages`) have no place in navigation, search or sitemap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import compact_paragraph

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


def add(env: BuildEnvironment, docname: str, source: str, title: str) -> None:
    """Add a document below the one whose file it is a part of."""
    env.project.docnames.add(docname)
    env.project._docname_to_path[docname] = env.project._docname_to_path[source]
    env.all_docs[docname] = env.all_docs[source]
    env.titles[docname] = env.longtitles[docname] = nodes.title(title, title)
    entry = nodes.reference(title, title, internal=True, refuri=docname, anchorname="")
    item = nodes.list_item("", compact_paragraph("", "", entry))
    env.tocs[docname] = nodes.bullet_list("", item)
    env.toc_num_entries[docname] = 1
    env.metadata[docname] = {}
    env.files_to_rebuild.setdefault(docname, set()).add(source)
    listed = env.toctree_includes.setdefault(source, [])
    if docname not in listed:
        listed.append(docname)


def remove(env: BuildEnvironment, docname: str, source: str) -> None:
    """Remove a document that was added, of which Sphinx would miss the file."""
    env.project.docnames.discard(docname)
    env.project._docname_to_path.pop(docname, None)
    for kept in (env.all_docs, env.titles, env.longtitles, env.tocs, env.toc_num_entries):
        kept.pop(docname, None)
    env.metadata.pop(docname, None)
    env.files_to_rebuild.pop(docname, None)
    listed = env.toctree_includes.get(source, [])
    if docname in listed:
        listed.remove(docname)
    if not listed:
        env.toctree_includes.pop(source, None)


def write(builder: Builder, docname: str, tree: nodes.document) -> None:
    """Keep what a document holds, as Sphinx keeps what it reads."""
    builder.write_doctree(docname, tree, _cache=False)
