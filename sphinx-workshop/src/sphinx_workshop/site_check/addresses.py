"""Checks that every published address is still there, or redirects to where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .built_site import BuiltSite

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_MOST_MOVES = 10


def listed(text: str) -> list[str]:
    """Return the addresses in a list: one a line, under comments that begin with `# `."""
    return [line for line in text.splitlines() if line and not line.startswith("# ")]


def missing(folder: Path, addresses: Iterable[str]) -> list[str]:
    """Return the addresses that are not there, and do not redirect to one that is."""
    site = BuiltSite(folder)
    return [address for address in addresses if not _is_there(site, address, _MOST_MOVES)]


def _is_there(site: BuiltSite, address: str, moves: int) -> bool:
    path, _, anchor = address.partition("#")
    file = site.folder / path
    if not file.is_file():
        return False
    if file.suffix != ".html":
        return True
    outline = site.outline(path)
    if outline.refresh:
        onward = site.target(path, outline.refresh)
        return moves > 0 and _is_there(site, onward, moves - 1)
    return not anchor or anchor in outline.ids
