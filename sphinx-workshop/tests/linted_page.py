"""Pages of some content, checked by what a page may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inline_site import SETTINGS, InlineSite

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bs4 import Tag

    from inline_site import Message

EXTENSIONS = [*SETTINGS["extensions"], "sphinx_design"]
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>'


class Linted:
    """Pages whose fifth line begins with a content, built together."""

    def __init__(self, folder: Path, contents: Iterable[str]) -> None:
        self._names = {content: f"page-{n}" for n, content in enumerate(contents)}
        pages = {f"{n}.md": f"# Page\n\nText.\n\n{text}\n" for text, n in self._names.items()}
        index = "# Home\n\n:::{toctree}\n:glob:\n:titlesonly:\n\npage-*\n:::\n"
        files = {"index.md": index, "picture.svg": PICTURE, **pages}
        self.built = InlineSite(folder, files, {"extensions": EXTENSIONS}).build()

    def page(self, content: str) -> Tag:
        return self.built.page(self._names[content])

    def messages(self, content: str) -> list[Message]:
        """Return what is reported of the page with a content."""
        name = f"{self._names[content]}.md"
        return [message for message in self.built.messages if message.file == name]
