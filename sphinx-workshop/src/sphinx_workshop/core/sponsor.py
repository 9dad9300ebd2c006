"""Who pays for the event: the record of a sponsor, and its entries of the field table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from . import fields as read
from .field_entry import Field, Importing, table
from .model import Record

if TYPE_CHECKING:
    from .values import Picture

AREA = 9_000
WIDEST, HIGHEST = 200, 110
"""What logos take up of a page: as many pixels, unless one is much wider or higher than others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsor(Record):
    """A sponsor; `title` is the name."""

    type: ClassVar[str] = "sponsor"

    level: str = ""
    link: str = ""
    logo: Picture | None = None


SPONSOR = table(
    Field("level", read.text, "what the sponsor is called", "Gold", importing=Importing.NEVER),
    Field(
        "link",
        read.url,
        "the address of the sponsor’s own page",
        "https://…",
        importing=Importing.NEVER,
    ),
    Field(
        "logo",
        read.text,
        "a picture’s path, from this file; without one, the name is written",
        "trust.svg",
        kept=False,
        importing=Importing.NEVER,
    ),
)
"""The options of `{sponsor}`, in the order in which an entry has them."""


def logo_size(logo: Picture) -> tuple[int, int]:
    """Return width and height at which a logo weighs as much as the others."""
    height = (AREA * logo.height / logo.width) ** 0.5
    scale = min(height / logo.height, WIDEST / logo.width, HIGHEST / logo.height)
    return max(1, round(logo.width * scale)), max(1, round(logo.height * scale))
