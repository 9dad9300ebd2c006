"""Talks as pretalx has them: of its API, and of a schedule for apps."""

from __future__ import annotations

import json
from typing import Any


def talk(code: str = "ABC", **fields: Any) -> dict[str, Any]:
    return {
        "code": code,
        "title": {"de": "Der Vortrag", "en": "The talk"},
        "speakers": [{"code": "X", "name": "Ann Lee", "email": "ann@example.org"}],
        "submission_type": {"en": "Keynote"},
        "state": "confirmed",
        "abstract": {"en": "What it says."},
        "slots": [{"start": "2016-07-22T15:00:00+02:00", "end": "2016-07-22T14:00:00Z",
                   "room": {"name": {"en": "Hall"}}}],
    } | fields  # fmt: skip


def submissions(*talks: dict[str, Any], **page: Any) -> str:
    return json.dumps(
        {"count": len(talks), "next": None, "previous": None, "results": talks} | page
    )


def event(**fields: Any) -> dict[str, Any]:
    return {
        "guid": "g",
        "code": "ABC",
        "title": "The talk",
        "type": "Keynote",
        "date": "2016-07-22T09:00:00-04:00",
        "start": "09:00",
        "duration": "01:00",
        "room": "Hall",
        "abstract": "What it says.",
        "persons": [{"code": "X", "public_name": "Ann Lee", "email": "ann@example.org"}],
    } | fields


def schedule(*events: dict[str, Any]) -> str:
    day = {"index": 1, "rooms": {"Hall": events}}
    return json.dumps({"schedule": {"conference": {"title": "W", "days": [day]}}})
