"""Splits texts into the words that they are found by, and finds acronyms in them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from ...core.casefold import casefold
from ...core.words import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_SHORTEST, _LONGEST = 3, 6  # letters of an acronym that is made of initials
_PLURALS = {"ies$": "y", "(?<=[sxz])es$": "", "(?<=[cs]h)es$": "", "(?<=[^su])s$": ""}
_IN_PARENTHESES = re.compile(r"\(([A-Z][A-Za-z]*[A-Z])s?\)")
_BEFORE = re.compile(r"(?:[^\W_]+[\s-]+){2,8}\Z")
_FARTHEST = 400  # characters before an acronym, in which the words that it stands for are


def words_of(text: str) -> list[str]:
    """Return the words of a text, without case and accents, as wordsOf in search-index.js does."""
    return re.findall(r"[^\W_]+", casefold(text))


def question_words() -> frozenset[str]:
    """Return the words that begin questions: they count in the headings of pages alone."""
    return frozenset(words_of(_("how what when where which who whom whose why")))


def stop_words() -> frozenset[str]:
    """Return the words that say nothing of what is looked for, in the site's language."""
    # In other languages: what people type around the words that count.
    common = _(
        "a about all am an and any are as at be been but by can could did do does find for from "
        "get give has have i if in into is it its list me my no not number of on or our please "
        "show so than that the their them then there these they this to us was we were will with "
        "would you your"
    )
    return question_words() | frozenset(words_of(common))


class Acronyms:
    """The acronyms of a site.

    Args:
        known: what acronyms stand for; each of the two is found by the other.
        phrases: names of things that are found by their initials too.

    Attributes:
        meanings: the words that acronyms stand for.
    """

    def __init__(self, known: Mapping[str, str], phrases: Iterable[str]) -> None:
        self._stop = stop_words()
        self._phrases: defaultdict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
        self.meanings: dict[str, list[str]] = {}
        for phrase in phrases:
            words = words_of(phrase)
            initials = self._initials(words)
            if _SHORTEST <= len(initials) <= _LONGEST and initials not in self._stop:
                self._add(initials, words)
        for acronym, meaning in known.items():
            name, words = casefold(acronym), words_of(meaning)
            self._add(name, words)
            self.meanings[name] = words

    def _add(self, acronym: str, words: Sequence[str]) -> None:
        if words:
            self._phrases[_singular(words[0])][tuple(map(_singular, words))] = acronym

    def _initials(self, words: Iterable[str]) -> str:
        return "".join(word[0] for word in words if word not in self._stop)

    def also(self, words: Sequence[str]) -> Iterator[str]:
        """Yield the acronyms of phrases that stand in a text, and what acronyms there mean."""
        singular = [_singular(word) for word in words]
        if self.meanings.keys().isdisjoint(singular) and self._phrases.keys().isdisjoint(singular):
            return  # as for most texts
        for n, word in enumerate(singular):
            yield from self.meanings.get(word, ())
            for phrase, acronym in self._phrases.get(word, {}).items():
                if tuple(singular[n : n + len(phrase)]) == phrase:
                    yield acronym

    def defined(self, texts: Iterable[str]) -> dict[str, str]:
        """Return the acronyms that texts explain, as in `graph neural network (GNN)`."""
        found: dict[str, str] = {}
        for before, acronym in chain.from_iterable(map(_explained, texts)):
            words = words_of(before)
            for n in range(len(words)):
                if self._initials(words[n:]) == casefold(acronym):
                    found[acronym] = " ".join(words[n:])
        return found


def _explained(text: str) -> Iterator[tuple[str, str]]:
    """Yield each acronym in parentheses, after the words before it; most texts have none."""
    for found in _IN_PARENTHESES.finditer(text):
        start = found.start()
        if before := _BEFORE.search(text[max(0, start - _FARTHEST) : start]):
            yield before[0], found[1]


@cache
def _singular(word: str) -> str:
    """Return an English word without the ending of a plural; others may lose a letter."""
    for ending, other in _PLURALS.items():
        if len(word) > _SHORTEST and re.search(ending, word):
            return re.sub(ending, other, word)
    return word
