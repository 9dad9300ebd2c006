"""Reads sessions and deadlines off their pages; exports are compared with these."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from .facts import Slot
from .html import first_words, words

if TYPE_CHECKING:
    from bs4 import Tag

    from .built_site import BuiltSite


def instants(node: Tag) -> list[datetime]:
    """Return the instants that an element prints: what its `time` elements give with an hour."""
    return [
        datetime.fromisoformat(value)
        for time in node.select("time[datetime]")
        if "T" in (value := str(time["datetime"]))
    ]


def slot(id: str, node: Tag) -> Slot | None:
    """Return the session that an element shows, or None where it shows no start and end."""
    times = instants(node)
    title = node.select_one(".workshop-title")
    if len(times) < 2 or title is None:
        return None
    speakers = node.select(".workshop-speakers > span")
    return Slot(id, times[0], times[1], words(title), tuple(first_words(s) for s in speakers))


def session_nodes(site: BuiltSite) -> dict[str, Tag]:
    """Return the elements of the sessions, at the places that the inventory gives."""
    found = {}
    for id, session in site.objects("workshop:session").items():
        if node := site.page(session.page).find(id=session.anchor):
            found[id] = node
    return found


def slots(site: BuiltSite) -> dict[str, Slot]:
    """Return the sessions as their pages show them; what shows no times is left out."""
    shown = ((id, slot(id, node)) for id, node in session_nodes(site).items())
    return {id: found for id, found in shown if found}


def moments(node: Tag) -> list[date]:
    """Return what an element's `time` elements give: instants, and days where no hour is known."""
    return [moment(str(time["datetime"])) for time in node.select("time[datetime]")]


def moment(written: str) -> date:
    """Return an instant, or a day where no hour is known, from what `datetime` says."""
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def deadlines(site: BuiltSite) -> dict[str, tuple[date, str]]:
    """Return when each deadline is, and its title, at the places that the inventory gives."""
    found = {}
    for id, deadline in site.objects("workshop:deadline").items():
        node = site.page(deadline.page).find(id=deadline.anchor)
        title = node.select_one(".workshop-title") if node else None
        if node and title and (times := moments(node)):
            found[id] = (times[0], words(title))
    return found
