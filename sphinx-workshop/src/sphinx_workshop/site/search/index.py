"""Makes the files of the index: the words with their entries, and what is shown of these."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from .words import Acronyms, question_words, stop_words, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from .content import Content
    from .entries import Entry
    from .weights import KeptWeights

    Postings = Mapping[str, Mapping[int, int]]
    """The weights of words in the entries that have them, by the numbers of these."""

Item = TypeVar("Item")

_BLOCK = 8  # entries in a file
_PIECE = 10_000  # characters in a file of words
_SPELLING = 8_000  # characters in a file of words without entries
_TEXT = 2_000  # characters in a file of texts, unless one text is longer


class Index:
    """The index of some entries, in their order.

    Args:
        entries: what can be found.
        contents: what is written on each page.
        meanings: what acronyms stand for.
        address: returns the address of a page, from the site's root.

    Attributes:
        about: what the weights of all entries rest on, besides each entry and its content.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        contents: Mapping[str, Content],
        meanings: Mapping[str, str],
        address: Callable[[str], str],
    ) -> None:
        self.entries, self.contents, self.address = entries, contents, address
        self.stop, self.questions = stop_words(), question_words()
        phrases = {phrase for entry in entries for phrase in entry.phrases}
        prose = (section.prose for content in contents.values() for section in content)
        defined = Acronyms({}, ()).defined(prose)
        known = defined | dict(meanings)
        self.acronyms = Acronyms(known, sorted(phrases))
        self.about = sorted(known.items()), sorted(phrases), sorted(self.stop)
        self.sections = self._sections()

    def files(self, version: str, kept: KeptWeights) -> dict[str, Any]:
        """Return the files by their paths; weights that are kept are not made again."""
        postings, asked = self._postings(kept)
        listed = {entry.listed: n for n, entry in enumerate(self.entries) if entry.listed}
        words, spelling = list(_pieces(postings)), list(_spelling(postings))
        texts = list(self._texts())
        numbered: dict[str, Sequence[Any]] = {
            "words": words,
            "spelling": spelling,
            "texts": texts,
            "entries": list(self._blocks(texts)),
        }
        files: dict[str, Any] = {
            f"{version}/{name}-{n}.json": piece
            for name, pieces in numbered.items()
            for n, piece in enumerate(pieces)
        }
        return files | {
            f"{version}/listed.json": listed,
            "index.json": {
                "version": version,
                "block": _BLOCK,
                "kinds": {k: len(list(e)) for k, e in groupby(self.entries, key=lambda e: e.kind)},
                "sections": self.sections,
                "filters": self._filters(),
                "meanings": {a: m for a, m in self.acronyms.meanings.items() if a not in postings},
                "stop": {word: _posting(asked.get(word, {})) for word in sorted(self.stop)},
                "words": [next(iter(piece)) for piece in words],
                "spelling": [piece.partition(" ")[0] for piece in spelling],
            },
        }

    def _postings(self, kept: KeptWeights) -> tuple[Postings, Postings]:
        """Return the words of the entries, and the question words in the headings of pages."""
        postings: defaultdict[str, dict[int, int]] = defaultdict(dict)
        asked: defaultdict[str, dict[int, int]] = defaultdict(dict)
        headings = {int(page) for page in self.sections}
        headings.update(number for sections in self.sections.values() for number in sections)
        for number, entry in enumerate(self.entries):
            weights = kept.of((entry, self._written(entry)), partial(self._weights, entry))
            for word, weight in weights.items():
                postings[word][number] = weight
                if word in self.questions and number in headings:
                    asked[word][number] = weight
        return postings, asked

    def _weights(self, entry: Entry) -> Counter[str]:
        """Return the words that find an entry, with their weights."""
        weights: Counter[str] = Counter()

        def add(text: str, weight: int, most: int = 1) -> None:
            words = words_of(text)
            counted = Counter(w for w in words if w not in self.stop)
            counted.update(set(self.acronyms.also(words)) - counted.keys())
            # Repetition says something, but not much.
            weights.update({word: weight * min(n, most) for word, n in counted.items()})

        title = words_of(entry.title)
        # A short title is more about each of its words.
        number = sum(word not in self.stop for word in title)
        weight = 5 if entry.echo else 8 + 8 // (number or 1)
        weights.update(dict.fromkeys(self.stop & set(title), weight))
        add(entry.title, weight)
        named = " ".join(word for word in words_of(entry.names) if word not in title)
        add(named, 5 if entry.echo else 13)
        add(entry.detail, 1 if entry.echo else 5)
        add(entry.text, 1 if entry.echo else 4)
        add(entry.kind, 1)
        for section in self._written(entry):
            add(section.heading if not entry.anchor else "", 2)
            add(section.prose, 1, most=3)
        return weights

    def _written(self, entry: Entry) -> Content:
        """Return what is written on the page or in the section that an entry is."""
        content = self.contents.get(entry.docname, ())
        if not entry.anchor:
            return content
        return tuple(section for section in content if section.anchor == entry.anchor)

    def _sections(self) -> dict[str, list[int]]:
        """Return the sections of pages: their numbers, by those of the pages."""
        pages = {entry.docname: n for n, entry in enumerate(self.entries) if not entry.anchor}
        found: defaultdict[str, list[int]] = defaultdict(list)
        for n, entry in enumerate(self.entries):
            if entry.anchor and self._written(entry) and entry.docname in pages:
                found[str(pages[entry.docname])].append(n)
        return dict(found)

    def _filters(self) -> dict[str, dict[str, list[int]]]:
        passing: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for number, entry in enumerate(self.entries):
            for name, value in entry.filters:
                passing[name][value].append(number)
        return {
            name: {value: _differences(numbers) for value, numbers in sorted(values.items())}
            for name, values in sorted(passing.items())
        }

    def _texts(self) -> Iterator[dict[str, str]]:
        """Yield the texts that are shown of entries, some in a piece."""
        found = {}
        for number, entry in enumerate(self.entries):
            shown = [section.shown for section in self._written(entry)]
            first = shown[:1] if str(number) in self.sections else shown
            if text := " ".join(" · ".join(filter(None, (*first, entry.text))).split()):
                found[str(number)] = text
        return map(dict, _divided(found.items(), lambda item: len(item[1]), _TEXT))

    def _blocks(self, texts: Iterable[Mapping[str, str]]) -> Iterator[list[list[Any]]]:
        """Yield what readers see of entries, where these lead, and which piece has their text."""
        pieces = {int(number): n for n, piece in enumerate(texts) for number in piece}
        rows: list[list[Any]] = []
        for number, entry in enumerate(self.entries):
            address = self.address(entry.docname)
            anchored = f"{address}#{entry.anchor}" if entry.anchor else address
            piece = [pieces[number]] if number in pieces else []
            rows.append([entry.title, anchored, entry.detail, *piece])
        for start in range(0, len(rows), _BLOCK):
            yield rows[start : start + _BLOCK]


def _spelling(postings: Postings) -> Iterator[str]:
    """Yield the words that a word with a mistake may be meant for, in pieces by the alphabet.

    A word that stands once, and in no title or name, may be a mistake itself.
    """
    known = sorted(
        word
        for word, weights in postings.items()
        if len(word) > 2 and word.isalpha() and (len(weights) > 1 or max(weights.values()) > 3)
    )
    return map(" ".join, _divided(known, lambda word: len(word) + 1, _SPELLING))


def _pieces(postings: Postings) -> Iterator[dict[str, list[int]]]:
    """Split the words, in alphabetical order, into pieces of about one size."""
    found = ((word, _posting(weights)) for word, weights in sorted(postings.items()))

    def size(item: tuple[str, list[int]]) -> int:
        word, posting = item
        return len(f'{{"{word}":{posting}}}') - (len(posting) - 1)  # JSON has no spaces here

    return map(dict, _divided(found, size, _PIECE))


def _divided(items: Iterable[Item], size: Callable[[Item], int], most: int) -> Iterator[list[Item]]:
    """Yield items, in their order, in pieces that are no larger than one item or the most."""
    piece: list[Item] = []
    total = 0
    for item in items:
        length = size(item)
        if piece and total + length > most:
            yield piece
            piece, total = [], 0
        piece.append(item)
        total += length
    if piece:
        yield piece


def _posting(weights: Mapping[int, int]) -> list[int]:
    """Return the differences of the numbers of entries, each followed by its weight there."""
    numbers = sorted(weights)
    steps = zip(numbers, _differences(numbers), strict=True)
    return [part for number, step in steps for part in (step, weights[number])]


def _differences(numbers: Iterable[int]) -> list[int]:
    """Return rising numbers as their differences, which are shorter."""
    return [later - earlier for earlier, later in pairwise((0, *numbers))]
