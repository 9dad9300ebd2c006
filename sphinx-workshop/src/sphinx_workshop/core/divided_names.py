"""Divides names into family name, given names and suffix: by braces, or as BibTeX does.

In `Bruno {Régaldo-Saint Blancard}`, braces show a family name that the rule would not find; around
the whole name, `{NASA Ames}`, they say that it is not divided. Records hold the name without
braces, and beside it what stood in them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .casefold import casefold

SUFFIX = re.compile(
    r",\s*(?:(?:Jr|Sr|Ph\.? ?D|M\.? ?D)\b\.?|(?:I{2,3}|IV|VI{0,3}|IX)\b(?!\.))(?=\s*(?:,|$))"
)
"""What may follow a comma in a name."""
_SUFFIX_ALONE = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))  # without a comma
_GROUP = re.compile(
    r"(?:Collaborations?|Consorti(?:um|a)|Group|Team|Project|Survey|Network|Partnership)s?"
)
_NEVER_A_PERSONS = frozenset(("of", "for", "the"))
_FEWEST_CAPITALS = 4  # `KV Rao` is a person
_BRACES = re.compile(r"([^{}]*)\{([^{}]*)\}([^{}]*)")
_LIKE = "like `Ann {Lee Ray}`"


class DividedName(NamedTuple):
    """The parts of a name; a name that cannot be divided is all `family`, and `is_whole`."""

    family: str
    given: str = ""
    suffix: str = ""
    is_whole: bool = False
    family_first: bool = False  # as the name is written: `Wang Li`

    @property
    def parts(self) -> dict[str, str]:
        """The parts that there are, by their names; none of a name that is not divided."""
        found = {"family": self.family, "given": self.given, "suffix": self.suffix}
        return {part: text for part, text in found.items() if text and not self.is_whole}

    @property
    def turned(self) -> str:
        """The name as lists are sorted by it: `Family, Given, Suffix`.

        A place before a suffix is kept if it is empty.
        """
        after = (self.given, self.suffix) if self.suffix else filter(None, (self.given,))
        return ", ".join((self.family, *after))

    @property
    def key(self) -> tuple[str, str]:
        """What names are sorted by: the family name, then the others, without accents and case."""
        family = casefold(self.family)
        start = next((n for n, letter in enumerate(family) if letter.isalnum()), 0)
        return family[start:], casefold(f"{self.given} {self.suffix}")

    @property
    def initials(self) -> str:
        """The first letters of given and family name, as the name is written; `·` without one."""
        first, *others = self.family.split()
        parts = (self.given, self.family)
        if self.is_whole:
            parts = (first, " ".join(others[-1:]))
        elif self.family_first:
            parts = parts[::-1]
        found = (next((w[0] for w in part.split() if w[0].isalpha()), "") for part in parts)
        return "".join(found).upper() or "·"

    @property
    def letter(self) -> str:
        """The letter under which the name stands in lists: `E` for `Étoile`."""
        return self.key[0][0].upper()


def is_group(name: str) -> bool:
    """Return whether a name is a group's that signs as one: it may have `and` in its name."""
    words = name.split()
    return bool(words and _GROUP.fullmatch(words[-1])) and not re.search(r"\band the\b", name)


def may_be_group(name: str) -> bool:
    """Return whether a name that is divided like a person's looks like a group's: `NASA Ames`."""
    first, *others = name.split() or [""]
    if divided(name).is_whole or not others:
        return False
    capitals = len(first) >= _FEWEST_CAPITALS and first.isalpha() and first.isupper()
    words = {word.casefold() for word in (first, *others)}
    return bool(words & _NEVER_A_PERSONS) or (capitals and not " ".join(others).isupper())


@cache
def divided(name: str, family: str = "") -> DividedName:
    """Return the parts of a name.

    Without a family name, the last word is it, with what stands before it from the first word in
    lower case, as in `Ludwig van Beethoven`, but never the first word of all. A group's name is
    whole, as `Salt and Pepper Collaboration`.

    Args:
        name: the name without braces.
        family: its family name, where that is known, in any case and accents.
    """
    before, comma, after = name.partition(",")
    words = before.split()
    suffix = after.strip()
    if not comma and words[2:] and words[-1] in _SUFFIX_ALONE:
        suffix = words.pop()
    if known := casefold(family).split():
        folded, count = casefold(" ".join(words)).split(), len(known)
        if folded == known:
            return DividedName(name, is_whole=True)
        if folded[-count:] == known:
            return DividedName(" ".join(words[-count:]), " ".join(words[:-count]), suffix)
        if folded[:count] == known:
            parts = " ".join(words[:count]), " ".join(words[count:]), suffix
            return DividedName(*parts, family_first=True)
    joined = "and" in casefold(before).split()
    if not words or joined or is_group(before) or SUFFIX.sub("", comma + after).strip():
        return DividedName(name, is_whole=True)
    last = len(words) - 1
    start = next((n for n in range(1, last) if _is_small(words[n])), last)
    return DividedName(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _is_small(word: str) -> bool:
    """Return whether the first letter of a word is a small one: of `van`, and of `’t`."""
    return next((letter.islower() for letter in word if letter.isalpha()), False)


def read(written: str) -> tuple[str, str]:
    """Return a name without braces, and the family name that stands in them, if there are any.

    Raises:
        ValueError: the braces are not around a family name; the message says why, and the remedy.
    """
    if not {"{", "}"} & {*written}:
        return written, ""
    match = _BRACES.fullmatch(written)
    if match is None:
        raise ValueError(f"'{written}': write one pair of braces, around the family name, {_LIKE}")
    family = " ".join(match[2].split())
    if problem := _problem(match[1], family, match[3]):
        raise ValueError(f"'{written}': the braces {problem}, {_LIKE}")
    return " ".join("".join(match.groups()).split()), family


def _problem(before: str, family: str, after: str) -> str:
    """Return what is wrong with braces: what stands before, in, and after them."""
    rest = "" if after.lstrip().startswith(",") or after.strip() in _SUFFIX_ALONE else after.strip()
    if not family:
        return "are empty; put the family name into them"
    if before[-1:].strip() or after[:1].strip(" ,"):
        return "cut a word; put them around whole words"
    if "," in family:
        return "hold a comma; put what follows it after them"
    if before.strip() and rest:
        return "stand in the middle; put them around the family name, at an end of the name"
    if not before.strip() and not rest and after.strip():
        return "stand around the whole name; leave the given names outside"
    return ""


def written(name: str, family: str) -> str:
    """Return a name with braces around its family name, where one is given."""
    found = divided(name, family)
    if not family or found.family != family:
        return name
    start = 0 if found.family_first else name.rindex(family)
    return f"{name[:start]}{{{family}}}{name[start + len(family) :]}"


def joined(given: str, family: str, suffix: str = "") -> tuple[str, str]:
    """Return the name of these parts, and the family name where the rule would find another."""
    words = family.partition(",")[0].split()
    if words[1:] and words[-1] in _SUFFIX_ALONE:
        words.pop()
    name = " ".join(f"{given} {family} {suffix}".split())
    found, meant = divided(name), " ".join(words)
    if not (given.split() and meant) or found.is_whole or found.family == meant:
        return name, ""
    return name, meant if divided(name, meant).family == meant else ""
