"""Imports what only some sites need, and names the command that installs it where it is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from .errors import CommandError


class MissingExtraError(CommandError, ImportError):
    """A module of an optional dependency is not installed."""

    def __init__(self, name: str, extra: str) -> None:
        package = name.partition(".")[0]
        super().__init__(f"{package} is not installed; run: pip install 'sphinx-workshop[{extra}]'")


def module(name: str, extra: str) -> Any:
    """Return a module of an optional dependency.

    Args:
        name: the module.
        extra: the group of `[project.optional-dependencies]` that installs it.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError:
        raise MissingExtraError(name, extra) from None
