"""Checks calendars: that they parse, and hold the sessions and the deadlines of the pages."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from icalendar import Calendar

from .comparison import differs, missing_and_unknown
from .finding import Finding, at, reading
from .papers import digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Event

    from .built_site import BuiltSite

_FIELDS = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY")


def parse(site: BuiltSite) -> Iterator[Finding]:
    """Every calendar parses, its entries have what every reader needs, and no UID stands twice."""
    known: dict[str, tuple[str, bytes]] = {}
    for path in site.files("*.ics"):
        calendar = read_calendar(site, path)
        found = [str(entry.get("UID", "")) for entry in calendar.events]
        if calendar.errors or any(entry.errors for entry in calendar.events):
            yield Finding(path, f"this calendar has errors: {calendar.errors}")
        if len(found) != len(set(found)):
            yield Finding(path, "two entries share a UID")
        for entry in calendar.events:
            if lost := [name for name in _FIELDS if name not in entry]:
                yield Finding(path, f"an entry lacks {', '.join(lost)}")
            content = bytes(entry.to_ical())
            other, first = known.setdefault(str(entry.get("UID", "")), (path, content))
            if first != content:
                yield Finding(path, f"the entry {entry.get('UID')} differs from that in {other}")


def sessions(site: BuiltSite) -> Iterator[Finding]:
    """The program's calendar holds exactly the sessions, at the instants that pages show."""
    path = site.beside_schedule("program.ics")
    if not path:
        return
    entries = _entries(site, path, "session")
    known = site.objects("workshop:session")
    yield from at(path, missing_and_unknown("the calendar", entries, known))
    for id, entry in entries.items():
        if shown := site.slots.get(id):
            times = [_moment(entry, name) for name in ("DTSTART", "DTEND")]
            yield from at(path, differs(f"the times of session '{id}'", times, shown.times))
            if shown.title not in str(entry.get("SUMMARY", "")):
                yield Finding(path, f"the entry of session '{id}' lacks its title")


def own_files(site: BuiltSite) -> Iterator[Finding]:
    """Every session has a calendar of its own, with this one entry."""
    for id, found in site.objects("workshop:session").items():
        path = site.beside([found], f"sessions/{id}.ics")
        if [*_entries(site, path, "session")] != [id]:
            yield Finding(path, f"it must hold session '{id}' and no other")


def deadlines(site: BuiltSite) -> Iterator[Finding]:
    """The calendar of dates holds exactly the deadlines, which end when pages say."""
    known = site.deadlines
    if not known:
        return
    path = site.beside(site.objects("workshop:deadline").values(), "dates.ics")
    entries = _entries(site, path, "deadline")
    yield from at(path, missing_and_unknown("the calendar", entries, known))
    for id, entry in entries.items():
        when, title = known.get(id, (None, ""))
        # A day without an hour is the whole day.
        name = "DTEND" if isinstance(when, datetime) else "DTSTART"
        yield from at(path, differs(f"deadline '{id}'", _moment(entry, name), when))
        if title not in str(entry.get("SUMMARY", "")):
            yield Finding(path, f"the entry of deadline '{id}' lacks its title")


def counts(site: BuiltSite, path: str) -> Iterator[str]:
    """A page that offers a feed says how many entries it holds."""
    for item in site.content(path).select(":is(li, span):has(> a[href^='webcal:'])"):
        link = item.select_one("a")
        address = str(link["href"]).partition(":")[2] if link else ""
        calendar = address.removeprefix(site.base.partition(":")[2])
        number = len(read_calendar(site, calendar).events)
        texts = (text for text in item.find_all(string=True) if not text.find_parent("a"))
        shown = sum(digits(" ".join(texts)))
        yield from differs(f"the number of entries in {calendar}", shown, number)


def read_calendar(site: BuiltSite, path: str) -> Calendar:
    """Return the calendar in a file."""
    with reading(path, "calendar"):
        return Calendar.from_ical((site.folder / path).read_bytes())


def _entries(site: BuiltSite, path: str, kind: str) -> dict[str, Event]:
    """Map the ids of objects of a kind to the entries that name their addresses."""
    found = {}
    for entry in read_calendar(site, path).events:
        address = site.relative(str(entry.get("URL", "")))
        other, id = site.places.get(address, ("", address))
        found[id if other in (kind, "") else address] = entry
    return found


def _moment(entry: Event, name: str) -> date | None:
    value = entry.get(name)
    return value.dt if value is not None else None
