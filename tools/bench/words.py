"""Invents words, sentences' lines, and people, with the frequencies of real proceedings."""

from __future__ import annotations

from random import Random

_COMMON = (
    "the of and to in a we for that is with on by are as from this which our can be an it these "
    "at or not have more than such between over both their show method data model learn train "
    "result problem propose approach new large high task deep network performance use based"
)
COMMON = _COMMON.split()
_STARTS = "b br c cr d dr f fl g gr h j k l m n p pl pr qu r s sc sp st t tr v w z"
_MIDDLES = "a e i o u ai ea ia io ou"
_ENDS = "l n r s t nd st ct m x rk ve ne te tion ment ing ed ly al ic ous"
_NAME_ENDS = "a e ez in ko man ov sen son ssi ström ü çi ó ák"
_PLACES = ("University of {}", "{} Institute of Technology", "{} Observatory", "{} Laboratory")


def vocabulary(seed: int) -> list[str]:
    """Return words: the common ones of English first, then invented ones in no order."""
    random = Random(seed)
    words = {_syllables(random, random.randint(1, 3)) for _ in range(9_000)}
    return COMMON + random.sample(sorted(words), len(words))


def people(seed: int, number: int, places: int) -> list[str]:
    """Return at most a number of people, each with one affiliation or two of some places."""
    random = Random(seed)
    names = {
        f"{_syllables(random, 2).capitalize()} {random.choice('ABCDEFGHIJKLM')}."
        f" {_syllables(random, 1).capitalize()}{random.choice(_NAME_ENDS.split())}"
        for _ in range(number)
    }
    homes = [
        random.choice(_PLACES).format(_syllables(random, 2).capitalize()) for _ in range(places)
    ]
    return [
        f"{name} ({'; '.join(random.sample(homes, random.choice((1, 1, 1, 2))))})"
        for name in sorted(names)
    ]


def wrapped(text: str, width: int = 100) -> str:
    """Return the text in lines, as an editor leaves it."""
    lines: list[list[str]] = [[]]
    for word in text.split():
        if sum(map(len, lines[-1])) + len(lines[-1]) + len(word) > width:
            lines.append([])
        lines[-1].append(word)
    return "\n".join(map(" ".join, lines))


def _syllables(random: Random, number: int) -> str:
    starts, middles, ends = _STARTS.split(), _MIDDLES.split(), _ENDS.split()
    parts = (random.choice(starts) + random.choice(middles) for _ in range(number))
    return "".join(parts) + random.choice(ends)
