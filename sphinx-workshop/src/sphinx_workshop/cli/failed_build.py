"""Goes on from a build that ended with warnings: the pages that they are about are read again.

All else was read and written as it should be. So a correction costs what any edit costs, also where
no build was good before. The file that marks a build as unfinished names the pages, one a line; it
is empty while a build runs, and after one that was cut short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


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
