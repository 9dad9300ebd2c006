"""Checks that a deadline is the same where it is declared, in lists and in prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .comparison import differs, missing_and_unknown
from .finding import Finding
from .html import words
from .shown import moments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .built_site import BuiltSite


def every_deadline_is_on_its_page(site: BuiltSite) -> Iterator[Finding]:
    """Every deadline of the inventory stands on its page, with its day and its title."""
    for id, found in site.objects("workshop:deadline").items():
        _, title = site.deadlines.get(id, (None, None))
        if title is None:
            yield Finding(found.page, f"deadline '{id}' is not shown with its day and its title")
        else:
            for message in differs(f"the title of deadline '{id}'", title, found.title):
                yield Finding(found.page, message)


def lists_agree(site: BuiltSite, path: str) -> Iterator[str]:
    """Every list of deadlines holds all, each with its day and its title."""
    for listed in site.content(path).select(".workshop-deadlines"):
        items = listed.select("[data-object^='deadline:']")
        found = {str(item["data-object"]).partition(":")[2]: item for item in items}
        yield from missing_and_unknown("the list of deadlines", found, site.deadlines)
        for id, item in found.items():
            if id in site.deadlines:
                title = item.select_one(".workshop-title")
                shown = (*moments(item)[:1], words(title) if title else "")
                yield from differs(f"deadline '{id}'", shown, site.deadlines[id])


def named(site: BuiltSite, path: str) -> Iterator[str]:
    """A day in a link to a deadline is the deadline's."""
    for link in site.content(path).select("a[href]:has(time)"):
        kind, id = site.places.get(site.target(path, str(link["href"])), ("", ""))
        if kind == "deadline" and id in site.deadlines:
            yield from differs(f"deadline '{id}'", moments(link), [site.deadlines[id][0]])
