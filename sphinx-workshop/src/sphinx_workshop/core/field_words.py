"""What pages say of the fields whose words are more than a text with the value in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

from .text import long_day, moment
from .values import Moment, Period, Status
from .words import chosen, ngettext
from .words import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .values import Dated


def track(name: str) -> str:
    """Return the track that a session or a paper is in."""
    return _("Track: %(track)s", track=name)


def language(code: str) -> str:
    """Return the name of a language in that of the site."""
    return Locale.parse(code, sep="-").get_display_name(chosen().locale) or code


def board(value: str) -> str:
    """Return where a poster hangs."""
    # Translators: the board on which a poster hangs: "Board 12".
    return _("Board %(board)s", board=value)


def capacity(count: int) -> str:
    """Return how many people a room holds."""
    return ngettext("for %(count)d person", "for %(count)d people", count)


def pages(count: int) -> str:
    """Return how many pages a PDF has."""
    return ngettext("%(count)d page", "%(count)d pages", count)


def withdrawn(notice: Dated) -> str:
    """Return when a paper was withdrawn, and why."""
    return _("Withdrawn on %(day)s: %(why)s", day=long_day(notice.day), why=notice.words)


def corrected(notice: Dated) -> str:
    """Return when a mistake in a paper was found, and which."""
    return _("Erratum of %(day)s: %(what)s", day=long_day(notice.day), what=notice.words)


def day_withdrawn(notice: Dated) -> str:
    """Return when a paper was withdrawn."""
    return _("Withdrawn on %(day)s", day=long_day(notice.day))


def day_corrected(notice: Dated) -> str:
    """Return when a mistake in a paper was found."""
    return _("Erratum of %(day)s", day=long_day(notice.day))


def cancelled(status: Status) -> str:
    """Return that a session is cancelled; nothing where it is not."""
    return _("Cancelled") if status is Status.CANCELLED else ""


def moved(times: Iterable[Period | Moment]) -> str:
    """Return from when a session or a deadline was moved."""
    return _("Moved from %(times)s", times="; ".join(map(former, times)))


def former(time: Period | Moment) -> str:
    """Return a day and two hours of it, or a deadline's date."""
    if isinstance(time, Moment):
        return moment(time)
    return f"{long_day(time.start)}, {time.start:%H:%M}–{time.end:%H:%M}"
