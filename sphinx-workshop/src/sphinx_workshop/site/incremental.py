"""Makes incremental builds equal fresh ones: rewrites the pages that show what others changed.

Sphinx rewrites a page that was read again. But a page also shows what other pages say: titles in
links, neighbours, navigation. This extension keeps a fingerprint of all that for each page,
rewrites the pages whose fingerprint changed, and deletes the files of pages that are gone. Other
extensions add to a page's fingerprint by handlers of the event `page-fingerprint(app, docname)`
that return text.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from sphinx import addnodes
from sphinx.builders.html import StandaloneHTMLBuilder

from ..compat import environment_file, parallel_tasks, toctrees
from ..compat.domains import all_domains
from ..compat.html_builder import output_path
from ..compat.matching import patmatch
from ..compat.pictures import folder, written_names
from . import preview
from .document_store import DocumentStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

EVENT = "page-fingerprint"


class IncrementalDomain(DocumentStore):
    """Keeps what pages refer to, and their fingerprints, in the environment."""

    name = "incremental"
    kept = ("references", "fingerprints")
    label = "Incremental builds"

    references: dict[str, list[str]]
    """The names that each document refers to."""

    fingerprints: dict[str, str]
    """The fingerprint of each document in the last build."""

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Keep the names that a document refers to; the name of a page may be relative."""
        found = {str(node["reftarget"]) for node in document.findall(addnodes.pending_xref)}
        self.references[docname] = sorted(found | {_from_root(docname, name) for name in found})


class Rewriter:
    """Chooses the pages that a build writes again."""

    def __init__(self) -> None:
        """Start with nothing known to have changed."""
        self.something_changed = False
        self.read: list[str] = []
        self.images: set[str] = set()
        self.former = b""

    def keep_environment(self, app: Sphinx) -> None:
        """Keep the environment of the former build, until pages are written."""
        file = environment_file.path(app)
        self.former = file.read_bytes() if file.is_file() else b""

    def forget_environment(self, *_about: Any) -> None:
        """Forget the former environment: pages that are written now may not be as it says."""
        self.former = b""

    def restore_environment(self, app: Sphinx, exception: Exception | None) -> None:
        """Go on from the former environment where an error ended the reading (`build-finished`).

        Sphinx has deleted it, and would begin from nothing. What was read meanwhile is read again.
        """
        if exception and self.former:
            for docname in self.read:
                (app.doctreedir / f"{docname}.doctree").unlink(missing_ok=True)
            environment_file.path(app).write_bytes(self.former)

    def get_outdated_docs(
        self,
        app: Sphinx,
        env: BuildEnvironment,
        added: set[str],
        changed: set[str],
        removed: set[str],
    ) -> list[str]:
        """Delete what was written for removed documents; read again the contents that list them."""
        self.something_changed = bool(added or changed or removed)
        self.images = written_names(env)
        if isinstance(app.builder, StandaloneHTMLBuilder):
            for docname in removed:
                output_path(app, docname).unlink(missing_ok=True)
        return [name for name, listed in toctrees.included(env).items() if removed & set(listed)]

    def note_read_docs(self, app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        """Note the documents that are read, also those which other handlers call outdated."""
        self.something_changed |= bool(docnames)
        self.read = docnames

    def get_updated_docs(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Return the documents whose fingerprint differs from the one kept.

        One that a preview leaves as it is loses its fingerprint: the next complete build writes it.
        """
        domain = domain_of(env)
        is_preview = app.config.workshop_preview
        were_left = not is_preview and "" in domain.fingerprints.values()
        if not (self.something_changed or were_left):
            return []
        for lost in self.images - written_names(env):
            (folder(app) / lost).unlink(missing_ok=True)
        known, fresh = domain.fingerprints, _fingerprints(app)
        updated = {docname for docname, digest in fresh.items() if known.get(docname) != digest}
        if is_preview:
            left = updated.intersection(set().union(*app.emit(preview.EVENT))) - {*self.read}
            fresh |= dict.fromkeys(left, "")
            updated -= left
        known.clear()
        known.update(fresh)
        return sorted(updated)


def domain_of(env: BuildEnvironment) -> IncrementalDomain:
    """Return the environment's store."""
    return cast("IncrementalDomain", env.get_domain(IncrementalDomain.name))


def references(env: BuildEnvironment) -> dict[str, list[str]]:
    """Return the names that each document refers to."""
    return domain_of(env).references


def _from_root(docname: str, name: str) -> str:
    """Return the document that a name on a page means, if it is relative to that page."""
    return posixpath.normpath(posixpath.join(f"/{docname}", "..", name))[1:]


def _fingerprints(app: Sphinx) -> dict[str, str]:
    """Return a digest of what each page shows of the others."""
    env = app.env
    targets = _targets(env)
    relations = toctrees.relations(env)
    header = _entries(env, env.config.root_doc)
    sidebar = cache(lambda top: "".join(_branch(env, top)))
    digests = {}
    for docname in sorted(env.found_docs):
        ancestors = list(toctrees.ancestors(relations, docname))
        neighbours = relations.get(docname, [None, None, None])[1:]
        shown = [header, *(_entry(env, name) for name in (*neighbours, *ancestors) if name)]
        shown += _listed(env, docname)
        shown += [entry for name in references(env).get(docname, ()) for entry in targets[name]]
        if _has_sidebar(env, docname):
            # The last ancestor but the root is the section that the sidebar shows.
            shown.append(sidebar([docname, *ancestors[:-1]][-1]))
        shown += app.emit(EVENT, docname)
        digests[docname] = hashlib.sha256("\n".join(shown).encode()).hexdigest()
    return digests


def _targets(env: BuildEnvironment) -> defaultdict[str, list[str]]:
    """Return, for each name that can be referred to, what a reference to it shows."""
    targets: defaultdict[str, list[str]] = defaultdict(list)
    for domain in all_domains(env):
        for name, title, kind, docname, anchor, _priority in domain.get_objects():
            targets[name].append(f"{domain.name}:{kind} {title} {docname}#{anchor}")
    return targets


def _entry(env: BuildEnvironment, docname: str) -> str:
    return f"{docname}: {env.titles[docname].astext()}"


def _entries(env: BuildEnvironment, docname: str) -> str:
    """Return what the tables of contents on a page print: the titles, and words instead."""
    return "\n".join(
        f"{words} {_entry(env, name)}" if name in env.titles else f"{words} {name}"
        for toctree in toctrees.contents(env)[docname].findall(addnodes.toctree)
        for words, name in toctree["entries"]
    )


def _listed(env: BuildEnvironment, docname: str) -> Iterator[str]:
    """Yield what the tables of contents in a page's text may print: titles, and their sections."""
    if any(
        not toctree.get("hidden")
        for toctree in toctrees.contents(env)[docname].findall(addnodes.toctree)
    ):
        for name in _below(env, docname):
            yield toctrees.contents(env)[name].pformat()


def _below(env: BuildEnvironment, docname: str) -> Iterator[str]:
    """Yield a document, and all that its tables of contents list."""
    yield docname
    for child in toctrees.included(env).get(docname, ()):
        yield from _below(env, child)


def _branch(env: BuildEnvironment, docname: str) -> Iterator[str]:
    """Yield what the navigation prints of a document and of all below it."""
    yield _entry(env, docname) + _entries(env, docname)
    for child in toctrees.included(env).get(docname, ()):
        yield from _branch(env, child)


def _has_sidebar(env: BuildEnvironment, docname: str) -> bool:
    """Return whether the page carries the navigation of its section (`html_sidebars`)."""
    patterns = env.config.html_sidebars
    return all(patterns[pattern] for pattern in patterns if patmatch(docname, pattern))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the event and the collector."""
    app.setup_extension(preview.__name__)
    app.add_event(EVENT)
    app.add_domain(IncrementalDomain)
    app.connect("builder-inited", lambda app: parallel_tasks.few_alone(app.builder))
    rewriter = Rewriter()
    app.connect("builder-inited", rewriter.keep_environment)
    app.connect("write-started", rewriter.forget_environment)
    app.connect("build-finished", rewriter.restore_environment)
    app.connect("env-get-outdated", rewriter.get_outdated_docs)
    app.connect("env-before-read-docs", rewriter.note_read_docs)
    app.connect("env-get-updated", rewriter.get_updated_docs)
    return {
        "version": "1",
        "env_version": 2,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
