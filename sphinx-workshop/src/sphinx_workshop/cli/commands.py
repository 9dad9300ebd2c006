"""What all commands of `sphinx-workshop` have in common: arguments, errors, exit codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its line in the list of commands, its arguments, and what it does.

    `run` returns the exit code. It may raise `CommandError`, which ends in one clear message.
    """

    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
