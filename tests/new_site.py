"""Makes an empty site for another workshop, of this repository's code alone."""

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
start = "2031-03-29"
end = "2031-03-30"
timezone = "Europe/Oslo"
place = "Tromsø, Norway"
online_url = "https://example.org/live"
room = "Loft"
conference = "NEST 2031"
conference_name = "3rd Conference on Nests"
conference_start = "2031-03-28"
conference_end = "2031-04-01"
repository = "https://github.com/example/nest"
site = "https://example.github.io/nest/"
uid = "nest2031@example.github.io"
contact = "birds@example.org"
"""


def make_edition(facts: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command that makes a new edition."""
    return subprocess.run(
        [sys.executable, ROOT / "tools" / "new_edition.py", facts, folder],
        capture_output=True,
        text=True,
        check=False,
    )


def empty_site(folder: Path) -> Path:
    """Return the sources of an empty site, made in a folder."""
    (folder / "facts.toml").write_text(FACTS, encoding="utf-8")
    done = make_edition(folder / "facts.toml", folder / "next")
    assert done.returncode == 0, done.stderr
    return folder / "next"
