"""Lets a build go on from another checkout's: gives unchanged files the times that they had there.

    python3 tools/kept_times.py keep _build/times.json       after a build
    python3 tools/kept_times.py restore _build/times.json    in a new checkout, before the next

Sphinx and make tell by times what has changed, and git gives every file of a checkout the time of
the checkout. A file whose content is as it was gets its former time back; every other keeps the new
one, and what follows from it is built again. Needs Python and git alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path


def keep(root: Path, memory: Path) -> None:
    """Write down content and time of every file that git knows."""
    times = {name: [_digest(root / name), _time(root / name)] for name in _tracked(root)}
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(json.dumps(times), encoding="utf-8")


def restore(root: Path, memory: Path) -> list[str]:
    """Give files whose content is known their times back; return the others."""
    times = json.loads(memory.read_text("utf-8")) if memory.is_file() else {}
    others = []
    for name in _tracked(root):
        digest, time = times.get(name, (None, 0))
        if digest == _digest(root / name):
            os.utime(root / name, ns=(time, time))
        else:
            others.append(name)
    return others


def _tracked(root: Path) -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True)
    names = os.fsdecode(listed.stdout).split("\0")
    return [name for name in names if name and (root / name).is_file()]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _time(path: Path) -> int:
    return path.stat().st_mtime_ns


def main() -> None:
    """Do what the command line says."""
    what, memory = sys.argv[1:]
    if what == "keep":
        keep(Path.cwd(), Path(memory))
    else:
        others = restore(Path.cwd(), Path(memory))
        print(f"changed since the kept build: {', '.join(others) or 'nothing'}"[:2000])


if __name__ == "__main__":
    main()
