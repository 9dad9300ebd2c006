"""The feed of changes, as Atom (RFC 4287)."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ..core import urls
from ..core.text import headline, notice
from ..core.words import gettext as _
from .xml_tree import child, document

if TYPE_CHECKING:
    from datetime import date

    from ..core.program import Program


def feed(program: Program, home: str) -> str:
    """Return the feed; an entry's id is made of its page and day, so readers see it once.

    Args:
        program: the workshop.
        home: the page that stands for the workshop.
    """
    event, changes = program.event, program.news
    root = ET.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    address = urls.absolute(event, urls.CHANGES_FEED)
    unique = urls.guid(event, urls.CHANGES_FEED)
    child(root, "id", address if event.site else f"urn:uuid:{unique}")
    child(root, "title", _("%(event)s: changes", event=event.name))
    days = [change.day for change in changes] + ([event.notice.day] if event.notice else [])
    child(root, "updated", _instant(max(days, default=event.start)))
    child(child(root, "author"), "name", event.name)
    child(root, "link", rel="self", href=address)
    child(root, "link", rel="alternate", href=urls.page(event, home))
    if event.notice:
        entry = child(root, "entry")
        child(entry, "id", f"urn:uuid:{urls.guid(event, f'notice/{headline(event)}')}")
        child(entry, "title", headline(event))
        child(entry, "updated", _instant(event.notice.day))
        child(entry, "link", href=urls.page(event, home))
        child(entry, "summary", notice(event))
    for change in changes:
        entry = child(root, "entry")
        place = f"{change.docname}#{change.anchor or change.id}"
        child(entry, "id", f"urn:uuid:{urls.guid(event, place)}")
        child(entry, "title", change.title)
        child(entry, "updated", _instant(change.day))
        child(entry, "link", href=urls.place(event, change))
        child(entry, "summary", change.text)
    return document(root)


def _instant(day: date) -> str:
    """Return midnight UTC of a day, as RFC 3339 writes it."""
    return datetime.combine(day, time(), UTC).isoformat()
