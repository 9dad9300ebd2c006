"""Writes the schedule for phone apps and info screens: frab's JSON and XML, valid by c3voc's rules.

One structure is made, and written twice. The schemas reject an empty value where they expect an
address or a name, so what is unknown is left out. An event has no `code`: that is six capitals and
digits which pretalx draws, and a session's id is no such code. Its `guid` identifies it.
<https://c3voc.de/schedule/schema.json>
"""

from __future__ import annotations

import re
from datetime import UTC
from itertools import groupby
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from ..core import citations, urls
from ..core.field_table import SESSION, addresses, given, noted, notices, streams
from ..core.model import person_id
from ..core.text import headline
from ..core.vocabulary import Kind
from .xml_tree import child, document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ..core.model import Event, Person, Room, Session
    from ..core.program import Program

SCHEMA = "https://c3voc.de/schedule/schema.json"
GENERATOR = {"name": "workshop", "version": "1"}
COLOR = "#1d4ed8"

_SHORTEST_ACRONYM = 4
_SLUG = re.compile(r"[a-z0-9_-]+[a-z0-9]")
_XML_SLUG = re.compile(r"[a-z0-9_]{4,}-[a-z0-9_-]{4,}")
_ZONE = re.compile(r"[A-Z][A-Za-z]+/[A-Z][A-Za-z]+(?:_[A-Za-z]+)*")


def schedule(program: Program) -> dict[str, Any]:
    """Return the schedule as frab's JSON has it; its version is when a session last changed."""
    event, sessions = program.event, list(program.sessions.values())
    address = urls.absolute(event, urls.beside_schedule(program, "schedule.json"))
    found = {
        "url": event.site and address,
        "version": f"{program.changed(*sessions):%Y-%m-%d %H:%M}",
        "base_url": event.site,
        "conference": _conference(program, sessions),
    }
    return {
        "$schema": SCHEMA,
        "generator": GENERATOR | ({"url": event.site} if event.site else {}),
        "schedule": {name: value for name, value in found.items() if value},
    }


def _conference(program: Program, sessions: list[Session]) -> dict[str, Any]:
    """Return the conference with its days; a zone is named only as the schema expects it."""
    event, zone = program.event, str(program.event.timezone)
    ids = _ids(_guid(event, session) for session in sessions)
    days = [
        _day(program, index, list(on_day), ids)
        for index, (_, on_day) in enumerate(groupby(sessions, lambda s: s.start.date()), start=1)
    ]
    return {
        "acronym": _acronym(event),
        "title": event.name,
        "start": event.start.isoformat(),
        "end": event.end.isoformat(),
        "daysCount": len(days),
        "timeslot_duration": "00:05",
        **({"time_zone_name": zone} if _ZONE.fullmatch(zone) else {}),
        "colors": {"primary": COLOR},
        "rooms": [_room(event, name, program.rooms_by_call.get(name)) for name in _rooms(sessions)],
        "tracks": [
            {"name": name, **_slug(slug), "color": COLOR} for name, slug in _tracks(program).items()
        ],
        "days": days,
    }


def _tracks(program: Program) -> dict[str, str]:
    """Return the slugs of tracks by their names: of all topics, and of what sessions are in."""
    topics = {topic.short: topic.id for topic in program.topics.values()}
    named = filter(None, map(program.track, program.sessions.values()))
    return {name: person_id(name) for name in (*topics, *named)} | topics


def _room(event: Event, name: str, declared: Room | None) -> dict[str, Any]:
    """Return a room; the UUID is the name's, so that it stays when a page declares the room."""
    about = "\n\n".join(filter(None, (declared.place, declared.note))) if declared else ""
    return {
        "name": name,
        **_slug(declared.id if declared else person_id(name)),
        "guid": urls.guid(event, f"room/{name}"),
        "description": about or None,
        "capacity": declared.capacity if declared else None,
    }


def _acronym(event: Event) -> str:
    """Return the event's short name in lower case, with the year where it is too short.

    Without hyphens: in the XML, the first one of a slug ends the acronym.
    """
    name = person_id(event.id).replace("-", "_")
    return name if len(name) >= _SHORTEST_ACRONYM else f"{name}_{event.start.year}"


def _slug(slug: str) -> dict[str, str]:
    """Return the property for a slug; empty where the schema would reject it, as it does `a`."""
    return {"slug": slug} if _SLUG.fullmatch(slug) else {}


def _guid(event: Event, session: Session) -> str:
    return urls.guid(event, f"session/{session.id}")


def _ids(guids: Iterable[str]) -> dict[str, int]:
    """Return the integer ids that the format wants beside UUIDs; as stable, and unique."""
    ids: dict[str, int] = {}
    taken: set[int] = set()
    for guid in sorted(guids):
        id = _number(guid)
        while id in taken:
            id += 1
        taken.add(id)
        ids[guid] = id
    return ids


def _rooms(sessions: list[Session]) -> list[str]:
    return list(dict.fromkeys(session.room for session in sessions))


def _day(
    program: Program, index: int, sessions: list[Session], ids: dict[str, int]
) -> dict[str, Any]:
    """Return one day, its sessions by room."""
    return {
        "index": index,
        "date": sessions[0].start.date().isoformat(),
        "day_start": sessions[0].start.isoformat(),
        "day_end": max(session.end for session in sessions).isoformat(),
        "rooms": {
            room: [_event(program, s, ids) for s in sessions if s.room == room]
            for room in _rooms(sessions)
        },
    }


def _event(program: Program, session: Session, ids: dict[str, int]) -> dict[str, Any]:
    """Return one session."""
    event, paper = program.event, program.paper_of(session)
    guid = _guid(event, session)
    links = [(paper.title, urls.place(event, paper), "related")] if paper and event.site else []
    pdf = program.pdf_url(paper, event.site) if paper else ""
    figure = paper.figure if paper else None
    files = [("PDF", pdf, "paper")] if "://" in pdf else []
    of_paper = (each for each in (given(paper) if paper else ()) if each[0].name not in SESSION)
    for entry, value in (*addresses(session, paper), *streams(program, session), *of_paper):
        shown = (entry.said(value), urls.uri(entry.url(value)), entry.exports.frab)
        if entry.address:
            (files if entry.exports.attached else links).append(shown)
    warnings = (entry.said(value) for entry, value in (noted(paper) if paper else ()))
    said = (headline(event), *notices(session), *warnings)
    found = {
        "guid": guid,
        "id": ids[guid],
        "date": session.start.isoformat(),
        "start": f"{session.start:%H:%M}",
        "end": session.end.isoformat(),
        "duration": _duration(session.start, session.end),
        "room": session.room,
        "slug": f"{_acronym(event)}-{session.id}",
        "url": urls.place(event, session),
        "title": program.title(session),
        "subtitle": "; ".join(filter(None, said)),  # the schema has no place for a status
        "track": program.track(session) or None,
        "type": session.kind.label,
        "language": session.value("language") or event.language,
        "abstract": citations.abstract(program, paper) if paper else "",
        "description": "\n\n".join(
            filter(None, [session.note, citations.description(program, paper) if paper else ""])
        ),
        "recording_license": "",
        "do_not_record": session.kind == Kind.BREAK,
        **({"logo": urls.picture(program, figure)} if figure and event.site else {}),
        "persons": [_person(program, p) for p in program.known_people(program.speakers(session))],
        "links": [_reference(*link) for link in links],
        "origin_url": urls.place(event, session),
        "attachments": [_reference(*file) for file in files],
    }
    whole = ("url", "origin_url")
    return {name: value for name, value in found.items() if event.site or name not in whole}


def _reference(title: str, url: str, kind: str) -> dict[str, str]:
    """Return a link; one whose type the schema has no word for goes without."""
    return {"title": title, "url": url} | ({"type": kind} if kind else {})


def _number(guid: str) -> int:
    """Return a number from 1 that a UUID gives; it fits into 32 bits."""
    return int(guid[:7], 16) + 1


def _person(program: Program, person: Person) -> dict[str, Any]:
    """Return a speaker in pretalx's form: the schema knows a `name`, or `id` and `public_name`."""
    event, photo = program.event, person.photo
    return {
        "guid": urls.guid(event, f"person/{person.id}"),
        "name": person.title,
        **({"biography": person.note} if person.note else {}),
        **({"avatar": urls.picture(program, photo)} if photo and event.site else {}),
        **({"url": urls.place(event, person)} if person.docname and event.site else {}),
    }


def _duration(start: datetime, end: datetime) -> str:
    """Return the time between two instants; through UTC, since clocks may change between them."""
    length = end.astimezone(UTC) - start.astimezone(UTC)
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    return f"{hours:02}:{minutes:02}"


def as_xml(program: Program) -> str:
    """Return the same schedule as XML."""
    content = schedule(program)["schedule"]
    conference = content["conference"]
    root = ET.Element("schedule")
    child(root, "generator", **GENERATOR)
    child(root, "version", content["version"])
    about = child(root, "conference")
    for name in ("title", "acronym", "start", "end"):
        child(about, name, conference[name])
    child(about, "days", str(conference["daysCount"]))
    child(about, "timeslot_duration", conference["timeslot_duration"])
    if "base_url" in content:
        child(about, "base_url", content["base_url"])
    if zone := conference.get("time_zone_name"):
        child(about, "time_zone_name", zone)
    for track in conference["tracks"]:
        child(about, "track", **track)
    guids = {room["name"]: room["guid"] for room in conference["rooms"]}
    for day in conference["days"]:
        element = child(
            root,
            "day",
            index=str(day["index"]),
            date=day["date"],
            start=day["day_start"],
            end=day["day_end"],
        )
        for name, events in day["rooms"].items():
            room = child(element, "room", name=name, guid=guids[name])
            for event in events:
                _xml_event(room, event)
    return document(root)


def _xml_event(room: ET.Element, event: dict[str, Any]) -> None:
    """Add one session to its room."""
    element = child(room, "event", guid=event["guid"], id=str(event["id"]))
    for name in ("room", "title", "subtitle", "type", "date", "start", "duration"):
        child(element, name, event[name])
    child(element, "abstract", event["abstract"])
    if _XML_SLUG.fullmatch(event["slug"]):
        child(element, "slug", event["slug"])
    child(element, "track", event["track"])
    persons = child(element, "persons")
    for person in event["persons"]:
        child(persons, "person", person["name"], id=str(_number(person["guid"])))
    for name in ("language", "description"):
        child(element, name, event[name])
    recording = child(element, "recording")
    child(recording, "license", event["recording_license"])
    child(recording, "optout", "true" if event["do_not_record"] else "false")
    links = child(element, "links")
    for link in event["links"]:
        child(links, "link", link["title"], href=link["url"])
    attachments = child(element, "attachments")
    for attachment in event["attachments"]:
        child(attachments, "attachment", attachment["title"], href=attachment["url"])
    if "url" in event:
        child(element, "url", event["url"])
