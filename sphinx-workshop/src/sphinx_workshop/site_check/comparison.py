"""Compares what two places of a site say."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def differs(what: str, found: object, known: object) -> Iterator[str]:
    """Yield a message if two values differ; `known` is what the rest of the site says."""
    if normalized(found) != normalized(known):
        yield f"{what}: {shown(found)} here, but {shown(known)} elsewhere"


def normalized(value: object) -> object:
    """Return a value with its texts on one line, composed, and lists as they are."""
    if isinstance(value, str):
        return " ".join(normalize("NFC", value).split())
    if isinstance(value, list | tuple):
        return [normalized(part) for part in value]
    return value


def shown(value: object) -> str:
    """Return a value as a message prints it."""
    if isinstance(value, list | tuple | set | frozenset):
        parts: Iterable[object] = value if isinstance(value, list | tuple) else sorted(value)
        return ", ".join(shown(part) or "nothing" for part in parts) or "nothing"
    return "nothing" if value is None or value == "" else str(value)


def missing_and_unknown(what: str, found: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """Yield a message for what a collection lacks, and for what it has too much."""
    found, known = set(found), set(known)
    if lost := known - found:
        yield f"{what} lacks {shown(lost)}"
    if unknown := found - known:
        yield f"{what} has {shown(unknown)}, which nothing else has"


def turned(name: str) -> str:
    """Return `Family, Given, Suffix` as `Given Family, Suffix`."""
    family, given, suffix, *_ = [*name.split(", ", 2), "", ""]
    return f"{given} {family}".strip() + (f", {suffix}" if suffix else "")


def letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, normalize("NFKC", text)))
