"""Runs the commands of tools and of the engine in this process: starting Python takes longer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from import_site import Done
from sphinx_workshop.cli.__main__ import main as command_line


def run(main: Callable[[list[str]], int | None], *arguments: str | Path) -> Done:
    """Run a command; return how it ended, and what it said."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([*map(str, arguments)]) or 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
            if isinstance(end.code, str):  # Python prints it where a process ends
                err.write(end.code)
    return Done(code, out.getvalue(), err.getvalue())


def run_import(source: Path, *arguments: str) -> str:
    """Import into a copy of the real site as documented; return the report's first line."""
    with chdir(source):
        done = run(command_line, "import", *arguments)
    assert done.code == 0, done.err
    return done.out.partition("\n")[0]
