"""A schedule of three days and four rooms, as pretalx exports it for apps, with all that it has."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from import_site import ImportSite
from inline_site import SETTINGS, InlineSite
from sphinx_workshop.editing.schedule_page import SchedulePage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from inline_site import Built
    from sphinx_workshop.editing.schedule_page import WrittenSession

ZONE = "America/New_York"
DAYS = ("2031-06-12", "2031-06-13", "2031-06-14")
ROOMS = ("Barn", "Mill", "Orchard", "Terrace")
FACTS = {
    "name": "Hedges and Rows",
    "start": DAYS[0],
    "end": DAYS[-1],
    "timezone": ZONE,
    "room": ROOMS[0],
    "conference": "",
    "conference_name": "",
    "conference_start": DAYS[0],
    "conference_end": DAYS[-1],
}
"""What the site's conf.py says of the workshop."""


def person(name: str, **more: Any) -> dict[str, Any]:
    """Return a speaker, with what pages must never get."""
    return {
        "code": name[:6].upper(),
        "public_name": name,
        "name": name,
        "email": "x@mail.example",
        **more,
    }


def event(day: int, start: str, minutes: int, room: str, title: str, **more: Any) -> dict[str, Any]:
    """Return an event of a day (from 0); `start` may go on after 24:00."""
    hours, rest = (int(part) for part in start.split(":"))
    midnight = datetime.fromisoformat(f"{DAYS[day]}T00:00:00-04:00")
    begin = midnight + timedelta(hours=hours, minutes=rest)
    return {
        "guid": str(uuid5(NAMESPACE_URL, f"{day} {start} {room} {title}")),
        "code": None,
        "id": 1,
        "logo": "",
        "date": begin.isoformat(),
        "start": f"{begin:%H:%M}",
        "end": (begin + timedelta(minutes=minutes)).isoformat(),
        "duration": f"{minutes // 60:02}:{minutes % 60:02}",
        "room": room,
        "title": title,
        "subtitle": "",
        "track": None,
        "type": "Talk",
        "language": "en",
        "abstract": "",
        "description": "",
        "recording_license": "",
        "do_not_record": False,
        "persons": [],
        "links": [],
        "attachments": [],
        "_day": day,
        **more,
    }


def conference(*events: dict[str, Any], zone: str = ZONE, rooms: Sequence[Any] = ()) -> str:
    """Return the export of some events, each on the day that it was planned for."""
    days = []
    for index, date in enumerate(DAYS):
        of_day = [found for found in events if found["_day"] == index]
        of_rooms: dict[str, list[dict[str, Any]]] = {}
        for found in of_day:
            given = {name: value for name, value in found.items() if name != "_day"}
            of_rooms.setdefault(str(found["room"]), []).append(given)
        day = {"index": index + 1, "date": date, "rooms": of_rooms}
        days.append(day | {"day_start": f"{date}T04:00:00-04:00"})
    about = {"acronym": "hedges", "title": "Hedges", "time_zone_name": zone, "days": days}
    about["rooms"] = [*rooms]
    return json.dumps({"schedule": {"version": "1.0", "conference": about}})


def whole() -> list[dict[str, Any]]:
    """Return a program with all that real ones have."""
    ada, bo, cy = person("Ada Hill", biography="Plants hedges."), person("Bo Ray"), person("Cy Ng")
    links = [{"title": "Map", "url": "https://example.org/map", "type": "related"}]
    twice = {"code": "TWICE1", "persons": [bo], "abstract": "Given twice."}
    return [
        event(0, "09:00", 15, "Barn", "Welcome", type="Opening"),
        event(
            *(0, "09:15", 45, "Barn", "Hedges of the north"),
            type="Keynote",
            persons=[ada],
            subtitle="A walk",
            track="Plants",
            abstract="What *grows*.",
            description="More of it.",
            links=links,
            language="de",
        ),
        *(event(0, "10:00", 30, room, "Coffee", type="Break", language="de") for room in ROOMS[:2]),
        event(0, "10:30", 60, "Mill", "Rows", **twice),
        event(0, "10:30", 60, "Barn", "Only described", persons=[cy], description="In *short*."),
        event(1, "09:00", 60, "Orchard", "Lightning talks"),
        event(1, "09:00", 10, "Orchard", "First flash", persons=[cy]),
        event(1, "09:10", 10, "Orchard", "Second flash", persons=[bo]),
        event(1, "23:00", 150, "Terrace", "Night walk", persons=[ada]),
        event(1, "25:30", 30, "Terrace", "Stars", type="Social"),
        event(2, "10:30", 60, "Mill", "Rows", **twice),
        event(2, "12:00", 60, "Barn", "Lunch", type=None),
    ]


OF_PROGRAM = {"workshop": SETTINGS["workshop"] | FACTS}
"""The settings with which the site of the program is built."""


class ProgramSite(ImportSite):
    """A site of the workshop, with nothing but an empty program."""

    def __init__(self, folder: Path, built: InlineSite | None = None) -> None:
        super().__init__(folder / "from")
        self.configure(**FACTS)
        self.write("program/index.md", "# Program\n\n:::{toctree}\nspeakers\n:::\n")
        self.write("program/speakers.md", "# Speakers\n")
        self._built = built or InlineSite(folder / "built", {}, OF_PROGRAM)

    def sessions(self) -> dict[str, WrittenSession]:
        """Return the sessions of the schedule by id."""
        page = SchedulePage(self.folder / "program/index.md")
        return {session.id: session for session in page.sessions}

    def build(self) -> Built:
        """Build the pages as they are, where they were built before."""
        pages = {path.name: path.read_text("utf-8") for path in self.papers.parent.glob("*.md")}
        papers = {f"papers/{path.name}": path.read_text("utf-8") for path in self.papers.glob("*")}
        self._built.hold(pages | papers)
        return self._built.build()
