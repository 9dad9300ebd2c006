"""What an import is going to do: reported as a whole before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from .merge import Status
    from .state import State


@dataclass(frozen=True, slots=True)
class FieldStatus:
    """A difference between the source and a page."""

    place: str  # `program/papers/alpha.md (7)`
    name: str  # what the command line calls the object: `7`
    field: str
    status: Status
    page: str
    source: str


@dataclass(frozen=True, slots=True)
class Missing:
    """An object that only the source has, or only the site."""

    place: str
    name: str  # what the command line calls it
    why: str = ""


@dataclass(slots=True)
class Plan:
    """The files to write, and what the report says."""

    state: State
    files: dict[Path, str] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    unchanged: int = 0
    statuses: list[FieldStatus] = field(default_factory=list)
    deleted: list[Missing] = field(default_factory=list)
    vanished: list[Missing] = field(default_factory=list)
    by_hand: list[str] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)  # by a build of the pages as they will be
