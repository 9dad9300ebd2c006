"""The command `addresses`: adds a built site's addresses to the list of those that were published.

An address that was published is linked to: by other sites, in papers, in calendars. The list only
grows; `check` reports an address of it that neither exists nor redirects to one that does.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.extras import module
from ..core.parts import By
from .commands import Command

if TYPE_CHECKING:
    import argparse

_FILES = {".html", ".ics", ".bib", ".ris", ".json", ".xml", ".inv", ".txt", ".pdf", ".epub"}
# Addresses in these folders carry a version, or belong to the pages that load them.
_OWN = re.compile(r"_images|_sources|search-index")
# Places in the index of authors are made of their names, which may be corrected.
_INDEX = 'class="workshop-author-list"'

# Calendars of parts are there while these have sessions, which a correction may take from them.
_PART = re.compile(rf"(.*/)?({'|'.join(By)})/[^/]+\.ics")


def addresses(site: Path) -> set[str]:
    """Return the pages and files of a site, and the places on its pages that others may name."""
    built = module("sphinx_workshop.site_check.built_site", "check").BuiltSite(site)
    paths = {path for path in built.files("*") if Path(path).suffix in _FILES}
    objects = [found for kind in built.kinds() for found in built.objects(kind).values()]
    lasting = {o.uri for o in objects if o.anchor and _INDEX not in built.text(o.page)}
    return {path for path in paths if not (_OWN.match(path) or _PART.fullmatch(path))} | lasting


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="the folder that holds the built site")
    parser.add_argument("list", type=Path, help="the list: one address a line, under comments")


def _run(chosen: argparse.Namespace) -> int:
    """Write the longer list, sorted, under the comments at its top."""
    listed = module("sphinx_workshop.site_check.addresses", "check").listed
    text = chosen.list.read_text(encoding="utf-8") if chosen.list.exists() else ""
    head = "".join(f"{line}\n" for line in text.splitlines() if line.startswith("# "))
    before = set(listed(text))
    after = sorted(before | addresses(chosen.folder))
    chosen.list.write_text(f"{head}\n" + "".join(f"{name}\n" for name in after), encoding="utf-8")
    print(f"{chosen.list} lists {len(after)} addresses, {len(after) - len(before)} of them new.")
    return 0


ADDRESSES = Command("Add a built site's addresses to the list of those published", _arguments, _run)
