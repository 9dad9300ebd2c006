"""The schedule for phone apps and info screens: frab's JSON and XML, as c3voc describes them.

One structure is made, and written twice. <https://c3voc.de/schedule/schema.json>
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from ..core import urls
from ..core.model import Kind, person_id
from .xml_tree import child, document

if TYPE_CHECKING:
    from datetime import timedelta

    from ..core.model import Event, Person, Session
    from ..core.program import Program

SCHEMA = "https://c3voc.de/schedule/schema.json"
GENERATOR = {"name": "workshop", "version": "1"}
COLOR = "#1d4ed8"


def schedule(program: Program) -> dict[str, Any]:
    """Return the schedule as frab's JSON has it; its version is when a session last changed."""
    event = program.event
    sessions = list(program.sessions.values())
    days = [
        _day(program, index, list(on_day))
        for index, (_, on_day) in enumerate(groupby(sessions, lambda s: s.start.date()), start=1)
    ]
    conference = {
        "acronym": _acronym(event),
        "title": event.name,
        "start": event.start.isoformat(),
        "end": event.end.isoformat(),
        "daysCount": len(days),
        "timeslot_duration": "00:05",
        "time_zone_name": str(event.timezone),
        "colors": {"primary": COLOR},
        "rooms": [
            {
                "name": room,
                "slug": person_id(room),
                "guid": urls.guid(program.event, f"room/{room}"),
                "description": None,
                "capacity": None,
            }
            for room in _rooms(sessions, event.room)
        ],
        "tracks": [
            {"name": topic.short, "slug": topic.id, "color": COLOR}
            for topic in program.topics.values()
        ],
        "days": days,
    }
    return {
        "$schema": SCHEMA,
        "generator": GENERATOR | _known({"url": event.site}),
        "schedule": _known({"url": _whole(event, urls.beside_schedule(program, "schedule.json"))})
        | {"version": f"{program.changed(*sessions):%Y-%m-%d %H:%M}"}
        | _known({"base_url": event.site})
        | {"conference": conference},
    }


def _whole(event: Event, path: str) -> str:
    """Return the whole address of a file, or nothing where the site's is unknown."""
    return urls.absolute(event, path) if event.site else ""


def _known(addresses: dict[str, str]) -> dict[str, str]:
    """Return the addresses that are known."""
    return {name: address for name, address in addresses.items() if address}


def _acronym(event: Event) -> str:
    """Return the event's short name as slugs have it, in lower case."""
    return person_id(event.id)


def _rooms(sessions: list[Session], default: str) -> list[str]:
    return list(dict.fromkeys(session.room for session in sessions)) or [default]


def _day(program: Program, index: int, sessions: list[Session]) -> dict[str, Any]:
    """Return one day, its sessions by room."""
    return {
        "index": index,
        "date": sessions[0].start.date().isoformat(),
        "day_start": sessions[0].start.isoformat(),
        "day_end": max(session.end for session in sessions).isoformat(),
        "rooms": {
            room: [_event(program, s) for s in sessions if s.room == room]
            for room in _rooms(sessions, program.event.room)
        },
    }


def _event(program: Program, session: Session) -> dict[str, Any]:
    """Return one session, with every key that readers of the format know."""
    event, paper = program.event, program.paper_of(session)
    topics = program.known_topics(program.session_topics(session))
    guid = urls.guid(event, f"session/{session.id}")
    related = [(paper.title, urls.place(event, paper))] if paper and event.site else []
    pdf = program.pdf_url(paper, event.site) if paper else ""
    files = [("PDF", pdf)] if "://" in pdf else []
    found = {
        "guid": guid,
        "code": session.id,
        "id": _number(guid),
        "logo": None,
        "date": session.start.isoformat(),
        "start": f"{session.start:%H:%M}",
        "end": f"{session.end:%H:%M}",
        "duration": _duration(session.end - session.start),
        "room": session.room,
        "slug": f"{_acronym(event)}-{session.id}",
        "url": urls.place(event, session),
        "title": program.session_title(session),
        "subtitle": "",
        "track": topics[0].short if topics else None,
        "type": session.kind.label,
        "language": "en",
        "abstract": paper.summary if paper else "",
        "description": session.note,
        "recording_license": "",
        "do_not_record": session.kind is Kind.BREAK,
        "persons": [_person(event, p) for p in program.known_people(program.speakers(session))],
        "links": [{"title": t, "url": url, "type": "related"} for t, url in related],
        "feedback_url": None,
        "origin_url": urls.place(event, session),
        "attachments": [{"title": t, "url": url, "type": "paper"} for t, url in files],
    }
    whole = ("url", "origin_url")
    return {name: value for name, value in found.items() if event.site or name not in whole}


def _number(guid: str) -> int:
    """Return the number that apps want beside a UUID; as stable, being made of it."""
    return int(guid[:7], 16) + 1


def _person(event: Event, person: Person) -> dict[str, Any]:
    """Return a speaker."""
    return {
        "code": person.id,
        "name": person.title,
        "public_name": person.title,
        "guid": urls.guid(event, f"person/{person.id}"),
        "avatar": None,
        "biography": None,
        "url": urls.place(event, person) if person.docname and event.site else None,
    }


def _duration(length: timedelta) -> str:
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
    child(about, "time_zone_name", conference["time_zone_name"])
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
    element = child(room, "event", guid=event["guid"], id=str(event["id"]), code=event["code"])
    for name in ("room", "title", "subtitle", "type", "date", "start", "duration"):
        child(element, name, event[name])
    for name in ("abstract", "slug", "track", "logo"):
        child(element, name, event[name])
    persons = child(element, "persons")
    for person in event["persons"]:
        child(persons, "person", person["public_name"], id=str(_number(person["guid"])))
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
    child(element, "feedback_url", event["feedback_url"])
