"""Imports what only some sites need, and names the command that installs it where it is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from .errors import CommandError

_PACKAGES = {"PIL": "pillow", "fontpkg_source_sans_3": "fontpkg-source-sans-3"}
"""The packages that are not called as their modules are."""


class MissingExtraError(CommandError, ImportError):
    """A module of an optional dependency is not installed."""

    def __init__(self, name: str, extra: str) -> None:
        module = name.partition(".")[0]
        package = _PACKAGES.get(module, module)
        super().__init__(f"{package} is not installed; run: pip install 'sphinx-workshop[{extra}]'")


def module(name: str, extra: str) -> Any:
    """Return a module of an optional dependency, or one of ours that imports some.

    Args:
        name: the module.
        extra: the group of `[project.optional-dependencies]` that installs them.

    Raises:
        MissingExtraError: one is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise MissingExtraError(error.name or name, extra) from None
