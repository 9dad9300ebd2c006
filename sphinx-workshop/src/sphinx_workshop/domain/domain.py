"""The Sphinx domain: keeps the records of each document, resolves names, checks the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.domains import ObjType
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from ..compat import labels
from ..compat.pictures import written_name
from ..compat.site_builders import makes_site
from ..core.checks import Subtype, is_rejected, unknown
from ..core.history import History, read_history
from ..core.model import TYPES, Deadline, Event, Paper, Record
from ..core.program import Program
from ..site.document_store import DocumentStore
from ..views.dates import date_in_text
from .consistency import warn_of_issues
from .day_pages import DayPages
from .dependency_digest import DependencyDigests
from .listing_pages import listing_pages
from .reporting import warn

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from sphinx import addnodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import RoleFunction

    from ..core.checks import RejectedObject
    from ..core.state_blocks import Elsewhere

DATED = frozenset({"calendar", "booklet"})
"""The views that print when something last changed."""


@dataclass(frozen=True, slots=True)
class View:
    """A place on a page that is filled from the whole program: a listing, or an object's head.

    `name` chooses the function of `views.VIEWS`, `options` are its arguments, `line` is where the
    page asks for it.
    """

    name: str
    options: dict[str, Any]
    line: int = 0


class WorkshopDomain(DocumentStore):
    """Topics, papers, sessions, people and deadlines."""

    name = "workshop"
    label = "Workshop"
    object_types = {kind.type: ObjType(kind.type, kind.type) for kind in TYPES} | {
        Deadline.type: ObjType(Deadline.type, Deadline.type, "when")
    }
    roles: ClassVar[dict[str, RoleFunction | XRefRole]] = {
        name: XRefRole(innernodeclass=nodes.inline) for name in (*(k.type for k in TYPES), "when")
    }
    # Kept per document, so that forgetting a document is one `pop`, merging two workers' data
    # is one update, and ids declared twice are all there to be reported.
    kept = ("records", "views", "rejected", "elsewhere")

    records: dict[str, list[Record]]
    """The records that each document declares, in its order."""

    views: dict[str, list[View]]
    """What each document shows of the whole program."""

    rejected: dict[str, list[RejectedObject]]
    """The objects of each document that a mistake keeps out of the records."""

    elsewhere: dict[str, Elsewhere]
    """What documents hold for other states of the site."""

    event: Event
    """The facts of conf.py, checked; set before anything is read."""

    page_ending = ".html"
    """Of pages' addresses, as the builder makes them."""

    scripts_version = ""
    """What is in the addresses of the browser's scripts; no other output than a site's has any."""

    day_pages = DayPages()
    """The pages of days, known when all is read."""

    _program: Program | None = None
    _dependency_digests: DependencyDigests | None = None

    @property
    def history(self) -> History | None:
        """When each document last changed, as this build or the former one has read it."""
        return cast("History | None", self.data.get("history"))

    @history.setter
    def history(self, history: History) -> None:
        self.data["history"] = history
        self._program = None

    def note_event_changed(self) -> bool:
        """Keep the facts with what is read; return whether earlier pages were read with others."""
        former = self.data.get("event", self.event)
        self.data["event"] = self.event
        return bool(former != self.event)

    @property
    def program(self) -> Program:
        """All records and what follows from them; computed again after a record changed."""
        if self._program is None:
            self._program = Program(
                replace(self.event, page_ending=self.page_ending),
                self.day_pages.placed(chain.from_iterable(self.records.values())),
                listing_pages(self.records, self.views),
                chain.from_iterable(self.rejected.values()),
                self.day_pages.dated(self.history),
                self._picture_path,
            )
        return self._program

    def _picture_path(self, path: str) -> str:
        """Return the path of a picture in the site; one that is rejected keeps its own."""
        name = written_name(self.env, path)
        return f"_images/{name}" if name else path

    @property
    def dependency_digests(self) -> DependencyDigests:
        """What the views of the program rest on."""
        if self._dependency_digests is None or self._dependency_digests.program is not self.program:
            self._dependency_digests = DependencyDigests(self.program)
        return self._dependency_digests

    def note_object(self, record: Record) -> None:
        """Keep a record; whether it fits the others is asked when all pages are read."""
        self.records.setdefault(record.docname, []).append(record)
        self._program = None

    def note_abstract(self, docname: str, abstract: str) -> None:
        """Add the authors' abstract to the paper that a document declares."""
        self.records[docname] = [
            replace(record, abstract=abstract) if isinstance(record, Paper) else record
            for record in self.records[docname]
        ]
        self._program = None

    def note_view(self, docname: str, view: View) -> None:
        """Keep what a document shows of the whole program."""
        self.views.setdefault(docname, []).append(view)
        self._program = None

    def note_rejected(self, found: RejectedObject) -> None:
        """Keep an object that a mistake forbids: its name is known, and its other names checked."""
        self.rejected.setdefault(found.docname, []).append(found)

    def note_day_pages(self, found: DayPages) -> None:
        """Keep which sessions are on pages of days."""
        self.day_pages, self._program = found, None

    def clear_doc(self, docname: str) -> None:
        """Forget a document that is read again or gone."""
        super().clear_doc(docname)
        self._program = None

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel worker has read."""
        super().merge_domaindata(docnames, otherdata)
        self._program = None

    def check_consistency(self) -> None:
        """Warn of all that only the whole site shows."""
        warn_of_issues(self)

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield every object, for search and `objects.inv`."""
        for record in self.program.objects():
            title = self.program.title(record)
            yield record.id, title, record.type, record.docname, record.anchor, 1

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: addnodes.pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Link to an object, printing its title where the author wrote no words."""
        kinds = self.objtypes_for_role(typ) or []
        record = next((r for kind in kinds if (r := self.program.named(kind).get(target))), None)
        if record is None or not record.docname:
            return None
        content: nodes.Node = contnode
        if isinstance(contnode, nodes.Element) and "xref" in contnode["classes"]:
            # A role's class, `workshop-paper`, is that of an object to the stylesheet.
            content = nodes.Text(contnode.astext())
        if not node["refexplicit"]:
            if typ == "when" and isinstance(record, Deadline):
                content = date_in_text(record)
            else:
                content = nodes.Text(self.program.title(record))
        return make_refnode(builder, fromdocname, record.docname, record.anchor, content)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: addnodes.pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Link from `{any}`: every type may hold the name."""
        found = [
            (kind, self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode))
            for kind in self.object_types
        ]
        return [(f"workshop:{kind}", reference) for kind, reference in found if reference]


def domain_of(env: BuildEnvironment) -> WorkshopDomain:
    """Return the environment's workshop domain."""
    return cast("WorkshopDomain", env.get_domain(WorkshopDomain.name))


def note_builder(app: Sphinx) -> None:
    """Take over how the builder ends the addresses of pages (`builder-inited`)."""
    if makes_site(app):
        domain_of(app.env).page_ending = app.builder.get_target_uri("page").removeprefix("page")


def warn_unknown_reference(
    app: Sphinx, domain: Domain | None, node: addnodes.pending_xref
) -> bool | None:
    """Say which name a role may have meant (`warn-missing-reference`)."""
    if not isinstance(domain, WorkshopDomain):
        return None
    target = node["reftarget"]
    for kind in domain.objtypes_for_role(node["reftype"]) or []:
        if not is_rejected(domain.program, kind, target):
            warn(unknown(domain.program, kind, target), Subtype.UNKNOWN, node, "names-in-text")
    return True


def note_history(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """Ask when each document last changed (`env-get-outdated`: once a build, before any is read).

    A commit changes a date, and no file: the pages that print one are read again.
    """
    domain = domain_of(env)
    found = read_history(app.srcdir, domain.event.start)
    paths = {docname: env.doc2path(docname, base=False).as_posix() for docname in env.found_docs}
    dates = {docname: found.newest([path]) for docname, path in sorted(paths.items())}
    former, domain.history = domain.history, History(dates, found.otherwise, found.revision)
    if former == domain.history:
        return []
    return [doc for doc, views in domain.views.items() if any(v.name in DATED for v in views)]


def note_labels(app: Sphinx, env: BuildEnvironment) -> None:
    """Put all objects among the plain labels, for other sites' `ref` (`env-updated`).

    A role of ours works only where this domain is installed; `ref` works in every Sphinx site.
    """
    domain = domain_of(env)
    found = {
        record.label: (record.docname, record.anchor, domain.program.title(record))
        for record in domain.program.objects()
    }
    domain.data["labels"] = labels.add(env, found)


def forget_labels(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Take our labels back: pages may set labels of these names (`env-before-read-docs`)."""
    labels.remove(env, domain_of(env).data.pop("labels", ()))
