"""Follows every address of a built site that leads into it: of pages, styles, pictures and files.

Addresses are resolved as a browser does it, on what was written to the disk.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .finding import Finding, at
from .html import parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bs4 import BeautifulSoup

    from .built_site import BuiltSite

# What a page asks the browser to fetch by itself.
FETCHED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "image": ("href",),
    "use": ("href",),
    "form": ("action",),
}
FETCHED_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
    "apple-touch-icon",
    "mask-icon",
    "search",
}
CSS_ADDRESS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^'")\s]+))|@import\s+['"]([^'"]+)""")
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
EXPORTS = (".bib", ".ics", ".json", ".ris", ".xml")
# A type in a comment, `typeof import("./x.js")`, is loaded by nobody.
IMPORT = re.compile(r"""(?:from|(?<!typeof )import)\s*\(?\s*["'](\.[^"']+)["']""")


def lead_somewhere(site: BuiltSite, path: str) -> Iterator[str]:
    """Every address on a page that leads into the site, anchors included, leads somewhere."""
    soup = site.page(path)
    named = {str(node["href"]) for node in soup.find_all(["a", "link", "area"], href=True)}
    contents = {str(node["content"]) for node in soup.find_all("meta", content=True)}
    named |= {content for content in contents if content.startswith("http")}
    yield from dead(site, path, named | set(fetched(soup)))


def printed(site: BuiltSite, path: str) -> Iterator[str]:
    """Every address of the site that a page prints as code, to be copied, leads somewhere.

    Exports may be named before there is anything to export.
    """
    texts = [block.get_text() for block in site.page(path).find_all("pre")]
    named = {address for text in texts for address in _absolute(site, text)}
    if not (site.objects("workshop:paper") and site.objects("workshop:session")):
        named = {address for address in named if not address.endswith(EXPORTS)}
    yield from dead(site, path, named)


def of_files_lead_somewhere(site: BuiltSite) -> Iterator[Finding]:
    """Every address in a style, a script, a picture or an export leads somewhere."""
    for path, addresses in _in_files(site):
        yield from at(path, dead(site, path, set(addresses)))


def of_the_inventory_lead_somewhere(site: BuiltSite) -> Iterator[Finding]:
    """Every object of the inventory is at the address that other sites link to."""
    for kind in site.kinds():
        for id, found in site.objects(kind).items():
            if kind == "std:label" and found.page not in site.documents:
                continue  # Sphinx names its own indexes, whether they are built or not
            for message in dead(site, found.uri, {f"#{found.anchor}" if found.anchor else ""}):
                yield Finding("objects.inv", f"{kind} '{id}' at {found.uri}: {message}")


def nothing_from_elsewhere(site: BuiltSite, path: str) -> Iterator[str]:
    """No page fetches anything from another site."""
    for address in fetched(site.page(path)):
        if is_elsewhere(address):
            yield f"the page fetches {address} from another site"


def no_file_fetches_from_elsewhere(site: BuiltSite) -> Iterator[Finding]:
    """No stylesheet or picture fetches anything from another site."""
    for path, addresses in _in_files(site):
        if path.endswith((".css", ".svg")):
            for address in filter(is_elsewhere, addresses):
                yield Finding(path, f"it fetches {address} from another site")


def fetched(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the addresses of scripts, styles, images, fonts and frames on a page."""
    for node in soup.find_all(name=True):
        for attribute in FETCHED.get(node.name, ()):
            value = str(node.get(attribute, ""))
            among = value.split(",") if attribute == "srcset" else [value]
            yield from (parts[0] for address in among if (parts := address.split()))
        if node.name == "link" and FETCHED_LINKS & set(node.get_attribute_list("rel")):
            yield str(node.get("href", ""))
        if node.name == "style":
            yield from addresses_in_css(node.get_text())
        if "style" in node.attrs:
            yield from addresses_in_css(str(node["style"]))


def addresses_in_css(css: str) -> Iterator[str]:
    """Yield what a stylesheet fetches."""
    for match in CSS_ADDRESS.finditer(CSS_COMMENT.sub("", css)):
        yield next(filter(None, match.groups()), "")


def is_elsewhere(address: str) -> bool:
    """Return whether an address leads to another site."""
    try:
        parts = urlsplit(address)
    except ValueError:  # of which `dead` says so
        return False
    return bool(parts.netloc) or parts.scheme not in {"", "data"}


def dead(site: BuiltSite, here: str, addresses: Iterable[str]) -> Iterator[str]:
    """Yield a message for each address in a file that leads nowhere."""
    for address in sorted(addresses):
        try:
            path, _, anchor = site.target(here.partition("#")[0], address).partition("#")
        except ValueError as error:
            yield f"{address} is not an address: {error}"
            continue
        if not path or path in site.absent:
            continue
        if (site.folder / path).is_dir():
            path = posixpath.join(path, "index.html")
        if not (site.folder / path).is_file():
            yield f"{address or path} leads to {path}, which does not exist"
        elif anchor and path.endswith(".html") and anchor not in site.outline(path).ids:
            yield f"{address} leads to the place '{anchor}', which {path} does not have"


def _in_files(site: BuiltSite) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield every file that is no page, with the addresses that it holds."""
    for file in sorted(site.folder.rglob("*")):
        path = file.relative_to(site.folder).as_posix()
        if file.suffix == ".css":
            yield path, list(addresses_in_css(site.text(path)))
        elif file.suffix == ".js" and "scripts" in file.parts:
            yield path, IMPORT.findall(site.text(path))
        elif file.suffix == ".svg":
            yield path, list(fetched(parsed(file)))
        elif file.suffix in {".xml", ".json", ".txt", ".bib", ".ris"}:
            yield path, _absolute(site, site.text(path))
        elif file.suffix == ".ics":
            yield path, _absolute(site, re.sub(r"\r?\n ", "", site.text(path)))


def _absolute(site: BuiltSite, text: str) -> list[str]:
    """Return the whole addresses of the site in a text."""
    found = re.findall(re.escape(site.base.rstrip("/")) + r"/[^\s\"'<>\\{}]*", text)
    return [address.rstrip(".,;:)") for address in found]
