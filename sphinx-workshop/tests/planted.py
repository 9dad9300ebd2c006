"""Pages with one mistake each, built together: many mistakes cost one build."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from inline_site import SETTINGS, Built, InlineSite, Message
from small_workshop import FILES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

EXTENSIONS = ["sphinx_design", *SETTINGS["extensions"]]
_HELP = re.compile(r" \(https://example\.org/guide#[\w-]+\)")


class Planted(NamedTuple):
    """A page's text, the line that is named (0 for none), and the message, without its help."""

    text: str
    line: int = 0
    message: str = ""
    name: str = ""
    """The file's name, where that is the mistake."""


def path_of(title: str, page: Planted, folder: str) -> str:
    """Return the path of a planted page."""
    stem = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    return f"{folder}/{page.name or f'{stem}.md'}"


def build(pages: Mapping[str, Planted], folder: str, where: Path) -> Built:
    """Build the small workshop with the pages in a folder, which lists them."""
    files = FILES | {path_of(title, page, folder): page.text for title, page in pages.items()}
    if f"{folder}/index.md" not in FILES:
        files[f"{folder}/index.md"] = "# Plants\n\n:::{toctree}\n:glob:\n\n*\n:::\n"
        files["notes.md"] += f"\n:::{{toctree}}\n/{folder}/index\n:::\n"
    return InlineSite(where, files, {"extensions": EXTENSIONS}).build()


def reported(built: Built, path: str) -> list[tuple[int, str]]:
    """Return line and words of what is reported of a file."""
    found: list[Message] = [message for message in built.messages if message.file == path]
    return [(message.line, _HELP.sub("", message.text)) for message in found]
