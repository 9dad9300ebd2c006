"""A git repository for tests of what follows from its history."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def at(day: int) -> datetime:
    """Return noon of a day of May."""
    return datetime(2016, 5, day, 12, tzinfo=UTC)


class Repository:
    """A repository whose commits are made on days of May 2016."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, day: int = 1) -> str:
        """Run git, and return what it says."""
        # The author's date is another one: a rebased commit changes the site when it is rebased.
        dates = {"GIT_COMMITTER_DATE": at(day).isoformat(), "GIT_AUTHOR_DATE": "2001-01-01T00:00Z"}
        names = {
            f"GIT_{who}_{what}": "x@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=os.environ | dates | names | nobody,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def head(self) -> str:
        """Return the name of the commit at the branch's tip."""
        return self.git("rev-parse", "HEAD")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, day: int, **files: str) -> None:
        """Commit files on a day of May; `_` in their names is a slash."""
        for name, text in files.items():
            self.write(name.replace("_", "/") + ".md", text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=x", day=day)
