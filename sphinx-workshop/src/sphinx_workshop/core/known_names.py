"""Who is meant by a name, and how it is divided: by all that entries and papers say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .divided_names import DividedName, divided
from .model import Person, person_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .model import Author, Paper


class KnownNames:
    """The names of people on a site.

    Args:
        entries: the people with an entry, by id.
        papers: the papers, in the order in which their braces count.
    """

    def __init__(self, entries: Mapping[str, Person], papers: Iterable[Paper]) -> None:
        self._spellings = {
            person_id(name): person.id
            for person in entries.values()
            for name in (person.title, *person.also)
        }
        self._families = {person.id: person.family for person in entries.values() if person.family}
        for author in (author for paper in papers for author in paper.authors if author.family):
            self._families.setdefault(self.id(author.name), author.family)

    def id(self, name: str) -> str:
        """Return the id of the person who writes the name so."""
        return self._spellings.get(person_id(name), person_id(name))

    def has_braces(self, named: Author | Person) -> bool:
        """Tell whether braces say somewhere how a name is divided."""
        name = named.title if isinstance(named, Person) else named.name
        return bool(named.family) or self.id(name) in self._families

    def divided(self, named: Author | Person) -> DividedName:
        """Return the parts of a name; braces that stand around it once hold wherever it stands."""
        name = named.title if isinstance(named, Person) else named.name
        return divided(name, named.family or self._families.get(self.id(name), ""))
