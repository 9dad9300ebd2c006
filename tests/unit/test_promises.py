"""What the repository promises about its own files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import conf
from processes import output_of

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "booklet/requirements.txt", "tests/requirements.txt")


def tracked(*patterns: str) -> list[str]:
    """Return the files of the repository whose names match."""
    return output_of("git", "ls-files", "-z", *patterns, folder=ROOT).rstrip("\0").split("\0")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_locked_with_hashes_and_without_an_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", "\n".join(li for li in text.splitlines() if "#" not in li))
    assert len(entries) > 10
    for entry in entries:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert "://" not in text


def test_the_citation_file_names_the_workshop_and_its_addresses() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert conf.workshop["name"] in cited["title"]
    assert (cited["url"], cited["repository-code"]) == (conf.html_baseurl, conf.repository)


def test_no_code_changes_where_python_looks_for_modules() -> None:
    touched = re.compile(r"\bsys" + r"\.path\b")
    names = tracked("*.py", "*.jinja")
    assert len(names) > 100
    assert [n for n in names if touched.search((ROOT / n).read_text(encoding="utf-8"))] == []


def test_nothing_that_a_build_makes_is_in_the_repository() -> None:
    made = {"_build", ".venv", "node_modules", "__pycache__", ".mypy_cache"}
    assert not [name for name in tracked() if made & set(Path(name).parts)]


def test_no_module_is_longer_than_300_lines() -> None:
    """Neither of the engine, nor of the tests and tools."""
    lengths = {name: len((ROOT / name).read_bytes().splitlines()) for name in tracked("*.py")}
    for folder in ("sphinx-workshop/src/", "sphinx-workshop/tests/", "tests/", "tools/"):
        assert any(name.startswith(folder) for name in lengths), folder
    assert [name for name, lines in lengths.items() if lines > 300] == []
