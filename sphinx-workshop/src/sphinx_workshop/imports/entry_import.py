"""Plans an import of people and dates: entries that are missing are added, others stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..core import divided_names, fields
from ..core.errors import CommandError
from ..core.field_table import TABLES
from ..core.model import Person, person_id
from ..core.slugs import title_slug
from ..core.vocabulary import Role
from ..editing.entry_page import entry_text, with_entries
from ..editing.files import read_as_typed
from .cleaning import clean
from .plan import Missing
from .written_objects import naming, written_objects

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..core.model import Event
    from ..editing.page_text import Directive
    from .choices import Choices
    from .plan import Plan
    from .records import GivenEntry, Reading

# What tables call the roles that every workshop has, beside their ids and labels.
_ALSO = {
    "keynote": Role.KEYNOTE,
    "invited speaker": Role.INVITED,
    "cochair": Role.CO_CHAIR,
    "organiser": Role.ORGANIZER,
}


class _There(NamedTuple):
    """An entry that a page has."""

    path: Path
    entry: Directive


class EntryImport:
    """Compares people or dates with the pages, one by one.

    Args:
        type: the directive of the entries.
        pages: those on which entries may stand.
        plan: what is added to.
        asked: what the command line asks.
        reserved: ids that no entry may have.

    Raises:
        CommandError: a page cannot be read.
    """

    def __init__(
        self,
        type: str,
        pages: Iterable[Path],
        plan: Plan,
        asked: Choices,
        reserved: Iterable[str] = (),
    ) -> None:
        self._type, self._plan, self._asked = type, plan, asked
        self._imported = plan.state.people if type == Person.type else plan.state.deadlines
        self._there: dict[str, _There] = {}  # by each name that an entry may be meant by
        self._ids: set[str] = {*reserved}
        self._new: dict[Path, list[str]] = {}
        for path, found in written_objects(pages, type):
            self._keep(_There(path, found))

    def _keep(self, there: _There) -> None:
        entry = there.entry
        id = entry.option("id") or self._key(entry.argument)
        self._ids.add(id)
        also = fields.items(entry.option("also")) if entry.option("also") else ()
        for key in (id, *map(self._key, (entry.argument, *also))):
            self._there.setdefault(key, there)

    def _key(self, name: str) -> str:
        return person_id(name) if self._type == Person.type else name.casefold()

    def add(self, given: GivenEntry, path: Path, reading: Reading) -> None:
        """Plan one entry, which a page gets where none has it."""
        key = self._key(given.name)
        former = next((id for id, name in self._imported.items() if self._key(name) == key), "")
        if there := self._there.get(key) or self._there.get(former):
            self._compare(given, there, reading)
        elif former and not self._asked.takes(former):
            self._plan.deleted.append(Missing(f"{self._type} '{former}' of {path}", former))
        else:
            id = former or self._new_id(given.name)
            self._ids.add(id)
            known = {name: given.options.get(name, "") for name in TABLES[self._type]}
            name = divided_names.written(given.name, given.family)
            entry = entry_text(self._type, name, known | {"id": id}, given.note)
            self._new.setdefault(path, []).append(entry)
            self._imported[id] = given.name
            self._plan.written.append(f"{self._type} '{id}' of {path}")

    def _new_id(self, name: str) -> str:
        if self._type == Person.type:
            return person_id(name)
        return title_slug(name, self._type, str(len(self._ids) + 1), self._ids)

    def _compare(self, given: GivenEntry, there: _There, reading: Reading) -> None:
        """Report what a table has otherwise than a page, which stays."""
        differences = []
        for name, value in given.options.items():
            now = there.entry.option(name)
            if _canonical(name, now) != _canonical(name, value):
                former = there.entry.option("was").split(";") if name == "when" else []
                known = any(_canonical(name, date) == _canonical(name, value) for date in former)
                here = f"'{value}' here{', which it was before' if known else ''}"
                differences.append(f"{name} is '{now}' there, and {here}")
        if given.note and clean(given.note) != clean(there.entry.content.text):
            differences.append("the text below is another one")
        if not differences:
            self._plan.unchanged += 1
            return
        what = f"'{given.name}' stands in {there.path}, which stays as it is"
        reading.remark(given.where, f"{what}: {'; '.join(differences)}")

    def finish(self) -> None:
        """Plan the pages' new texts.

        Raises:
            CommandError: a page is missing, or cannot be read.
        """
        for path, entries in self._new.items():
            if not path.is_file():
                raise CommandError(
                    f"{path}: there is no such page; write one that begins with `# …`"
                )
            with naming(path):
                self._plan.files[path] = with_entries(read_as_typed(path), self._type, entries)


def _canonical(name: str, value: str) -> object:
    """Return what two spellings of a value have in common."""
    try:
        if name == "when":
            return fields.moment(value)
        if name == "roles":
            return frozenset(fields.items(value)) if value else frozenset()
    except ValueError:
        pass
    return " ".join(value.split())


def with_roles(
    found: GivenEntry, event: Event, default: str, reading: Reading
) -> GivenEntry | None:
    """Return a person with roles of the workshop's, or report why the person is left out.

    Args:
        found: the person, with what the table calls the roles.
        event: the facts of the workshop.
        default: the id of the role of those who have none that is known; may be empty.
        reading: what the report is made of.
    """
    written = found.options.get("roles", "")
    by_name = {
        **{word: role.id for word, role in _ALSO.items()},
        **{role.label.casefold(): role.id for role in event.roles},
        **{role.id: role.id for role in event.roles},
    }
    words = [word.strip().casefold() for word in written.replace("|", ";").split(";")]
    roles = dict.fromkeys(by_name[word] for word in words if word in by_name)
    unknown = [word for word in words if word and word not in by_name]
    if default and not roles:
        roles = {default: default}
    if not roles or (unknown and not default):
        ids = ", ".join(role.id for role in event.roles)
        why = f"role '{written[:60]}' is none of conf.py's ({ids})" if unknown else "it has no role"
        reading.skip(
            found.where,
            f"'{found.name}' is left out: {why}; add it to `roles` there, or say which one those "
            "get who have none that is known: --role organizer, for instance",
        )
        return None
    given = "; ".join(roles)
    if unknown:
        message = f"'{found.name}': role '{written[:60]}' is not known; it becomes '{given}'"
        reading.remark(found.where, message)
    return replace(found, options={**found.options, "roles": given})
