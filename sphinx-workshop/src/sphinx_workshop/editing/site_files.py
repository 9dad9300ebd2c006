"""Finds the files of a site's folder: not those of tools, of other projects, and of builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .files import read_as_typed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LARGEST = 5 * 2**20  # bytes of a file that is read
_NOT_SOURCES = frozenset({"_build", "node_modules", "__pycache__"})
_OTHERS = ("conf.py", "pyproject.toml", "pyvenv.cfg")  # a folder that has one is not the site's


def site_files(site: Path) -> Iterator[Path]:
    """Yield the files of a site, at each depth; links are not followed."""
    folders = [site]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path.is_symlink() or path.name in _NOT_SOURCES:
                continue
            if not path.is_dir():
                yield path
            elif _is_of_site(path):
                folders.append(path)


def _is_of_site(folder: Path) -> bool:
    hidden = folder.name.startswith(".") and folder.name != ".github"
    return not hidden and not any((folder / name).exists() for name in _OTHERS)


def text_of(path: Path) -> str | None:
    """Return a file's text with its line ends as they are, or None where it is no text."""
    if path.stat().st_size > _LARGEST:
        return None
    try:
        return read_as_typed(path)
    except ValueError:
        return None
