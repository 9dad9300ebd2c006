"""Reads pretalx: a saved `schedule.json`, or a page of its `submissions`."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ..core import fields
from ..core.vocabulary import KINDS, Kind
from . import talk_parts
from .changes import changed
from .checked import rich_text
from .cleaning import clean, in_english, listed, private, unread_of
from .records import Reading, Talk

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAK = "break|coffee|lunch"
_KINDS = {
    "keynote|plenary": Kind.KEYNOTE,
    "spotlight": Kind.SPOTLIGHT,
    "panel": Kind.PANEL,
    "poster": Kind.POSTERS,
    _BREAK: Kind.BREAK,
    "intro|opening|welcome": Kind.INTRO,
}
_BARE = "codes alone; save the page again with `expand=speakers,slots,slots.room`"
_READ = frozenset(
    ("guid", "code", "id", "title", "date", "start", "end", "duration", "room", "slots", "slot",
     "url", "state", "submission_type", "type", "persons", "speakers", "abstract")
)  # fmt: skip
_OF_PERSON = frozenset(("id", "code", "guid", "name", "public_name", "email", "biography"))
_LEFT_OUT = re.compile(r"submitted|reject|cancel|withdraw|draft|delete", re.IGNORECASE)


def matches(data: Any) -> bool:
    """Return whether this is a schedule or a page of submissions."""
    return bool(_conference(data)) or any(
        isinstance(found, dict) and {"code", "title"} <= found.keys()
        for found in _results(data)[:20]
    )


def _conference(data: Any) -> dict[str, Any]:
    schedule = data.get("schedule") if isinstance(data, dict) else None
    conference = schedule.get("conference") if isinstance(schedule, dict) else None
    return conference if isinstance(conference, dict) else {}


def _results(data: Any) -> list[Any]:
    return listed(data.get("results") if isinstance(data, dict) else data)


def read(data: Any, zone: ZoneInfo, kinds: tuple[Kind, ...] = KINDS) -> Reading:
    """Return the talks that have a time.

    A talk of a schedule is known by its guid: one that is given twice has one code. The code that
    `submissions` give the same talk is kept as its other name. Of people, names and biographies are
    read, and nothing else.

    Args:
        data: the parsed JSON.
        zone: the workshop's zone, for times without one in a file that names none.
        kinds: what the workshop's sessions may be.
    """
    reading = Reading("pretalx", kinds=kinds)
    reading.unread = _unread(data)
    if conference := _conference(data):
        given: Counter[str] = Counter()
        for room in listed(conference.get("rooms")):
            _name_of_room(room, reading)
        zone = _zone(conference, zone, reading)
        for where, event in _events(conference):
            code, guid = (private(event.get(name)) for name in ("code", "guid"))
            code = code or ("" if guid else private(event.get("id")))
            given[code] += 1
            also = _numbered(code, given[code]) if code and guid else ""
            _add(reading, where, event, event, guid or code, zone, also)
        return reading
    for index, found in enumerate(_results(data), start=1):
        where = f"submission {index}"
        if isinstance(found, dict):
            _add_submission(reading, where, found, zone)
        else:
            reading.skip(where, "it is not a submission")
    if isinstance(data, dict) and (data.get("next") or data.get("previous")):
        reading.partial = True
        reading.remark("file", "this is one page of several; import the others too")
    return reading


def _unread(data: Any) -> list[str]:
    """Return the names of what talks have with a value, and no page gets, each with its talks."""
    conference = _conference(data)
    found = [event for _, event in _events(conference)] if conference else _results(data)
    counts: Counter[str] = Counter()
    for talk in found:
        if isinstance(talk, dict):
            counts.update(sorted(_left_of(talk)))
    return [f"{name} (talks that have it: {count})" for name, count in counts.items()]


def _left_of(talk: dict[str, Any]) -> set[str]:
    """Return the names of what is not read of a talk and of its speakers."""
    more = {name for name, value in talk.items() if value and name not in _READ}
    if not in_english(talk.get("abstract")).strip():
        more -= {"description"}
    more -= talk_parts.NAMES - talk_parts.fields(talk)[1]
    return more.union(unread_of({"speakers": talk_parts.people(talk)}, ["speakers"], _OF_PERSON))


def _zone(conference: dict[str, Any], zone: ZoneInfo, reading: Reading) -> ZoneInfo:
    """Return the zone that a file names for its times without one, else the workshop's."""
    name = clean(conference.get("time_zone_name"))
    try:
        found = fields.zone(name) if name else zone
    except ValueError as error:
        reading.remark("file", f"time_zone_name: {error}; times without a zone are read as {zone}")
        return zone
    return found if isinstance(found, ZoneInfo) else zone


def _add_submission(reading: Reading, where: str, found: dict[str, Any], zone: ZoneInfo) -> None:
    """Keep a submission once a slot, or say why it is left out."""
    code = private(found.get("code"))
    state = private(in_english(found.get("state")))
    slots = _slots(found)
    if _LEFT_OUT.search(state):
        reading.skip(where, f"'{code}' is left out: its state is '{state[:40]}'", code)
        return
    if not slots:
        bare = any(isinstance(slot, int) for slot in listed(found.get("slots")))
        why = f"its slots are {_BARE}" if bare else "it has no time yet"
        reading.skip(where, f"'{code}' is left out: {why}", code)
    for number, slot in enumerate(slots, start=1):
        _add(reading, where, found, slot, _numbered(code, number), zone)


def _numbered(code: str, number: int) -> str:
    """Return the name of a talk's slot; the first one's is the code alone."""
    return code if number == 1 else f"{code}-{number}"


def _events(conference: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    number = 0
    for day in listed(conference.get("days")):
        rooms = day.get("rooms") if isinstance(day, dict) else None
        for events in rooms.values() if isinstance(rooms, dict) else []:
            for event in listed(events):
                number += 1
                yield f"event {number}", event if isinstance(event, dict) else {}


def _slots(found: dict[str, Any]) -> list[dict[str, Any]]:
    several = listed(found.get("slots")) or [found.get("slot")]
    return [slot for slot in several if isinstance(slot, dict) and slot.get("start")]


def _add(
    reading: Reading,
    where: str,
    given: dict[str, Any],
    slot: dict[str, Any],
    code: str,
    zone: ZoneInfo,
    also: str = "",
) -> None:
    title = private(in_english(given.get("title")))
    begin = _instant(slot.get("start") if slot is not given else given.get("date"), zone)
    if not code:
        reading.skip(where, f"'{title[:60]}' has neither code nor guid")
    elif not title:
        reading.skip(where, f"'{code}' has no title", code)
    elif begin is None:
        reading.skip(where, f"'{code}' has no time that can be read", code)
    elif (end := _end(slot, given, begin, zone)) is None:
        reading.skip(where, f"'{code}' has no end after its start", code)
    else:
        texts = {name: in_english(given.get(name)) for name in ("abstract", "description")}
        field = next((name for name, text in texts.items() if text.strip()), "abstract")
        summary = rich_text(reading, where, field, texts[field]).markdown
        reading.note(
            changed(where, "title", in_english(given.get("title")), title, ("plain words",))
        )
        reading.talks.append(
            Talk(
                code=code,
                also=also,
                url=in_english(given.get("url")),
                title=title,
                start=begin,
                end=end,
                kind=_kind(given, where, reading),
                room=_room(slot, where, reading),
                speakers=talk_parts.names(given, where, reading, _BARE),
                summary=summary,
                more=talk_parts.fields(given)[0],
                where=where,
            )
        )


def _instant(value: Any, zone: ZoneInfo) -> datetime | None:
    """Return an aware time; one without an offset is in the workshop's zone."""
    try:
        found = datetime.fromisoformat(value)
        # Asked for now, so that a year that no zone knows is rejected here.
        return found.astimezone(zone) if found.tzinfo else found.replace(tzinfo=zone)
    except (TypeError, ValueError, OverflowError):
        return None


def _end(
    slot: dict[str, Any], given: dict[str, Any], start: datetime, zone: ZoneInfo
) -> datetime | None:
    end = _instant(slot.get("end"), zone) or _after(start, given.get("duration"))
    return end if end and end > start else None


def _after(start: datetime, duration: Any) -> datetime | None:
    """Return the end after `00:45`, or after a number of minutes."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", clean(duration))
    minutes = int(match[1]) * 60 + int(match[2]) if match else duration
    if isinstance(minutes, int) and 0 < minutes <= 24 * 60:
        # Through UTC: on the day that clocks change, an hour is still an hour.
        return (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(start.tzinfo)
    return None


def _room(slot: dict[str, Any], where: str, reading: Reading) -> str:
    room = slot.get("room")
    if isinstance(room, int):
        reading.remark(where, f"the room is one of {_BARE}")
    return _name_of_room(room, reading)


def _name_of_room(room: Any, reading: Reading) -> str:
    """Return the name of a room; keep where it is, and how many people it holds."""
    name = private(in_english(room))
    given = room if name and isinstance(room, dict) else {}
    place, capacity = private(in_english(given.get("description"))), given.get("capacity")
    known = {"place": place} if place else {}
    if isinstance(capacity, int) and capacity > 0:
        known["capacity"] = str(capacity)
    reading.rooms[name] = reading.rooms.get(name, {}) | known
    return name


def _kind(given: dict[str, Any], where: str, reading: Reading) -> Kind:
    """Return the kind that a talk's type names: one of conf.py's by its word, else a built-in."""
    named = in_english(given.get("submission_type") or given.get("type")).casefold()
    title = in_english(given.get("title")).casefold()
    if not (named or talk_parts.people(given)) and re.search(rf"\b(?:{_BREAK})\b", title):
        return Kind.BREAK
    built_in = {(kind.id, kind.label) for kind in KINDS}
    for kind in reading.kinds:
        word = rf"\b(?:{re.escape(kind.label.casefold())}|{kind.id})\b"
        if (kind.id, kind.label) not in built_in and re.search(word, named):
            return kind
    found = next((kind for pattern, kind in _KINDS.items() if re.search(pattern, named)), None)
    if named and not found and "talk" not in named:
        message = f"'{clean(named)[:40]}' is not a kind of session in conf.py; it becomes a talk"
        reading.remark(where, message)
    return found or Kind.TALK
