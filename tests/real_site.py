"""Builds the real site the way contributors and CI do."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from processes import output_of

Page = Callable[[str], BeautifulSoup]
Content = Callable[[str], Tag]

ROOT = Path(__file__).parents[1]

# What a checkout holds beside the site's sources.
_NOT_SOURCES = ("_build", ".git", ".venv", "tests", "__pycache__", ".*_cache", ".hypothesis")


def run_sphinx(source: Path, into: Path, *options: str, **environment: str) -> Path:
    """Build incrementally into a folder's `html`, every warning being an error."""
    output = into / "html"
    into.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "-q", "-b", "html", *options]
    output_of(*command, "-d", into / "doctrees", source, output, folder=into, **environment)
    return output


def copy_of_sources(folder: Path) -> Path:
    """Copy all that the site is built from."""
    copy = folder / "source"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*_NOT_SOURCES))
    return copy


def with_environment(source: Path) -> Path:
    """Give a copy of the sources an environment that is in place, so that make installs nothing.

    It is no link: make empties the environment of a checkout whose locks are newer.
    """
    python = source / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    for name in ("requirements", "site", "booklet", "tests"):  # each newer than the one before
        (source / ".venv" / f"{name}-installed").touch()
    return source
