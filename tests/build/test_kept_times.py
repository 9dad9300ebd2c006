"""A checkout of its own goes on from the build of another, as CI does for pull requests."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from inline_site import InlineSite
from kept_times import keep, restore
from repository import Repository
from small_workshop import FILES
from trees import differing

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def built(tmp_path: Path) -> InlineSite:
    """Return a site that was built in one checkout, whose files then come with another's times."""
    site = InlineSite(tmp_path, FILES, {})
    repository = Repository(site.source)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message=x")
    site.build()
    keep(site.source, tmp_path / "times.json")
    for path in site.source.rglob("*"):
        if ".git" not in path.parts and path.is_file():
            os.utime(path, (time.time() + 60, time.time() + 60))
    return site


def test_without_its_times_all_is_read_again(built: InlineSite) -> None:
    assert len(built.build().read) == len(FILES)


def test_with_its_times_nothing_is_read_again(built: InlineSite, tmp_path: Path) -> None:
    assert restore(built.source, tmp_path / "times.json") == []
    again = built.build()
    assert again.read == []
    assert set(again.written) == {"search"}
    assert differing(again.output, built.build("fresh").output) == []


def test_what_was_changed_is_read_and_the_site_equals_a_fresh_one(
    built: InlineSite, tmp_path: Path
) -> None:
    built.write({"papers/beta.md": FILES["papers/beta.md"].replace("# ", "# Not ", 1)})
    assert restore(built.source, tmp_path / "times.json") == ["papers/beta.md"]
    again = built.build()
    assert again.read == ["papers/beta"]
    assert differing(again.output, built.build("fresh").output) == []


def test_a_file_that_is_gone_is_no_hindrance(built: InlineSite, tmp_path: Path) -> None:
    built.write({"papers/gamma.md": None})
    built.write({"notes.md": FILES["notes.md"].replace(", {paper}`that one <gamma>`", "")})
    assert restore(built.source, tmp_path / "times.json") == ["notes.md"]
    assert differing(built.build().output, built.build("fresh").output) == []


def test_without_a_former_build_all_counts_as_changed(built: InlineSite, tmp_path: Path) -> None:
    assert set(restore(built.source, tmp_path / "none.json")) == {*FILES, "conf.py"}
