"""Turns a `schedule.xml` of frab or pretalx into what their `schedule.json` holds."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ..core.errors import CommandError
from .safe_xml import events

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ATTRIBUTES = ("guid", "id", "code")
_TEXTS = ("title", "subtitle", "date", "start", "end", "duration", "room", "track", "type",
          "language", "abstract", "description", "slug", "url", "feedback_url", "logo")  # fmt: skip

_KNOWN = frozenset((*_TEXTS, "persons", "links", "attachments", "recording"))


def matches(start: str) -> bool:
    """Return whether a text begins as a schedule does."""
    return start.startswith("<") and re.search(r"<schedule[\s>]", start[:4000]) is not None


def as_json(text: str) -> dict[str, Any]:
    """Return the schedule as the parsed `schedule.json` has it.

    Raises:
        CommandError: the XML is broken, or is no schedule.
    """
    root: Element | None = None
    for _, element in events(text, ("end",)):
        root = element  # the last one to end is the outermost
    if root is None or root.tag != "schedule" or root.find("day") is None:
        raise CommandError("the XML holds no <schedule> with a <day>; export it again")
    change = _text(root, "conference/day_change")
    conference = {
        "time_zone_name": _text(root, "conference/time_zone_name"),
        "days": [_day(day, change) for day in root.findall("day")],
    }
    return {"schedule": {"conference": conference}}


def _day(element: Element, change: str) -> dict[str, Any]:
    begins = re.search(r"T(\d\d:\d\d)", element.get("start", ""))
    first = begins[1] if begins else change[:5]
    day = element.get("date", "")
    rooms: dict[str, list[dict[str, Any]]] = {}
    for room in element.findall("room"):
        found = [_event(event, day, first, room) for event in room.findall("event")]
        rooms.setdefault(room.get("name", ""), []).extend(found)
    return {"index": element.get("index"), "date": day, "rooms": rooms}


def _event(element: Element, day: str, first: str, room: Element) -> dict[str, Any]:
    found: dict[str, Any] = {name: element.get(name, "") for name in _ATTRIBUTES}
    # Pentabarf, and FOSDEM after it, have numbers alone.
    found["code"] = found["code"] or ("" if found["guid"] else found["id"])
    found |= {name: _text(element, name) for name in _TEXTS}
    for name in ("start", "duration"):  # some have seconds
        found[name] = re.sub(r"^(\d+:\d\d):\d\d$", r"\1", found[name])
    found["room"] = found["room"] or room.get("name", "")
    found["date"] = found["date"] or _date(day, first, found["start"])
    found["persons"] = [_person(person) for person in element.findall("persons/person")]
    found |= {child.tag: _whole(child) for child in element if child.tag not in _KNOWN}
    for several, one in (("links", "link"), ("attachments", "attachment")):
        found[several] = [
            {"title": _whole(each), "url": each.get("href", "")}
            for each in element.findall(f"{several}/{one}")
        ]
    found["do_not_record"] = _text(element, "recording/optout") == "true"
    found["recording_license"] = _text(element, "recording/license")
    return found


def _person(element: Element) -> dict[str, Any]:
    """Return a person, with what stands in elements of its own."""
    more = {child.tag: _whole(child) for child in element}
    name = (element.text or "").strip() or more.get("public_name") or more.get("name", "")
    return more | {"name": name} | ({"guid": guid} if (guid := element.get("guid")) else {})


def _text(element: Element, path: str) -> str:
    child = element.find(path)
    return _whole(child) if child is not None else ""


def _whole(element: Element) -> str:
    return "".join(element.itertext()).strip()


def _date(day: str, first: str, start: str) -> str:
    """Return the time of an event that has a clock's alone; a day ends at night, not at midnight.

    Args:
        day: the date of the day.
        first: the clock's time at which the day begins; what is earlier on the clock is after
            midnight. Empty where that is not known.
        start: the clock's time at which the event begins.
    """
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return ""
    if not re.fullmatch(r"\d?\d:\d\d", start):
        return ""
    clock = start.zfill(5)
    return f"{on + timedelta(days=clock < first)}T{clock}"
