"""The command `check`: prints what does not agree in a built site."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..core.extras import module
from .commands import Command


def _folder(name: str) -> Path:
    if not (Path(name) / "objects.inv").is_file():
        raise argparse.ArgumentTypeError(f"{name} is not a built site: it holds no objects.inv")
    return Path(name)


def _text(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise argparse.ArgumentTypeError(f"{name} cannot be read: {error}") from None


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=_folder, help="the folder that holds the built site")
    parser.add_argument(
        "--addresses",
        type=_text,
        metavar="LIST",
        help="a file of published addresses, one a line, that must still be there",
    )


def _run(chosen: argparse.Namespace) -> int:
    site_check = module("sphinx_workshop.site_check", "check")
    listed = site_check.addresses.listed(chosen.addresses or "")
    lost = site_check.addresses.missing(chosen.folder, listed)
    moved = "this published address is missing; add it to redirects in conf.py"
    found = site_check.findings(chosen.folder)
    found = sorted([*found, *(site_check.Finding(address, moved) for address in lost)])
    for finding in found:
        print(f"{finding.page}: {finding.message}")
    print(f"{len(found)} finding{'' if len(found) == 1 else 's'}")
    return 1 if found else 0


CHECK = Command("Check that pages and exports of a built site agree", _arguments, _run)
