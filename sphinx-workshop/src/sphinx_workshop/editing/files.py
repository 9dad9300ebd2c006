"""Writes files so that nobody ever finds half of one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


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
