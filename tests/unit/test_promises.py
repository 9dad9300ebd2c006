"""What the repository promises about its own files."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "booklet/requirements.txt", "tests/requirements.txt")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_locked_with_hashes_and_without_an_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", "\n".join(li for li in text.splitlines() if "#" not in li))
    assert len(entries) > 10
    for entry in entries:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert "://" not in text


def test_nothing_that_a_build_makes_is_in_the_repository() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    made = {"_build", ".venv", "node_modules", "__pycache__", ".mypy_cache"}
    assert not [name for name in listed.stdout.split("\0") if made & set(Path(name).parts)]
