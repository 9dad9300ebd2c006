"""Plans an import of people and dates: entries that are missing are added, others stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..core import fields
from ..core.model import Person, person_id
from ..core.slugs import title_slug
from ..core.vocabulary import Role
from .cleaning import clean
from .plan import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..core.model import Event
    from .merge import Choices
    from .page_entries import Entries, Written
    from .plan import Plan
    from .records import GivenEntry, Reading

# What tables call the roles that every workshop has, beside their ids and labels.
_ALSO = {
    "keynote": Role.KEYNOTE,
    "invited speaker": Role.INVITED,
    "cochair": Role.CO_CHAIR,
    "organiser": Role.ORGANIZER,
}


class EntryImport:
    """Compares people or dates with the pages, one by one.

    Args:
        entries: those that are there.
        plan: what is added to.
        asked: what the command line asks.
        reserved: ids that no entry may have.
    """

    def __init__(
        self, entries: Entries, plan: Plan, asked: Choices, reserved: Iterable[str] = ()
    ) -> None:
        self._entries, self._plan, self._asked = entries, plan, asked
        self._imported = plan.state.people if self._of_people else plan.state.deadlines
        self._reserved = frozenset(reserved)

    @property
    def _of_people(self) -> bool:
        return self._entries.type == Person.type

    def add(self, given: GivenEntry, path: Path, reading: Reading) -> None:
        """Plan one entry, which a page gets where none has it."""
        entries, key = self._entries, self._entries.key
        imported = (id for id, name in self._imported.items() if key(name) == key(given.name))
        former = next(imported, "")
        if there := entries.written.get(entries.id(given.name)) or entries.written.get(former):
            self._compare(given, there, reading)
        elif former and not self._asked.takes(former):
            self._plan.deleted.append(Missing(f"{entries.type} '{former}' of {path}", former))
        else:
            id = former or self._new_id(given.name)
            entries.add(path, id, given.name, given.options, given.note, given.family)
            self._imported[id] = given.name

    def _new_id(self, name: str) -> str:
        if self._of_people:
            return person_id(name)
        taken = {*self._reserved, *self._entries.names}
        return title_slug(name, self._entries.type, str(len(taken) + 1), taken)

    def _compare(self, given: GivenEntry, there: Written, reading: Reading) -> None:
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
