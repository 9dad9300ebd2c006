"""Runs pytest several times while busy loops keep the processors from everything else.

python tests/under_load.py [--times 3] [--loops 4] [PYTEST'S ARGUMENTS ...]

`make busy` runs this on the browser tests. The first run that fails ends all. The loops end with
this program, however it ends.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A loop whose parent has been killed has another parent, and ends.
_LOOP = "import os, sys\nwhile os.getppid() == int(sys.argv[1]): pass"


@contextmanager
def busy(loops: int) -> Iterator[list[int]]:
    """Run busy loops, and yield their process ids."""
    command = [sys.executable, "-c", _LOOP, str(os.getpid())]
    running = [subprocess.Popen(command) for _ in range(loops)]
    try:
        yield [loop.pid for loop in running]
    finally:
        for loop in running:
            loop.kill()
        for loop in running:
            loop.wait()


def main() -> int:
    """Run the tests; return what pytest returned."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=1, help="how many runs (default: 1)")
    parser.add_argument("--loops", type=int, default=4, help="how many busy loops (default: 4)")
    given, arguments = parser.parse_known_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the loops are ended
    for number in range(1, given.times + 1):
        start = time.monotonic()
        with busy(given.loops):
            done = subprocess.run([sys.executable, "-m", "pytest", *arguments], check=False)
        word = "failed" if done.returncode else "passed"
        taken = time.monotonic() - start
        print(f"Run {number} of {given.times} with {given.loops} busy loops {word}: {taken:.0f} s")
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
