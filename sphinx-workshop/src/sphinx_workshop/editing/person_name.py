"""Finds a person's name in a text, in each form that pages have, and puts another in its place.

The forms: `Ann Lee` in any accents, over a line's end and in capitals; `Lee, Ann`; the id
`ann-lee`, alone and in `person-ann-lee`; `ann_lee`, as files are named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ..core.casefold import casefold
from ..core.divided_names import divided
from ..core.field_table import SESSION
from ..core.model import Person, person_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WITHHELD = "N. N."
"""What stands in a text for the name of a person who wishes not to be named."""

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_GAP = re.compile(r"[^\S\n]*\n?[^\S\n]*|[+_~]|%20")
_SAME = str.maketrans({"’": "'", "‐": "-"})
_AFTER_INITIAL = re.compile(r"\.?[^\S\n]*\n?[^\S\n]*|\.?-")
_BEFORE_ENTRY = re.compile(r"""(?:^|[;\t"'“(|:{>]|\band)\s*\Z""", re.M)
_AFTER_ENTRY = re.compile(r"""\.?[^\S\n]*(?:$|[;*†‡\t"'”()|}<]|and\b)""", re.M)
_BRACES = str.maketrans("", "", "{}")  # they stand around family names
_COMMA = re.compile(r"\.?,\s*")
_INITIAL = 2  # letters of a word after which a full stop may stand: `Yu. Lee`
_SHORTEST = 6  # letters of a name that is looked for in other forms
OPTIONS = tuple(name for name, entry in SESSION.items() if entry.names == Person.type)
"""The options of sessions that name people by their ids."""

_ID_ALONE = re.compile(
    rf"(?:person-|\{{(?:workshop:)?person\}}`|^:(?:id|{'|'.join(OPTIONS)}):.*[\s;])\Z", re.M
)


_Typed = tuple[int, int, str]
"""A word: where it begins and ends, and its letters without case and accents."""


@dataclass(frozen=True, slots=True)
class _Spelling:
    """The words of a name without case and accents, and at which of them the name is turned."""

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    turned: int = 0  # `Lee, Ann` is turned at 1
    gaps: tuple[str, ...] = ()  # what stands between the words, without white space
    head: str = ""  # signs before the first word, as of `‘Abd Lee`
    tail: str = ""  # and after the last, as of `Ann Lee Jr.`

    @property
    def has_case(self) -> bool:
        """Whether it is a name as it is printed, and not an id."""
        return bool(self.capitals)


class PersonName:
    """The former names of one person, and the name that takes their place.

    Args:
        former: the names that are to go.
        name: the name that they become; empty where the person wishes not to be named.
        others: the names of other people, one of which may hold a former one: `Mary Ann Lee`.
        family: the family name in the name, where braces say it.
    """

    def __init__(
        self, former: Iterable[str], name: str, others: Iterable[str] = (), family: str = ""
    ) -> None:
        self.name = name or WITHHELD
        self.family = family
        self.id = person_id(self.name)
        self._former = [*former]
        self._of = _by_first_word(self._former)
        longer = [other for other in (*others, name) if _is_within(self._former, other)]
        self._others = _by_first_word(longer)

    def matches(self, text: str) -> list[tuple[int, int, str]]:
        """Return the places that name the person: start, end, and what is to stand there."""
        words = _typed(text)
        taken = self._of_others(text, words)
        found = []
        for first, last, spelling in _places(text, words, self._of):
            if taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                start, end = words[first][0], words[last - 1][1]
                form = self._form(text[start:end], spelling)
                if text.endswith(spelling.head, 0, start):
                    start -= len(spelling.head)
                if text.startswith(spelling.tail, end):
                    end += len(spelling.tail)
                within = text[start:end]
                start -= within.count("}") > within.count("{") and text[start - 1 : start] == "{"
                end += within.count("{") > within.count("}") and text[end : end + 1] == "}"
                found.append((start, end, form))
        return sorted(found)

    def replaced(self, text: str) -> str:
        """Return a text in which the name has taken the place of the former ones."""
        for start, end, name in reversed(self.matches(text)):
            after = text[end:].removeprefix(".") if name.endswith(".") else text[end:]
            text = f"{text[:start]}{name}{after}"
        return text

    def may_be_in(self, text: str) -> bool:
        """Return whether a line may name the person in another form: `AnnLee`, `lee_ann`."""
        found = _typed(text)
        taken = self._of_others(text, found)
        words = ["" if n in taken else word for n, (_, _, word) in enumerate(found)]
        former = [*map(_words, self._former)]
        wanted = ["".join(order) for name in former for order in (name, name[::-1])]
        wanted = [joined for joined in wanted if len(joined) >= _SHORTEST]
        longest = max(map(len, former), default=0)
        return any(
            "".join(words[n : n + longest]).startswith(joined)
            for n in range(len(words))
            for joined in wanted
        )

    def _of_others(self, text: str, words: Sequence[_Typed]) -> set[int]:
        """Return which words are of other people's names."""
        places = _places(text, words, self._others)
        return {number for first, last, _ in places for number in range(first, last)}

    def _form(self, there: str, spelling: _Spelling) -> str:
        """Return the name as the former one stands there."""
        if not spelling.has_case:
            return self.id.replace("-", "_") if "_" in there else self.id
        name = self.name
        if spelling.turned and " " in name and name != WITHHELD:
            name = divided(name, self.family).turned
        return name.upper() if there.isupper() and len(there) > len(spelling.words) else name


def _typed(text: str) -> list[_Typed]:
    return [(word.start(), word.end(), casefold(word[0])) for word in _WORD.finditer(text)]


def _squeezed(gap: str) -> str:
    return "".join(gap.split()).translate(_SAME)


def _words(name: str) -> tuple[str, ...]:
    return tuple(casefold(word) for word in _WORD.findall(name))


def _is_within(former: Iterable[str], other: str) -> bool:
    """Return whether another person's name holds one of these names, and more."""
    whole = f" {' '.join(_words(other))} "
    parts = [f" {' '.join(_words(name))} " for name in former]
    return any(part in whole and part != whole for part in parts)


def _by_first_word(names: Iterable[str]) -> dict[str, list[_Spelling]]:
    """Return the spellings of names by their first words, the longest first."""
    found: defaultdict[str, list[_Spelling]] = defaultdict(list)
    for name in names:
        typed = _WORD.findall(name)
        words, capitals = _words(name), tuple(word[0].isupper() for word in typed)
        ids = {words, tuple(person_id(name).split("-"))}
        head, *inner, tail = _WORD.split(name) if words else ("", "")
        gaps = tuple(map(_squeezed, inner))
        spellings = [
            _Spelling(words, capitals, 0, gaps, head, tail),
            *(_Spelling(id, ()) for id in sorted(ids)),
        ]
        for n in range(1, len(words)):
            turned = (*gaps[n:], ",", *gaps[: n - 1])
            spellings.append(
                _Spelling(
                    words[n:] + words[:n], capitals[n:] + capitals[:n], len(words) - n, turned
                )
            )
        for spelling in spellings:
            if spelling.words and spelling not in found[spelling.words[0]]:
                found[spelling.words[0]].append(spelling)
    for same in found.values():
        same.sort(key=lambda spelling: -len(spelling.words))
    return dict(found)


def _places(
    text: str, words: Sequence[_Typed], of: dict[str, list[_Spelling]]
) -> Iterator[tuple[int, int, _Spelling]]:
    """Yield where spellings stand: the first word, the one after the last, the spelling."""
    for first, (_, _, word) in enumerate(words):
        for spelling in of.get(word, ()):
            last = first + len(spelling.words)
            part = words[first:last]
            if tuple(w for _, _, w in part) == spelling.words and _stands(text, part, spelling):
                yield first, last, spelling
                break


def _is_entry(text: str, part: Sequence[_Typed]) -> bool:
    """Return whether words are all of an entry: in `Bo Lee, Ann Ray` nobody is `Lee, Ann`."""
    start, end = part[0][0], part[-1][1]
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return bool(_BEFORE_ENTRY.search(before) and _AFTER_ENTRY.match(text, end))


def _stands(text: str, part: Sequence[_Typed], spelling: _Spelling) -> bool:
    """Return whether words stand together, and are written, as a spelling has them."""
    gaps = [text[one[1] : other[0]].translate(_BRACES) for one, other in pairwise(part)]
    typed = [text[start:end] for start, end, _ in part]
    if not spelling.has_case:
        start = part[0][0]
        together = len({*gaps}) == 1 and gaps[0] in {"-", "_"} if gaps else bool(
            _ID_ALONE.search(text[max(0, text.rfind("\n", 0, start) + 1) : start])
        )  # fmt: skip
        return together and all(word == word.lower() for word in typed)
    if spelling.turned and not _is_entry(text, part):
        return False
    for number, (gap, own, word) in enumerate(
        zip(gaps, spelling.gaps, typed[:-1], strict=True), start=1
    ):
        if number == spelling.turned:
            stands = _COMMA.fullmatch(gap) is not None
        else:
            pattern = _AFTER_INITIAL if len(word) <= _INITIAL else _GAP
            same = _squeezed(gap) == own and gap.count("\n") <= 1
            stands = same or pattern.fullmatch(gap) is not None
        if not stands:
            return False
    return all(
        word[0].isupper() == capital or (word.isupper() and len(word) > 1)
        for word, capital in zip(typed, spelling.capitals, strict=True)
    )
