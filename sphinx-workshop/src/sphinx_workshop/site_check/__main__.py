"""Prints what is wrong with a built site: `python -m site_check FOLDER`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import addresses
from .checks import findings
from .finding import Finding


def _folder(name: str) -> Path:
    if not (Path(name) / "objects.inv").is_file():
        raise argparse.ArgumentTypeError(f"{name} is not a built site: it holds no objects.inv")
    return Path(name)


def _list(name: str) -> list[str]:
    try:
        return addresses.listed(Path(name).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise argparse.ArgumentTypeError(f"{name} cannot be read: {error}") from None


def main(*arguments: str) -> int:
    """Print a line for each finding, and their number; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m site_check",
        description="Checks that the pages and the exports of a built site agree.",
    )
    parser.add_argument("folder", type=_folder, help="the folder that holds the built site")
    parser.add_argument(
        "--addresses",
        type=_list,
        default=[],
        metavar="LIST",
        help="a file of published addresses, one a line, that must still be there",
    )
    given = parser.parse_args(arguments)
    lost = addresses.missing(given.folder, given.addresses)
    moved = "this published address is missing; add it to moved_pages in conf.py"
    found = sorted([*findings(given.folder), *(Finding(address, moved) for address in lost)])
    for finding in found:
        print(f"{finding.page}: {finding.message}")
    print(f"{len(found)} finding{'' if len(found) == 1 else 's'}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
