"""Brings a folder to what it is to hold: writes what differs, and deletes what is not wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path


def write_if_changed(path: Path, content: bytes) -> None:
    """Write a file that is not there, or differs, and the folders above it; reading costs less."""
    try:
        if path.read_bytes() == content:
            return
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def keep_only(folder: Path, wanted: Container[str]) -> None:
    """Delete the files that are not wanted, by their paths in a folder, and folders without any."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
