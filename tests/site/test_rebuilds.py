"""The real site is the same however it was built: twice, elsewhere, in parallel, after an edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from real_site import copy_of_sources, run_sphinx
from trees import contents, differing

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder whose `source` holds a copy of the site's sources, and `html` the site."""
    folder = tmp_path_factory.mktemp("copy")
    run_sphinx(copy_of_sources(folder), folder)
    return folder


def test_another_folder_gives_the_same_bytes(copy: Path, tmp_path: Path) -> None:
    there = run_sphinx(copy_of_sources(tmp_path), tmp_path)
    assert differing(copy / "html", there) == []


def test_two_workers_give_the_same_bytes(copy: Path, tmp_path: Path) -> None:
    parallel = run_sphinx(copy / "source", tmp_path, "-j", "2")
    assert differing(copy / "html", parallel) == []


def test_building_again_changes_nothing(copy: Path) -> None:
    before = contents(copy / "html")
    run_sphinx(copy / "source", copy)
    assert contents(copy / "html") == before
