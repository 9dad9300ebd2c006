"""Warns of what only the whole site shows, on the line where it is written."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from ..core.checks import Subtype, is_rejected, issues, unknown
from ..core.fences import line_that_begins
from ..core.history import is_committed
from ..core.model import Paper
from .reporting import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from .domain import WorkshopDomain

_ONE_DAY = timedelta(days=1)


def warn_of_issues(domain: WorkshopDomain) -> None:
    """Warn of names that no object has, of duplicates, pages out of place, and wrong days."""
    env, program = domain.env, domain.program
    for record, subtype, message, option in issues(program):
        place = _place(env, record.docname, record.line, option)
        warn(message, subtype, place, record.type)
    for docname, views in domain.views.items():
        for view in views:
            topic = view.options.get("topic")
            if topic and topic not in program.topics:
                message = f"{view.name} names {unknown(program, 'topic', topic)}"
                place = _place(env, docname, view.line, "topic")
                warn(message, Subtype.UNKNOWN, place, view.name)
    _warn_of_other_states(domain)
    _warn_of_days(domain)
    for docname in _pages_among_papers(domain):
        message = (
            "the page is among papers and declares none; add a `{paper}` under its title, or move "
            "the page to another folder"
        )
        warn(message, Subtype.PLACE, (docname, 1), Paper.type, follows=True)


def _place(env: BuildEnvironment, docname: str, line: int, option: str) -> tuple[str, int]:
    """Return the place of an option of the directive on a line, or of the directive itself."""
    if option:
        lines = env.doc2path(docname).read_text(encoding="utf-8").splitlines()[line - 1 :]
        line += line_that_begins("\n".join(takewhile(str.strip, lines)), f"{option}:")
    return docname, line


def _warn_of_other_states(domain: WorkshopDomain) -> None:
    """Warn of names that no object has in blocks for other states of the site."""
    program = domain.program
    declared = {name for found in domain.elsewhere.values() for name in found.declared}
    for docname, found in domain.elsewhere.items():
        for role, target, line in found.references:
            kinds = domain.objtypes_for_role(role) or []
            if kinds and not any(
                target in program.named(kind)
                or (kind, target) in declared
                or is_rejected(program, kind, target)
                for kind in kinds
            ):
                message = unknown(program, kinds[0], target)
                warn(message, Subtype.UNKNOWN, (docname, line), "names-in-text")


def _warn_of_days(domain: WorkshopDomain) -> None:
    """Warn of changes that are dated after the commit that adds them, by more than a day.

    A day is for those who live where it is tomorrow. What is not committed yet is not asked about.
    """
    for change in domain.program.changes:
        path = domain.env.doc2path(change.docname, base=False).as_posix()
        committed = domain.program.history.newest([change.docname])
        if change.day > (committed + _ONE_DAY).date() and is_committed(domain.env.srcdir, path):
            message = (
                f"change '{change.id}' is dated {change.day}, and was committed on "
                f"{committed.date()}; write the day of the change"
            )
            warn(message, Subtype.PLACE, (change.docname, change.line), change.type)


def _pages_among_papers(domain: WorkshopDomain) -> Iterator[str]:
    """Yield the pages without a paper in folders where most pages have one.

    A page that declares or lists anything else is meant to be there, as are index and home.
    """
    kept = {*domain.records, *domain.views, *domain.rejected}
    papers = {record.docname for record in domain.program.papers.values()}
    papers |= {r.docname for r in domain.program.rejected if r.type == Paper.type}
    folders = defaultdict(set)
    for docname in domain.env.found_docs:
        folder, _, name = docname.rpartition("/")
        if folder and name != "index":
            folders[folder].add(docname)
    for pages in folders.values():
        if 2 * len(pages & papers) > len(pages):
            yield from sorted(pages - kept)
