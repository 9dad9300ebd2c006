"""Reads the sources of the manual: its examples, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt

from real_site import ROOT

MANUAL = ROOT / "sphinx-workshop" / "docs"
MARKDOWN = "reference/markdown.md"

_INCLUDE = "{literalinclude}"
_BLOCK = "{code-block}"


class Example(NamedTuple):
    """A block of code: its language, the file that its caption names, or "", and its text."""

    language: str
    path: str
    text: str


def examples(page: str, language: str = "") -> list[Example]:
    """Return the examples of a page in order, or those in one language."""
    source = (MANUAL / page).read_text(encoding="utf-8")
    found = [
        example
        for token in MarkdownIt("commonmark").parse(source)
        if token.type == "fence" and (example := _example(page, token.info, token.content))
    ]
    return [example for example in found if language in {"", example.language}]


def _example(page: str, info: str, content: str) -> Example | None:
    name, _, argument = info.strip().partition(" ")
    options = dict(re.findall(r"^:([a-z-]+): (.*)$", content.partition("\n\n")[0], re.MULTILINE))
    if name == _INCLUDE:
        text = ((MANUAL / page).parent / argument).read_text(encoding="utf-8")
        return Example(options["language"], options["caption"], text)
    if name == _BLOCK:
        return Example(argument, options["caption"], content.partition("\n\n")[2])
    return None if name.startswith("{") else Example(name, "", content)


def pages() -> Iterator[str]:
    """Yield the pages of the manual, without the example that is a part of it."""
    for path in sorted(MANUAL.rglob("*.md")):
        name = path.relative_to(MANUAL).as_posix()
        if not name.startswith("example/"):
            yield name
