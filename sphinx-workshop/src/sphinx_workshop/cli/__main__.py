"""The commands for those who run the workshop: `sphinx-workshop <command> --help`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError

from ..core.errors import CommandError
from . import scaffold
from .addresses import ADDRESSES
from .booklet import BOOKLET
from .build import BUILD
from .check import CHECK
from .import_command import IMPORT
from .person import RENAME, UNLIST

if TYPE_CHECKING:
    from .commands import Command

COMMANDS = {
    "addresses": ADDRESSES,
    "booklet": BOOKLET,
    "build": BUILD,
    "check": CHECK,
    "import": IMPORT,
    "paper": scaffold.PAPER,
    "rename-person": RENAME,
    "session": scaffold.SESSION,
    "unlist-person": UNLIST,
}
"""One line adds a command."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    whole = argparse.ArgumentParser(
        prog="sphinx-workshop", description="Writes pages of this site."
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="command")
    for name, command in COMMANDS.items():
        add_arguments(commands.add_parser(name, help=command.help), command)
    return whole


def add_arguments(parser: argparse.ArgumentParser, command: Command) -> None:
    """Add to a command's parser its description, and its arguments with those of all commands."""
    parser.description = f"{command.help}."
    parser.add_argument(
        "--site",
        type=Path,
        default=Path(),
        metavar="FOLDER",
        help="the folder that holds the site's conf.py (default: this one)",
    )
    command.arguments(parser)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; a mistake ends in one message and a code that is not 0."""
    chosen = parser().parse_args(arguments)
    try:
        return COMMANDS[chosen.command].run(chosen)
    except (CommandError, ConfigError) as error:
        print(f"error: {error}", file=sys.stderr)
    except BrokenPipeError:  # whoever read the report has closed it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(f"error: {error.filename or 'file'}: {error.strerror or error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nerror: interrupted; run it again to go on", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
