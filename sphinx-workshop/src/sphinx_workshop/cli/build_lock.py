"""Locks a folder for one build; the system releases the lock when the last worker has ended."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class BusyError(Exception):
    """Another build works in the folder."""


if sys.platform == "win32":
    import msvcrt

    # Windows lets no other process read what is locked, so this is a byte after the process id.
    _LOCKED = 4096

    def _acquire(file: TextIO) -> None:
        os.lseek(file.fileno(), _LOCKED, os.SEEK_SET)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
else:
    import fcntl

    def _acquire(file: TextIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold a folder for one build.

    Raises:
        BusyError: another process holds it; the message is that process's id.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("a+", encoding="ascii") as file:
        try:
            _acquire(file)
        except BlockingIOError:
            file.seek(0)
            raise BusyError(file.read().strip()) from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
