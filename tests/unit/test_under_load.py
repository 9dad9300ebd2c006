"""Busy loops run as long as what they were started for, and no longer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from under_load import busy

ROOT = Path(__file__).parents[2]


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_loops_run_inside_and_are_gone_afterwards_even_after_an_error() -> None:
    seen: list[int] = []

    def fail() -> None:
        with busy(2) as loops:
            assert all(is_running(loop) for loop in loops)
            seen.extend(loops)
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        fail()
    assert len(seen) == 2
    assert not any(is_running(loop) for loop in seen)


def test_loops_end_when_what_started_them_is_killed() -> None:
    script = (
        "import os, signal\nfrom under_load import busy\n"
        "with busy(1): os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    # The loop has the other end of the pipe: it is read to its end only when the loop has ended.
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"PYTHONPATH": str(ROOT / "tests")},
        capture_output=True,
        check=False,
    )
    assert done.returncode < 0


def test_a_failed_run_ends_all_and_is_the_result(tmp_path: Path) -> None:
    failing = tmp_path / "test_failing.py"
    failing.write_text("def test_it() -> None:\n    assert False\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "under_load.py", "--times=2", "--loops=1", "-q", failing],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Run 1 of 2 with 1 busy loops failed" in done.stdout
    assert "Run 2" not in done.stdout
