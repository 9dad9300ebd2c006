"""Reads the files for machines as other programs do, with parsers that are not the site's own."""

from __future__ import annotations

import json
import re
import sys
import warnings
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from xml.etree import ElementTree as ET

import feedparser
import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text
from pyld import jsonld

from sphinx_workshop.site_check import metadata

if TYPE_CHECKING:
    from bs4 import Tag
    from jsonschema.protocols import Validator
    from pybtex.database import Person

_LATEX = LatexNodes2Text(keep_comments=True)


# Pages -----------------------------------------------------------------------------------------


def json_ld(page: Tag, kind: str) -> dict[str, Any]:
    """Return the page's one JSON-LD block of a type."""
    (found,) = (block for block in metadata.json_ld(page) if block["@type"] == kind)
    assert linked(found)
    return found


def linked(data: dict[str, Any], kind: str = "") -> list[dict[str, Any]]:
    """Return the things of JSON-LD of a type, as a processor of linked data reads them."""

    def vocabulary(url: str, options: Any) -> dict[str, Any]:
        assert url == "https://schema.org", "the document names another vocabulary"
        context = {"@context": {"@vocab": "https://schema.org/"}}
        return {"contextUrl": None, "documentUrl": url, "document": context}

    things: list[dict[str, Any]] = jsonld.flatten(data, None, {"documentLoader": vocabulary})
    wanted = f"https://schema.org/{kind}"
    return [thing for thing in things if not kind or wanted in thing.get("@type", ())]


# BibTeX ----------------------------------------------------------------------------------------


class Entry(NamedTuple):
    """An entry of a bibliography, as it is printed."""

    kind: str
    authors: list[str]
    fields: dict[str, str]


def bibtex(text: str) -> dict[str, Entry]:
    """Return the entries by key; a key that is listed twice is an error of the parser."""
    entries = parse_string(text, "bibtex").entries
    return {
        key: Entry(
            entry.type,
            [printed(_name(person)) for person in entry.persons["author"]],
            {name: printed(value) for name, value in entry.fields.items()},
        )
        for key, entry in entries.items()
    }


def printed(latex: str) -> str:
    """Return what LaTeX prints."""
    # The parser takes `\textasciicircum` for an accent alone.
    return str(_LATEX.latex_to_text(latex)).replace("ˆ", "^")


def _name(person: Person) -> str:
    parts = (person.first_names, person.middle_names, person.prelast_names, person.last_names)
    words = (word for part in parts for word in part)
    return ", ".join(filter(None, (" ".join(words), " ".join(person.lineage_names))))


# RIS and CSL-JSON ------------------------------------------------------------------------------


def ris(text: str) -> list[dict[str, Any]]:
    """Return the references of a file; a tag that RIS does not have is an error."""
    found: list[dict[str, Any]] = rispy.loads(text)
    assert not [reference for reference in found if "unknown_tag" in reference]
    return found


def cited(items: list[dict[str, Any]]) -> list[str]:
    """Return the bibliography that a processor makes of CSL-JSON in the Harvard style."""
    with warnings.catch_warnings():
        # Added by CSL 1.0.2: the processor knows its former name, `event`, and leaves this out.
        warnings.filterwarnings("error", ".* unsupported")
        warnings.filterwarnings("ignore", ".* unsupported: event_title$")
        source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    return [str(entry) for entry in bibliography.bibliography()]


# JSON ------------------------------------------------------------------------------------------


def violations(data: Any, schema: dict[str, Any]) -> list[str]:
    """Return where data breaks its schema, formats included."""
    checked = _validator(json.dumps(schema))
    return [f"{error.json_path}: {error.message}" for error in checked.iter_errors(data)]


@cache
def _validator(schema: str) -> Validator:
    """Return what validates by a schema in JSON: to check the schema takes most of the time."""
    # It reads a grammar for a second, in every process of a run, for formats that we lack.
    sys.modules.setdefault("rfc3987_syntax", cast("Any", None))
    assert '"iri' not in schema
    from jsonschema import Draft202012Validator

    formats = Draft202012Validator.FORMAT_CHECKER
    # Without their packages these would pass unchecked.
    assert formats.checkers.keys() >= {"date", "date-time", "uri"}
    content = json.loads(schema)
    Draft202012Validator.check_schema(content)
    return Draft202012Validator(content, format_checker=formats)


# Atom ------------------------------------------------------------------------------------------


def atom(content: bytes) -> Any:
    """Return a feed that the parser finds nothing wrong with."""
    found = feedparser.parse(content)
    assert not found.bozo, found.bozo_exception
    assert found.version == "atom10"
    for entry in found.entries:  # asked for `updated`, the parser answers with another date
        assert entry.keys() >= {"id", "title", "updated", "link", "summary"}
    return found


# frab ------------------------------------------------------------------------------------------


def frab_xml(text: str) -> dict[str, Any]:
    """Return a schedule in XML in the shape of JSON."""
    root = ET.fromstring(text.encode())
    about = _child(root, "conference")
    return {
        "version": root.findtext("version"),
        "base_url": about.findtext("base_url"),
        "conference": {
            **{name: about.findtext(name) for name in _CONFERENCE},
            "daysCount": int(about.findtext("days") or 0),
            "tracks": [dict(track.attrib) for track in about.findall("track")],
            "rooms": {room.get("name"): room.get("guid") for room in root.iterfind("day/room")},
            "days": [_day(day) for day in root.findall("day")],
        },
    }


def frab_json(schedule: dict[str, Any]) -> dict[str, Any]:
    """Return a schedule in JSON without what XML does not hold."""
    conference = schedule["conference"]
    return {
        "version": schedule["version"],
        "base_url": schedule["base_url"],
        "conference": {
            **{name: conference.get(name) for name in (*_CONFERENCE, "daysCount", "tracks")},
            "rooms": {room["name"]: room["guid"] for room in conference["rooms"]},
            "days": [_in_xml(day) for day in conference["days"]],
        },
    }


_CONFERENCE = ("title", "acronym", "start", "end", "timeslot_duration", "time_zone_name")
_EVENT = (
    *("room", "title", "subtitle", "type", "date", "start", "duration", "abstract", "slug"),
    *("track", "language", "description", "url"),
)
_XML_SLUG = re.compile(r"[a-z0-9_]{4,}-[a-z0-9_-]{4,}")  # the XML does without all others


def _child(element: ET.Element, name: str) -> ET.Element:
    found = element.find(name)
    assert found is not None
    return found


def _day(day: ET.Element) -> dict[str, Any]:
    return {
        "index": int(day.get("index", "")),
        "date": day.get("date"),
        "day_start": day.get("start"),
        "day_end": day.get("end"),
        "rooms": {
            room.get("name"): [_event(event) for event in room] for room in day.findall("room")
        },
    }


def _event(event: ET.Element) -> dict[str, Any]:
    recording = _child(event, "recording")
    return {
        "guid": event.get("guid"),
        "id": int(event.get("id", "")),
        **{name: event.findtext(name) or None for name in _EVENT},
        "recording_license": recording.findtext("license"),
        "do_not_record": recording.findtext("optout") == "true",
        "persons": [person.text for person in _child(event, "persons")],
        "links": [(link.get("href"), link.text) for link in _child(event, "links")],
        "attachments": [(a.get("href"), a.text) for a in _child(event, "attachments")],
    }


def _in_xml(day: dict[str, Any]) -> dict[str, Any]:
    return day | {
        "rooms": {
            name: [_event_in_xml(event) for event in events]
            for name, events in day["rooms"].items()
        }
    }


def _event_in_xml(event: dict[str, Any]) -> dict[str, Any]:
    kept = ("guid", "id", "recording_license", "do_not_record")
    return {
        **{name: event[name] for name in kept},
        **{name: event[name] or None for name in _EVENT},  # empty and unknown look the same
        "slug": event["slug"] if _XML_SLUG.fullmatch(event["slug"]) else None,
        "persons": [person["name"] for person in event["persons"]],
        **{
            name: [(item["url"], item["title"]) for item in event[name]]
            for name in ("links", "attachments")
        },
    }
