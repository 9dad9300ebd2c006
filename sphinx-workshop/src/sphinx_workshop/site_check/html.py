"""Reads HTML: the text of elements, and what a page names, without building a tree of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag


def parsed(path: Path) -> BeautifulSoup:
    """Return a page as a tree."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def words(node: Tag) -> str:
    """Return the text of an element with its white space folded."""
    return " ".join(node.get_text().split())


def all_words(node: Tag, selector: str) -> list[str]:
    """Return the text of each element that a selector finds."""
    return [words(found) for found in node.select(selector)]


def by_id(node: Tag, selector: str) -> dict[str, Tag]:
    """Map the ids of objects to the elements that a selector finds, of which `data-object` says."""
    return {str(item["data-object"]).partition(":")[2]: item for item in node.select(selector)}


def first_words(node: Tag) -> str:
    """Return the text of the first part of an element: a name, before the marks after it."""
    first = next((part for part in node.children if part.get_text().strip()), node)
    return " ".join(first.get_text().split())


def heading(node: Tag) -> str:
    """Return the text of the first heading, without its link to itself."""
    return next((_without_link(h) for h in node.select("h1")), "")


def _without_link(node: Tag) -> str:
    links = [words(link) for link in node.select("a.headerlink")]
    text = words(node)
    return text.removesuffix(links[-1]).rstrip() if links else text


def metas(page: Tag, prefix: str) -> list[tuple[str, str]]:
    """Return name and content of the meta tags whose names begin so, in order."""
    head = page.find("head") or page  # a page as a reader of HTML takes it may have none
    found = [
        (str(tag.get("name") or tag.get("property") or ""), str(tag.get("content", "")))
        for tag in head.find_all("meta")
    ]
    return [(name, content) for name, content in found if name.startswith(prefix)]


@dataclass
class Outline:
    """What other pages need to know of a page: its ids, its address, where it redirects to."""

    ids: list[str] = field(default_factory=list)
    canonical: str = ""
    refresh: str = ""


class _OutlineParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Outline()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.found.ids.append(given["id"])
        if tag == "link" and given.get("rel") == "canonical":
            self.found.canonical = given.get("href", "")
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.found.refresh = given.get("content", "").partition("url=")[2]


def outline(path: Path) -> Outline:
    """Return the outline of a page: several times faster than a tree of it."""
    parser = _OutlineParser()
    parser.feed(path.read_text(encoding="utf-8"))
    parser.close()
    return parser.found
