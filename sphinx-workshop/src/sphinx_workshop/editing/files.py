"""Finds and reads the files of a site, and writes them so that nobody ever finds half of one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LARGEST = 5 * 2**20  # bytes of a file that is read
_NOT_SOURCES = frozenset({"_build", "node_modules", "__pycache__"})
_OTHERS = ("conf.py", "pyproject.toml", "pyvenv.cfg")  # a folder that has one is not the site's


def write_whole(path: Path, text: str) -> None:
    """Write a text file: the former one stands there until the new one is complete.

    Line ends are written as they are in the text. A link is replaced, not followed: what is written
    stays in its folder.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Without the ending, so that a builder that watches the folder takes it for no page.
    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.stem}-", delete=False
    ) as file:
        temporary = Path(file.name)
        try:
            file.write(text)
            file.flush()
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
            temporary.chmod(mode)
            file.close()
            temporary.replace(path)
        finally:
            with suppress(OSError):  # what went wrong before is to be reported, if anything did
                temporary.unlink(missing_ok=True)  # it has its new name where all went well


def _umask() -> int:
    """Return which rights new files do not get; the system has no way to ask but to set it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def read_as_typed(path: Path) -> str:
    """Return a text file with its line ends (and its mark of byte order) as they are.

    Raises:
        ValueError: the file is not UTF-8.
    """
    return path.read_bytes().decode("utf-8")


def site_files(site: Path) -> Iterator[Path]:
    """Yield the files of a site, but those of tools, of other projects and of builds.

    Links are not followed.
    """
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
