"""What pages and files say of an event that is cancelled or postponed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .text import long_day
from .words import gettext as _

if TYPE_CHECKING:
    from .model import Event


def headline(event: Event) -> str:
    """Return that the event is cancelled or postponed; empty where it takes place."""
    if event.cancelled:
        return _("The %(kind)s is cancelled.", kind=event.kind)
    if event.postponed:
        return _("The %(kind)s is postponed.", kind=event.kind)
    return ""


def notice(event: Event) -> str:
    """Return the same with the reason, and since when it is known; empty where it takes place."""
    if event.notice is None:
        return ""
    since = _("Since %(day)s.", day=long_day(event.notice.day))
    return f"{headline(event)} {event.notice.words.rstrip('.')}. {since}"
