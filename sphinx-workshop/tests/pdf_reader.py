"""Reads PDFs by programs that are not the one that writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pypdf import PdfReader
from pypdf.generic import IndirectObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class Bookmark(NamedTuple):
    """An entry of the outline; pages count from 1."""

    level: int
    title: str
    page: int


class Box(NamedTuple):
    """What the letters of a page take up, in points from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


class Pdf:
    """A PDF as its readers have it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reader = PdfReader(path)
        self.pages = [folded(page.extract_text()) for page in self.reader.pages]

    def pages_with(self, words: str, among: Iterable[int] = ()) -> set[int]:
        """Return the pages that hold some words, of all or of some."""
        chosen = among or range(1, len(self.pages) + 1)
        return {number for number in chosen if folded(words) in self.pages[number - 1]}

    def outline(self) -> list[Bookmark]:
        return list(self._bookmarks(self.reader.outline, 1))

    def _bookmarks(self, entries: list[Any], level: int) -> Iterator[Bookmark]:
        for entry in entries:
            if isinstance(entry, list):
                yield from self._bookmarks(entry, level + 1)
            else:
                page = self.reader.get_destination_page_number(entry)
                assert page is not None
                yield Bookmark(level, str(entry.title), page + 1)

    def fonts(self) -> dict[str, bool]:
        """Map the names of all fonts to whether the file holds them."""
        found = {}
        for page in self.reader.pages:
            resources: Any = page["/Resources"]
            for font in resources.get("/Font", {}).values():
                for inner in font.get_object().get("/DescendantFonts", [font]):
                    descriptor = inner.get_object()["/FontDescriptor"].get_object()
                    embedded = any(f"/FontFile{n}" in descriptor for n in ("", "2", "3"))
                    found[str(inner.get_object()["/BaseFont"])] = embedded
        return found

    def tags(self) -> list[dict[str, Any]]:
        """Return the elements that screen readers go through, in their order."""
        root = self.reader.root_object["/StructTreeRoot"]
        return list(_elements(root))

    def boxes(self) -> list[Box]:
        """Return what the letters of each page take up."""
        resources = PDFResourceManager()
        device = PDFPageAggregator(resources, laparams=None)
        interpreter = PDFPageInterpreter(resources, device)
        found = []
        with self.path.open("rb") as file:
            for page in PDFPage.get_pages(file):
                interpreter.process_page(page)
                letters = [
                    each for each in _letters(device.get_result()) if each.get_text().strip()
                ]
                found.append(
                    Box(
                        min(each.x0 for each in letters),
                        min(each.y0 for each in letters),
                        max(each.x1 for each in letters),
                        max(each.y1 for each in letters),
                    )
                )
        return found


def _letters(node: Any) -> Iterator[LTChar]:
    for child in node:
        if isinstance(child, LTChar):
            yield child
        elif hasattr(child, "__iter__"):
            yield from _letters(child)


def _elements(node: Any) -> Iterator[dict[str, Any]]:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(found, dict) and "/S" in found:
            yield found
            yield from _elements(found)


def folded(words: str) -> str:
    """Return words on one line, ligatures taken apart; after a hyphen a line goes on at once."""
    return " ".join(normalize("NFKC", words).split()).replace("- ", "-")
