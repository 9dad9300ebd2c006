"""Builds a site as `make html` does, and dies at a chosen moment.

Moments are counted by what the build does to files; it dies before the one with that number, or
DELAY seconds after, in the middle of what follows. With the number 0 it lives, and tells how many
there are.
"""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from typing import Any

from sphinx_workshop.cli import build as build_site

CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.utime", "shutil.copyfile"}


def is_moment(event: str, arguments: tuple[Any, ...]) -> bool:
    """Return whether the system is about to change a file."""
    if event == "open":
        _path, _mode, flags = arguments
        return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in CHANGES


def die(*_: object) -> None:
    """Kill this process, and all that it has started, at once."""
    os.killpg(0, signal.SIGKILL)


def main(source: str, folder: str, moment: int, delay: float) -> int:
    numbers = count(1)
    last = 0

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal last
        if not is_moment(event, arguments):
            return
        last = next(numbers)
        if last == moment and delay:
            signal.setitimer(signal.ITIMER_REAL, delay)
        elif last == moment:
            die()

    signal.signal(signal.SIGALRM, die)
    sys.addaudithook(note)
    status = build_site.main(source, folder)
    signal.setitimer(signal.ITIMER_REAL, 0)
    print(f"moments: {last}")
    return status
