"""Reads facts of the real site off its sources, so that tests repeat none of them."""

from __future__ import annotations

import re
from pathlib import Path

from real_site import ROOT
from sphinx_workshop.editing.paper_page import PaperPage, read_paper_page

CONTENT = ("index.md", "*/**/*.md")
_NOT_CONTENT = {"_build", "sphinx-workshop", "tests", "tools"}


def source_pages(source: Path = ROOT) -> list[Path]:
    """Return the Markdown files of the site's pages, the home page first."""
    found = [path for pattern in CONTENT for path in sorted(source.glob(pattern))]
    return [path for path in found if not _is_elsewhere(path.relative_to(source).parts)]


def _is_elsewhere(parts: tuple[str, ...]) -> bool:
    return parts[0] in _NOT_CONTENT or parts[0].startswith((".", "_"))


def paper_folder(source: Path = ROOT) -> Path:
    """Return the folder of the papers' pages: that of the page that lists all of them."""
    for path in source_pages(source):
        text = path.read_text(encoding="utf-8")
        if "{paper-list}\n:::" in text and ":glob:" in text:
            return path.parent
    raise AssertionError("no page lists all papers, with a toctree of all in its folder")


def paper_pages(source: Path = ROOT) -> list[PaperPage]:
    """Return the pages of papers."""
    found = (read_paper_page(path) for path in sorted(paper_folder(source).glob("*.md")))
    return [page for page in found if page]


def edit_first(source: Path, pattern: str, new: str) -> bool:
    """Replace what matches a pattern on the first page where it does; say whether there is one."""
    for path in source_pages(source):
        text = path.read_text(encoding="utf-8")
        after = re.sub(pattern, new, text, flags=re.MULTILINE)
        if after != text:
            path.write_text(after, encoding="utf-8")
            return True
    return False
