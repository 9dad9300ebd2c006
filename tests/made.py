"""Runs make where Python is a stand-in: what make asks of it is done in this process."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path
from unittest.mock import patch

from import_site import Done
from in_process import run
from processes import ended
from real_site import with_environment
from sphinx_workshop.cli.__main__ import main

_ASKED = ".venv/asked"
_GIVEN = ".venv/environment"
_PYTHON = f"""\
#!/bin/sh
[ "$1 $2" = "-m sphinx_workshop.cli" ] || exit 1
shift 2
for each; do printf '%s\\0' "$each"; done > {_ASKED}
env -0 > {_GIVEN}
"""


def with_stand_in(source: Path) -> Path:
    """Give a copy of the sources an environment whose Python notes what it is asked for."""
    python = with_environment(source) / ".venv/bin/python"
    python.write_text(_PYTHON, encoding="utf-8")
    return source


def make(source: Path, *arguments: str) -> Done:
    """Run make, and the command of the engine that it runs, if it runs one."""
    asked = source / _ASKED
    asked.unlink(missing_ok=True)
    made = ended("make", "--no-print-directory", *arguments, folder=source)
    if made.code or not asked.exists():
        return made
    given = (source / _GIVEN).read_text(encoding="utf-8").split("\0")[:-1]
    with chdir(source), patch.dict("os.environ", dict(pair.split("=", 1) for pair in given)):
        return run(main, *asked.read_text(encoding="utf-8").split("\0")[:-1])
