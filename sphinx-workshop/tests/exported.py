"""What a build has exported, by the names of things; each file keeps the rules of its format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from icalendar import Calendar

from c3voc import json_faults, xml_faults
from readers import bibtex, json_ld, ris, violations

if TYPE_CHECKING:
    from pathlib import Path

    from icalendar import Event

    from inline_site import Built

Found = dict[str, Any]


def path(built: Built, name: str) -> Path:
    """Return the one file of a name, wherever it stands."""
    (found,) = built.output.rglob(name)
    return found


def data(built: Built, name: str) -> Any:
    """Return the content of the one JSON file of a name."""
    return json.loads(path(built, name).read_bytes())


def papers(built: Built) -> dict[str, Found]:
    """Return the papers as data by id, in their order."""
    found = data(built, "papers.json")
    assert violations(found, data(built, "papers.schema.json")) == []
    return {paper["id"]: paper for paper in found["papers"]}


def talks(built: Built) -> dict[str, Found]:
    """Return the events of the schedule for apps by the session's id, in their order."""
    content = data(built, "schedule.json")
    assert json_faults(content) == []
    assert xml_faults(path(built, "schedule.xml").read_text("utf-8")) == []
    days = content["schedule"]["conference"]["days"]
    found = (event for day in days for room in day["rooms"].values() for event in room)
    return {event["url"].partition("#session-")[2]: event for event in found}


def entries(built: Built, name: str = "program.ics") -> dict[str, Event]:
    """Return the entries of the one calendar of a name by the id of their object."""
    found = Calendar.from_ical(path(built, name).read_bytes()).events
    return {str(entry["UID"]).partition(".")[0]: entry for entry in found}


def event(built: Built) -> Found:
    """Return the event in JSON-LD on the home page."""
    return json_ld(built.html("index"), "Event")


def article(built: Built, page: str) -> Found:
    """Return the paper in JSON-LD on its page."""
    return json_ld(built.html(page), "ScholarlyArticle")


def citations(built: Built, page: str) -> tuple[dict[str, str], Found, Found]:
    """Return the reference of a paper in BibTeX, RIS and CSL-JSON."""
    texts = ((built.output / f"{page}.{end}").read_text("utf-8") for end in ("bib", "ris"))
    (entry,) = bibtex(next(texts)).values()
    (reference,) = ris(next(texts))
    (item,) = json.loads((built.output / f"{page}.csl.json").read_bytes())
    return entry.fields, reference, item
