"""Walks a built site as it is: its pages, and one of each kind, whatever they are about."""

from __future__ import annotations

from pathlib import Path

from sphinx_workshop.site_check.built_site import BuiltSite

_FRAMED = 'class="workshop-embed"'


def pages_of(site: Path) -> list[Path]:
    """Return all pages; what themes keep among their own files is none."""
    return [site / path for path in BuiltSite(site).pages]


def kinds_of(site: Path) -> list[str]:
    """Return the addresses of one page of each kind; one for frames is none of the site around.

    Pages that are objects (papers, topics) are alike, and the largest of each type stands for all;
    every other page is a kind of its own.
    """
    built = BuiltSite(site)
    alike = [
        [found.uri for found in built.objects(kind).values() if not found.anchor]
        for kind in built.kinds()
        if kind.startswith("workshop:")
    ]
    known = {uri for uris in alike for uri in uris}
    kinds = {max(uris, key=lambda uri: (site / uri).stat().st_size) for uris in alike if uris}
    found = sorted(kinds | (set(built.pages) - known))
    return [path for path in found if _FRAMED not in (site / path).read_text("utf-8")]


def main_pages(site: Path) -> list[str]:
    """Return the addresses of the home page, the program, the list of papers, and the 404 page."""
    return ["index.html", controlled(site, "program"), controlled(site, "papers"), "404.html"]


def controlled(site: Path, what: str) -> str:
    """Return the address of the page with the controls of the `program`, or of the `papers`."""
    mark = f'data-controls="{what}"'
    found = [path for path in kinds_of(site) if mark in (site / path).read_text("utf-8")]
    assert len(found) == 1, f"the pages with the controls of the {what}: {found}"
    return found[0]
