"""Follows every address of a built site that leads into it: of pages, styles, pictures and files.

Addresses are resolved as a browser does it, on what was written to the disk.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from inline_site import parsed
from walk import pages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bs4 import BeautifulSoup

# What a page asks the browser to fetch by itself.
FETCHED = (
    ("script", "src"),
    ("img", "src"),
    ("img", "srcset"),
    ("source", "src"),
    ("source", "srcset"),
    ("video", "src"),
    ("video", "poster"),
    ("audio", "src"),
    ("iframe", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("image", "href"),
    ("use", "href"),
    ("form", "action"),
)
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
IMPORT = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.[^"']+)["']""")


def fetched(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the addresses of scripts, styles, images, fonts and frames on a page."""
    for tag, attribute in FETCHED:
        for node in soup.select(f"{tag}[{attribute}]"):
            among = (
                str(node[attribute]).split(",") if attribute == "srcset" else [str(node[attribute])]
            )
            yield from (address.split()[0] for address in among)
    for link in soup.select("link[rel][href]"):
        if FETCHED_LINKS & set(link["rel"]):
            yield str(link["href"])
    for style in soup.select("style"):
        yield from addresses_in_css(style.get_text())
    for node in soup.select("[style]"):
        yield from addresses_in_css(str(node["style"]))


def addresses_in_css(css: str) -> Iterator[str]:
    """Yield what a stylesheet fetches."""
    for match in CSS_ADDRESS.finditer(CSS_COMMENT.sub("", css)):
        yield next(filter(None, match.groups()), "")


def is_elsewhere(address: str) -> bool:
    """Tell whether an address leads to another site."""
    return bool(urlsplit(address).netloc) or urlsplit(address).scheme not in {"", "data"}


@dataclass
class Links:
    """What was followed, and what leads nowhere."""

    followed: int = 0
    dead: list[str] = field(default_factory=list)


def follow(site: Path, base: str, absent: tuple[str, ...] = ()) -> Links:
    """Follow all addresses.

    Args:
        site: the folder that was built.
        base: the address it is served at.
        absent: how paths begin that are there only where the site is published.
    """
    found = Links()
    anchors = cache(lambda path: {str(n["id"]) for n in parsed(path).select("[id]")})
    for file, addresses in _addresses(site, base):
        here = file.relative_to(site).as_posix()
        for address in sorted(set(addresses)):
            target, anchor = resolved(here, address, base)
            if target is None or target.startswith(absent):
                continue
            found.followed += 1
            there = site / target
            if there.is_dir():
                there /= "index.html"
            lost = anchor and there.suffix == ".html" and there.is_file()
            if not there.is_file() or (lost and anchor not in anchors(there)):
                found.dead.append(f"{here}: {address}")
    return found


def resolved(here: str, address: str, base: str) -> tuple[str | None, str]:
    """Return the file and the anchor that an address in a file leads to, None for elsewhere."""
    root, parts = urlsplit(base), urlsplit(address)
    if parts.scheme not in {"", root.scheme, "webcal"}:
        return None, ""
    if parts.netloc not in {"", root.netloc}:
        return None, ""
    path = unquote(parts.path)
    if parts.netloc or path.startswith("/"):
        if not path.startswith(root.path):
            # The host's other sites are not ours; without the host it is a mistake.
            return (None, "") if parts.netloc else (path.lstrip("/"), "")
        path = path.removeprefix(root.path) or "index.html"
    else:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
    return path, unquote(parts.fragment)


def _addresses(site: Path, base: str) -> Iterator[tuple[Path, Iterable[str]]]:
    """Yield every file with the addresses that it holds."""
    for path in pages_of(site):
        soup = parsed(path)
        named = {str(node["href"]) for node in soup.select("a[href], link[href], area[href]")}
        named |= {str(node["content"]) for node in soup.select("meta[content^='http']")}
        yield path, named | set(fetched(soup))
    absolute = re.compile(re.escape(base.rstrip("/")) + r"/[^\s\"'<>\\{}]*")
    for path in sorted(site.rglob("*")):
        if path.suffix == ".css":
            yield path, addresses_in_css(path.read_text("utf-8"))
        elif path.suffix == ".js" and "scripts" in path.parts:
            yield path, IMPORT.findall(path.read_text("utf-8"))
        elif path.suffix == ".svg":
            yield path, fetched(parsed(path))
        elif path.suffix in {".xml", ".json", ".txt", ".bib"}:
            yield path, absolute.findall(path.read_text("utf-8"))
        elif path.suffix == ".ics":
            yield path, absolute.findall(re.sub(r"\r\n ", "", path.read_bytes().decode()))
