"""The small workshop with its calendars on its pages, and the calendars that a build wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icalendar import Calendar

from small_workshop import FILES, changed
from trees import contents

if TYPE_CHECKING:
    from pathlib import Path

    from icalendar import Event

    from inline_site import Built

FEEDS = {
    **changed("program/index.md", "# Program\n", "# Program\n\n:::{calendar}\n:of: program\n:::\n"),
    "dates.md": FILES["dates.md"] + "\n:::{calendar}\n:of: dates\n:::\n",
}


def calendars(built: Built) -> dict[str, bytes]:
    """Return the calendars of a build by their paths."""
    found = contents(built.output)
    return {name: found[name] for name in found if name.endswith(".ics")}


def kept(known: dict[str, Event], file: Path) -> dict[str, Event]:
    """Return what a reader holds after a file: of each entry, the one with the higher revision."""
    found = {str(e["UID"]): e for e in Calendar.from_ical(file.read_bytes()).events}
    newer = {n: e for n, e in found.items() if n not in known or e.sequence > known[n].sequence}
    return known | newer
