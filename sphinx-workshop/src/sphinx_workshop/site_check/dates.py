"""Checks that deadlines, and when the event is, are the same wherever pages say it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .comparison import differs, missing_and_unknown
from .finding import Finding, at, reading
from .html import by_id, words
from .links import dead
from .shown import moment, moments

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
            yield from at(found.page, differs(f"the title of deadline '{id}'", title, found.title))


def lists_agree(site: BuiltSite, path: str) -> Iterator[str]:
    """Every list of deadlines holds all, each with its day and its title."""
    for listed in site.content(path).select(".workshop-deadlines"):
        found = by_id(listed, "[data-object^='deadline:']")
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


def status(site: BuiltSite, path: str) -> Iterator[str]:
    """The status of the event agrees with the deadlines and the schedule."""
    for line in site.content(path).select(".workshop-stage"):
        for id in site.linked(path, line, "deadline"):
            if id in site.deadlines:
                yield from differs(f"deadline '{id}'", moments(line), [site.deadlines[id][0]])
        if "data-status" in line.attrs:
            with reading(path, "data-status"):
                yield from _facts(site, path, json.loads(str(line["data-status"])))


def _facts(site: BuiltSite, path: str, facts: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the facts by which a script shows the status."""
    for found in facts.get("dates", ()):
        shown = (moment(found["when"]), found["title"])
        yield from differs(f"deadline '{found['id']}'", shown, site.deadlines.get(found["id"]))
    start, over = (datetime.fromisoformat(facts[name]) for name in ("start", "over"))
    yield from differs("the day of the start", start.date().isoformat(), facts["days"][0][0])
    if slots := site.slots.values():
        opens = datetime.fromisoformat(facts["opens"])
        known = (min(slot.start for slot in slots), max(slot.end for slot in slots))
        yield from differs("the first start and the last end of the sessions", (opens, over), known)
    yield from dead(site, path, [facts.get("program", "")])
