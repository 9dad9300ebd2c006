"""Reads sessions, instants and days off the elements of a page."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from .facts import Slot
from .html import first_words, words

if TYPE_CHECKING:
    from bs4 import Tag


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


def moments(node: Tag) -> list[date]:
    """Return what an element's `time` elements give: instants, and days where no hour is known."""
    return [moment(str(time["datetime"])) for time in node.select("time[datetime]")]


def moment(written: str) -> date:
    """Return an instant, or a day where no hour is known, from what `datetime` says."""
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
