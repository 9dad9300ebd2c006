"""The entries of a type that pages have (people, rooms, deadlines), and new ones beside them."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from ..core import divided_names, fields
from ..core.errors import CommandError
from ..core.field_table import TABLES
from ..core.model import Deadline, Person, Room, person_id
from ..core.slugs import title_slug
from ..core.state_blocks import only_for
from ..editing.files import read_as_typed
from ..editing.page_text import Edit, directives, edited, lines_of, option_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from ..editing.page_text import Directive
    from .plan import Plan
    from .records import Reading


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Say in errors which page cannot be read.

    Raises:
        CommandError: it cannot be; what was raised is a ValueError.
    """
    try:
        yield
    except ValueError as error:
        raise CommandError(f"{path}: {error}") from error


class Written(NamedTuple):
    """An entry that a page has."""

    path: Path
    entry: Directive


class Entries:
    """The entries of a type on whatever page, by their ids, and new ones.

    Args:
        type: the directive.
        pages: those on which entries may stand.
        plan: what is added to; pages that it is going to write are read as they will be.

    Raises:
        CommandError: a page cannot be read.
    """

    def __init__(self, type: str, pages: Iterable[Path], plan: Plan) -> None:
        self.type, self._plan = type, plan
        self.written: dict[str, Written] = {}
        self.names: dict[str, str] = {}  # of new ones, too
        self.spellings: dict[str, str] = {}  # the id of each
        self._ids: dict[str, str] = {}  # by whatever an entry may be meant by
        self._new: defaultdict[Path, list[str]] = defaultdict(list)
        for path in pages:
            with naming(path):
                for found in directives(lines_of(plan.files.get(path) or read_as_typed(path))):
                    if found.name == type:
                        self._keep(path, found)

    def _keep(self, path: Path, found: Directive) -> None:
        name = divided_names.read(found.argument)[0] if self.type == Person.type else found.argument
        also = fields.items(found.option("also")) if found.option("also") else ()
        id = found.option("id") or self.key(name)
        self.written.setdefault(id, Written(path, found))
        self.names.setdefault(id, name)
        self.spellings |= dict.fromkeys((name, *also), id)
        for key in (id, *map(self.key, (name, *also))):
            self._ids.setdefault(key, id)

    def key(self, name: str) -> str:
        """Return what the spellings of a name have in common."""
        return name.casefold() if self.type == Deadline.type else person_id(name)

    def id(self, name: str) -> str:
        """Return the id of the entry that has a name, else what the name's would be."""
        return self._ids.get(self.key(name), self.key(name))

    def add(
        self, path: Path, id: str, name: str, options: Mapping[str, str], note: str = "",
        family: str = "",
    ) -> None:  # fmt: skip
        """Plan an entry after the last one of a page; `note` is Markdown."""
        given = {option: options.get(option, "") for option in TABLES[self.type]} | {"id": id}
        self.names[id] = name
        written = divided_names.written(name, family)
        self._new[path].append(_entry_text(self.type, written, given, note))
        self._plan.written.append(f"{self.type} '{id}' of {path}")

    def finish(self) -> None:
        """Plan the pages' new texts.

        Raises:
            CommandError: a page is missing, or cannot be read.
        """
        for path, entries in self._new.items():
            if not path.is_file():
                raise CommandError(
                    f"{path}: there is no such page; write one that begins with `# …`, and name it "
                    "in a toctree"
                )
            with naming(path):
                text = self._plan.files.get(path) or read_as_typed(path)
                self._plan.files[path] = _with_entries(text, self.type, entries)


def _entry_text(type: str, name: str, options: Mapping[str, str], note: str = "") -> str:
    """Return an entry: its directive, with options in their order, and a note below."""
    lines = [f":::{{{type}}} {name}"]
    lines += [option_line(option, value) for option, value in options.items() if value]
    lines += ["", note] if note else []
    return "\n".join([*lines, ":::", ""])


def _with_entries(text: str, type: str, entries: Iterable[str]) -> str:
    """Return a page with entries after the last one of their type, else at its end.

    They are for all states of the site, and so stand in no block for some (`{state}`).

    Raises:
        ValueError: the page cannot be read.
    """
    lines = lines_of(text if text.endswith(("\n", "\r")) or not text else f"{text}\n")
    ends = [found.end for found in directives(only_for(lines)) if found.name == type]
    place = max(ends, default=len(lines))
    added = "".join(f"\n{entry}" for entry in entries)
    return edited(lines, [Edit(place, place, added)])


def plan_rooms(reading: Reading, pages: Iterable[Path], plan: Plan) -> None:
    """Plan an entry for each room of a talk that no page declares; those that are there stay.

    Where no page declares a room, sessions have theirs as plain text, and nothing is planned.

    Raises:
        CommandError: a page cannot be read.
    """
    rooms = Entries(Room.type, pages, plan)
    if not rooms.written:
        return
    *_, (page, _) = rooms.written.values()
    for name in dict.fromkeys(talk.room for talk in reading.talks if talk.room):
        if name not in rooms.spellings and name not in rooms.written:
            id, number = person_id(name), str(len(rooms.names) + 1)
            id = title_slug(name, Room.type, number, rooms.names) if id in rooms.names else id
            rooms.add(page, id, name, reading.rooms.get(name, {}))
    rooms.finish()
