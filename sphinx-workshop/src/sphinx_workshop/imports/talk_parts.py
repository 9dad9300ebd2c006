"""Reads what a talk has beside title and time: who gives it, track, language, recording, slides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core import page_hints
from ..core.field_table import SESSION
from .author_names import NO_BRACES
from .changes import changed_names
from .checked import rich_text
from .cleaning import checked, clean, in_english, listed, private, raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .records import Reading

_LISTS = ("links", "attachments")
NAMES = {*_LISTS, "track", "language", "content_locale"}
"""What `fields` looks into."""

_TYPES = {entry.exports.frab: name for name, entry in SESSION.items() if entry.exports.frab}
_FIELDS = {"recording": "video", "video": "video", "slides": "slides"} | _TYPES
"""The fields of sessions by the types of links, and by titles in lower case."""


def people(given: Mapping[str, Any]) -> list[Any]:
    """Return the people of a talk, as parsed JSON."""
    return listed(given.get("speakers") or given.get("persons"))


def names(given: Mapping[str, Any], where: str, reading: Reading, bare: str) -> tuple[str, ...]:
    """Return the names of those who speak; what a source says of them is kept in the reading.

    Args:
        given: the talk, as parsed JSON.
        where: its place.
        reading: what is added to.
        bare: what is reported of people who are codes alone.
    """
    there = people(given)
    if any(isinstance(person, str) for person in there):
        reading.remark(where, f"the speakers are {bare}")
    found, typed = [], []
    for person in (person for person in there if isinstance(person, dict)):
        written = person.get("public_name") or person.get("name")
        typed.append(raw(written))
        name = private(written).translate(NO_BRACES)
        if not any(letter.isalpha() for letter in name) or name == page_hints.PERSON:
            reading.remark(where, f"a speaker is left out: '{name[:40]}' is not a name")
            continue
        found.append(name)
        biography = in_english(person.get("biography"))
        if biography.strip() and name not in reading.notes:
            note = rich_text(reading, where, "biography", biography).markdown
            reading.notes[name] = note
    once = tuple(dict.fromkeys(found))
    reading.note(changed_names(where, "speakers", typed, once))
    return once


def fields(given: Mapping[str, Any]) -> tuple[dict[str, str], set[str]]:
    """Return what a session gets of all these, and the names of what has more than that."""
    found: dict[str, str] = {}
    others = set()
    for name, source in (
        ("track", "track"),
        ("language", "language"),
        ("language", "content_locale"),
    ):
        written = in_english(given.get(source))
        value = checked(SESSION[name], written.replace("_", "-") if name == "language" else written)
        if value:
            found.setdefault(name, value)
        else:
            others.add(source)
    for several, link in _links(given):
        names = (clean(link.get(name)).casefold() for name in ("type", "title"))
        field = next((_FIELDS[name] for name in names if name in _FIELDS), "")
        address = checked(SESSION[field], link.get("url")) if field not in {"", *found} else ""
        if address:
            found[field] = address
        else:
            others.add(several)
    return found, others


def _links(given: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the links of a talk, each after the name of its list; what is no link is empty."""
    for several in _LISTS:
        written = given.get(several)
        for link in written if isinstance(written, list) else [written] if written else []:
            yield several, link if isinstance(link, dict) else {}
