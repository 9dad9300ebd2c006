"""Reads a built site: its pages, its inventory, its exports; each once, when first asked for."""

from __future__ import annotations

import json
import posixpath
from collections import Counter
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from ..compat import inventories
from .facts import Data, Slot, read_data
from .finding import reading
from .html import Outline, outline, parsed, words
from .shown import moments, slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from bs4 import BeautifulSoup, Tag

INVENTORY = "objects.inv"
KINDS = ("topic", "paper", "session", "person", "room", "deadline")
_CONTENT = ("main article", "div.body", "main", "article", "body")


class Object(NamedTuple):
    """An entry of the inventory.

    Attributes:
        uri: the page, and the place on it where the object is no page of its own.
        title: what links to it say.
    """

    uri: str
    title: str

    @property
    def page(self) -> str:
        """Return the path of the page."""
        return self.uri.partition("#")[0]

    @property
    def anchor(self) -> str:
        """Return the id of the place on the page, empty for a page."""
        return self.uri.partition("#")[2]


def file_at(address: str) -> str:
    """Return the file, with its anchor, that a server sends for a path: of a folder, its index."""
    path, mark, anchor = address.partition("#")
    return f"{path}{'' if path and not path.endswith('/') else 'index.html'}{mark}{anchor}"


class BuiltSite:
    """A folder that holds a built site, by the builder `html` or `dirhtml`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # A tree takes much more memory than its page: only those in use are kept.
        self.page = lru_cache(maxsize=16)(self._page)
        self.content = lru_cache(maxsize=16)(self._content)
        self.outline = lru_cache(maxsize=None)(self._outline)

    # Pages --------------------------------------------------------------------------------------

    @cached_property
    def pages(self) -> list[str]:
        """Return the paths of all pages; what lies among a theme's files is none."""
        return self.files("*.html")

    @cached_property
    def documents(self) -> list[str]:
        """Return the paths of the pages that have a source, as the inventory lists them."""
        return sorted(self._docnames)

    @cached_property
    def _docnames(self) -> dict[str, str]:
        return {found.page: name for name, found in self.objects("std:doc").items()}

    def docname(self, page: str) -> str:
        """Return the name of the source of a page: files beside the page are named by it."""
        return self._docnames.get(page, page.removesuffix(".html"))

    def _page(self, path: str) -> BeautifulSoup:
        with reading(path, "page"):
            return parsed(self.folder / path)

    def _outline(self, path: str) -> Outline:
        return outline(self.folder / path)

    def _content(self, path: str) -> Tag:
        """Return a page's own content, without header, navigation and footer."""
        page = self.page(path)
        return next((found for name in _CONTENT if (found := page.select_one(name))), page)

    # Addresses ----------------------------------------------------------------------------------

    @cached_property
    def base(self) -> str:
        """Return the address that the site is served at, as its pages name their own; or ''."""
        found = Counter(
            canonical.removesuffix(end)
            for path in self.pages
            for end in {path, path.removesuffix("index.html")}
            if (canonical := self.outline(path).canonical).endswith(f"/{end}")
        )
        return found.most_common(1)[0][0] if found else ""

    def relative(self, address: str) -> str:
        """Return the path that an absolute address into the site has in it."""
        return file_at(address.removeprefix(self.base))

    def target(self, here: str, address: str) -> str:
        """Return the path and anchor that an address in a file leads to; '' for elsewhere."""
        root = urlsplit(self.base)
        whole = urljoin(self.base + quote(here), address.replace("webcal:", f"{root.scheme}:", 1))
        parts = urlsplit(whole)
        if parts[:2] != root[:2]:
            return ""
        if not parts.path.startswith(root.path):
            # The host's other sites are not ours; without the host it is a mistake.
            return "" if urlsplit(address).netloc else f"..{parts.path}"
        path = file_at(unquote(parts.path.removeprefix(root.path)))
        return f"{path}#{unquote(parts.fragment)}" if parts.fragment else path

    @cached_property
    def absent(self) -> frozenset[str]:
        """Return the paths that need not be there: the papers' PDFs, which are their authors'."""
        pdfs = (paper.pdf for paper in self.data.papers.values())
        return frozenset(self.relative(pdf) for pdf in pdfs if pdf.startswith(self.base))

    # Objects and exports ------------------------------------------------------------------------

    @cached_property
    def _inventory(self) -> Mapping[str, Mapping[str, Any]]:
        with reading(INVENTORY, "inventory"):
            return inventories.items((self.folder / INVENTORY).read_bytes())

    def objects(self, kind: str) -> dict[str, Object]:
        """Map the ids of a kind (`std:doc`, `workshop:paper`) to where they are."""
        items = self._inventory.get(kind, {})
        return {
            id: Object(file_at(item.uri), id if item.display_name == "-" else item.display_name)
            for id, item in items.items()
        }

    def kinds(self) -> list[str]:
        """Return the kinds of objects in the inventory."""
        return sorted(self._inventory)

    @cached_property
    def _others(self) -> list[Path]:
        """Return the folders of other sites: each holds an inventory (a manual, for example)."""
        found = (inventory.parent for inventory in self.folder.rglob(INVENTORY))
        return [folder for folder in found if folder != self.folder]

    def files(self, pattern: str) -> list[str]:
        """Return the paths of the site's own files that match a pattern, at any depth."""
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob(pattern)
            if path.is_file()
            and "_static" not in path.parts
            and not any(path.is_relative_to(other) for other in self._others)
        )

    def text(self, path: str) -> str:
        """Return the text of a file."""
        with reading(path):
            return (self.folder / path).read_text(encoding="utf-8")

    def json(self, path: str) -> Any:
        """Return the content of a JSON file."""
        with reading(path, "JSON"):
            return json.loads(self.text(path))

    # What is compared ---------------------------------------------------------------------------

    @cached_property
    def data_file(self) -> str:
        """Return the path of the papers' JSON: named as their folder, beside it; or ''."""
        names = [self.docname(paper.page) for paper in self.objects("workshop:paper").values()]
        return f"{posixpath.dirname(min(names)) or 'papers'}.json" if names else ""

    @cached_property
    def data(self) -> Data:
        """Return papers and topics as the papers' JSON has them; none where there is no paper."""
        if not self.data_file:
            return Data({}, {})
        return read_data(self.data_file, self.json(self.data_file))

    @cached_property
    def paper_pages(self) -> dict[str, str]:
        """Map the pages of papers to the papers' ids."""
        return {found.page: id for id, found in self.objects("workshop:paper").items()}

    @cached_property
    def places(self) -> dict[str, tuple[str, str]]:
        """Map the places of the workshop's objects to their kinds and ids."""
        return {
            found.uri: (kind, id)
            for kind in KINDS
            for id, found in self.objects(f"workshop:{kind}").items()
        }

    def linked(self, here: str, node: Tag, kind: str, selector: str = "") -> list[str]:
        """Return the ids of the objects of a kind that the links in an element lead to."""
        links = node.select(selector) if selector else node.find_all("a", href=True)
        targets = (self.target(here, str(link["href"])) for link in links)
        places = (self.places.get(target, ("", "")) for target in targets)
        return [id for found, id in places if found == kind]

    def nodes(self, kind: str) -> dict[str, Tag]:
        """Return the elements of the objects of a kind, at the places that the inventory gives."""
        found = self.objects(f"workshop:{kind}")
        pages = {object.page for object in found.values()}
        places = {page: self._nodes_of(page) for page in pages}
        nodes = ((id, places[object.page].get(object.anchor)) for id, object in found.items())
        return {id: node for id, node in nodes if node}

    def _nodes_of(self, path: str) -> dict[str, Tag]:
        """Map the ids on a page to their elements, the first of each: one look for all of them."""
        return {str(node["id"]): node for node in reversed(self.page(path).find_all(id=True))}

    @cached_property
    def slots(self) -> dict[str, Slot]:
        """Return the sessions as their pages show them; what shows no times is left out."""
        shown = ((id, slot(id, node)) for id, node in self.nodes("session").items())
        return {id: found for id, found in shown if found}

    @cached_property
    def topics_of_sessions(self) -> dict[str, list[str]]:
        """Return the ids of the topics that each session names on the schedule."""
        return {
            id: str(node.get("data-topics", "")).split()
            for id, node in self.nodes("session").items()
        }

    @cached_property
    def people_of_sessions(self) -> dict[str, list[str]]:
        """Return the ids of the people to whom a session's speakers and chairs lead."""
        pages = self.objects("workshop:session")
        names = ":is(.workshop-speakers, .workshop-chairs) a[href]"
        return {
            id: self.linked(pages[id].page, node, "person", names)
            for id, node in self.nodes("session").items()
        }

    @cached_property
    def has_policies(self) -> bool:
        """Return whether any page has a Content Security Policy."""
        mark = 'http-equiv="Content-Security-Policy"'
        return any(mark in self.text(path) for path in self.pages)

    @cached_property
    def deadlines(self) -> dict[str, tuple[date, str]]:
        """Return when each deadline is, and its title, as the pages that declare them show it."""
        return {
            id: (times[0], words(title))
            for id, node in self.nodes("deadline").items()
            if (title := node.select_one(".workshop-title")) and (times := moments(node))
        }

    def beside_schedule(self, name: str) -> str:
        """Return the path of an export that lies beside the schedule's page; or ''."""
        return self.beside(self.objects("workshop:session").values(), name)

    def beside(self, objects: Iterable[Object], name: str) -> str:
        """Return the path of an export that lies beside the first page of objects; or ''."""
        names = [self.docname(found.page) for found in objects]
        return posixpath.join(posixpath.dirname(min(names)), name) if names else ""
