"""Reads what else a talk has: track, language, and among its links recording and slides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.field_table import SESSION
from .cleaning import checked, clean, in_english

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LISTS = ("links", "attachments")
NAMES = {*_LISTS, "track", "language", "content_locale"}
"""What `read` looks into."""

_TYPES = {entry.exports.frab: name for name, entry in SESSION.items() if entry.exports.frab}
_FIELDS = {"recording": "video", "video": "video", "slides": "slides"} | _TYPES
"""The fields of sessions by the types of links, and by titles in small letters."""


def read(given: Mapping[str, Any]) -> tuple[dict[str, str], set[str]]:
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
