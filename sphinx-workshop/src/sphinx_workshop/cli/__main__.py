"""The commands for those who run the workshop: `sphinx-workshop <command> --help`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError

from ..core.errors import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .commands import Command

COMMANDS = {
    "addresses": "addresses:ADDRESSES",
    "booklet": "booklet:BOOKLET",
    "build": "build:BUILD",
    "check": "check:CHECK",
    "import": "import_command:IMPORT",
    "paper": "scaffold:PAPER",
    "rename-person": "person:RENAME",
    "session": "scaffold:SESSION",
    "unlist-person": "person:UNLIST",
}
"""Where each command is; one line adds one. A build need not wait for what imports import."""


def command(name: str) -> Command:
    """Return a command by its name."""
    found: Command = resolve_name(f"{__package__}.{COMMANDS[name]}")
    return found


def parser(names: Iterable[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return the parser of some commands."""
    whole = argparse.ArgumentParser(
        prog="sphinx-workshop", description="Writes pages of this site."
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="command")
    for name in names:
        add_arguments(commands.add_parser(name, help=command(name).help), command(name))
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
    given = sys.argv[1:] if arguments is None else arguments
    chosen = parser(COMMANDS.keys() & given[:1] or COMMANDS).parse_args(given)
    try:
        return command(chosen.command).run(chosen)
    except (CommandError, ConfigError) as error:
        print(f"error: {error}", file=sys.stderr)
    except BrokenPipeError:  # whoever read the report has closed it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(f"error: {error.filename or 'file'}: {error.strerror or error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nerror: interrupted; run it again to continue", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
