"""The people who have an entry on a page, and new entries for those who speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core import fields
from ..core.errors import CommandError
from ..core.model import person_id
from ..editing.files import read_as_typed
from ..editing.page_text import directives, line_end, lines_of, option_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class People:
    """The people who have an entry, on whatever page, and the page that gets new entries.

    Raises:
        CommandError: a page cannot be read, or there is none for speakers.
    """

    def __init__(self, pages: Iterable[Path], speakers: Path) -> None:
        self.path = speakers
        self.names: dict[str, str] = {}
        self.authors: set[str] = set()  # ids of those of papers, who need no entry
        self._ids: dict[str, str] = {}
        self._spellings: dict[str, str] = {}
        self._new: list[tuple[str, bool]] = []
        for path in pages:
            try:
                self._read(path)
            except ValueError as error:
                raise CommandError(f"{path}: {error}") from error

    def _read(self, path: Path) -> None:
        for found in directives(lines_of(read_as_typed(path))):
            if found.name == "person":
                id = found.option("id") or person_id(found.argument)
                also = fields.items(found.option("also")) if found.option("also") else ()
                self.names[id] = found.argument
                self._ids |= {person_id(name): id for name in (found.argument, *also)}
                self._spellings |= dict.fromkeys((found.argument, *also), id)

    def known(self) -> set[str]:
        """Return the ids of all who need no entry: they have one, or are authors."""
        return self.names.keys() | self.authors

    def id(self, name: str) -> str:
        """Return the id of the person who writes the name so."""
        return self._ids.get(person_id(name), person_id(name))

    def settled(self, one: str, other: str) -> bool:
        """Tell whether an entry says that two spellings are one person's."""
        found = self._spellings.get(one)
        return found is not None and found == self._spellings.get(other)

    def add(self, name: str, *, keynote: bool) -> None:
        """Give a person an entry."""
        self.names[self.id(name)] = name
        self._new.append((name, keynote))

    def text(self) -> str | None:
        """Return the page with its new entries, or None where there are none."""
        if not self._new:
            return None
        if not self.path.is_file():
            raise CommandError(
                f"{self.path}: there is no such page for the speakers; write one that begins with "
                "`# Speakers`, and name it in the schedule's toctree"
            )
        text = read_as_typed(self.path)
        lines = [text if text.endswith(("\n", "\r")) else f"{text}\n"]
        end = line_end(lines_of(text))
        for name, keynote in self._new:
            id = self.id(name)
            entry = [
                f":::{{person}} {name}",
                *([option_line("id", id)] if id else []),
                *([option_line("roles", "keynote")] if keynote else []),
            ]
            lines += [end, *(f"{line}{end}" for line in (*entry, ":::"))]
        return "".join(lines)
