"""Tells which promised addresses a built site does not keep."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from inline_site import parsed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def broken_promises(site: Path, addresses: Iterable[str]) -> list[str]:
    """Return the addresses that are not there, and lead nowhere else."""
    return [address for address in addresses if not _kept(site, address)]


def _kept(site: Path, address: str) -> bool:
    path, _, anchor = address.partition("#")
    file = site / path
    if not file.is_file():
        return False
    if file.suffix != ".html":
        return True
    page = parsed(file)
    for refresh in page.select("meta[http-equiv=refresh]"):
        onward = str(refresh["content"]).partition("url=")[2]
        return _kept(site, posixpath.normpath(posixpath.join(posixpath.dirname(path), onward)))
    return not anchor or page.find(id=anchor) is not None
