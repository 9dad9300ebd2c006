"""Reads exports, and says what was read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sphinx_workshop.imports import formats

if TYPE_CHECKING:
    from sphinx_workshop.imports.records import Reading

ZONE = ZoneInfo("America/New_York")
PAIR = ([7, "Alpha", "Lee, Ann*; Ray, Bo"], [12, "Beta", "Fox, Cleo"])
COLUMNS = "number=Id,title=Name of it,authors=Who"


def read(data: str | bytes, columns: str = "") -> Reading:
    data = data if isinstance(data, bytes) else data.encode()
    return formats.read(data, ZONE, columns)


def remarks_of(reading: Reading) -> str:
    return "\n".join(f"{r.where}: {r.message}" for r in reading.remarks)


def papers(reading: Reading) -> list[tuple[int | str, str, str]]:
    return [(s.number, s.title, s.values()["authors"]) for s in reading.submissions]


BOTH = [(7, "Alpha", "Ann Lee; Bo Ray"), (12, "Beta", "Cleo Fox")]
