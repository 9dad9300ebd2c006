"""Checks schedules by the rules of c3voc's validators, which no test can fetch.

The rules are stated in our own words: for XML in `schemas/schedule.xsd`, for JSON here.
<https://github.com/voc/schedule/tree/master/validator>
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from readers import violations

XSD = Path(__file__).parent / "schemas/schedule.xsd"
UNIQUE = ("guid", "id", "slug")


@cache
def _xsd() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(XSD))


def xml_faults(text: str) -> list[str]:
    """Return where a `schedule.xml` breaks the rules."""
    schema = _xsd()
    schema.validate(etree.fromstring(text.encode()))
    return [f"line {error.line}: {error.message}" for error in schema.error_log]


def json_faults(content: dict[str, Any]) -> list[str]:
    """Return where a parsed `schedule.json` breaks the rules."""
    if found := violations(content, SCHEMA):
        return found
    events = [
        event
        for day in content["schedule"]["conference"]["days"]
        for room in day["rooms"].values()
        for event in room
    ]
    return [
        f"{count} events share the {name} {value!r}"
        for name in UNIQUE
        for value, count in Counter(event[name] for event in events).items()
        if count > 1
    ]


def _object(
    properties: dict[str, Any], required: str = "", *, closed: bool = True
) -> dict[str, Any]:
    """Return the schema of an object; one that is closed has no other properties."""
    found = {"type": "object", "properties": properties, "required": required.split()}
    return found | ({"additionalProperties": False} if closed else {})


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _matching(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": pattern}


TEXT = {"type": "string"}
MAYBE = {"type": ["string", "null"]}
DAY = {"type": "string", "format": "date"}
INSTANT = {"type": "string", "format": "date-time"}
GUID = {"type": "string", "format": "uuid"}
ADDRESS = {"type": "string", "format": "uri", "pattern": "^https?://."}
CODE = _matching("^[A-Z0-9]+$")
SLUG = _matching("^[a-z0-9_-]+[a-z0-9]$")
DURATION = _matching("^[0-9]+:[0-9]{2}$")

_PERSON = {
    "guid": GUID,
    "id": {"type": "integer"},
    "name": TEXT,
    "public_name": TEXT,
    "code": CODE,
    "avatar": ADDRESS,
    "biography": TEXT,
    "url": ADDRESS,
}
PERSON = _object(_PERSON, closed=False) | {
    "oneOf": [{"required": ["id", "public_name"]}, {"required": ["name"]}]
}

REFERENCE = _object(
    {
        "title": TEXT,
        "url": ADDRESS,
        "type": {
            "enum": [
                *("slides", "paper", "web", "blog", "article", "media", "related", "activitypub"),
            ]
        },
    },
    "url",
)

EVENT = _object(
    {
        "guid": GUID,
        "code": CODE,
        "id": {"type": "integer", "minimum": 1},
        "logo": ADDRESS,
        "date": INSTANT,
        "start": _matching("^[0-2][0-9]:[0-5][0-9]$"),
        "end": INSTANT,
        "duration": DURATION,
        "room": TEXT,
        "slug": SLUG,
        "url": ADDRESS,
        "title": TEXT,
        "subtitle": MAYBE,
        "track": MAYBE,
        "type": TEXT,
        "language": TEXT,
        "abstract": MAYBE,
        "description": MAYBE,
        "recording_license": TEXT,
        "do_not_record": {"type": "boolean"},
        "persons": _list(PERSON),
        "links": _list(REFERENCE),
        "attachments": _list(REFERENCE),
        "feedback_url": ADDRESS,
        "origin_url": ADDRESS,
    },
    "guid id date start duration room slug url title subtitle track type language abstract "
    "persons links",
)

ROOM = _object(
    {
        "name": TEXT,
        "slug": SLUG,
        "guid": GUID,
        "description": MAYBE,
        "capacity": {"type": ["number", "null"]},
    },
    "name guid",
)

CONFERENCE = _object(
    {
        "acronym": _matching("^[a-z0-9_-][a-z0-9_]{3,}$"),
        "title": TEXT,
        "start": DAY,
        "end": DAY,
        "daysCount": {"type": "integer"},
        "timeslot_duration": DURATION,
        "time_zone_name": _matching("^([A-Z][A-Za-z_]+/[A-Z][A-Za-z_]+|UTC)$"),
        "colors": _object({"primary": _matching("^#[0-9a-f]{6}$")}),
        "rooms": _list(ROOM),
        "tracks": _list(_object({"name": TEXT, "slug": SLUG, "color": TEXT}, "name")),
        "days": _list(
            _object(
                {
                    "index": {"type": "integer"},
                    "date": DAY,
                    "day_start": INSTANT,
                    "day_end": INSTANT,
                    "rooms": {"type": "object", "additionalProperties": _list(EVENT)},
                },
                "index date day_start day_end rooms",
            )
        ),
    },
    "acronym title start end daysCount timeslot_duration days",
)

SCHEMA = _object(
    {
        "$schema": {"const": "https://c3voc.de/schedule/schema.json"},
        "generator": _object({"name": TEXT, "version": TEXT, "url": ADDRESS}),
        "schedule": _object(
            {"url": ADDRESS, "version": TEXT, "base_url": ADDRESS, "conference": CONFERENCE},
            "version conference",
            closed=False,
        ),
    },
    "schedule",
)
