"""Reads who gives a talk: names, and what a source says of those who have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core import page_hints
from .author_names import NO_BRACES
from .changes import changed_names
from .checked import rich_text
from .cleaning import in_english, listed, private, raw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .records import Reading


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
        name = private(written)[0].translate(NO_BRACES)
        if not any(letter.isalpha() for letter in name) or name == page_hints.PERSON:
            reading.remark(where, f"a speaker is left out: '{name[:40]}' is no name")
            continue
        found.append(name)
        biography = in_english(person.get("biography"))
        if biography.strip() and name not in reading.notes:
            note = rich_text(reading, where, "biography", biography).markdown
            reading.notes[name] = note
    once = tuple(dict.fromkeys(found))
    reading.note(changed_names(where, "speakers", typed, once))
    return once
