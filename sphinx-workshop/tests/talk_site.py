"""A site with a schedule and speakers, and talks of pretalx and of schedules for apps."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from import_site import ImportSite

if TYPE_CHECKING:
    from pathlib import Path

SCHEDULE = """\
# Program

::::::{schedule} 2016-07-22

:::::{session} Coffee
:id: coffee
:time: 10:00-10:30
:kind: break
:::::

::::::
"""
SPEAKERS = """\
# Speakers

:::{person} Ann Lee
:also: A. Lee
:::
"""


class TalkSite(ImportSite):
    """A site with a schedule and a page of speakers."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.write("program/index.md", SCHEDULE)
        self.write("program/speakers.md", SPEAKERS)


def talks(*found: dict[str, Any]) -> str:
    return json.dumps({"count": len(found), "next": None, "previous": None, "results": found})


def talk(code: str = "ABC", title: str = "New lenses", **fields: Any) -> dict[str, Any]:
    return {
        "code": code,
        "title": title,
        "speakers": [{"code": "X", "name": "A. Lee"}, {"code": "Y", "name": "Bo Ray"}],
        "submission_type": "Keynote",
        "state": "confirmed",
        "abstract": "What *it* says.",
        "slots": [{"start": "2016-07-22T15:00:00+02:00", "end": "2016-07-22T14:00:00Z",
                   "room": "Hall"}],
    } | fields  # fmt: skip


def schedule(*events: dict[str, Any]) -> str:
    day = {"index": 1, "rooms": {"Hall": events}}
    return json.dumps({"schedule": {"conference": {"title": "W", "days": [day]}}})


def event(guid: str, start: str, **fields: Any) -> dict[str, Any]:
    return {
        "guid": guid,
        "code": "ABC",
        "title": "New lenses",
        "type": "Keynote",
        "date": f"2016-07-22T{start}:00-04:00",
        "duration": "00:30",
        "persons": [],
    } | fields


def at(start: str, end: str) -> dict[str, Any]:
    return {
        "slots": [{"start": f"2016-07-22T{start}:00-04:00", "end": f"2016-07-22T{end}:00-04:00"}]
    }
