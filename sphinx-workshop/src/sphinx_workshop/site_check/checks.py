"""Lists all checks, and runs them on a built site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from . import (
    calendar_parts,
    calendars,
    citations,
    dates,
    feed,
    links,
    metadata,
    notice,
    pages,
    paper_page,
    papers,
    people,
    policy,
    search_index,
    sessions,
    topics,
)
from .built_site import BuiltSite
from .finding import Finding, UnreadableError, at

if TYPE_CHECKING:
    from pathlib import Path

PageCheck = Callable[[BuiltSite, str], Iterator[str]]
SiteCheck = Callable[[BuiltSite], Iterator[Finding]]

PAGE_CHECKS: tuple[PageCheck, ...] = (
    pages.one_heading,
    pages.a_title,
    pages.a_language,
    pages.unique_ids,
    pages.words_for_pictures,
    links.lead_somewhere,
    links.printed,
    links.nothing_from_elsewhere,
    policy.inline,
    metadata.own_address,
    metadata.description,
    metadata.breadcrumbs,
    paper_page.agrees,
    papers.lists_agree,
    papers.counts_over_lists,
    citations.shown,
    people.author_index,
    people.links_of_authors,
    people.entries,
    topics.cards,
    topics.maps,
    sessions.listed,
    sessions.named,
    sessions.in_json_ld,
    calendars.counts,
    dates.lists_agree,
    dates.named,
    dates.status,
    notice.said_once,
)
"""What holds of each page by itself; these yield messages."""

SITE_CHECKS: tuple[SiteCheck, ...] = (
    metadata.every_page_with_a_source_is_there,
    metadata.sitemap,
    links.of_files_lead_somewhere,
    links.of_the_inventory_lead_somewhere,
    links.no_file_fetches_from_elsewhere,
    papers.every_paper_has_a_page,
    papers.numbers_are_unique,
    papers.some_page_lists_all_papers,
    citations.own_files,
    citations.collections,
    people.authors_are_known,
    people.editors,
    topics.pages,
    topics.in_json,
    sessions.every_session_is_on_its_page,
    sessions.in_json,
    sessions.in_xml,
    sessions.of_papers,
    calendars.parse,
    calendars.sessions,
    calendars.own_files,
    calendars.deadlines,
    calendar_parts.sessions,
    notice.in_calendars,
    dates.every_deadline_is_on_its_page,
    search_index.lead_somewhere,
    search_index.every_object_is_found,
    search_index.topics_filter,
    feed.entries,
    feed.updated,
)
"""What holds of the site as a whole."""


_NO_ADDRESS = Finding(
    "index.html",
    "no page names its address, and so exports cannot be compared with pages; set html_baseurl in "
    "conf.py, build, and check again",
)


def findings(folder: Path) -> list[Finding]:
    """Return all that is wrong with a built site, by page."""
    site = BuiltSite(folder)
    if not site.base:
        return [_NO_ADDRESS]
    found: set[Finding] = set()
    for path in site.pages:  # all checks of one page in a row: its tree is built once
        for page_check in PAGE_CHECKS:
            found.update(_readable(at(path, page_check(site, path))))
    for site_check in SITE_CHECKS:
        found.update(_readable(site_check(site)))
    return sorted(found)


def _readable(found: Iterator[Finding]) -> Iterator[Finding]:
    """Yield what a check finds, until it comes to a file that cannot be read."""
    try:
        yield from found
    except UnreadableError as error:
        yield error.finding
