"""Compares what two builds wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def contents(output: Path) -> dict[str, bytes]:
    """Return every file of a built site."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def differing(one: Path, other: Path) -> list[str]:
    """Return the files that are missing in one of two built sites, or not the same."""
    here, there = contents(one), contents(other)
    names = sorted(here.keys() | there.keys())
    return [name for name in names if here.get(name) != there.get(name)]
