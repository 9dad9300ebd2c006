"""Edits a page so that a person has another name, or is not named on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..core import author_list, divided_names, fields
from ..core.field_table import PAPER, PERSON, SESSION
from ..core.model import Paper, Person, Session, person_id
from .page_text import Edit, directives, edited, lines_of, option_edit
from .person_name import OPTIONS, WITHHELD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .page_text import Directive
    from .person_name import PersonName

_ROLE = re.compile(r"\{(?:workshop:)?person\}`(?:([^`<>]*?)\s*<([^`<>]+)>|([^`<>]+))`")

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*#person-([\w-]+)\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry of a person says of names."""

    name: str
    also: tuple[str, ...]
    id: str
    photo: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names, all spellings."""
        return (self.name, *self.also)


def entries(text: str) -> list[Entry]:
    """Return the entries of people on a page.

    Raises:
        ValueError: the page cannot be read; the message says why.
    """
    return [_entry(found) for found in _objects(lines_of(text)) if found.name == Person.type]


def authors(text: str) -> list[str]:
    """Return the names of the authors of papers on a page.

    Raises:
        ValueError: the page cannot be read; the message says why.
    """
    papers = (found for found in _objects(lines_of(text)) if found.name == Paper.type)
    lists = (paper.option("authors") for paper in papers)
    return [author.name for listed in lists if listed for author in author_list.authors(listed)]


def renamed(text: str, name: PersonName) -> str:
    """Return a page on which a person has the present name; other spellings go.

    Raises:
        ValueError: the page cannot be read; the message says why.
    """
    lines = lines_of(text)
    edits = [
        option_edit(found, "also", "", [*PERSON])
        for found in _objects(lines)
        if found.name == Person.type and "also" in found.options and _is_of(found, name)
    ]
    found = name.replaced(edited(lines, edits))
    return _with_braces(found, name.name, name.family) if name.family else found


def _with_braces(text: str, name: str, family: str) -> str:
    """Return a page on which braces stand around a family name, where a name is declared."""
    lines = lines_of(text)
    edits = []
    for found in _objects(lines):
        if found.name == Paper.type and (listed := found.option("authors")):
            before = author_list.authors(listed)
            after = tuple(replace(a, family=family) if a.name == name else a for a in before)
            if after != before:
                written = author_list.written(after)
                edits.append(option_edit(found, "authors", written, [*PAPER]))
        elif found.name == Person.type and found.argument == name:
            line = lines[found.start].replace(name, divided_names.written(name, family))
            edits.append(Edit(found.start, found.start + 1, line))
    return edited(lines, edits)


def unlisted(text: str, name: PersonName, ids: frozenset[str]) -> str:
    """Return a page that does not name a person: no author, no speaker, no entry, no link.

    Args:
        text: the page.
        name: the person's names.
        ids: the ids that links may have.

    Raises:
        ValueError: nobody else wrote a paper, or the page cannot be read.
    """
    lines = lines_of(text)
    edits = []
    for found in _objects(lines):
        if found.name == Person.type and _is_of(found, name):
            blank = found.end < len(lines) and not lines[found.end].strip()
            edits.append(Edit(found.start, found.end + blank, ""))
        elif found.name == Paper.type and name.matches(found.option("authors")):
            edits.append(option_edit(found, "authors", _other_authors(found, name), [*PAPER]))
        elif found.name == Session.type:
            for option in OPTIONS:
                if there := found.option(option):
                    others = "; ".join(id for id in fields.slugs(there) if id not in ids)
                    edits.append(option_edit(found, option, others, [*SESSION]))
    text = _ROLE.sub(lambda role: _unlinked(role, ids), edited(lines, edits))
    text = _LINK.sub(lambda link: link[1] if link[2] in ids else link[0], text)
    return name.replaced(text)


def without(authors: str, name: PersonName) -> str:
    """Return an author list without a person."""
    others = (a for a in author_list.authors(authors) if not name.matches(a.name))
    return author_list.written(tuple(others))


def _other_authors(found: Directive, name: PersonName) -> str:
    others = without(found.option("authors"), name)
    if not others:
        raise ValueError(
            f"line {found.start + 1}: the paper has no other author; a paper without authors is "
            f"not published. Rename the person to what may stand there: '{WITHHELD}'"
        )
    return others


def _unlinked(role: re.Match[str], ids: frozenset[str]) -> str:
    """Return the words of a link to a person, without the link; links to others stay."""
    words, id, alone = role.groups()
    if (id or alone).strip() not in ids:
        return role[0]
    return words or WITHHELD


def _objects(lines: Sequence[str]) -> Iterator[Directive]:
    """Yield the directives of a page, and those in schedules."""
    for found in directives(lines):
        yield found
        if found.name == "schedule":
            yield from directives(lines, found.content.start, found.content.end)


def _entry(found: Directive) -> Entry:
    also = fields.items(found.option("also")) if found.option("also") else ()
    id = found.option("id") or person_id(found.argument)
    name, _family = divided_names.read(found.argument)
    return Entry(name, also, id, found.option("photo"))


def _is_of(found: Directive, name: PersonName) -> bool:
    return any(name.matches(spelling) for spelling in _entry(found).names)
