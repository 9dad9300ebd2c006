"""Keeps what became another text on its way in, and says it: in short, or in full."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .author_names import SEPARATORS, cut
from .cleaning import without_addresses
from .markup.characters import composed
from .markup.convert import is_changed
from .names import common_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..core.model import Author
    from .author_names import Listed

NAME = "_build/import-changes.txt"
"""Where the whole list is written."""

_AROUND = 30  # characters before and after a difference
_PART = re.compile(r"[^\W_]+|[^\s\w;,|&()\[\]*†‡§¶=.]|_")


@dataclass(frozen=True, slots=True)
class Change:
    """A field of which a page shows something else than the source has, white space aside."""

    where: str
    field: str
    before: str
    after: str
    notes: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """What was read otherwise than as it stands there."""
        return ", ".join(self.notes) or "characters"


def changed(
    where: str, field: str, before: str, after: str, notes: Iterable[str] = ()
) -> Change | None:
    """Return the change of a text, None where there is none."""
    before = without_addresses(before)
    if not is_changed(before, after):
        return None
    return Change(where, field, before, after, tuple(notes))


def changed_list(where: str, field: str, before: str, after: str) -> Change | None:
    """Return the change of a list of names, whose separators and order are the page's own."""
    before = without_addresses(before)
    same = _is_same_list(before, after)
    return None if same else Change(where, field, before, after)


def _is_same_list(before: str, after: str) -> bool:
    # Of a page, brackets may have been parentheses.
    brackets = [[text.count(bracket) for bracket in "[]"] for text in (before, after)]
    return _parts(before) == _parts(after) and brackets[0] == brackets[1]


def changed_names(
    where: str, field: str, before: Iterable[str], after: Iterable[str]
) -> Change | None:
    """Return the change of names that the source has one by one, white space aside."""
    typed, written = [without_addresses(name) for name in before], [*after]
    if [" ".join(composed(name).split()) for name in typed] == written:
        return None
    return Change(where, field, "; ".join(typed), "; ".join(written), ("names",))


def changed_authors(where: str, before: str, authors: Iterable[Author]) -> Change | None:
    """Return the change of an author list of which a page has names and affiliations."""
    before = without_addresses(before)
    written = "; ".join(" ".join((author.name, *author.affiliations)) for author in authors)
    if _is_same_list("; ".join(cut(before, SEPARATORS)), written):
        return None
    return Change(where, "authors", before, written, ("names",))


def changed_people(where: str, typed: Iterable[Listed], authors: Sequence[Author]) -> Change | None:
    """Return the change of authors that the source has one by one: names with affiliations."""
    people = [*typed]
    names = changed_names(where, "authors", (p.name for p in people), (a.name for a in authors))
    whole = "; ".join(f"{person.name} ({person.place})" for person in people)
    return names or changed_authors(where, whole, authors)


def _parts(listed: str) -> list[str]:
    """Return the words and characters of a list, sorted, without what separates entries."""
    return sorted(_PART.findall(composed(listed)))


def short(change: Change) -> tuple[str, str]:
    """Return the part that differs, before and after, with some characters around it."""
    one, other = " ".join(change.before.split()), " ".join(change.after.split())
    start = common_start(one, other)
    end = common_start(one[start:][::-1], other[start:][::-1])
    return _part(one, start, len(one) - end), _part(other, start, len(other) - end)


def _part(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    return f"{'… ' if first else ''}{text[first:last]}{' …' if last < len(text) else ''}"


def whole(changes: Iterable[Change]) -> str:
    """Return the file of all changes."""
    return "\n".join("\n".join(_entry(change)) for change in changes)


def _entry(change: Change) -> Iterator[str]:
    yield f"{change.where}: {change.field} ({change.why})"
    yield from (f"- {line}" for line in change.before.splitlines() or [""])
    yield from (f"+ {line}" for line in change.after.splitlines() or [""])
    yield ""
