"""Keeps what became another text on its way in, and says it: in short, or in full."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .addresses import removed
from .markup.characters import composed
from .markup.convert import is_changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..core.model import Author

NAME = "_build/import-changes.txt"
"""Where the whole list is written."""

_AROUND = 30  # letters before and after a difference
_PART = re.compile(r"[^\W_]+|[^\s\w;,|&()\[\]*†‡§¶=.]|_")
_NOTES = {"authors": ("names",), "speakers": ("names",)}


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
    before = removed(before)[0]
    if not is_changed(before, after):
        return None
    return Change(where, field, before, after, tuple(notes))


def changed_list(where: str, field: str, before: str, after: str) -> Change | None:
    """Return the change of a list of names, whose separators and order are the page's own."""
    before = removed(before)[0]
    if _parts(before) == _parts(after) and _brackets(before) == _brackets(after):
        return None
    return Change(where, field, before, after, _NOTES.get(field, ()))


def changed_names(
    where: str, field: str, before: Iterable[str], after: Iterable[str]
) -> Change | None:
    """Return the change of names that the source has one by one, white space aside."""
    typed, written = [removed(name)[0] for name in before], [*after]
    if [" ".join(composed(name).split()) for name in typed] == written:
        return None
    return Change(where, field, "; ".join(typed), "; ".join(written), _NOTES.get(field, ()))


def changed_authors(where: str, before: str, authors: Iterable[Author]) -> Change | None:
    """Return the change of an author list of which a page has names and affiliations."""
    written = "; ".join(" ".join((author.name, *author.affiliations)) for author in authors)
    return changed_list(where, "authors", before, written)


def _parts(listed: str) -> list[str]:
    """Return the words and signs of a list, in no order, but for what separates its entries."""
    return sorted(_PART.findall(composed(listed)))


def _brackets(listed: str) -> list[int]:
    """Return how many brackets a list has: of a page, they may have been parentheses."""
    return [listed.count(bracket) for bracket in "[]"]


def short(change: Change) -> tuple[str, str]:
    """Return the part that differs, before and after, with some letters around it."""
    one, other = " ".join(change.before.split()), " ".join(change.after.split())
    start, most = 0, min(len(one), len(other))
    while start < most and one[start] == other[start]:
        start += 1
    end = 0
    while end < most - start and one[-1 - end] == other[-1 - end]:
        end += 1
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
