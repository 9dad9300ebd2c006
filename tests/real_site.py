"""Builds the real site the way contributors and CI do."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from conf import extensions, html_theme
from forked import NEEDED, Ended, built_by_sphinx, ran
from sphinx_workshop.cli.__main__ import main

ROOT = Path(__file__).parents[1]
NEEDED.extend([*extensions, html_theme, "sphinx_design.extension", "fontTools.subset"])

# What a checkout holds beside the site's sources.
_NOT_SOURCES = ("_build", ".git", ".venv", "tests", "__pycache__", ".*_cache", ".hypothesis")


def built(source: Path, into: str | Path, *settings: str) -> Ended:
    """Build as `make html` does, in a process of its own; return how it ended."""
    return ran(main, source, "build", "--into", into, *settings)


def build(source: Path, into: Path, *settings: str) -> Path:
    """Build as `make html` does, without a fault; return the folder with the pages."""
    done = built(source, into, *settings)
    assert done.code == 0, done.said
    return into / "html"


def run_sphinx(source: Path, into: Path, *options: str) -> Path:
    """Build incrementally into a folder's `html`, every warning being an error."""
    output = into / "html"
    folders = ("-d", into / "doctrees", source, output)
    done = built_by_sphinx(source, "-n", "-W", "-b", "html", *options, *folders)
    assert done.code == 0, done.said
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
