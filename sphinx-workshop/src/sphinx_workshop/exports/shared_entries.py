"""Calendars that share entries: the bytes of each are made once, however many calendars hold it.

The library makes the lines of every entry anew for each calendar, which is most of the work.
"""

from __future__ import annotations

from icalendar import Calendar, Event

_END = b"END:VCALENDAR\r\n"


class SharedEntry(Event):
    """An entry that is not changed any more once it is written."""

    _written = b""

    def to_ical(self, sorted: bool = True) -> bytes:
        """Return the entry's lines."""
        self._written = self._written or bytes(super().to_ical(sorted))
        return self._written


class CalendarOfShared(Calendar):
    """A calendar that is put together of its own lines and those of its entries."""

    def to_ical(self, sorted: bool = True) -> bytes:
        """Return the calendar as the library would write it."""
        own = bytes(Calendar.to_ical(self.copy(), sorted))  # a copy has no entries
        entries = (entry.to_ical(sorted) for entry in self.subcomponents)
        return own.removesuffix(_END) + b"".join(entries) + _END
