"""What machines read in a page's head: schema.org JSON-LD, and the booklet in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core import citations, urls
from ..core.booklet import keynotes
from ..core.field_table import TABLES, streams
from ..core.model import Paper
from ..core.text import long_day
from ..core.text import papers as papers_in_words
from ..core.vocabulary import Kind, Role
from ..core.words import gettext as _
from ..core.words import ngettext
from . import recordings
from .highwire import is_usual

if TYPE_CHECKING:
    from collections.abc import Container

    from ..core.model import Author, Event, Person, Record, Session
    from ..core.program import Program
    from ..core.sponsor import Sponsor
    from ..core.values import Picture


def booklet_description(program: Program) -> str:
    """Return in one sentence what the booklet holds."""
    event = program.event
    topics, talks = len(program.topics), len(keynotes(program))
    papers, authors = len(program.papers), len(program.papers_by_author)
    held = (
        _("schedule"),
        ngettext("%(count)d topic", "%(count)d topics", topics) if topics else "",
        ngettext("%(count)d keynote", "%(count)d keynotes", talks) if talks else "",
        papers_in_words(papers) if papers else "",
        ngettext("%(count)d author", "%(count)d authors", authors) if authors else "",
    )
    about = ", ".join(filter(None, (event.name, long_day(event.start), event.place)))
    return _("%(event)s: %(parts)s.", event=about, parts=", ".join(filter(None, held)))


def _collection(program: Program) -> dict[str, Any]:
    """Return what papers are part of: a collection, not proceedings, for there are none."""
    known = {
        "@type": "Collection",
        "name": citations.booktitle(program),
        "editor": [{"@type": "Person", "name": p.name} for p in citations.editors(program)],
        "url": program.event.site,
    }
    return {name: value for name, value in known.items() if value}


def scholarly_article(
    program: Program, paper: Paper, pictures: Container[str] = ()
) -> dict[str, Any]:
    """Return a paper as <https://schema.org/ScholarlyArticle>.

    `pictures` has the paths of pictures for links that are published.
    """
    event = program.event
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "headline": paper.title,
        "name": paper.title,
        "author": [_author(program, author) for author in paper.authors],
        "datePublished": event.start.isoformat(),
        "dateModified": program.changed(paper).date().isoformat(),
        "inLanguage": event.language,
        "isPartOf": _collection(program),
        **_encoding(program.pdf_url(paper, event.site)),
        "identifier": str(paper.number),
        "url": urls.place(event, paper),
    }
    known: dict[str, Any] = {
        "image": _image(program, paper.figure),
        "abstract": citations.abstract(program, paper),
        "description": citations.description(program, paper),
        "keywords": list(citations.keywords(program, paper)),
        "about": [topic.title for topic in program.known_topics(paper.topics)],
        **_properties(paper),
        **recordings.of_paper(program, paper, _drawn(program, paper, pictures)),
    }
    return found | {name: value for name, value in known.items() if value}


def _properties(record: Record) -> dict[str, list[str]]:
    """Return what the field table says of an object; fields may share a property."""
    found: dict[str, list[str]] = {}
    for entry in TABLES[record.type].values():
        if value := record.value(entry.name):
            for name, text in entry.exports.json_ld.items():
                found.setdefault(name, []).append(text.format(value))
    return found


def _drawn(program: Program, record: Paper | Session, pictures: Container[str]) -> str:
    """Return the address of the picture for links to a paper or session; empty without one."""
    if isinstance(record, Paper):
        path = urls.beside_paper(record, urls.PICTURE)
    else:
        path = urls.beside_session(record, urls.PICTURE)
    return urls.absolute(program.event, path) if path in pictures else ""


def _image(program: Program, found: Picture | None) -> dict[str, Any]:
    """Return a picture, or nothing where there is none."""
    if found is None:
        return {}
    about = {"contentUrl": urls.picture(program, found), "description": found.alt}
    return {"@type": "ImageObject", **about, "width": found.width, "height": found.height}


def _encoding(pdf: str) -> dict[str, Any]:
    """Return where a paper's PDF is, if that is known."""
    if not pdf:
        return {}
    about = {"@type": "MediaObject", "contentUrl": pdf, "encodingFormat": "application/pdf"}
    return {"encoding": about}


_PARTS = {"family": "familyName", "given": "givenName", "suffix": "honorificSuffix"}


def _author(program: Program, author: Author) -> dict[str, Any]:
    found = program.divided(author)
    if found.is_whole:
        return {"@type": "Organization", "name": author.name}
    person: dict[str, Any] = {"@type": "Person", "name": author.name}
    if not is_usual(author, found):
        person |= {_PARTS[part]: text for part, text in found.parts.items()}
    if entry := program.entries.get(program.person_id(author.name)):
        person |= _properties(entry)
    if author.affiliations:
        person["affiliation"] = [
            {"@type": "Organization", "name": name} for name in author.affiliations
        ]
    return person


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
        "performer": [_named(program, person) for person in program.known_people(speakers)],
        "organizer": [_named(program, person) for person in organizers],
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


def person(program: Program, person: Person) -> dict[str, Any]:
    """Return a person with an entry as <https://schema.org/Person>."""
    found = {"@context": "https://schema.org", **_named(program, person), **_properties(person)}
    more = {"description": person.note, "image": _portrait(program, person)}
    return found | {name: value for name, value in more.items() if value}


def _named(program: Program, person: Person) -> dict[str, Any]:
    """Return a person's name, and the address of their entry, whose page has all else."""
    found = {"@type": "Person", "name": person.title}
    if person.id in program.entries:
        found["url"] = urls.place(program.event, person)
    return found


def _portrait(program: Program, person: Person) -> dict[str, Any]:
    """Return the photo of a person, with who made it."""
    credit = person.photo.words if person.photo else ""
    return _image(program, person.photo) | ({"creditText": credit} if credit else {})


def _session(program: Program, session: Session, pictures: Container[str]) -> dict[str, Any]:
    image = _drawn(program, program.paper_of(session) or session, pictures)
    found: dict[str, Any] = {
        **recordings.occasion(program, session),
        **_status(program.event, session),
        **_session_place(program, session),
        **({"image": [image]} if image else {}),
        **recordings.of_session(program, session, image),
    }
    if language := session.value("language"):
        found["inLanguage"] = language
    speakers = [
        _named(program, person) for person in program.known_people(program.speakers(session))
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


_EVENT = "https://schema.org/"


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
