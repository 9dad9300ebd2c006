"""Gives each day of a large program a page of its own, named by the day, beside the schedule's.

Where a schedule is written, it stays: its page lists the days, and is the source of their pages.
These are documents to Sphinx, so that links, search, exports and navigation know them.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..compat import extra_documents
from ..compat.html_builder import output_path
from ..compat.site_builders import makes_site
from ..core import urls
from ..core.model import Session, State
from ..core.text import long_day
from ..views.components import controls, now_and_next
from ..views.days import day_links, day_summary
from ..views.html_element import HtmlElement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ..core.history import History
    from ..core.model import Record
    from .domain import View, WorkshopDomain

MOST_ON_A_PAGE = 150
"""How many sessions one page has at most; with more, each day has its own."""

_KEPT = "day-pages"
_SESSION, _GRID = "session", "room-grid"  # views


class DaySchedule(nodes.General, nodes.Element):
    """Holds a `day` of the schedule where it is written: heading, table and list."""


@dataclass(frozen=True, slots=True)
class DayPages:
    """The documents of days; none where all sessions fit on one page.

    Attributes:
        sources: the document that each is a part of.
        homes: the document that each session is on, by the session's id.
    """

    sources: Mapping[str, str] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)

    def placed(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield records, sessions with the documents that they are on."""
        for record in records:
            home = self.homes.get(record.id) if isinstance(record, Session) else None
            yield replace(record, docname=home) if home else record

    def dated(self, history: History | None) -> History | None:
        """Return when each document changed: of a day's page, when its source did."""
        if history is None:
            return None
        known = {page: history.newest([source]) for page, source in self.sources.items()}
        return replace(history, dates={**history.dates, **known})

    def shown_on(self, docname: str, views: Mapping[str, Sequence[View]]) -> Sequence[View]:
        """Return the views that a document shows, of those that documents ask for."""
        source = self.sources.get(docname, docname)
        found = views.get(source, [])
        return [v for v in found if self._page_of(v, source) == docname] if self.sources else found

    def _page_of(self, view: View, source: str) -> str:
        """Return the document that shows a view."""
        if view.name not in (_SESSION, _GRID):
            return source
        ids = view.options.get("ids") or [view.options.get("id")]
        return self.homes.get(ids[0], source)


def _page(source: str, day: str) -> str:
    return posixpath.join(posixpath.dirname(source), day)


def find_day_pages(
    records: Mapping[str, Iterable[Record]], views: Mapping[str, Iterable[View]]
) -> DayPages:
    """Return the pages of days; one that is written on a page of that name has its own already.

    Of schedules in one folder, the first has the page of a day; the sessions of others stay.
    """
    count = sum(isinstance(record, Session) for found in records.values() for record in found)
    sources: dict[str, str] = {}
    homes: dict[str, str] = {}
    for source, shown in sorted(views.items()) if count > MOST_ON_A_PAGE else ():
        for view in shown:
            if view.name == _GRID and view.options["ids"]:
                page = _page(source, view.options["anchor"][: len("2031-06-10")])
                is_taken = page in records or page in views or sources.get(page, source) != source
                if not is_taken:
                    sources[page] = source
                    homes |= dict.fromkeys(view.options["ids"], page)
    return DayPages(sources, homes)


def place(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Add the pages of days, and return those to be written (`env-updated`: all is read)."""
    domain = _domain(env)
    former: dict[str, str] = domain.data.pop(_KEPT, {})
    if not makes_site(app):
        return []
    found = find_day_pages(domain.records, domain.views)
    domain.note_day_pages(found)
    domain.data[_KEPT] = dict(found.sources)
    for gone in former.keys() - found.sources.keys() - env.found_docs:
        output_path(app, gone).unlink(missing_ok=True)
    outdated = []
    for page, source in sorted(found.sources.items()):
        day = posixpath.basename(page)
        words = long_day(date.fromisoformat(day), weekday=True)
        title = f"{env.titles[source].astext()}: {words}"
        extra_documents.add(env, page, source, title)
        tree, written = (Path(env.doctreedir, f"{name}.doctree") for name in (page, source))
        if not tree.exists() or tree.stat().st_mtime_ns < written.stat().st_mtime_ns:
            extra_documents.write(app.builder, page, _document(env, source, day, title))
            outdated.append(page)
        elif not output_path(app, page).exists():
            outdated.append(page)
    return outdated


def _document(env: BuildEnvironment, source: str, day: str, title: str) -> nodes.document:
    """Return the document of a day, out of the one where the schedule is written."""
    written = env.get_doctree(source)
    found = [node for node in written.findall(DaySchedule) if node["day"] == day]
    section = nodes.section("", nodes.title(title, title), ids=["schedule"])
    section += DayLinksPlace(source=source)
    if _domain(env).event.state is State.DAY:
        section += now_and_next()
    section += controls("days")
    for node in found:
        node.parent.remove(node)
        section += node
    document = written.copy()
    document += section
    return document


class DayLinksPlace(nodes.General, nodes.Element):
    """Stands for the links from a day's page to others below `source`, which builds may add to."""


class PlaceDays(SphinxPostTransform):
    """Leaves each day's sessions on the page that they are on, and a summary where they are not."""

    default_priority = 3  # before placeholders are filled

    def run(self, **kwargs: object) -> None:
        """Place the days of one document."""
        domain = _domain(self.env)
        pages = domain.day_pages.sources
        seen: set[str] = set()
        for node in list(self.document.findall(DaySchedule)):
            page = _page(self.env.docname, node["day"])
            if self.env.docname in pages or pages.get(page) != self.env.docname:
                node.replace_self(node.children)
                continue
            heading = [] if page in seen else [node.children[0]]
            seen.add(page)
            summary = day_summary(domain.program, page, self.env.docname) if heading else []
            node.replace_self([*heading, *summary])
        for mark in list(self.document.findall(DayLinksPlace)):
            days = sorted(p for p, source in pages.items() if source == mark["source"])
            mark.replace_self(day_links(domain.program, days, mark["source"], self.env.docname))
        if (elsewhere := _elsewhere(domain, self.env.docname)) is not None:
            self._control_days(elsewhere)

    def _control_days(self, elsewhere: str) -> None:
        """Have scripts find the sessions of other pages, and where one's own program is shown."""
        is_home = _domain(self.env).program.pages.get("schedule") == self.env.docname
        for node in self.document.findall(HtmlElement):
            if node["attributes_"].get("data-controls") == "program":
                node["attributes_"] |= {"data-controls": "days"}
                node["attributes_"] |= {"data-elsewhere": elsewhere} if is_home else {}


def _elsewhere(domain: WorkshopDomain, docname: str) -> str | None:
    """Return the addresses of pages with sessions that one does not list; None if it has all."""
    program, sources = domain.program, domain.day_pages.sources
    pages = {session.docname for session in program.sessions.values()} - {docname}
    if not pages:
        return None
    unlisted = sorted(page for page in pages if sources.get(page) != docname)
    paths = (urls.page_path(program.event, page) for page in unlisted)
    return " ".join(urls.relative(program.event, path, docname) for path in paths)


def forget(app: Sphinx) -> None:
    """Remove what the former build has added (`builder-inited`), before Sphinx looks for files."""
    for page, source in _domain(app.env).data.get(_KEPT, {}).items():
        extra_documents.remove(app.env, page, source)


def fingerprint(app: Sphinx, docname: str) -> str:
    """Return what the pages of days show beside sessions, and what is shown of them."""
    domain = _domain(app.env)
    sources = domain.day_pages.sources
    if docname in sources:
        return repr(sorted(sources))
    if not any(isinstance(record, Session) for record in domain.records.get(docname, ())):
        return ""
    shown = (page for page in sorted(sources) if sources[page] == docname)
    summaries = (node for page in shown for node in day_summary(domain.program, page, docname))
    return "".join((f"{_elsewhere(domain, docname)}", *(node.pformat() for node in summaries)))


def _domain(env: BuildEnvironment) -> WorkshopDomain:
    return cast("WorkshopDomain", env.get_domain("workshop"))


def setup(app: Sphinx) -> None:
    """Register all; no handler may ask before these where sessions are."""
    for node in (DaySchedule, DayLinksPlace):
        app.add_node(node)
    app.add_post_transform(PlaceDays)
    app.connect("builder-inited", forget)
    app.connect("env-updated", place, priority=100)
