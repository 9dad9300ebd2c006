"""Checks that a session is the same on every page, in the schedule's files and in JSON-LD."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from .comparison import differs, missing_and_unknown
from .facts import Slot, duration, read_schedule
from .finding import Finding, at, reading
from .metadata import blocks, xml
from .shown import instants, slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree import ElementTree as ET

    from bs4 import Tag

    from .built_site import BuiltSite

_KIND = "workshop:session"
_SHOWN = "[data-object^='session:']:is(.workshop-session, .workshop-slot)"


def every_session_is_on_its_page(site: BuiltSite) -> Iterator[Finding]:
    """Every session of the inventory stands on its page, with start, end and title."""
    for id, found in site.objects(_KIND).items():
        shown = site.slots.get(id)
        if shown is None:
            yield Finding(found.page, f"session '{id}' is not shown with start, end and title")
            continue
        if shown.start >= shown.end:
            yield Finding(found.page, f"session '{id}' ends before it begins")
        titles = differs(f"the title of session '{id}'", shown.title, found.title)
        yield from at(found.page, titles)


def listed(site: BuiltSite, path: str) -> Iterator[str]:
    """Lists and tables of sessions show times, titles and speakers as the schedule does."""
    for node in site.content(path).select(_SHOWN):
        id = str(node["data-object"]).partition(":")[2]
        shown = slot(id, node)
        if id not in site.slots:
            yield f"the list names a session '{id}', which the schedule does not have"
        elif shown is None:
            yield f"session '{id}' is not shown with start, end and title"
        else:
            yield from _same(shown, site.slots[id])


def named(site: BuiltSite, path: str) -> Iterator[str]:
    """Times in or beside a link to a session are the session's."""
    for link in site.content(path).find_all("a", href=True):
        place = site.places.get(site.target(path, str(link["href"])), ("", ""))
        times = instants(link) or _beside(link)
        if place[0] == "session" and times and place[1] in site.slots:
            known = list(site.slots[place[1]].times)
            yield from differs(f"the times of session '{place[1]}'", times, known)


def in_json(site: BuiltSite) -> Iterator[Finding]:
    """The schedule's JSON holds exactly the sessions, with the same instants, titles, speakers."""
    if path := site.beside_schedule("schedule.json"):
        yield from _compared(site, path, read_schedule(path, site.json(path)))


def in_xml(site: BuiltSite) -> Iterator[Finding]:
    """The schedule's XML holds exactly the sessions, with the same instants, titles, speakers."""
    if path := site.beside_schedule("schedule.xml"):
        with reading(path, "schedule"):
            found = [_event(event) for event in xml(site, path).iterfind("day/room/event")]
        yield from _compared(site, path, found)


def in_json_ld(site: BuiltSite, path: str) -> Iterator[str]:
    """The event in JSON-LD holds exactly the sessions that are no breaks."""
    for block in blocks(site, path):
        if block.get("@type") == "Event":
            found = {_id(site, part.get("url", "")): part for part in block.get("subEvent", [])}
            nodes = site.nodes("session").items()
            given = [id for id, node in nodes if node.get("data-kind") != "break"]
            yield from missing_and_unknown("the event in JSON-LD", found, given)
            for id, part in found.items():
                if id in site.slots:
                    yield from _same(_sub_event(id, part), site.slots[id])


def of_papers(site: BuiltSite) -> Iterator[Finding]:
    """The papers' JSON names the sessions that present a paper, with the same instants."""
    for paper in site.data.papers.values():
        for found in paper.sessions:
            known = site.slots.get(found.id)
            times = differs(f"session '{found.id}'", found.times, known and known.times)
            yield from at(site.data_file, times)


def _compared(site: BuiltSite, path: str, found: Iterable[Slot]) -> Iterator[Finding]:
    by_id: dict[str, Slot] = {}
    for session in found:
        id = _id(site, session.id)
        if id in by_id:
            yield Finding(path, f"it holds session '{id}' twice")
        by_id[id] = session
    yield from at(path, missing_and_unknown("the schedule", by_id, site.objects(_KIND)))
    for id, session in by_id.items():
        if known := site.slots.get(id):
            yield from at(path, _same(session, known))


def _same(found: Slot, known: Slot) -> Iterator[str]:
    yield from differs(f"the times of session '{known.id}'", found.times, known.times)
    yield from differs(f"the title of session '{known.id}'", found.title, known.title)
    yield from differs(f"the speakers of session '{known.id}'", found.speakers, known.speakers)


def _id(site: BuiltSite, address: str) -> str:
    """Return the id of the session at an address; the address if there is none."""
    kind, id = site.places.get(site.relative(address), ("", ""))
    return id if kind == "session" else address


def _beside(link: Tag) -> list[datetime]:
    """Return the instants beside a link to a session in a person's entry."""
    parent = link.parent
    in_entry = parent and link.find_parent(class_="workshop-contributions")
    return instants(parent) if in_entry and parent else []


def _event(event: ET.Element) -> Slot:
    texts = {child.tag: child.text or "" for child in event}
    start = datetime.fromisoformat(texts.get("date", ""))
    names = tuple(person.text or "" for person in event.iterfind("persons/person"))
    end = start + duration(texts.get("duration", ""))
    return Slot(texts.get("url", ""), start, end, texts.get("title", ""), names)


def _sub_event(id: str, part: dict[str, Any]) -> Slot:
    names = tuple(person.get("name", "") for person in part.get("performer", []))
    start, end = (datetime.fromisoformat(part[name]) for name in ("startDate", "endDate"))
    return Slot(id, start, end, part.get("name", ""), names)
