"""Collects the commands that guides, the manual, the Makefile and messages print."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt

from manual import MANUAL, pages
from real_site import ROOT

ENGINE = ROOT / "sphinx-workshop"
TEMPLATE = ENGINE / "template"
GUIDES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "PERFORMANCE.md", "SECURITY.md")),
    ENGINE / "README.md",
    *(MANUAL / name for name in pages()),
    TEMPLATE / "README.md.jinja",
]
CODE = [*sorted((ENGINE / "src").rglob("*.py")), *sorted((ROOT / "tools").rglob("*.py"))]
_STARTS = ("make ", "sphinx-workshop ", "ARGS=", "FROM=")
_PLACEHOLDER = re.compile(r"sphinx-workshop (?:COMMAND|<)|.*=\.\.\.(?:\s|$)")


class Printed(NamedTuple):
    """A command, or what a text says to add to that of an import, and the file that prints it."""

    file: str
    text: str

    @property
    def words(self) -> list[str]:
        """The words, as a shell tells them apart."""
        return shlex.split(self.text, comments=True)

    @property
    def of_template(self) -> bool:
        """Whether the new site's Makefile is meant."""
        return "template" in self.file

    def __str__(self) -> str:
        return f"{self.file}: {self.text}"


def printed() -> list[Printed]:
    """Return all commands, each once a file."""
    sources = [
        *((path, _in_markdown) for path in GUIDES),
        *((path, _in_messages) for path in CODE),
        *((path, _in_help) for path in (ROOT / "Makefile", TEMPLATE / "Makefile")),
    ]
    names = [(path.relative_to(ROOT).as_posix(), path, read) for path, read in sources]
    found = (Printed(name, text) for name, path, read in names for text in read(path))
    return list(dict.fromkeys(each for each in found if _is_command(each)))


def _is_command(found: Printed) -> bool:
    """Return whether it is one; options alone are an import's where imports are the subject."""
    starts = (*_STARTS, "--") if "import" in found.file else _STARTS
    return found.text.startswith(starts) and not _PLACEHOLDER.match(found.text)


def _in_markdown(path: Path) -> Iterator[str]:
    """Yield the lines of shell blocks, and the code in prose and tables."""
    for token in MarkdownIt("commonmark").parse(path.read_text(encoding="utf-8")):
        if token.type == "fence" and token.info == "sh":
            yield from map(str.strip, token.content.splitlines())
        yield from (child.content for child in token.children or () if child.type == "code_inline")


def _in_messages(path: Path) -> Iterator[str]:
    """Yield the code in what a module says; what is put in is 58, a number of a paper."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else "58" for p in node.values)
            yield from _in_message("".join(map(str, parts)))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from _in_message(node.value)
            yield from re.findall(r"--columns '[^'\n]+'", node.value)


def _in_message(text: str) -> Iterator[str]:
    yield from re.findall(r"`([^`\n]+)`", text)
    yield from re.findall(r"(?<=write )FROM=[\w.]+", text)
    yield from re.findall(r"(?<=: )make \w+ [A-Z]+=.*", text)


def _in_help(path: Path) -> Iterator[str]:
    """Yield each target, and what its line assigns; `make help` prints both."""
    text = path.read_text(encoding="utf-8")
    for target, line in re.findall(r"^([a-z-]+):.*?## (.*)$", text, re.MULTILINE):
        yield f"make {target}"
        assigned: dict[str, list[str]] = {}
        for name, value in re.findall(
            r"""\b([A-Z_]+)=('[^']*'|"[^"]*"|(?:[^\s'",;:()]|:(?=\S))+)""", line
        ):
            assigned.setdefault(name, []).append(f"{name}={value}")
        if assigned:
            yield f"make {target} {' '.join(first for first, *_ in assigned.values())}"
        for _, *others in assigned.values():
            yield from (f"make {target} {other}" for other in others)
