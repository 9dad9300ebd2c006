"""Reads the sources of a site by their structure, and edits them in one place."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sphinx.project import Project

from sphinx_workshop.core import fields
from sphinx_workshop.core.model import State, person_id
from sphinx_workshop.core.state_blocks import only_for
from sphinx_workshop.editing.page_text import (
    Directive,
    Edit,
    directives,
    edited,
    lines_of,
    option_edit,
)

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)


@dataclass(frozen=True, slots=True)
class Contribution:
    """One edit of one file.

    Attributes:
        file: the file's path, relative to the source folder.
        edit: the lines that are replaced; all of a file that is new.
        shown: where readers find what was contributed: patterns of paths in the built site, or
            `SEARCH`, and what must be there.
        pictures: files that come with it.
    """

    file: str
    edit: Edit
    shown: tuple[tuple[str, str], ...]
    pictures: tuple[str, ...] = ()

    def apply(self, folder: Path) -> Callable[[], None]:
        """Make the edit in a source folder; return what undoes it."""
        path = folder / self.file
        before = path.read_text(encoding="utf-8") if path.exists() else None
        path.write_text(edited(lines_of(before or ""), [self.edit]), encoding="utf-8")
        for name in self.pictures:
            (folder / name).write_bytes(PICTURE)

        def undo() -> None:
            for name in self.pictures:
                (folder / name).unlink()
            if before is None:
                path.unlink()
            else:
                path.write_text(before, encoding="utf-8")

        return undo


@dataclass(frozen=True, slots=True)
class Place:
    """A directive, and the page that it is on."""

    page: Page
    directive: Directive

    def option(self, name: str, value: str, order: Sequence[str]) -> Edit:
        return option_edit(self.directive, name, value, order)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's source."""

    name: str
    lines: list[str]

    @property
    def folder(self) -> str:
        """Return the path of its folder, with a slash at its end unless it is empty."""
        return self.name.rpartition("/")[0] + "/" if "/" in self.name else ""

    @property
    def stem(self) -> str:
        return self.name.rpartition("/")[2]

    @property
    def file(self) -> str:
        return f"{self.name}.md"

    @property
    def html(self) -> str:
        return f"{self.name}.html"

    def appended(self, text: str) -> Edit:
        """Return the edit that adds a paragraph at the end."""
        return Edit(len(self.lines), len(self.lines), f"\n{text}\n")

    def places(self) -> Iterator[Place]:
        for found in _nested(self.lines, 0, len(self.lines)):
            yield Place(self, found)


def _nested(lines: list[str], start: int, end: int) -> Iterator[Directive]:
    for found in directives(lines, start, end):
        yield found
        yield from _nested(lines, found.content.start, found.content.end)


class Sources:
    """The pages of a source folder, read anew for each task."""

    def __init__(
        self, folder: Path, include: Iterable[str], timezone: str, state: str = State.CALL
    ) -> None:
        self.folder = folder
        self.timezone = timezone
        self.state = State(state)
        names = Project(folder, {".md": "markdown"}).discover([], include)
        self.pages = [self._page(name) for name in sorted(names)]

    def _page(self, name: str) -> Page:
        return Page(name, lines_of((self.folder / f"{name}.md").read_text(encoding="utf-8")))

    @cached_property
    def places(self) -> list[Place]:
        return [place for page in self.pages for place in page.places()]

    def all(self, name: str) -> list[Place]:
        """Return all directives of a name."""
        return [place for place in self.places if place.directive.name == name]

    def listing(self, name: str) -> list[str]:
        """Return the built pages that list all objects of a kind in the site's state."""
        found = (p for p in self.all(name) if not p.directive.options and self._is_rendered(p))
        return sorted({place.page.html for place in found})

    def _is_rendered(self, place: Place) -> bool:
        return bool(only_for(place.page.lines, self.state)[place.directive.start])

    def folder_of(self, kind: str) -> str | None:
        """Return the folder of the pages that are objects of a kind, or of those that list them."""
        found = self.all(kind) or [
            place
            for place in self.all("toctree")
            if "glob" in place.directive.options and place.page.html in self.listing(f"{kind}-list")
        ]
        return found[0].page.folder if found else None

    def mentions(self, id: str) -> bool:
        """Return whether a page names an id."""
        return any(f"`{id}`" in (text := "".join(p.lines)) or f"<{id}>" in text for p in self.pages)

    @cached_property
    def entries(self) -> set[str]:
        """Return the ids of those who have an entry."""
        found = (place.directive for place in self.all("person"))
        return {d.option("id") or person_id(d.argument) for d in found}

    @cached_property
    def speakers(self) -> set[str]:
        """Return the ids of those whom sessions name."""
        given = (place.directive.option("speakers") for place in self.all("session"))
        return {id for value in given if value for id in fields.slugs(value)}
