"""Merges one field: what the source said last, what it says now, what the page and the command say.

What a hand has written is never overwritten unasked, in whatever order edits, changes of the source
and imports come.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ..core import author_list
from ..core.errors import CommandError
from ..core.field_entry import imported
from ..core.field_table import PAPER, SESSION
from ..core.model import Author, person_id
from ..core.suggest import suggest
from ..editing.markdown_text import same

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

MARKDOWN = frozenset({"title", "summary", "abstract"})
"""The fields that are Markdown: the same where they show the same."""
ALL = "all"


class Choice(StrEnum):
    """What is asked for one field of one page."""

    NONE = "none"  # change nothing that is there
    UPDATE = "update"  # take what the source has changed where the page was not edited
    TAKE = "take"  # take the source's value, whatever the page says
    KEEP = "keep"  # the page is right, whatever the source says now


class Status(StrEnum):
    """What there is to report a field."""

    NONE = "none"
    CHANGED = "changed"  # the source has changed it; the page has the source's former value
    MISSING = "missing"  # the source has it, the page never had
    CONFLICT = "conflict"  # both have changed it
    DIFFERS = "differs"  # they differ, and it is not known which of them changed
    APPLIED = "applied"  # the page gets the source's value
    KEPT = "kept"  # the page's value is settled


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome: what the page says from now on, what the source is remembered to have said."""

    page: str
    base: str
    status: Status = Status.NONE


def merge(field: str, base: str, source: str, page: str, choice: Choice) -> Merged:
    """Merge one field; a value is empty where there is none.

    What the source does not have (any more) changes nothing.
    """
    if not source or _same(field, source, page, source):
        return Merged(page, source or base)
    status = _status(field, base, source, page)
    updated = choice is Choice.UPDATE and status in {Status.CHANGED, Status.MISSING}
    if choice is Choice.TAKE or updated:
        return Merged(_taken(field, source, page), source, Status.APPLIED)
    if status is Status.NONE:
        return Merged(page, source)
    if choice is Choice.KEEP:
        return Merged(page, source, Status.KEPT)
    return Merged(page, base, status)


def _status(field: str, base: str, source: str, page: str) -> Status:
    """Return what happened to a field in which source and page differ."""
    if not base:
        return Status.DIFFERS if page else Status.MISSING
    if _same(field, source, base, source):
        return Status.NONE  # the page was edited, and the source is as it was
    return Status.CHANGED if _same(field, source, base, page) else Status.CONFLICT


def _same(field: str, source: str, one: str, other: str) -> bool:
    """Return whether two values are the same, as far as the source gives them."""
    if field in MARKDOWN:
        return same(one, other, line=field == "title")
    if field != "authors":
        return one == other
    return _comparable(source, one) == _comparable(source, other)


def _read(value: str) -> tuple[Author, ...] | None:
    try:
        return author_list.authors(value)
    except ValueError:
        return None


def _comparable(source: str, value: str) -> object:
    """Return of an author list what its source gives: not all give affiliations and presenters."""
    given, authors = _read(source), _read(value)
    if given is None or authors is None:
        return value
    places = any(author.affiliations for author in given)
    families = any(author.family for author in given)
    marked = _facts(given)
    return [
        (
            a.name,
            a.affiliations if places else (),
            a.family if families else "",
            *(getattr(a, fact) for fact in marked),
        )
        for a in authors
    ]


def _facts(given: tuple[Author, ...]) -> list[str]:
    """Return which facts of authors a source gives."""
    return [m.fact for m in author_list.MARKS if any(getattr(a, m.fact) for a in given)]


def _taken(field: str, source: str, page: str) -> str:
    """Return the source's value; of an author list, with what only the page reports each."""
    given, there = _read(source), _read(page)
    if field != "authors" or given is None or there is None:
        return source
    known = {person_id(author.name): author for author in there}
    places = any(author.affiliations for author in given)
    marked = _facts(given)
    found = []
    for author in given:
        of_page = known.get(person_id(author.name), Author(author.name))
        affiliations = (author if places else of_page).affiliations
        facts = author_list.facts(of_page) | {fact: getattr(author, fact) for fact in marked}
        family = author.family or of_page.family
        found.append(Author(author.name, affiliations, **facts, family=family))
    return author_list.written(tuple(found))


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
        """Return whether all of an object is asked for, so that a deleted page is written again."""
        return (name, ALL) in self.take

    def keeps(self, name: str) -> bool:
        """Return whether an object is asked to stay as the site has it: there, or deleted."""
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
