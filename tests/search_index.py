"""Reads a search index the way the browser does."""

from __future__ import annotations

import json
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_workshop.core.casefold import fold
from sphinx_workshop.site.search import FOLDER

if TYPE_CHECKING:
    from pathlib import Path


class Found(NamedTuple):
    """An entry as readers see it."""

    kind: str
    title: str
    address: str
    detail: str


class SearchIndex:
    """All pieces of an index."""

    def __init__(self, output: Path) -> None:
        folder = output / FOLDER
        self.facts = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        self.folder = folder / self.facts["version"]
        shown = [entry for block in self._pieces("entries") for entry in block]
        kinds = [kind for kind, number in self.facts["kinds"].items() for _ in range(number)]
        self.entries = [Found(k, *entry) for k, entry in zip(kinds, shown, strict=True)]

    def _pieces(self, name: str) -> list[Any]:
        files = self.folder.glob(f"{name}-*.json")
        ordered = sorted(files, key=lambda file: int(file.stem.rpartition("-")[2]))
        return [json.loads(file.read_text(encoding="utf-8")) for file in ordered]

    def find(self, word: str) -> list[Found]:
        """Return the entries that have exactly this word, the best first."""
        pieces = self._pieces("words")
        assert [next(iter(piece)) for piece in pieces] == self.facts["words"]
        posting = {k: v for piece in pieces for k, v in piece.items()}.get(fold(word), [])
        weights = dict(zip(accumulate(posting[::2]), posting[1::2], strict=True))
        return [self.entries[number] for number in sorted(weights, key=lambda n: -weights[n])]

    def titles(self, word: str) -> list[str]:
        """Return kind and title of what a word finds, the best first."""
        return [f"{found.kind} {found.title}" for found in self.find(word)]

    def passing(self, name: str, value: str) -> list[str]:
        """Return kind and title of what a filter lets pass."""
        numbers = accumulate(self.facts["filters"][name][value])
        return [f"{self.entries[n].kind} {self.entries[n].title}" for n in numbers]
