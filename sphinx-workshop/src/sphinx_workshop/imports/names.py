"""Finds names that look like one person in two spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations, takewhile
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from ..core.model import person_id

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST = 8  # letters of a name of which one may be wrong: `Li Wu` and `Li Xu` are two
_MOST = 100  # names in a bucket; more are a frequent name with an initial, and prove nothing


def similar_names(names: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return pairs of names that look like one person's, and why, each pair once and sorted.

    Names are put into buckets, and only those in one bucket are compared: thousands take seconds.
    """
    words = {name: _words(name) for name in sorted(set(names))}
    buckets: defaultdict[str, list[str]] = defaultdict(list)
    for name, found_words in words.items():
        for bucket in _buckets(found_words):
            buckets[bucket].append(name)
    found = {}
    for together in buckets.values():
        for one, other in combinations(together[:_MOST], 2):
            if (one, other) not in found and (why := _why(words[one], words[other])):
                found[one, other] = why
    return [(one, other, why) for (one, other), why in sorted(found.items())]


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name in ASCII, as ids have them, else in lower case."""
    plain = person_id(name)
    if re.search(r"(^|-)u[0-9a-f]{2,}", plain):
        letters = (
            character for character in normalize("NFD", name.casefold()) if not combining(character)
        )
        return tuple(re.findall(r"\w+", "".join(letters)))
    return tuple(plain.split("-"))


def _buckets(words: tuple[str, ...]) -> set[str]:
    """Return the buckets of a name: two that are alike share one, unless they begin otherwise."""
    *given, last = words
    whole = {f"={''.join(words)}", f"~{' '.join(sorted(words))}"}
    likely = {f"{''.join(given)[:1]}.{last}", f"{''.join(given)}.{last[:1]}"}
    return whole | likely | {f"{word}+{last}" for word in given if len(word) > 1}


def _why(first: tuple[str, ...], second: tuple[str, ...]) -> str:
    if "".join(first) == "".join(second):
        return "accents, hyphens or capitals"
    if sorted(first) == sorted(second):
        return "order"
    if first[-1] == second[-1] and _initials(first[:-1], second[:-1]):
        return "initials"
    return "one letter" if _one_letter("".join(first), "".join(second)) else ""


def _initials(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Return whether given names are the same, but for initials or for names that are left out."""
    if not first or not second or first == second:
        return False
    few, many = sorted((first, second), key=len)
    if len(few) < len(many) and {*few} <= {*many} and any(len(word) > 1 for word in few):
        return True
    return any(len(word) == 1 for word in (*first, *second)) and all(
        one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
        for one, other in zip(first, second, strict=False)
    )


def _one_letter(one: str, other: str) -> bool:
    """Return whether one letter differs, is missing, or is swapped with its neighbor."""
    if min(len(one), len(other)) < _SHORTEST:
        return False
    start = common_start(one, other)
    a, b = one[start:], other[start:]
    if a[1:] == b[1:] or a[1:] == b or a == b[1:]:
        return True
    return a[:2] == b[:2][::-1] and a[2:] == b[2:]


def common_start(one: str, other: str) -> int:
    """Return with how many equal characters two texts begin."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
