"""Builds the real site the way contributors and CI do."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup, Tag

Page = Callable[[str], BeautifulSoup]
Content = Callable[[str], Tag]

ROOT = Path(__file__).parents[1]

# What a checkout holds beside the site's sources.
_NOT_SOURCES = ("_build", ".git", ".venv", "tests", "__pycache__", ".*_cache", ".hypothesis")


def run_sphinx(source: Path, into: Path, *options: str) -> Path:
    """Build incrementally into a folder's `html`, every warning being an error."""
    output = into / "html"
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "-q", "-b", "html", *options]
    done = subprocess.run(
        [*command, "-d", into / "doctrees", source, output],
        cwd=into,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return output


def copy_of_sources(folder: Path) -> Path:
    """Copy all that the site is built from."""
    copy = folder / "source"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*_NOT_SOURCES))
    return copy
