"""Which changes are content alone, and which are code."""

from __future__ import annotations

import sys
from pathlib import Path

from changed_parts import touches_code
from processes import ended, output_of
from real_site import ROOT
from repository import Repository

TOOL = ROOT / "tools/changed_parts.py"
CONTENT = (
    "index.md",
    "about/new page.md",
    "call-for-papers/topics/éclairs.md",
    "program/papers/alpha.md",
    "program/imported.json",
    "assets/12.pdf",
    "_static/photos/Someone.JPG",
    "addresses.txt",
)
CODE = (
    "conf.py",
    "_static/site.css",
    "_static/scripts/new.js",
    "sphinx-workshop/README.md",
    ".github/workflows/ci.yml",
    "requirements.txt",
    "README.md",
    "assets.py",
    "about.md",
)


def test_pages_and_pictures_are_content_and_everything_else_is_code() -> None:
    assert [name for name in CONTENT if touches_code([name])] == []
    assert [name for name in CODE if not touches_code(["index.md", name])] == []


def test_what_a_commit_changes_is_read_off_git(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "checkout")

    def printed(number: int) -> str:
        repository.commit(number)
        return output_of(sys.executable, TOOL, "HEAD^1", folder=repository.folder)

    repository.write("_static/site.css", "p {}\n")
    repository.commit(1)
    for name in CONTENT:
        repository.write(name, "Other words.\n")
    assert printed(2) == "code=false\n"
    assert printed(3) == "code=true\n"  # no file has changed
    repository.git("mv", "_static/site.css", "about/site.md")  # out of the code
    assert printed(4) == "code=true\n"
    done = ended(sys.executable, TOOL, "no-such-commit", folder=repository.folder)
    assert (done.code != 0, done.out) == (True, "")
