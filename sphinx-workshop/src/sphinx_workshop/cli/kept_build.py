"""What a build goes back to when the one after it is cut short or fails.

    WORK/kept/files.json   the size and time of each file of Sphinx's, as the good build left them
    WORK/kept/...          copies of what Sphinx has read, but for the trees of pages

Files that are written later are not copied: they are deleted, and Sphinx makes again what is not
there. So a mistake and its correction cost what any two edits cost.
"""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = ("html", "doctrees")

_STATE = "doctrees"
"""The folder whose own files, those in no folder below, say what was read and written."""

_LIST = "files.json"

Noted = dict[str, list[int]]


def keep(work: Path) -> None:
    """Note what a good build has left; what was noted before stays until this is complete."""
    fresh, kept = work / "kept.new", work / "kept"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    for path in _state(work):
        shutil.copy2(path, fresh)
    (fresh / _LIST).write_text(json.dumps(_noted(work)), encoding="utf-8")
    shutil.rmtree(kept, ignore_errors=True)
    fresh.rename(kept)


def take_back(work: Path) -> bool:
    """Undo what was written since `keep`; return False where nothing was kept.

    It may be cut short itself: as long as it is repeated, it ends the same.
    """
    kept = work / "kept"
    if not kept.is_dir():
        return False
    noted: Noted = json.loads((kept / _LIST).read_text(encoding="utf-8"))
    for name, found in _noted(work).items():
        if noted.get(name) != found:
            (work / name).unlink()
    for path in _state(work):
        path.unlink()
    for path in kept.iterdir():
        if path.name != _LIST:
            shutil.copy2(path, work / _STATE)
    return True


def _state(work: Path) -> list[Path]:
    return [p for p in (work / _STATE).iterdir() if p.is_file() and p.suffix != ".doctree"]


def _noted(work: Path) -> Noted:
    """Return the size and the time in nanoseconds of each file, by its path."""
    paths = (path for folder in FOLDERS for path in (work / folder).rglob("*") if path.is_file())
    stats = ((path.relative_to(work).as_posix(), path.stat()) for path in paths)
    return {name: [found.st_size, found.st_mtime_ns] for name, found in stats}
