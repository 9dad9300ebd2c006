"""Divides names for citations into family name, given names and suffix, as BibTeX does."""

from __future__ import annotations

from typing import NamedTuple

from .author_list import SUFFIX


class DividedName(NamedTuple):
    """The parts of a name; a name that cannot be divided is all `family`, and `is_whole`."""

    family: str
    given: str = ""
    suffix: str = ""
    is_whole: bool = False


def is_whole(name: str) -> bool:
    """Tell whether BibTeX would take a name apart at a comma or at `and`."""
    return "," in name or "and" in name.casefold().split()


def divided(name: str) -> DividedName:
    """Return the parts of a name: the family name is the last word, with what stands before it.

    That is everything from the first word in lower case, as in `Ludwig van Beethoven`, but never
    the first word of all. A group's name is whole, as `Salt and Pepper Collaboration`.
    """
    before, comma, after = name.partition(",")
    if is_whole(before) or SUFFIX.sub("", comma + after).strip():
        return DividedName(name, is_whole=True)
    words = before.split()
    last = len(words) - 1
    start = next((n for n in range(1, last) if words[n][0].islower()), last)
    return DividedName(" ".join(words[start:]), " ".join(words[:start]), after.strip())
