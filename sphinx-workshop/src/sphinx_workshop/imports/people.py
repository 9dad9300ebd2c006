"""The people who have an entry on a page, and new entries for those who speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.errors import CommandError
from ..core.model import Person, person_id
from ..editing.entry_page import entry_text, with_entries
from ..editing.files import read_as_typed
from ..editing.person_edit import entries
from .written_objects import naming

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
        self._new: list[str] = []
        for path in pages:
            with naming(path):
                for entry in entries(read_as_typed(path)):
                    self.names[entry.id] = entry.name
                    self._ids |= {person_id(name): entry.id for name in entry.names}
                    self._spellings |= dict.fromkeys(entry.names, entry.id)

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

    def add(self, name: str, *, keynote: bool, note: str) -> None:
        """Give a person an entry, with a note in Markdown."""
        options = {"id": self.id(name), "roles": "keynote" if keynote else ""}
        self.names[self.id(name)] = name
        self._new.append(entry_text(Person.type, name, options, note))

    def text(self) -> str | None:
        """Return the page with its new entries, or None where there are none."""
        if not self._new:
            return None
        if not self.path.is_file():
            raise CommandError(
                f"{self.path}: there is no such page for the speakers; write one that begins with "
                "`# Speakers`, and name it in the schedule's toctree"
            )
        return with_entries(read_as_typed(self.path), Person.type, self._new)
