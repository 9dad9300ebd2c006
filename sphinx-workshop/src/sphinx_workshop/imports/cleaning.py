"""Cleans the values of exports: names, numbers, lists and ids, and texts of e-mail addresses."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from ..core import fields
from .markup.convert import words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from ..core.field_entry import Field
    from ..core.model import SubmissionId

LONGEST = 20_000  # characters of one value; an abstract has about 2,000
LONGEST_LIST = 100_000  # letters of a list of authors: of some thousands

_HOST = r"[^\W_](?:[\w-]{0,80}[^\W_])?(?:\.[^\W_](?:[\w-]{0,80}[^\W_])?)+"
_NAME = r"(?:\{[^{}]{0,300}\}|[\w.+%'&=~!#/|,-]{0,300}[\w+%'&=~!#|-])"  # `{ann,bo}@…` too
_AT = r"(?:\\?[@＠﹫]|[(\[{]\s*at\s*[)\]}])"
_SOME_AT = re.compile(_AT, re.IGNORECASE)
_ADDRESSES = re.compile(rf"(?:mailto:)?{_NAME}\s*{_AT}\s*{_HOST}", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"\(\s*[;,]?\s*\)|\[\s*\]|<\s*>")
_ASIDE = re.compile(r"\([^()]*\)|\{[^{}]*\}|\$[^$]*\$")


def without_addresses(text: str) -> str:
    """Return a text without e-mail addresses, which may be written in entities."""
    found = _without_plain_ones(text)
    decoded = html.unescape(found)
    without = _without_plain_ones(decoded)
    return found if without == decoded else without


def _without_plain_ones(text: str) -> str:
    found = _ADDRESSES.sub("", text) if _SOME_AT.search(text) else text
    return text if found == text else _EMPTY_BRACKETS.sub("", found)


def raw(value: object, longest: int = LONGEST) -> str:
    """Return a value as it stands there; a list or an object stands for no text."""
    return str(value)[:longest] if isinstance(value, (str, int, float)) else ""


def clean(value: object, longest: int = LONGEST) -> str:
    """Return a value of an export as plain text on one line."""
    return words(without_addresses(raw(value, longest)))


def private(value: object, longest: int = LONGEST) -> str:
    """Return a value as plain text without addresses."""
    # Twice, for an address may have been written in LaTeX.
    return " ".join(without_addresses(clean(value, longest)).split())


def has_address(value: object, longest: int = LONGEST) -> bool:
    """Return whether a value holds an address, however it is written."""
    texts = (raw(value, longest), clean(value, longest))
    return any(without_addresses(text) != text for text in texts)


def submission(value: object) -> SubmissionId | None:
    """Return a submission number, or the id in its place; spreadsheets write `58.0` for 58."""
    text = re.sub(r"\.0+$", "", " ".join(raw(value).split()))
    try:
        return fields.submission(text) if len(text) < 10 or not text.isdigit() else None
    except ValueError:
        return None


def items(value: object) -> tuple[str, ...]:
    """Return the entries of a list: separated by semicolons, else by commas or line ends."""
    if isinstance(value, list):
        parts = [raw(part) for part in value]
    else:
        text = html.unescape(raw(value))
        mark = ";" if ";" in text else "\n" if "\n" in text.strip() else ","
        parts = text.split(mark)
    cleaned = (private(part).replace(";", ",").strip(" ,") for part in parts)
    return tuple(dict.fromkeys(filter(None, cleaned)))


def separator(cells: Iterable[str]) -> str:
    """Return the character that separates entries in a column, empty where none surely does.

    A bar or a line's end separates wherever it stands; most columns of one entry a cell have none.
    """
    texts = [_ASIDE.sub("", cell.strip()) for cell in cells]
    counts = {mark: sum(mark in text for text in texts) for mark in ("|", ";", "\n")}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else ""


def with_semicolons(cell: str, mark: str) -> str:
    """Return a list with semicolons between its entries, and with none inside of them."""
    if mark in {"", ";"}:
        return cell
    parts = (" ".join(part.replace(";", ",").split()) for part in cell.split(mark))
    return "; ".join(filter(None, parts))


def unread_of(given: Mapping[str, Any], lists: Iterable[str], read: Container[str]) -> list[str]:
    """Return the names of what people of an export have, and nobody reads: `authors: orcid`.

    Args:
        given: a paper or a talk, as parsed JSON.
        lists: the names of its lists of people.
        read: what is read of them, or is nothing for a page.
    """
    people = ((of, person) for of in lists for person in listed(given.get(of)))
    return [
        f"{of}: {name}"
        for of, person in people
        if isinstance(person, dict)
        for name, value in person.items()
        if value and name not in read
    ]


def in_english(value: Any) -> str:
    """Return a text: as it is, in English, else in the first language it is given in."""
    if isinstance(value, dict):
        named = value.get("name", value)
        if not isinstance(named, dict):
            return in_english(named)
        texts = [named.get("en"), *named.values()]
        return next((text for text in texts if isinstance(text, str) and text.strip()), "")
    return value if isinstance(value, str) else ""


def listed(value: Any) -> list[Any]:
    """Return a list, empty where something else stands there."""
    return value if isinstance(value, list) else []


def checked(entry: Field, value: object) -> str:
    """Return a value as a page has it, empty where the converter of the field cannot read it."""
    text, had_mail = private(value), has_address(value)
    if entry.choices:  # among words of conf.py, which is asked later
        return "" if had_mail else text
    try:
        found = entry.converter(entry.tidied(text)) if text and not had_mail else ""
    except ValueError:
        return ""
    return entry.written(found) if entry.written and found else str(found)
