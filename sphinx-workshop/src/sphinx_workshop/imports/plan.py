"""What an import is going to do: reported as a whole before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .merge import Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .merge import Merged
    from .rejected import Mistake
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
    rejected: list[Mistake] = field(default_factory=list)  # by a build of the pages as they will be

    def merge(
        self,
        place: str,
        name: str,
        merged: Mapping[str, Merged],
        page: Mapping[str, str],
        source: Mapping[str, str],
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Take the merged fields of an object, for the report.

        Args:
            place: the object's page.
            name: what the command line calls the object.
            merged: the fields.
            page: what the page says.
            source: what the source says.

        Returns:
            what changes on the page, and what the source is remembered to have said.
        """
        differences = [
            FieldStatus(place, name, field, found.status, page.get(field, ""), source[field])
            for field, found in merged.items()
            if found.status is not Status.NONE
        ]
        self.statuses += differences
        self.unchanged += not differences
        changes = {n: f.page for n, f in merged.items() if f.page != page.get(n, "")}
        return changes, {field: found.base for field, found in merged.items() if found.base}
