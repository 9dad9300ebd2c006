"""Add a built site's addresses to those that are promised: `promise_addresses.py SITE LIST`.

An address that was published is linked to: by other sites, in papers, in calendars. The list only
grows; a test fails where one of its addresses is neither there nor leads on to another page.
"""

import re
import sys
from pathlib import Path

from sphinx.util.inventory import InventoryFile

from sphinx_workshop.site_check.addresses import listed

FILES = {".html", ".ics", ".bib", ".json", ".xml", ".inv", ".txt", ".pdf", ".epub"}
# Addresses in these folders carry a version, or are the pages' own affair.
OWN = re.compile(r"_static|_images|_sources|search-index")
# Places in the index of authors are made of their names, which may be corrected.
INDEX = 'class="workshop-author-list"'


def addresses(site: Path) -> set[str]:
    """Return the pages and files of a site, and the places on its pages that others may name."""
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in FILES)
    objects = InventoryFile.loads((site / "objects.inv").read_bytes(), uri="").data
    places = {item.uri for items in objects.values() for item in items.values()}
    lasting = {uri for uri in places if "#" in uri and INDEX not in page_of(site, uri)}
    return {path for path in paths if not OWN.match(path)} | lasting


def page_of(site: Path, uri: str) -> str:
    """Return the page that a place is on."""
    return (site / uri.partition("#")[0]).read_text(encoding="utf-8")


def main(site: str, output: str) -> None:
    """Write the longer list, in the order of the alphabet, under the words at its top."""
    file = Path(output)
    text = file.read_text(encoding="utf-8")
    head = "".join(f"{line}\n" for line in text.splitlines() if line.startswith("# "))
    before = set(listed(text))
    after = before | addresses(Path(site))
    file.write_text(f"{head}\n" + "".join(f"{a}\n" for a in sorted(after)), encoding="utf-8")
    print(f"{output} promises {len(after)} addresses, {len(after - before)} of them new.")


if __name__ == "__main__":
    main(*sys.argv[1:])
