"""Lists all checks, and runs them on a built site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from . import pages
from .built_site import BuiltSite
from .finding import Finding, UnreadableError

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
)
"""What holds of each page by itself; these yield messages."""

SITE_CHECKS: tuple[SiteCheck, ...] = ()
"""What holds of the site as a whole."""


def findings(folder: Path) -> list[Finding]:
    """Return all that is wrong with a built site, by page."""
    site = BuiltSite(folder)
    found: set[Finding] = set()
    for path in site.pages:  # all checks of one page in a row: its tree is built once
        for page_check in PAGE_CHECKS:
            found.update(_of_page(page_check, site, path))
    for site_check in SITE_CHECKS:
        found.update(_of_site(site_check, site))
    return sorted(found)


def _of_page(check: PageCheck, site: BuiltSite, path: str) -> Iterator[Finding]:
    try:
        yield from (Finding(path, message) for message in check(site, path))
    except UnreadableError as error:
        yield error.finding


def _of_site(check: SiteCheck, site: BuiltSite) -> Iterator[Finding]:
    try:
        yield from check(site)
    except UnreadableError as error:
        yield error.finding
