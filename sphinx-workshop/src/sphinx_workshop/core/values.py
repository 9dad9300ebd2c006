"""The values of options that are more than a text, a number or a word of conf.py's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime


class Status(StrEnum):
    """What became of a session."""

    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class Period(NamedTuple):
    """Two aware instants, between which a session is or was."""

    start: datetime
    end: datetime

    def __str__(self) -> str:
        """Return the day and both hours as a page has them."""
        return f"{self.start:%Y-%m-%d %H:%M}-{self.end:%H:%M}"


class FilePath(str):
    """The path of a file in `assets/`, from the page that names it."""


class NamedUrl(NamedTuple):
    """A web address, and words that say what is there."""

    url: str
    words: str

    def __str__(self) -> str:
        """Return both as a page has them."""
        return f"{self.url} {self.words}"


class Dated(NamedTuple):
    """A day, and words that say what was then."""

    day: date
    words: str

    def __str__(self) -> str:
        """Return both as a page has them."""
        return f"{self.day} {self.words}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file of the site, and what is said of it.

    Attributes:
        path: from the source folder.
        alt: what it shows, for those who do not see it.
        width: in pixels, as is the height.
        words: a caption, or who made it; may be empty.
    """

    path: str
    alt: str
    width: int
    height: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or an instant where the hour is known.

    `instant` is aware; its zone is the one that was written (`AoE` is UTC-12).
    """

    day: date
    instant: datetime | None = None

    @property
    def place(self) -> tuple[date, bool, float]:
        """What dates are sorted by: a day without an hour comes after that day's hours."""
        return self.day, self.instant is None, self.instant.timestamp() if self.instant else 0.0

    def __str__(self) -> str:
        """Return the day, or day, hour and zone: `2022-05-23 23:59 AoE`."""
        if self.instant is None:
            return self.day.isoformat()
        return f"{self.instant:%Y-%m-%d %H:%M} {self.instant.tzinfo}"
