"""Checks that an event which is cancelled or postponed is so on every page and in calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .finding import Finding
from .metadata import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .built_site import BuiltSite

_NOTICE = ".workshop-off"
_HOME = "index.html"


def said_once(site: BuiltSite, path: str) -> Iterator[str]:
    """Every page says once what metadata say: that the event is off, or nothing."""
    if path not in site.documents or _HOME not in site.documents:
        return
    found, wanted = len(site.page(path).select(_NOTICE)), int(_is_off(site))
    if found != wanted:
        yield f"notices that the event is off: {found}, and there must be {wanted}"


def in_calendars(site: BuiltSite) -> Iterator[Finding]:
    """The program's calendar has no session that takes place, where the event does not."""
    path = site.beside_schedule("program.ics")
    if path and _HOME in site.documents and _is_off(site):
        text = site.text(path)
        if text.count("STATUS:CANCELLED") != text.count("BEGIN:VEVENT"):
            yield Finding(path, "the event is off, and some sessions are not cancelled")


def _is_off(site: BuiltSite) -> bool:
    events = (block for block in blocks(site, _HOME) if block.get("@type") == "Event")
    return any(str(e.get("eventStatus")).endswith(("Cancelled", "Postponed")) for e in events)
