"""Reads a built site: its pages, its inventory, its exports; each once, when first asked for."""

from __future__ import annotations

import json
import posixpath
from collections import Counter
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

from sphinx.util.inventory import InventoryFile

from .finding import UnreadableError
from .html import Outline, outline, parsed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bs4 import BeautifulSoup, Tag

INVENTORY = "objects.inv"
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


class BuiltSite:
    """A folder that holds a built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # A tree takes much more memory than its page: only those in use are kept.
        self.page = lru_cache(maxsize=16)(self._page)
        self.outline = lru_cache(maxsize=None)(self._outline)

    # Pages --------------------------------------------------------------------------------------

    @cached_property
    def pages(self) -> list[str]:
        """Return the paths of all pages; what lies among a theme's files is none.

        A folder with an inventory of its own holds another site (a manual, for example).
        """
        others = [
            inventory.parent
            for inventory in self.folder.rglob(INVENTORY)
            if inventory.parent != self.folder
        ]
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*.html")
            if "_static" not in path.parts and not any(path.is_relative_to(o) for o in others)
        )

    @cached_property
    def documents(self) -> list[str]:
        """Return the paths of the pages that have a source, as the inventory lists them."""
        return sorted({found.page for found in self.objects("std:doc").values()})

    def _page(self, path: str) -> BeautifulSoup:
        try:
            return parsed(self.folder / path)
        except OSError:
            raise UnreadableError(path, "this page is missing") from None

    def _outline(self, path: str) -> Outline:
        return outline(self.folder / path)

    def content(self, path: str) -> Tag:
        """Return a page's own content, without header, navigation and footer."""
        page = self.page(path)
        return next((found for name in _CONTENT if (found := page.select_one(name))), page)

    # Addresses ----------------------------------------------------------------------------------

    @cached_property
    def base(self) -> str:
        """Return the address that the site is served at, as its pages name their own; or ''."""
        found = Counter(
            canonical.removesuffix(path)
            for path in self.pages
            if (canonical := self.outline(path).canonical).endswith(f"/{path}")
        )
        return found.most_common(1)[0][0] if found else ""

    def relative(self, address: str) -> str:
        """Return the path that an absolute address into the site has in it."""
        return address.removeprefix(self.base) or "index.html"

    def target(self, here: str, address: str) -> str:
        """Return the path, with its anchor, that a relative link on a page leads to."""
        parts = urlsplit(address)
        path = unquote(parts.path)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
        return f"{path}#{parts.fragment}" if parts.fragment else path

    # Objects and exports ------------------------------------------------------------------------

    @cached_property
    def _inventory(self) -> Mapping[str, Mapping[str, Any]]:
        try:
            content = (self.folder / INVENTORY).read_bytes()
            return InventoryFile.loads(content, uri="").data
        except OSError:
            raise UnreadableError(INVENTORY, "this file is missing") from None
        except (ValueError, KeyError) as error:
            raise UnreadableError(INVENTORY, f"this is no inventory: {error}") from None

    def objects(self, kind: str) -> dict[str, Object]:
        """Map the ids of a kind (`std:doc`, `workshop:paper`) to where they are."""
        items = self._inventory.get(kind, {})
        return {
            id: Object(item.uri, "" if item.display_name == "-" else item.display_name)
            for id, item in items.items()
        }

    def kinds(self) -> list[str]:
        """Return the kinds of objects in the inventory."""
        return sorted(self._inventory)

    def files(self, pattern: str) -> list[str]:
        """Return the paths of the site's files that match a pattern, at any depth."""
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob(pattern)
            if path.is_file() and "_static" not in path.parts
        )

    def text(self, path: str) -> str:
        """Return the text of a file."""
        try:
            return (self.folder / path).read_text(encoding="utf-8")
        except OSError:
            raise UnreadableError(path, "this file is missing") from None
        except UnicodeDecodeError as error:
            raise UnreadableError(path, f"this file is not UTF-8: {error}") from None

    def json(self, path: str) -> Any:
        """Return the content of a JSON file."""
        try:
            return json.loads(self.text(path))
        except ValueError as error:
            raise UnreadableError(path, f"this is not JSON: {error}") from None
