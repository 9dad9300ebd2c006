"""A site is published as it was built, and what did not change is linked, not copied."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sphinx_workshop.cli import build as build_site
from trees import contents

if TYPE_CHECKING:
    from pathlib import Path


def test_files_of_a_folder_that_was_renamed_are_linked_and_others_of_their_names_copied(
    tmp_path: Path,
) -> None:
    work, published = tmp_path / "work", tmp_path / "html"
    for folder in ("first", "kept"):
        (work / folder).mkdir(parents=True)
        (work / folder / "words.json").write_text(folder, "utf-8")
    build_site.publish(work, published)
    before = (published / "first/words.json").stat()
    (work / "first").rename(work / "second")
    (work / "third").mkdir()
    (work / "third/words.json").write_text("other", "utf-8")  # of the same size, but younger
    os.utime(work / "third/words.json", ns=(0, before.st_mtime_ns + 1))
    build_site.publish(work, published)
    assert contents(published) == contents(work)
    assert (published / "second/words.json").stat().st_ino == before.st_ino
