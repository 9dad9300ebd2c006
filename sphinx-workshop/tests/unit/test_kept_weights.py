"""Weights of words are made again only where something that they rest on has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_workshop.site.search.weights import KeptWeights

if TYPE_CHECKING:
    from pathlib import Path

WEIGHTS = {"lens": 9, "mass": 400}


def weighed(file: Path, about: object, entry: object) -> bool:
    """Build once with one entry; return whether its words were weighed."""
    made: list[object] = []

    def weigh() -> dict[str, int]:
        made.append(entry)
        return WEIGHTS

    kept = KeptWeights(file, about)
    assert kept.of(entry, weigh) == WEIGHTS
    kept.keep()
    return bool(made)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file that a build has left."""
    path = tmp_path / "search" / "weights.pickle"
    assert weighed(path, "acronyms", "entry")
    return path


def test_weights_of_an_entry_that_is_as_before_are_kept(file: Path) -> None:
    assert not weighed(file, "acronyms", "entry")


@pytest.mark.parametrize(("about", "entry"), [("others", "entry"), ("acronyms", "another")])
def test_weights_are_made_again_where_something_has_changed(
    about: str, entry: str, file: Path
) -> None:
    assert weighed(file, about, entry)
    assert not weighed(file, about, entry)


@pytest.mark.parametrize("content", [b"", b"half", b"\x80\x05"])
def test_a_file_that_cannot_be_read_is_as_none(content: bytes, file: Path) -> None:
    file.write_bytes(content)
    assert weighed(file, "acronyms", "entry")
