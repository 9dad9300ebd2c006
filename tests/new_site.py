"""Creates the site of another workshop from the template, as `make edition` does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import edition
import real_site
from import_site import Done
from in_process import run
from processes import output_of
from sphinx_workshop.cli import __main__ as cli

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


def make_edition(facts: Path, folder: Path) -> Done:
    """Run what creates a new site, as `make edition` does."""
    return run(edition.main, facts, folder)


def empty_site(folder: Path) -> Path:
    """Return the sources of an empty site, created in a folder."""
    (folder / "facts.toml").write_text(FACTS, encoding="utf-8")
    done = make_edition(folder / "facts.toml", folder / "next")
    assert done.code == 0, done.err
    return folder / "next"


def add_content(site: Path) -> None:
    """Add a paper and a session to an empty site."""
    (site / "program/papers/quiet-nests.md").write_text(PAPER, encoding="utf-8")
    session = ("--title=Welcome", "--id=welcome", "--time=09:00-09:15", "--kind=intro")
    done = run(cli.main, "session", "--site", site, *session)
    assert done.code == 0, done.err


def check(site: Path, into: str) -> Done:
    """Check a site that was built, as its own `make test` does."""
    addresses = ("--addresses", site / "addresses.txt")
    return run(cli.main, "check", "--site", site, built(site, into), *addresses)


def build(site: Path, into: str, *settings: str) -> Path:
    """Build a site as its Makefile does; return the folder with its pages."""
    return real_site.build(site, site / "_build" / into, *settings)


def built(site: Path, into: str) -> Path:
    """Return the folder with the pages of a build."""
    return site / "_build" / into / "html"


@dataclass(frozen=True, slots=True)
class Edition:
    """A new site: its sources, and what was built before and after it had a paper and a session."""

    site: Path

    @classmethod
    def make(cls, folder: Path) -> Path:
        """Create and build one; return its sources."""
        site = empty_site(folder)
        commit_all(site, "Begin")
        build(site, "empty")
        add_content(site)
        build(site, "filled")
        return site

    @property
    def empty(self) -> Path:
        """The pages of the site without content."""
        return built(self.site, "empty")

    @property
    def filled(self) -> Path:
        """The pages of the site with a paper and a session."""
        return built(self.site, "filled")


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder; return what it prints."""
    return output_of("git", *arguments, folder=folder)


def commit_all(folder: Path, message: str) -> None:
    """Commit everything in a folder, whoever runs the tests."""
    git(folder, "add", "--all")
    git(folder, *COMMIT, "-m", message)
