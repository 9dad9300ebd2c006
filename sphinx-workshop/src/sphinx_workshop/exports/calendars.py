"""The program as calendars (RFC 5545, RFC 7986): all of it, its parts, each session, the deadlines.

They have no `METHOD`: `PUBLISH` needs an organizer (RFC 5546), and clients show what has one as an
invitation.

The library gets every value that it would otherwise generate: without a `uid` it draws a random
one, without a `stamp` it reads the clock.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from icalendar import Alarm, Calendar, Event, vDuration, vText, vUri
from icalendar.enums import RELATED, RELTYPE, STATUS, TRANSP

from ..core import field_words, urls
from ..core.field_table import addresses, noted, notices, streams
from ..core.text import notice
from ..core.vocabulary import Kind
from ..core.words import gettext as _
from ..core.words import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ..core.model import Deadline, Person, Record, Session
    from ..core.model import Event as Facts
    from ..core.parts import Part
    from ..core.program import Program
    from ..core.values import Moment

_POLL = timedelta(hours=1)
"""How often a subscriber is asked to look for changes; many look less often."""

_ALARMS = (timedelta(days=7), timedelta(days=1))

_LAST_HOUR = timedelta(hours=1)
"""What a calendar shows of a deadline: the hour that it ends. No time at all would show nothing."""

_BY_TITLE = {Kind.INTRO, Kind.SPOTLIGHT, Kind.PANEL, Kind.POSTERS, Kind.BREAK}
"""The kinds of sessions that people know by their titles, and not by who speaks."""


_END = b"END:VCALENDAR\r\n"


def of_program(program: Program) -> bytes:
    """Return the calendar of all sessions, in time's order."""
    event, sessions = program.event, program.sessions.values()
    about = _("All sessions of the %(kind)s %(event)s.")
    if event.conference:
        about = _("All sessions of the %(kind)s %(event)s, part of %(conference)s.")
    path = urls.program_calendar(program)
    entries = (_session(program, s) for s in sessions)
    return _calendar(program, path, event.name, _filled(about, event), sessions, entries)


def of_part(program: Program, part: Part) -> bytes:
    """Return the calendar of the sessions of a topic, a track, a room, a kind or a person."""
    event, path = program.event, urls.part_calendar(program, part)
    names = {"event": event.name, "part": part.title}
    # Translators: a topic, a track, a room, a kind of session or a person: "Meadows 2030: Keynote".
    name = _("%(event)s: %(part)s", **names)
    about = _("Sessions of the %(kind)s %(event)s: %(part)s.", kind=event.kind, **names)
    entries = (_session(program, session) for session in part.sessions)
    return _calendar(program, path, name, about, part.sessions, entries)


def of_session(program: Program, session: Session) -> bytes:
    """Return the calendar of one session."""
    event, path = program.event, urls.beside_session(session, urls.CALENDAR)
    about = _("One session of the %(kind)s %(event)s.")
    if event.conference:
        about = _("One session of the %(kind)s %(event)s, part of %(conference)s.")
    entry = _session(program, session)
    return _calendar(program, path, event.name, _filled(about, event), [session], [entry])


def of_dates(program: Program) -> bytes:
    """Return the calendar of all deadlines, in time's order."""
    event, deadlines = program.event, program.deadlines.values()
    about = _("Important dates of the %(kind)s %(event)s.")
    if event.conference:
        about = _("Important dates of the %(kind)s %(event)s, part of %(conference)s.")
    name = _("%(event)s: important dates", event=event.name)
    path = urls.dates_calendar(program)
    entries = (bytes(_deadline(program, d).to_ical()) for d in deadlines)
    return _calendar(program, path, name, _filled(about, event), deadlines, entries)


def _filled(about: str, event: Facts) -> str:
    """Return what a calendar holds, with the event in the sentence."""
    return about % {"kind": event.kind, "event": event.name, "conference": event.conference}


def _calendar(
    program: Program,
    path: str,
    name: str,
    about: str,
    records: Iterable[Record],
    entries: Iterable[bytes],
) -> bytes:
    """Return a calendar of some records, to be published at a path of the site."""
    event, records = program.event, list(records)
    calendar = Calendar()
    calendar.prodid = f"-//{event.uid}//workshop//{event.language.partition('-')[0].upper()}"
    calendar.version = "2.0"
    calendar.calscale = "GREGORIAN"
    # Said as text, since the library takes these names for unknown ones, and escapes nothing.
    said = {"NAME": name, "DESCRIPTION": about, "X-WR-CALNAME": name, "X-WR-CALDESC": about}
    for field, words in said.items():
        calendar.add(field, vText(words))
    calendar.add("X-WR-TIMEZONE", vText(event.timezone.key))
    calendar.add("REFRESH-INTERVAL", vDuration(_POLL), {"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(_POLL))
    if event.site:
        calendar.add("SOURCE", vUri(urls.absolute(event, path)), {"VALUE": "URI"})
        calendar.url = urls.page(event, records[0].docname)
    calendar.last_modified = program.changed(*records)
    # Not as components: the library would make the lines of each entry again for every calendar.
    return b"".join((bytes(calendar.to_ical()).removesuffix(_END), *entries, _END))


def _entry(
    program: Program,
    record: Record,
    start: date,
    end: date,
    summary: str,
    description: Iterable[str],
    *,
    sequence: int,
    status: STATUS = STATUS.CONFIRMED,
) -> Event:
    """Return what the entries of sessions and deadlines have in common.

    There is neither attendee nor organizer: clients would take the entry for an invitation. The
    `sequence` is what the page says, and not its history, which a shallow clone does not have: how
    often it was moved, and one more where it is cancelled (RFC 5545, RFC 5546).
    """
    changed = program.changed(record)
    return Event.new(
        uid=f"{record.id}.{program.event.uid}",
        stamp=changed,
        last_modified=changed,
        start=start,
        end=end,
        summary=summary,
        description="\n".join(description),
        url=urls.place(program.event, record) if program.event.site else None,
        sequence=sequence,
        status=status,
    )


# Sessions ------------------------------------------------------------------------------------


_SESSIONS: WeakKeyDictionary[Program, dict[str, bytes]] = WeakKeyDictionary()
"""The entries of each program's sessions by their ids: several calendars hold each."""


def _session(program: Program, session: Session) -> bytes:
    """Return the lines of a session's entry, the same in every calendar."""
    known = _SESSIONS.setdefault(program, {})
    if session.id not in known:
        known[session.id] = bytes(_made(program, session).to_ical())
    return known[session.id]


def _made(program: Program, session: Session) -> Event:
    """Return a session's entry, in UTC: clients misread the names of zones."""
    start, end = session.start.astimezone(UTC), session.end.astimezone(UTC)
    title, about = _session_title(program, session), _about_session(program, session)
    is_off = session.is_cancelled or program.event.notice is not None
    entry = _entry(
        program,
        session,
        start,
        end,
        title,
        about,
        sequence=len(session.was) + is_off,
        status=STATUS.CANCELLED if is_off else STATUS.CONFIRMED,
    )
    if location := program.location(session):
        entry.location = ", ".join(location)
    topics = program.known_topics(program.session_topics(session))
    categories = filter(None, (program.track(session), *(topic.short for topic in topics)))
    # A tuple: the library writes an empty list as an empty field.
    entry.categories = tuple(dict.fromkeys(categories))
    entry.transparency = TRANSP.TRANSPARENT if is_off else TRANSP.OPAQUE
    if session.block:
        whole = vText(f"{session.block}.{program.event.uid}")
        entry.add("RELATED-TO", whole, {"RELTYPE": RELTYPE.PARENT})
    for field, value in addresses(session, program.paper_of(session)):
        entry.add("ATTACH", vUri(urls.uri(field.url(value))))
    return entry


def _session_title(program: Program, session: Session) -> str:
    """Return the title, after the speakers' names where people know the session by these."""
    title = program.title(session)
    names = ", ".join(person.title for person in _speakers(program, session))
    whole = f"{names}: {title}" if names and session.kind not in _BY_TITLE else title
    # Some clients read no status.
    if session.is_cancelled or program.event.cancelled:
        return _("Cancelled: %(title)s", title=whole)
    return _("Postponed: %(title)s", title=whole) if program.event.postponed else whole


def _speakers(program: Program, session: Session) -> list[Person]:
    return program.known_people(program.speakers(session))


def _about_session(program: Program, session: Session) -> Iterator[str]:
    """Yield the lines on a session: what it is, who speaks, whose paper it presents."""
    code = session.value("language")
    named = (session.kind.label, field_words.language(code) if code else "", program.event.name)
    yield " · ".join(filter(None, named))
    yield from filter(None, (notice(program.event), *notices(session)))
    paper = program.paper_of(session)
    yield from (entry.said(value) for entry, value in (noted(paper) if paper else ()))
    speakers = [
        f"{person.title} ({person.affiliation})" if person.affiliation else person.title
        for person in _speakers(program, session)
    ]
    if speakers:
        names = "; ".join(speakers)
        yield ngettext("Speaker: %(names)s", "Speakers: %(names)s", len(speakers), names=names)
    if paper:
        yield _("Authors: %(names)s", names=", ".join(author.name for author in paper.authors))
        if program.event.site:
            yield _("Paper: %(address)s", address=urls.place(program.event, paper))
    if chairs := ", ".join(person.title for person in program.known_people(session.chair)):
        yield _("Chair: %(names)s", names=chairs)
    for field, value in (*addresses(session, paper), *streams(program, session)):
        yield f"{field.said(value)}: {field.url(value)}"
    if session.note:
        yield session.note


# Deadlines -----------------------------------------------------------------------------------


def _deadline(program: Program, deadline: Deadline) -> Event:
    """Return a deadline's entry, with an alarm a week and a day before its end.

    It takes up no time, and has no place. Where the hour is known, it is the last hour before the
    instant; else it is the whole day, wherever the reader is.
    """
    start, end = _last_hour(deadline.when)
    when = f"{deadline.title}: {deadline.when}"
    title = f"{deadline.title} ({program.event.name})"
    about = filter(None, [when, notice(program.event), *notices(deadline), deadline.note])
    is_off = program.event.cancelled is not None
    entry = _entry(
        program,
        deadline,
        start,
        end,
        _("Cancelled: %(title)s", title=title) if is_off else title,
        about,
        sequence=len(deadline.was) + is_off,
        status=STATUS.CANCELLED if is_off else STATUS.CONFIRMED,
    )
    entry.transparency = TRANSP.TRANSPARENT
    for before in () if is_off else _ALARMS:
        alarm = Alarm.new_display(when, trigger=-before)
        alarm.TRIGGER_RELATED = RELATED.END
        entry.add_component(alarm)
    return entry


def _last_hour(when: Moment) -> tuple[date, date]:
    """Return start and end of a deadline's entry; the end of a day is the next day (RFC 5545)."""
    if when.instant is None:
        return when.day, when.day + timedelta(days=1)
    end = when.instant.astimezone(UTC)
    return end - _LAST_HOUR, end
