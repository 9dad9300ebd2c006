"""What the command line asks for single papers and fields: `58`, `58:title`, `all:authors`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..core.errors import CommandError
from ..core.field_entry import imported
from ..core.field_table import PAPER, SESSION
from ..core.suggest import suggest
from .merge import Choice

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

ALL = "all"


@dataclass(frozen=True, slots=True)
class Choices:
    """What is asked: fields to update everywhere, and names with a field, or with all of them."""

    update: frozenset[str] = frozenset()
    take: frozenset[tuple[str, str]] = frozenset()
    keep: frozenset[tuple[str, str]] = frozenset()

    def of(self, name: str, field: str) -> Choice:
        """Return what is asked for a field of a paper, named by its number, or of a session."""
        # What names more counts more: `--take all --keep 58` keeps 58.
        for asked in ((name, field), (name, ALL), (ALL, field), (ALL, ALL)):
            if asked in self.take | self.keep:
                return Choice.TAKE if asked in self.take else Choice.KEEP
        return Choice.UPDATE if {field, ALL} & self.update else Choice.NONE

    def takes(self, name: str) -> bool:
        """Tell whether all of an object is asked for, so that a deleted page is written again."""
        return (name, ALL) in self.take

    def keeps(self, name: str) -> bool:
        """Tell whether an object is asked to stay as the site has it: there, or deleted."""
        return (name, ALL) in self.keep or (
            (ALL, ALL) in self.keep and (name, ALL) not in self.take
        )

    def check(self, known: Container[str]) -> None:
        """Check that each name is an object's.

        Args:
            known: the names of all that the source, the pages and earlier imports have.

        Raises:
            CommandError: one is not.
        """
        for name, _ in sorted(self.take | self.keep):
            if name != ALL and name not in known:
                raise CommandError(
                    f"neither the file nor a page has '{name}'; the report names what there is to "
                    "take or to keep"
                )


def choices(update: str | None, take: Iterable[str], keep: Iterable[str]) -> Choices:
    """Return what is asked.

    Raises:
        CommandError: a field is unknown, or something is both to be taken and kept.
    """
    fields = frozenset(_field(name.strip()) for name in (update or "").split(",") if name.strip())
    taken, kept = frozenset(map(_pair, take)), frozenset(map(_pair, keep))
    if both := taken & kept:
        raise CommandError(f"{':'.join(min(both))} is both to be taken and to be kept; choose one")
    return Choices(fields, taken, kept)


def _pair(written: str) -> tuple[str, str]:
    name, _, field = written.strip().partition(":")
    if not name:
        raise CommandError(f"'{written}' names no paper; write a number, like 58 or 58:title")
    return name, _field(field or ALL)


def _field(name: str) -> str:
    known = ("title", *imported(PAPER), "summary", "abstract", "when", *imported(SESSION))
    if name not in {*known, ALL}:
        hint = suggest(name, known) or f"; known are {', '.join(known)}"
        hint += "; if it is the file, write it before --update" if "." in name else ""
        raise CommandError(f"there is no field '{name}'{hint}")
    return name
