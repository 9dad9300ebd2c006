"""What a build goes on from where the one before it was cut short or failed.

    WORK/kept/files.json   the size and time of each file of Sphinx's, as the good build left them
    WORK/kept/...          copies of what Sphinx has read, but for the trees of pages

Files that are written later are not copied: they are deleted, and Sphinx makes again what is not
there. After a build that ended with warnings, all but the pages that they are about was read and
written as it should be: these are read again. The file that marks a build as unfinished names them,
one a line; it is empty while a build runs, and after one that was cut short. So a mistake and its
correction cost what any two edits cost, also where no build was good before.
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


def note_failed(unfinished: Path, pages: set[str]) -> None:
    """Note the pages with warnings, unless a warning is of no page: it might not come again."""
    if "" not in pages:
        unfinished.write_text("".join(f"{page}\n" for page in sorted(pages)), encoding="utf-8")


def read_again(work: Path, unfinished: Path) -> bool:
    """Have Sphinx read the noted pages again; return False where none is noted."""
    pages = unfinished.read_text(encoding="utf-8").splitlines()
    for page in pages:
        (work / "doctrees" / f"{page}.doctree").unlink(missing_ok=True)  # it reads what has no tree
    return bool(pages)


def restore(work: Path) -> bool:
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
