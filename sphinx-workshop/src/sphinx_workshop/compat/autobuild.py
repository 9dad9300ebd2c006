"""Runs each build of sphinx-autobuild in a fork of a process that has imported everything.

Private: `sphinx_autobuild.build.Builder` and the names `subprocess` and `Builder` in
`sphinx_autobuild.build` and `sphinx_autobuild.__main__`; that a rebuild calls the builder in a
process of Python's default start method (sphinx-autobuild 2024.9.3 to 2025.8.25). Undocumented:
`sphinx.cmd.build.main` (Sphinx 7.3 to 9.0). Reason: it starts an interpreter for each build, and
starting it and importing take a half of the time from an edit to the page.

The first build shows what a build of the site imports; a fork server (`multiprocessing`) imports
the same and waits. Every fork begins as a new interpreter does: settings are read and extensions
set up in each build. When a file that was imported has changed since, builds start an interpreter
again. So they do where there is no fork server, on Windows.
"""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import forkserver
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from sphinx.cmd.build import main as sphinx_build
from sphinx_autobuild import __main__ as autobuild
from sphinx_autobuild import build

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

START_METHOD = "forkserver"
FORKS = START_METHOD in multiprocessing.get_all_start_methods()
"""Whether there is a fork server: not on Windows."""

COMMAND = [sys.executable, "-m", "sphinx", "build"]
"""How a builder of sphinx-autobuild begins the command of a build."""

Imported = dict[str, tuple[str, int]]
"""The file of each module, and the time of its last change in nanoseconds, by the module's name."""


class ForkedBuilder:
    """Has a builder build in the process that it is called in.

    Where a file that this process has imported has changed, the builder builds by itself.
    """

    def __init__(self, *arguments: object, later: Sequence[str], **options: object) -> None:
        """Take what sphinx-autobuild gives its builder; `later` are arguments of later builds."""
        self.builder = build.Builder(*arguments, **options)
        self.later = later
        self.imported: Imported | None = None  # what the first build has imported

    def __call__(self, *, changed_paths: Sequence[Path]) -> None:
        """Build, and report it as sphinx-autobuild does."""
        if multiprocessing.parent_process() is None:
            self._build_first()
            return
        # In this process, which ends after the build.
        self.builder.sphinx_args = [*self.later, *self.builder.sphinx_args]
        if self.imported is not None and unchanged(self.imported):
            with_builds_here(self.builder, changed_paths)
        else:
            print("A module has changed: each build starts Python anew, until you restart this.")
            self.builder(changed_paths=changed_paths)

    def _build_first(self) -> None:
        """Build in a new interpreter, and have the fork server import what that has imported."""
        spawned = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=spawned) as pool:
            self.imported = pool.submit(build_and_report, self.builder).result()
        multiprocessing.set_forkserver_preload(list(self.imported))
        forkserver.ensure_running()


def build_and_report(builder: Any) -> Imported:
    """Build in this process, and return what it has imported."""
    with_builds_here(builder, ())
    return imported()


def with_builds_here(builder: Any, changed_paths: Sequence[Path]) -> None:
    """Call sphinx-autobuild's own builder, with builds in this process."""
    build.subprocess = SimpleNamespace(
        run=run_here, CalledProcessError=subprocess.CalledProcessError
    )
    builder(changed_paths=changed_paths)


def run_here(command: list[str], *, check: bool) -> None:
    """Run a build in this process, and any other command as `subprocess.run` does."""
    if command[: len(COMMAND)] != COMMAND:
        subprocess.run(command, check=check)
    elif status := _status(command[len(COMMAND) :]):
        raise subprocess.CalledProcessError(status, command)


def _status(arguments: list[str]) -> int:
    """Build, and return the exit status; a build that ends its process ends but itself."""
    try:
        return sphinx_build(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1


def imported() -> Imported:
    """Return the modules of this process that come from files."""
    found = {}
    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        if spec and spec.name == name and spec.has_location:
            found[name] = spec.origin, Path(spec.origin).stat().st_mtime_ns
    return found


def unchanged(modules: Imported) -> bool:
    """Return whether the files of modules are there and as they were."""
    try:
        return all(Path(file).stat().st_mtime_ns == time for file, time in modules.values())
    except OSError:
        return False


def main(arguments: Iterable[str], later: Sequence[str] = ()) -> None:
    """Do what `sphinx-autobuild` does.

    Args:
        arguments: those of its command line.
        later: further ones for each build but the first; where there is no fork server, for none.
    """
    if FORKS:
        multiprocessing.set_start_method(START_METHOD)
        autobuild.Builder = partial(ForkedBuilder, later=later)
    autobuild.main(list(arguments))
