"""Days, zones, numbers and the event's state in words."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from babel.dates import format_date, get_timezone_name
from babel.units import format_unit

from .words import chosen, gettext, ngettext

if TYPE_CHECKING:
    from datetime import date

    from .model import Event, SubmissionId
    from .values import Moment


def long_day(day: date, *, weekday: bool = False) -> str:
    """Return `22 July 2022`, or `Friday, 22 July 2022`; in other languages, what these write."""
    # The site's language, and not the machine's: a build must not depend on that.
    locale = chosen().locale
    if locale.language == "en":
        return format_date(day, "EEEE, d MMMM y" if weekday else "d MMMM y", locale=locale)
    return format_date(day, "full" if weekday else "long", locale=locale)


def duration(length: timedelta) -> str:
    """Return `45 min`, `1 hr 30 min`; in other languages, what these write."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    units = {"duration-hour": hours, "duration-minute": minutes}
    locale = chosen().locale
    return " ".join(format_unit(n, unit, "short", locale=locale) for unit, n in units.items() if n)


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
    return name if is_aoe else get_timezone_name(instant.tzinfo, locale=chosen().locale)


def zone(instant: datetime) -> str:
    """Return the zone in words with its distance from UTC: `Eastern Time (UTC−4)`."""
    name, offset = zone_name(instant), utc_offset(instant)
    return name if name == offset else f"{name} ({offset})"


def moment(when: Moment) -> str:
    """Return a deadline's day, with hour and zone where they are known."""
    day = long_day(when.day)
    return f"{day}, {when.instant:%H:%M} {zone_name(when.instant)}" if when.instant else day


def paper_number(number: SubmissionId) -> str:
    """Return how pages and citations name a paper by its submission number: `No. 58`."""
    # Translators: a paper's submission number.
    return gettext("No. %(number)s", number=number)


def papers(count: int) -> str:
    """Return `1 paper`, `2 papers`."""
    return ngettext("%(count)d paper", "%(count)d papers", count)


def sessions(count: int) -> str:
    """Return `1 session`, `2 sessions`."""
    return ngettext("%(count)d session", "%(count)d sessions", count)


def headline(event: Event) -> str:
    """Return that the event is cancelled or postponed; empty where it takes place."""
    if event.cancelled:
        return gettext("The %(kind)s is cancelled.", kind=event.kind)
    if event.postponed:
        return gettext("The %(kind)s is postponed.", kind=event.kind)
    return ""


def notice(event: Event) -> str:
    """Return the same with the reason, and since when it is known; empty where it takes place."""
    if event.notice is None:
        return ""
    since = gettext("Since %(day)s.", day=long_day(event.notice.day))
    return f"{headline(event)} {event.notice.words.rstrip('.')}. {since}"
