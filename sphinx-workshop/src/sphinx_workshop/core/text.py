"""Days, zones and numbers in words."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from babel.dates import format_date, get_timezone_name

if TYPE_CHECKING:
    from datetime import date

# Words are English whatever the locale of the machine: a build must not depend on it.
_LOCALE = "en"


def long_day(day: date, *, weekday: bool = False) -> str:
    """Return `22 July 2022`, or `Friday, 22 July 2022`."""
    return format_date(day, "EEEE, d MMMM y" if weekday else "d MMMM y", locale=_LOCALE)


def utc_offset(instant: datetime) -> str:
    """Return the zone's distance from UTC at an aware instant: `UTC−4`, `UTC+5:45`."""
    minutes = int((instant.utcoffset() or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{hours}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


def zone_name(instant: datetime) -> str:
    """Return the zone of an aware instant in words: `Eastern Time`, `AoE`."""
    name = str(instant.tzinfo)
    if name.startswith(("UTC", "Etc/")):  # an offset, not a place
        return utc_offset(instant)
    is_aoe = isinstance(instant.tzinfo, timezone)
    return name if is_aoe else get_timezone_name(instant.tzinfo, locale=_LOCALE)


def zone(instant: datetime) -> str:
    """Return the zone in words with its distance from UTC: `Eastern Time (UTC−4)`."""
    name, offset = zone_name(instant), utc_offset(instant)
    return name if name == offset else f"{name} ({offset})"


def counted(number: int, noun: str) -> str:
    """Return `1 paper`, `2 papers`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
