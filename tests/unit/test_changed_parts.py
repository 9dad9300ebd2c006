"""Which changes are content alone, and which are code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from processes import ended, output_of
from real_site import ROOT
from repository import Repository

if TYPE_CHECKING:
    from pathlib import Path

TOOL = ROOT / "tools/changed_parts.py"
ORDINARY = {
    "index.md": "# Home\n",
    "about/index.md": "# About\n",
    "program/papers/alpha.md": "# Alpha\n",
    "_static/site.css": "p {}\n",
    "conf.py": "x = 1\n",
}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "checkout")
    for name, text in ORDINARY.items():
        made.write(name, text)
    made.commit(1)
    return made


def printed(repository: Repository) -> str:
    repository.commit(2)
    return output_of(sys.executable, TOOL, "HEAD^1", folder=repository.folder)


@pytest.mark.parametrize(
    "name",
    [
        "index.md",
        "about/new page.md",
        "call-for-papers/topics/éclairs.md",
        "program/papers/alpha.md",
        "program/imported.json",
        "assets/12.pdf",
        "_static/photos/Someone.JPG",
        "addresses.txt",
    ],
)
def test_a_page_or_a_picture_is_content(repository: Repository, name: str) -> None:
    repository.write(name, "Other words.\n")
    assert printed(repository) == "code=false\n"


@pytest.mark.parametrize(
    "name",
    [
        "conf.py",
        "_static/site.css",
        "_static/scripts/new.js",
        "sphinx-workshop/README.md",
        ".github/workflows/ci.yml",
        "requirements.txt",
        "README.md",
        "assets.py",
        "about.md",
    ],
)
def test_everything_else_is_code(repository: Repository, name: str) -> None:
    repository.write(name, "other\n")
    repository.write("index.md", "# Other\n")
    assert printed(repository) == "code=true\n"


def test_code_that_is_deleted_or_moved_into_content_is_code(repository: Repository) -> None:
    repository.git("mv", "_static/site.css", "about/site.md")
    assert printed(repository) == "code=true\n"


def test_a_change_of_no_file_is_code(repository: Repository) -> None:
    assert printed(repository) == "code=true\n"


def test_an_unknown_base_fails_and_prints_nothing(repository: Repository) -> None:
    done = ended(sys.executable, TOOL, "no-such-commit", folder=repository.folder)
    assert (done.code != 0, done.out) == (True, "")
