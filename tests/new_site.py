"""Creates the site of another workshop from the template, as `make edition` does."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from real_site import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FACTS = """\
name = "Counting \\"Birds\\" & $other <things>"
short_name = "Birds"
kind = "conference"
start = "2031-03-29"
end = "2031-03-30"
timezone = "Europe/Oslo"
place = "Tromsø, Norway"
online_url = "https://example.org/live"
conference = "NEST 2031"
conference_name = "3rd Conference on Nests"
conference_start = "2031-03-28"
conference_end = "2031-04-01"
repository = "https://github.com/example/nest"
site = "https://example.github.io/nest/"
uid = "nest2031@example.github.io"
contact = "birds@example.org"
note = "Talks alone"
license = "CC0"
color = "#7a3e9d"
"""
PAPER = "# Quiet Nests\n\n:::{paper} 12\n:authors: Ann Lee*; Bo Ray\n\nWe listen.\n:::\n"
COMMIT = ("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "--no-gpg-sign")


def make_edition(facts: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command that creates a new site."""
    return subprocess.run(
        [sys.executable, ROOT / "tools" / "edition.py", facts, folder],
        capture_output=True,
        text=True,
        check=False,
    )


def empty_site(folder: Path) -> Path:
    """Return the sources of an empty site, created in a folder."""
    (folder / "facts.toml").write_text(FACTS, encoding="utf-8")
    done = make_edition(folder / "facts.toml", folder / "next")
    assert done.returncode == 0, done.stderr
    return folder / "next"


def add_content(site: Path) -> None:
    """Add a paper and a session to an empty site."""
    (site / "program/papers/quiet-nests.md").write_text(PAPER, encoding="utf-8")
    session = ("--title=Welcome", "--id=welcome", "--time=09:00-09:15", "--kind=intro")
    done = workshop("session", *session, site=site)
    assert done.returncode == 0, done.stderr


def build(site: Path, into: str) -> Path:
    """Build a site; return the folder with its pages."""
    done = workshop("build", "--into", f"_build/{into}", site=site)
    assert done.returncode == 0, done.stderr
    return site / "_build" / into / "html"


def workshop(command: str, *arguments: str, site: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the engine in a site's folder, as its Makefile does."""
    return subprocess.run(
        [sys.executable, "-m", "sphinx_workshop.cli", command, *arguments],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder; return what it prints."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def commit_all(folder: Path, message: str) -> None:
    """Commit everything in a folder, whoever runs the tests."""
    git(folder, "add", "--all")
    git(folder, *COMMIT, "-m", message)
