"""Rehearse the change from an earlier site: take over its PDFs, then check its addresses.

    python tools/earlier_site.py copy OLD CHECKOUT    copies OLD/assets/*.pdf to CHECKOUT/assets
    python tools/earlier_site.py check OLD SITE       checks the addresses of OLD in a built site

OLD is a checkout of a site that GitHub Pages makes with Jekyll. Its addresses are those of its
pages, of the places on them that a link can name, and of its files. Files that only its pages ask
for (pictures, stylesheets, scripts, fonts) are named, and not checked. Jekyll's posts and
collections are not known here. `make rehearse OLD=...` runs both, with a build between.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import yaml
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from sphinx_workshop.site_check import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

PDF_MAGIC = b"%PDF-"
MARKDOWN = {".md", ".markdown"}
PAGES = {*MARKDOWN, ".html"}
PARTS_OF_PAGES = {
    *(".css", ".scss", ".sass", ".js", ".map"),
    *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico"),
    *(".woff", ".woff2", ".ttf", ".otf", ".eot"),
}
# What GitHub Pages leaves out, besides names that begin with one of `_.#~`.
LEFT_OUT = {"CNAME", "Gemfile", "Gemfile.lock", "node_modules", "vendor"}
PROSE = re.compile(r"(README|LICENSE|LICENCE|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY)(\.\w+)?", re.I)

# kramdown: `## Heading {#place}`, and `{: #place}` there or on the line below.
NAMED_HEADING = re.compile(r"^#{1,6} .*?\s*\{:?\s*#([\w-]+)[^}\n]*\}[ \t]*$", re.M)
PLACES = "h1[id], h2[id], h3[id], h4[id], h5[id], h6[id], section[id], article[id], a[id]"


@dataclass(frozen=True, slots=True)
class Addresses:
    """What the earlier site publishes: addresses below its root, and the files not checked."""

    pages: dict[str, tuple[str, ...]]
    """The places on each page."""
    files: tuple[str, ...]
    parts: tuple[str, ...]


def published(old: Path) -> Iterator[PurePosixPath]:
    """Yield the files that GitHub Pages publishes of a checkout."""
    for path in sorted(old.rglob("*")):
        name = path.relative_to(old)
        kept = not any(part[0] in "_.#~" or part in LEFT_OUT for part in name.parts)
        if kept and path.is_file() and not (len(name.parts) == 1 and PROSE.fullmatch(name.name)):
            yield PurePosixPath(name.as_posix())


def read_addresses(old: Path) -> Addresses:
    """Return the addresses of the earlier site.

    Raises:
        ValueError: the folder holds no page at its root; the message says so.
    """
    pages: dict[str, tuple[str, ...]] = {}
    files: list[str] = []
    parts: list[str] = []
    for name in published(old):
        suffix = name.suffix.lower()
        if suffix in PAGES:
            text = (old / name).read_text(encoding="utf-8")
            pages[_address(name, text)] = _places(text, is_markdown=suffix in MARKDOWN)
        else:
            (parts if suffix in PARTS_OF_PAGES else files).append(str(name))
    if "index.html" not in pages:
        raise ValueError(f"{old} is no checkout of the earlier site: it has no index page")
    return Addresses(pages, tuple(files), tuple(parts))


def _address(name: PurePosixPath, text: str) -> str:
    """Return where Jekyll puts a page: at its `permalink`, or at its name."""
    address = str(_front_matter(text).get("permalink") or name.with_suffix(".html")).lstrip("/")
    return f"{address}index.html" if address.endswith("/") or not address else address


def _front_matter(text: str) -> dict[str, Any]:
    head = re.match(r"---[ \t]*\n(.*?)^---[ \t]*$", text, re.M | re.S)
    found = yaml.safe_load(head[1]) if head else {}
    return found if isinstance(found, dict) else {}


def _places(text: str, *, is_markdown: bool) -> tuple[str, ...]:
    """Return the anchors of a page: of headings, of sections, and those that its links name."""
    if is_markdown:
        text = NAMED_HEADING.sub(r'<h2 id="\1"></h2>\n', text)
        parser = MarkdownIt("commonmark", {"html": True}).enable("table")
        parser.use(front_matter_plugin).use(anchors_plugin, max_level=6)
        text = parser.render(text)
    soup = BeautifulSoup(text, "html.parser")
    linked = {str(link["href"])[1:] for link in soup.select('a[href^="#"]')}
    places = {str(node["id"]) for node in soup.select(PLACES)}
    places |= {str(node["name"]) for node in soup.select("a[name]")}
    places |= {str(node["id"]) for node in soup.select("[id]")} & linked
    return tuple(sorted(places - {""}))


def copy_pdfs(old: Path, checkout: Path) -> Iterator[str]:
    """Copy papers' PDFs to the same addresses; yield a line about each, and a sum."""
    copied = same = 0
    for source in sorted((old / "assets").glob("*.pdf")):
        target = checkout / "assets" / source.name
        if not is_pdf(source):
            yield f"assets/{source.name}: not copied: it does not begin with %PDF-"
        elif not target.exists():
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(source, target)
            copied += 1
        elif target.read_bytes() == source.read_bytes():
            same += 1
        else:
            yield f"assets/{source.name}: not copied: this checkout has another one, which stays"
    yield f"PDFs: {copied} copied to assets, {same} there already"


def is_pdf(path: Path) -> bool:
    """Return whether a file is a PDF by its first bytes."""
    with path.open("rb") as file:
        return file.read(len(PDF_MAGIC)) == PDF_MAGIC


def missing(old: Addresses, site: Path) -> Iterator[str]:
    """Yield what the earlier site has and the built one has not, each with the remedy."""
    for page in (lost := addresses.missing(site, old.pages)):
        yield f"{page}: name the page that took its place in redirects in conf.py"
    named = (
        f"{page}#{place}" for page in old.pages if page not in lost for place in old.pages[page]
    )
    for address in addresses.missing(site, named):
        place = address.partition("#")[2]
        yield f"{address}: write ({place})= above what took its place on the page"
    for name in old.files:
        if not (site / name).is_file():
            yield f"{name}: the file is not published at this address"
        elif name.endswith(".pdf") and not is_pdf(site / name):
            yield f"{name}: the file that is published there is no PDF"


def check(old: Path, site: Path) -> int:
    """Print what is missing, what was checked and what was not; return the exit status."""
    earlier = read_addresses(old)
    found = sorted(missing(earlier, site))
    for item in found:
        print(f"missing: {item}")
    if earlier.parts:
        print(f"not checked, as only pages ask for them: {', '.join(earlier.parts)}")
    places = sum(map(len, earlier.pages.values()))
    print(
        f"checked: {len(earlier.pages)} pages, {places} places on them,"
        f" {len(earlier.files)} files; {len(found)} missing"
    )
    return 1 if found else 0


def _folder(name: str) -> Path:
    if not name:
        raise argparse.ArgumentTypeError("say where its checkout is: OLD=../old-checkout")
    return Path(name)


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments say; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=["copy", "check"])
    parser.add_argument("old", type=_folder, help="a checkout of the earlier site")
    parser.add_argument("folder", type=Path, help="this checkout, or the built site")
    given = parser.parse_args(arguments)
    try:
        read_addresses(given.old)
        if given.what == "check":
            return check(given.old, given.folder)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    for line in copy_pdfs(given.old, given.folder):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
