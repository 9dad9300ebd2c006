"""Finds words in a search index the way the browser does."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from sphinx_workshop.core.casefold import casefold
from sphinx_workshop.site_check import search_index
from sphinx_workshop.site_check.built_site import BuiltSite

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_workshop.site_check.search_index import Found


class SearchIndex(search_index.SearchIndex):
    """All pieces of the index of a built site."""

    def __init__(self, output: Path) -> None:
        super().__init__(BuiltSite(output))
        self.folder = (output / search_index.INDEX).parent / self.facts["version"]

    def find(self, word: str) -> list[Found]:
        """Return the entries that have exactly this word, the best first."""
        pieces = self.pieces("words")
        assert [next(iter(piece)) for piece in pieces] == self.facts["words"]
        posting = {k: v for piece in pieces for k, v in piece.items()}.get(casefold(word), [])
        weights = dict(zip(accumulate(posting[::2]), posting[1::2], strict=True))
        return [self.entries[number] for number in sorted(weights, key=lambda n: -weights[n])]

    def titles(self, word: str) -> list[str]:
        """Return kind and title of what a word finds, the best first."""
        return [f"{found.kind} {found.title}" for found in self.find(word)]
