"""Runs commands in processes of their own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from import_site import Done


def ended(*command: str | Path, folder: Path | None = None, **environment: str) -> Done:
    """Run a command in a folder; return how it ended, and what it said.

    Args:
        command: the command; nothing is typed into it.
        folder: where it runs, if not here.
        environment: variables that are added to those of this process.
    """
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def output_of(*command: str | Path, folder: Path | None = None, **environment: str) -> str:
    """Run a command that has to succeed; return what it printed."""
    done = ended(*command, folder=folder, **environment)
    assert done.code == 0, done.out + done.err
    return done.out
