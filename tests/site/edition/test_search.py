"""What the search of this edition's site finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search_index import SearchIndex

if TYPE_CHECKING:
    from pathlib import Path


def test_every_paper_and_author_is_found(site: Path, expected: dict[str, Any]) -> None:
    entries = SearchIndex(site).entries
    titles = {found.title for found in entries if found.kind == "Paper"}
    people = {found.title for found in entries if found.kind == "Person"}
    assert len(titles) == len(expected["papers"])
    assert len(people) >= 112
