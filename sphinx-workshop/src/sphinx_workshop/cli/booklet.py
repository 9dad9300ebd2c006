"""The command `booklet`: prints the booklet's page as a PDF beside it."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.errors import CommandError
from .commands import Command

if TYPE_CHECKING:
    import argparse

MISSING = """\
the PDF cannot be printed: {reason}

Its engine, WeasyPrint, needs Pango and HarfBuzz:
  Debian, Ubuntu  apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora          dnf install pango harfbuzz
  macOS           brew install pango
and the packages of the extra `booklet`: pip install 'sphinx-workshop[booklet]'.
Then run this again. The site itself needs none of it.
"""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="only report what is missing")
    parser.add_argument("--style", type=Path, metavar="FILE", help="a stylesheet over the engine's")
    parser.add_argument("pages", nargs="*", type=Path, metavar="PAGE", help="a built page, .html")


def _run(chosen: argparse.Namespace) -> int:
    try:
        pdf = importlib.import_module("sphinx_workshop.exports.pdf")
    except (ImportError, OSError) as error:  # OSError: a library that WeasyPrint calls
        reason = str(error).strip().partition("\n")[0]
        raise CommandError(MISSING.format(reason=reason)) from error
    for page in () if chosen.check else chosen.pages:
        try:
            print(f"The booklet is {pdf.print_page(page, chosen.style)}.")
        except ValueError as error:
            raise CommandError(f"{page} cannot be printed: {error}") from error
    return 0


BOOKLET = Command("Print the booklet's page as a PDF", _arguments, _run)
