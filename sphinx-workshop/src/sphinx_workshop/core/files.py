"""Writes and deletes files so that folders hold what they should, and stores results of builds."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from pathlib import Path

Kept = TypeVar("Kept")


def write_if_changed(path: Path, content: bytes) -> None:
    """Write a file that is not there, or differs, and the folders above it; reading costs less."""
    try:
        if path.read_bytes() == content:
            return
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def keep(path: Path, value: object) -> None:
    """Keep what a build has made; it may be killed: the file is whole, or the former one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(pickle.dumps(value))
    fresh.replace(path)


def kept(path: Path, otherwise: Kept) -> Kept:
    """Return what a former build has kept, or something else where there is nothing to be read."""
    try:
        found: Kept = pickle.loads(path.read_bytes())
    except (OSError, EOFError, ValueError, pickle.UnpicklingError):
        return otherwise
    return found


def keep_only(folder: Path, wanted: Container[str]) -> None:
    """Delete the files that are not wanted, by their paths in a folder, and folders without any."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def forget(output: Path, listed: Path, current: Iterable[str]) -> None:
    """Delete what the former build has written and this one has not, and keep the new list.

    Args:
        output: the folder that paths are relative to.
        listed: the file that lists what was written, a path a line.
        current: the paths of what belongs there now.
    """
    current = set(current)
    former = listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []
    for path in set(former) - current:
        (output / path).unlink(missing_ok=True)
    write_if_changed(listed, "".join(f"{path}\n" for path in sorted(current)).encode())
