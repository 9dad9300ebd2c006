"""The event and its sessions in a page's head, as <https://schema.org/Event>."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core import urls
from ..core.field_table import streams
from ..core.vocabulary import Kind, Role
from ..core.words import gettext as _
from . import recordings
from .page_metadata import drawn, named

if TYPE_CHECKING:
    from collections.abc import Container

    from ..core.model import Event, Session
    from ..core.program import Program
    from ..core.sponsor import Sponsor

_EVENT = "https://schema.org/"


def event(
    program: Program, home: str, image: str = "", pictures: Container[str] = ()
) -> dict[str, Any]:
    """Return the workshop as <https://schema.org/Event>, its sessions as sub-events.

    Args:
        program: the workshop.
        home: the page that stands for the workshop.
        image: the path of its picture; empty where it has none.
        pictures: the paths of pictures for links that are published.
    """
    facts = program.event
    sessions = list(program.sessions.values())
    given = [session for session in sessions if session.kind != Kind.BREAK]
    held = (session for session in given if not session.is_cancelled)
    speakers = dict.fromkeys(name for session in held for name in program.speakers(session))
    organizers = [
        p for p in program.entries.values() if {Role.CO_CHAIR, Role.ORGANIZER} & {*p.roles}
    ]
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": facts.name,
        **({"description": _part_of(facts)} if facts.whole else {}),
        "url": urls.page(program.event, home),
        "startDate": (sessions[0].start if sessions else facts.start).isoformat(),
        "endDate": (max(s.end for s in sessions) if sessions else facts.end).isoformat(),
        "eventStatus": _EVENT + (_off(facts) or "EventScheduled"),
        **_attendance(facts),
        **_location(program),
        **_conference(program),
        "subEvent": [_session(program, session, pictures) for session in given],
    }
    known = {
        "sponsor": [_sponsor(program, sponsor) for sponsor in program.sponsors],
        "image": [urls.absolute(facts, image)] if image else [],
        "performer": [named(program, person) for person in program.known_people(speakers)],
        "organizer": [named(program, person) for person in organizers],
    }
    return found | {name: value for name, value in known.items() if value}


def _sponsor(program: Program, sponsor: Sponsor) -> dict[str, Any]:
    found = {"@type": "Organization", "name": sponsor.title, "url": sponsor.link}
    logo = {"logo": urls.picture(program, sponsor.logo)} if sponsor.logo else {}
    return {name: value for name, value in (found | logo).items() if value}


def _attendance(facts: Event) -> dict[str, str]:
    """Return how the event is attended; nothing where neither place nor address is known."""
    modes = {
        (True, True): "MixedEventAttendanceMode",
        (True, False): "OfflineEventAttendanceMode",
        (False, True): "OnlineEventAttendanceMode",
    }
    mode = modes.get((bool(facts.place), bool(facts.online_url)))
    return {"eventAttendanceMode": f"https://schema.org/{mode}"} if mode else {}


def _part_of(facts: Event) -> str:
    """Return what the event is, and of which conference."""
    message = _("A %(kind)s of %(conference)s")
    if facts.kind[0] in "aeiou":
        message = _("An %(kind)s of %(conference)s")
    return message % {"kind": facts.kind, "conference": facts.whole}


def _conference(program: Program) -> dict[str, Any]:
    """Return the conference that the workshop is part of, if it is known."""
    facts = program.event
    if not facts.whole:
        return {}
    days = {"startDate": facts.conference_start, "endDate": facts.conference_end}
    known = {name: day.isoformat() for name, day in days.items() if day}
    about = {"@type": "Event", "name": facts.whole, **known, **_place(program)}
    return {"superEvent": about}


def _place(program: Program) -> dict[str, Any]:
    """Return where all of it takes place, if that is known."""
    place = program.event.place
    return {"location": {"@type": "Place", "name": place, "address": place}} if place else {}


def _location(program: Program) -> dict[str, Any]:
    """Return the places, on site and online."""
    virtual = {"@type": "VirtualLocation", "url": program.event.online_url}
    places = [*_place(program).values(), *([virtual] if program.event.online_url else [])]
    return {"location": places} if places else {}


def _session(program: Program, session: Session, pictures: Container[str]) -> dict[str, Any]:
    beside_session, paper = urls.beside_session(session, urls.PICTURE), program.paper_of(session)
    path = urls.beside_paper(paper, urls.PICTURE) if paper else beside_session
    image = drawn(program, path, pictures)
    found: dict[str, Any] = {
        **recordings.occasion(program, session),
        **_status(program.event, session),
        **_session_place(program, session),
        **({"image": [image]} if image else {}),
        **recordings.of_session(program, session, image),
    }
    if block := program.sessions.get(session.block or ""):
        found["superEvent"] = recordings.occasion(program, block)
    if language := session.value("language"):
        found["inLanguage"] = language
    speakers = [
        named(program, person) for person in program.known_people(program.speakers(session))
    ]
    return found | ({"performer": speakers} if speakers else {})


def _session_place(program: Program, session: Session) -> dict[str, Any]:
    """Return the room of a session, within the place of the event, and its stream."""
    room, whole = program.room_of(session), _place(program).get("location")
    watched = [session.value("stream"), *(value for _field, value in streams(program, session))]
    virtual = [{"@type": "VirtualLocation", "url": url} for url in watched if url]
    place = whole
    if name := room.title if room else program.shown_room(session):
        about = {
            "address": ", ".join(program.location(session)[1:]),
            "maximumAttendeeCapacity": room and room.capacity,
            "containedInPlace": whole,
        }
        known = {key: value for key, value in about.items() if value}
        place = {"@type": "Place", "name": name, **known}
    places = [*([place] if place else []), *virtual]
    return {"location": places if virtual else place} if places else {}


def _off(event: Event) -> str:
    """Return that an event does not take place on its days; empty where it does."""
    postponed = "EventPostponed" if event.postponed else ""
    return "EventCancelled" if event.cancelled else postponed


def _status(event: Event, session: Session) -> dict[str, Any]:
    """Return that a session is off or was moved, and from when; nothing where neither is."""
    if not (session.was or session.is_cancelled or event.notice):
        return {}
    status = "EventCancelled" if session.is_cancelled else _off(event) or "EventRescheduled"
    former = [time.start.isoformat() for time in session.was]
    return {
        "eventStatus": _EVENT + status,
        **({"previousStartDate": former} if former else {}),
    }
