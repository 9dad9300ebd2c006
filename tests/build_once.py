"""Builds a site once for all processes of a run of pytest."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BuildOnce:
    """Builds into a folder of a name, unless another process of the run has done so.

    All tests share what is built: they look, and do not touch.

    Attributes:
        common: a folder of the run, which its processes share.
    """

    common: Path

    def __call__(self, name: str, build: Callable[[Path], Path]) -> Path:
        """Return what a function returns for an empty folder; other processes wait for it."""
        folder, done = self.common / name, self.common / f"{name}.built"
        with (self.common / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)  # of a build that failed
                folder.mkdir()
                done.write_text(str(build(folder)), encoding="utf-8")
        return Path(done.read_text(encoding="utf-8"))
