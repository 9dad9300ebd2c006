"""A second Sphinx site, without our extension, that refers to objects of ours."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from inline_site import Files, words
from real_site import run_sphinx


def build_other_site(folder: Path, settings: str, files: Files) -> Path:
    """Return the other site, built with every warning an error."""
    source = folder / "elsewhere"
    source.mkdir()
    for name, text in (files | {"conf.py": settings}).items():
        (source / name).write_text(text, encoding="utf-8")
    return run_sphinx(source, folder)


def external_links(page: BeautifulSoup) -> list[tuple[str, str]]:
    """Return words and address of each link that leads to another site, in order."""
    return [(words(link), str(link["href"])) for link in page.select("a.reference.external")]
