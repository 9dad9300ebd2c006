"""Walks a built site as it is: its pages, and one of each kind, whatever they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.inventory import InventoryFile

if TYPE_CHECKING:
    from pathlib import Path


def pages_of(site: Path) -> list[Path]:
    """Return all pages; what themes keep among their own files is none."""
    return sorted(path for path in site.rglob("*.html") if "_static" not in path.parts)


def kinds_of(site: Path) -> list[str]:
    """Return the addresses of one page of each kind.

    Pages that are objects (papers, topics) are alike, and the largest of each type stands for all;
    every other page is a kind of its own.
    """
    objects = InventoryFile.loads((site / "objects.inv").read_bytes(), uri="").data
    alike: dict[str, list[str]] = {
        kind: [item.uri for item in items.values() if "#" not in item.uri]
        for kind, items in objects.items()
        if kind.startswith("workshop:")
    }
    known = {uri for uris in alike.values() for uri in uris}
    kinds = {
        max(uris, key=lambda uri: (site / uri).stat().st_size) for uris in alike.values() if uris
    }
    addresses = {path.relative_to(site).as_posix() for path in pages_of(site)}
    return sorted(kinds | (addresses - known))


def controlled(site: Path, what: str) -> str:
    """Return the address of the page with the controls of the `program`, or of the `papers`."""
    mark = f'data-controls="{what}"'
    found = [path for path in kinds_of(site) if mark in (site / path).read_text("utf-8")]
    assert len(found) == 1, f"the pages with the controls of the {what}: {found}"
    return found[0]
