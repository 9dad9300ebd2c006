"""Reads pretalx: a saved `schedule.json`, or a page of its `submissions`."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from workshop.model import Kind

from .cleaning import clean, private
from .records import Reading, Talk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

_KINDS = {
    "keynote|plenary": Kind.KEYNOTE,
    "spotlight": Kind.SPOTLIGHT,
    "panel": Kind.PANEL,
    "poster": Kind.POSTERS,
    "break|coffee|lunch": Kind.BREAK,
    "intro|opening|welcome": Kind.INTRO,
}
_LEFT_OUT = re.compile(r"submitted|reject|cancel|withdraw|draft|delete", re.IGNORECASE)


def matches(data: Any) -> bool:
    """Tell whether this is a schedule or a page of submissions."""
    return bool(_conference(data)) or any(
        isinstance(found, dict) and {"code", "title"} <= found.keys()
        for found in _results(data)[:20]
    )


def _conference(data: Any) -> dict[str, Any]:
    schedule = data.get("schedule") if isinstance(data, dict) else None
    conference = schedule.get("conference") if isinstance(schedule, dict) else None
    return conference if isinstance(conference, dict) else {}


def _results(data: Any) -> list[Any]:
    found = data.get("results") if isinstance(data, dict) else data
    return found if isinstance(found, list) else []


def read(data: Any, zone: ZoneInfo) -> Reading:
    """Return the talks that have a time.

    Of people the names are read, and nothing else.

    Args:
        data: the parsed JSON.
        zone: the workshop's zone, for times that are written without one.
    """
    reading = Reading("pretalx")
    if conference := _conference(data):
        for where, event in _events(conference):
            _add(
                reading,
                where,
                event,
                event,
                clean(_words(event.get("code") or event.get("guid"))),
                zone,
            )
        return reading
    for index, found in enumerate(_results(data), start=1):
        where = f"submission {index}"
        if not isinstance(found, dict):
            reading.skip(where, "it is no submission")
            continue
        code = clean(found.get("code"))
        state = clean(_words(found.get("state")))
        if _LEFT_OUT.search(state):
            reading.skip(where, f"'{code}' is left out: its state is '{state[:40]}'", code)
            continue
        slots = _slots(found)
        if not slots:
            reading.skip(where, f"'{code}' is left out: it has no time yet", code)
        for number, slot in enumerate(slots, start=1):
            _add(reading, where, found, slot, code if number == 1 else f"{code}-{number}", zone)
    if isinstance(data, dict) and (data.get("next") or data.get("previous")):
        reading.partial = True
        reading.remark("file", "this is one page of several; import the others too")
    return reading


def _events(conference: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    days = conference.get("days")
    number = 0
    for day in days if isinstance(days, list) else []:
        rooms = day.get("rooms") if isinstance(day, dict) else None
        for events in rooms.values() if isinstance(rooms, dict) else []:
            for event in events if isinstance(events, list) else []:
                number += 1
                if isinstance(event, dict):
                    yield f"event {number}", event


def _slots(found: dict[str, Any]) -> list[dict[str, Any]]:
    slots = found.get("slots")
    several = slots if isinstance(slots, list) else [found.get("slot")]
    return [slot for slot in several if isinstance(slot, dict) and slot.get("start")]


def _add(
    reading: Reading,
    where: str,
    told: dict[str, Any],
    slot: dict[str, Any],
    code: str,
    zone: ZoneInfo,
) -> None:
    title, _ = private(_words(told.get("title")))
    begin = _instant(slot.get("start") if slot is not told else told.get("date"), zone)
    if not code:
        reading.skip(where, f"'{title[:60]}' has neither code nor guid")
    elif not title:
        reading.skip(where, f"'{code}' has no title", code)
    elif begin is None:
        reading.skip(where, f"'{code}' has no time that can be read", code)
    elif (end := _end(slot, told, begin, zone)) is None:
        reading.skip(where, f"'{code}' has no end after its start", code)
    else:
        summary, had_mail = private(_words(told.get("abstract")))
        if had_mail:
            reading.remark(where, "an e-mail address in the abstract is left out")
        reading.talks.append(
            Talk(
                code=code,
                title=title,
                start=begin,
                end=end,
                kind=_kind(told),
                room=private(_words(slot.get("room")))[0],
                speakers=_speakers(told),
                summary=summary,
                where=where,
            )
        )


def _words(value: Any) -> str:
    """Return a text: as it is, in English, else in the first language it is given in."""
    if isinstance(value, dict):
        named = value.get("name", value)
        if not isinstance(named, dict):
            return _words(named)
        texts = [named.get("en"), *named.values()]
        return next((text for text in texts if isinstance(text, str) and text.strip()), "")
    return value if isinstance(value, str) else ""


def _instant(value: Any, zone: ZoneInfo) -> datetime | None:
    """Return an aware time; one without an offset is in the workshop's zone."""
    try:
        found = datetime.fromisoformat(value)
        # Asked for now, so that a year that no zone knows is refused here.
        return found.astimezone(zone) if found.tzinfo else found.replace(tzinfo=zone)
    except (TypeError, ValueError, OverflowError):
        return None


def _end(
    slot: dict[str, Any], told: dict[str, Any], start: datetime, zone: ZoneInfo
) -> datetime | None:
    end = _instant(slot.get("end"), zone) or _after(start, told.get("duration"))
    return end if end and end > start else None


def _after(start: datetime, duration: Any) -> datetime | None:
    """Return the end after `00:45`, or after a number of minutes."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", clean(duration))
    minutes = int(match[1]) * 60 + int(match[2]) if match else duration
    if isinstance(minutes, int) and 0 < minutes <= 24 * 60:
        # Through UTC: on the day that clocks change, an hour is still an hour.
        return (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(start.tzinfo)
    return None


def _kind(told: dict[str, Any]) -> Kind:
    words = _words(told.get("submission_type") or told.get("type")).casefold()
    return next((kind for pattern, kind in _KINDS.items() if re.search(pattern, words)), Kind.TALK)


def _speakers(told: dict[str, Any]) -> tuple[str, ...]:
    people = told.get("speakers") or told.get("persons")
    names = []
    for person in people if isinstance(people, list) else []:
        if isinstance(person, dict):
            name, _ = private(person.get("public_name") or person.get("name"))
            if any(letter.isalpha() for letter in name):
                names.append(name)
    return tuple(dict.fromkeys(names))
