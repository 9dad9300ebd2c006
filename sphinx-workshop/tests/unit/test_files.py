"""A folder comes to hold what it is to hold, and what stays is not touched."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sphinx_workshop.core.files import keep, keep_only, kept, write_if_changed

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"same")
    os.utime(path, (1, 1))
    write_if_changed(path, b"same")
    assert path.stat().st_mtime == 1
    write_if_changed(path, b"other")
    assert path.read_bytes() == b"other"


def test_the_folders_of_a_new_file_are_made(tmp_path: Path) -> None:
    write_if_changed(tmp_path / "deep" / "down" / "page.html", b"new")
    assert (tmp_path / "deep" / "down" / "page.html").read_bytes() == b"new"


def test_what_is_not_wanted_is_deleted_with_its_empty_folders(tmp_path: Path) -> None:
    for name in ("kept.css", "fonts/kept.woff2", "fonts/lost.woff2", "lost/deep/lost.js"):
        write_if_changed(tmp_path / name, b"")
    keep_only(tmp_path, {"kept.css", "fonts/kept.woff2", "never/there.css"})
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == {"kept.css", "fonts", "fonts/kept.woff2"}


def test_what_is_kept_is_read_again_unless_it_is_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "kept.pickle"
    assert kept(path, "nothing") == "nothing"
    keep(path, {"a": 1})
    assert kept(path, {}) == {"a": 1}
    path.write_bytes(path.read_bytes()[:-3])
    assert kept(path, {}) == {}
