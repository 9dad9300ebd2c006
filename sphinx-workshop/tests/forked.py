"""Runs commands in forks of this process, which has imported all that they need."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple

from sphinx.application import builtin_extensions
from sphinx.cmd.build import main as sphinx_build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


NEEDED = [*builtin_extensions]
"""The modules that builds load: each fork would import them anew. Sites add their extensions."""


class Ended(NamedTuple):
    """How a process ended, and what it said; the code is negative where a signal ended it."""

    code: int
    said: str


def forked(command: Callable[[], object]) -> Ended:
    """Run a command in a process, and process group, of its own; it may return an exit code."""
    for name in NEEDED:
        import_module(name)
    reader, writer = os.pipe()
    child = get_context("fork").Process(target=_run, args=(command, writer))
    child.start()
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as output:
        said = output.read()
    child.join()
    assert child.exitcode is not None
    return Ended(child.exitcode, said)


def _run(command: Callable[[], object], writer: int) -> None:
    gc.freeze()  # to look at what this process got copies it
    os.setsid()
    for stream in (1, 2):
        os.dup2(writer, stream)
    os.close(writer)
    sys.stdout, sys.stderr = (os.fdopen(n, "w", 1, "utf-8", closefd=False) for n in (1, 2))
    code = command()
    sys.exit(code if isinstance(code, int) else 0)


def ran(main: Callable[[list[str]], int], folder: Path, *arguments: str | Path) -> Ended:
    """Run a command's function with arguments, in a folder."""

    def run() -> int:
        os.chdir(folder)
        return main([*map(str, arguments)])

    return forked(run)


def built_by_sphinx(source: Path, *arguments: str | Path) -> Ended:
    """Run `sphinx-build` quietly, with these arguments, in a source folder."""
    return ran(sphinx_build, source, "-q", *arguments)
