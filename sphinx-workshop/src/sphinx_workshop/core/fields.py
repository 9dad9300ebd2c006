"""Option converters: text in, final value out, or ValueError with a sentence for humans.

Every time that leaves this module is aware.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from docutils.nodes import make_id

from .suggest import suggest
from .values import Dated, FilePath, Moment, NamedUrl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import tzinfo

    from .model import SubmissionId

Anything = TypeVar("Anything")
Choice = TypeVar("Choice")

AOE = timezone(timedelta(hours=-12), "AoE")
"""Anywhere on Earth: the last zone in which a day ends."""

_YEARS = range(1900, 3000)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# A word alone, `seven`, is no id: one has a digit, or a capital that does not begin it.
_SUBMISSION = re.compile(
    r"(?=.*[A-Za-z])(?:(?=.*\d)|(?=.*[a-z])(?=.+[A-Z]))[A-Za-z0-9_][A-Za-z0-9._-]{0,39}"
)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_RANGE = re.compile(r"(?:(\d{4}-\d{2}-\d{2})\s+)?(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})(\+1)?")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2}:\d{2})(?:\s*(\S+))?)?")
_OFFSET = re.compile(r"([+\-−])(\d{2}):?([0-5]\d)")


def text(value: str | None) -> str:
    """Return the text with its white space folded; it must not be empty."""
    if not isinstance(value, str | None):
        raise ValueError("write it as a text, in quotes")
    folded = " ".join((value or "").split())
    if not folded:
        raise ValueError("it is empty; write a value, or delete the line")
    return folded


def items(value: str | None) -> tuple[str, ...]:
    """Split a list at its semicolons."""
    found = tuple(" ".join(item.split()) for item in text(value).split(";"))
    if "" in found:
        raise ValueError("an entry is empty; put one semicolon between entries and none at the end")
    return found


def each(value: str | None, converter: Callable[[str], Anything]) -> tuple[Anything, ...]:
    """Convert the entries of a list; the message on one that cannot be read begins with it."""
    return tuple(_named(item, converter) for item in items(value))


def _named(item: str, converter: Callable[[str], Anything]) -> Anything:
    try:
        return converter(item)
    except ValueError as error:
        reason = str(error)
        raise ValueError(reason if reason.startswith("'") else f"'{item}': {reason}") from None


def slug(value: str | None) -> str:
    """Return an object's id: lower-case ASCII letters, digits and single hyphens."""
    found = text(value)
    if not _SLUG.fullmatch(found):
        near = make_id(found)
        raise ValueError(
            "an id has lower-case letters a to z, digits and single hyphens"
            + (f"; write '{near}'" if near else ", like 'opening-talk'")
        )
    return found


def slugs(value: str | None) -> tuple[str, ...]:
    """Split a list of ids; an id may stand there once."""
    if "," in text(value):
        raise ValueError("put semicolons between ids, not commas")
    found = each(value, slug)
    if repeated := {item for item in found if found.count(item) > 1}:
        raise ValueError(f"'{min(repeated)}' is listed twice; delete one")
    return found


def number(value: str | None) -> int:
    """Return a whole number from 1."""
    found = text(value)
    if not (found.isascii() and found.isdigit() and int(found)):
        raise ValueError("write a whole number, like 58")
    return int(found)


def submission(value: str | None) -> SubmissionId:
    """Return a submission number, or the id that a system gives in its place: `Demo-129`."""
    found = text(value)
    if _SUBMISSION.fullmatch(found) and not found.isdigit():
        return found
    return number(found)


def choice(value: str | None, kinds: Iterable[Choice]) -> Choice:
    """Return the one of some words that is written."""
    found = text(value)
    known = {str(kind): kind for kind in kinds}
    if found not in known:
        raise ValueError(f"choose among {', '.join(known)}{suggest(found, known)}")
    return known[found]


def choices(value: str | None, kinds: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return those of some words that a list names."""
    known = tuple(kinds)
    return each(value, lambda item: choice(item, known))


def url(value: str | None) -> str:
    """Return a web address; other schemes (`javascript:`, `file:`) are rejected."""
    found = text(value)
    try:
        parts = urlsplit(found)
        whole = parts.scheme in {"http", "https"} and parts.netloc and parts.port != 0
    except ValueError:  # of brackets, or of a port that is no number
        whole = False
    if not whole or " " in found:
        raise ValueError("write a whole web address that begins with https://")
    return found


def url_or_file(value: str | None) -> str:
    """Return a web address, or the path of a file in `assets/`."""
    found = text(value)
    is_file = "assets" in found.split("/")[:-1] and "://" not in found
    return FilePath(found) if is_file else url(found)


def named_url(value: str | None) -> NamedUrl:
    """Return a web address and the words after it, which say what is there."""
    address, _, words = text(value).partition(" ")
    if not words:
        raise ValueError("write after the address what is there, like: Journal version")
    return NamedUrl(url(address), words)


def joined(values: Iterable[object]) -> str:
    """Return several values as a page has them."""
    return "; ".join(map(str, values))


def named_urls(value: str | None) -> tuple[NamedUrl, ...]:
    """Return web addresses, each with what is there; semicolons and spaces separate them."""
    return tuple(named_url(item) for item in text(value).split("; "))


def bare_number(value: str) -> str:
    """Return a whole number without the decimals that spreadsheets add: `58.0`."""
    return re.sub(r"\.0+$", "", value)


def day(value: str | None) -> date:
    """Return a calendar day written as 2022-07-22."""
    found = text(value)
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", found):
            raise ValueError
        written = date.fromisoformat(found)
    except ValueError:
        raise ValueError(f"'{found}' is not a day; write year-month-day, like 2022-07-22") from None
    if written.year not in _YEARS:  # hours and zones count on, and there is none after the last day
        raise ValueError(f"'{written}' is no day of {_YEARS[0]} to {_YEARS[-1]}; correct the year")
    return written


def dated(value: str | None) -> Dated:
    """Return a day and the words after it."""
    first, _, words = text(value).partition(" ")
    if not words:
        raise ValueError("write the day, and after it why, like: 2022-08-01 The data were wrong")
    return Dated(day(first), words)


def zone(value: str | None) -> tzinfo:
    """Return the zone of an IANA name, `AoE`, `UTC` or an offset like +02:00."""
    found = text(value)
    if found.casefold() == "aoe":
        return AOE
    if offset := _OFFSET.fullmatch(found):
        sign, hours, minutes = offset.groups()
        shift = timedelta(hours=int(hours), minutes=int(minutes))
        if shift < timedelta(hours=24):
            return timezone(shift if sign == "+" else -shift)
    if found in {"UTC", "Z"}:
        return UTC
    try:
        # Abbreviations such as EST are in the database too, and are what phones misread.
        if "/" in found:
            return ZoneInfo(found)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    raise ValueError(
        f"zone '{found}' is unknown; write AoE, UTC, +02:00 or a name like Europe/Paris"
    )


def clock(value: str) -> timedelta:
    """Return the time since midnight of `9:00` to `24:00`."""
    match = _CLOCK.fullmatch(value)
    since = timedelta(hours=int(match[1]), minutes=int(match[2])) if match else timedelta.max
    if match is None or int(match[2]) > 59 or since > timedelta(hours=24):
        raise ValueError(f"'{value}' is not a time; write hours and minutes, from 00:00 to 24:00")
    return since


def time_range(value: str | None) -> tuple[date | None, timedelta, timedelta]:
    """Read `09:00-10:00`, with a day before it or none: the day, and both times since midnight.

    An end on the next day has `+1` after it, as in `23:00-01:00+1`.
    """
    match = _RANGE.fullmatch(text(value))
    if match is None:
        raise ValueError("write start and end as hours and minutes, like 09:00-10:00")
    start, end = clock(match[2]), clock(match[3])
    if match[4]:
        end += timedelta(days=1)
        if end - start > timedelta(days=1) or end.days > 1:
            raise ValueError(f"it lasts more than a day; delete the +1 after {match[3]}")
    elif end <= start:
        raise ValueError(
            f"it ends at {match[3]}, not after its start at {match[2]}; swap them, or correct one; "
            f"on the next day it is {match[3]}+1"
        )
    return day(match[1]) if match[1] else None, start, end


def former_time(value: str) -> tuple[date, timedelta, timedelta]:
    """Read `2022-07-22 09:00-10:00`: the day, and its times as above."""
    on, start, end = time_range(value)
    if on is None:
        raise ValueError(f"write the day as well, like 2022-07-22 {value}")
    return on, start, end


def moment(value: str | None) -> Moment:
    """Read `2022-06-10`, or an instant with its zone: `2022-05-23 23:59 AoE`."""
    found = text(value)
    match = _MOMENT.fullmatch(found)
    if match is None:
        raise ValueError("write a day, like 2022-06-10, or an instant, like 2022-05-23 23:59 AoE")
    written = day(match[1])
    if match[2] is None:
        return Moment(written)
    if match[3] is None:
        raise ValueError(f"an hour needs a zone; write '{found} AoE', or another zone")
    instant = at(written, clock(match[2]), zone(match[3]))
    if instant.replace(fold=1).utcoffset() != instant.utcoffset():
        first, second = (instant.replace(fold=n).strftime("%z") for n in (0, 1))
        raise ValueError(
            f"on that day the clock shows {match[2]} twice; write the distance from UTC instead of "
            f"{match[3]}: {_colon(first)} for the first time, {_colon(second)} for the second"
        )
    return Moment(instant.date(), instant)  # 24:00 belongs to the next day


def _colon(offset: str) -> str:
    return f"{offset[:3]}:{offset[3:5]}"


def at(on: date, since_midnight: timedelta, where: tzinfo) -> datetime:
    """Return the aware datetime of a wall-clock time on a day in a zone.

    If the clock shows an hour twice, because it is put back, the first one is meant.

    Raises:
        ValueError: no clock shows that time, because it is put forward past it.
    """
    found = datetime.combine(on, time(), where) + since_midnight
    exists = found.astimezone(UTC).astimezone(where)
    if since_midnight == timedelta(hours=24):
        return exists  # the end of a day, whatever the next one begins with
    if exists.replace(tzinfo=None) != found.replace(tzinfo=None):
        raise ValueError(
            f"no clock shows {found:%H:%M} on {found.date()} in {where}, because the hour is "
            f"skipped there: it is {exists:%H:%M} by then; write a time that exists"
        )
    return found
