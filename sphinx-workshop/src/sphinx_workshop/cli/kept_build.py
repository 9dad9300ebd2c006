"""What a build goes back to when the one after it is cut short or fails.

    WORK/kept/files.json   the size and time of each file of Sphinx's, as the good build left them
    WORK/kept/...          copies of what Sphinx has read, but for the trees of pages

Files that are written later are not copied: they are deleted, and Sphinx makes again what is not
there. So a mistake and its correction cost what any two edits cost.
"""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    """Return the stamps of all that Sphinx has written, by the paths in its folder."""
    return {
        f"{folder}/{name}": stamp
        for folder in FOLDERS
        for name, stamp in stamps(work / folder).items()
    }


def stamps(folder: Path) -> Noted:
    """Return the size and the time in nanoseconds of each file in a folder, by its path there."""
    return dict(_stamps(folder, "")) if folder.exists() else {}


def _stamps(folder: str | Path, above: str) -> Iterator[tuple[str, list[int]]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _stamps(entry.path, f"{above}{entry.name}/")
        else:
            found = entry.stat()
            yield f"{above}{entry.name}", [found.st_size, found.st_mtime_ns]
