"""Measure how the booklet of many papers is made: page, e-book, PDF; fail beyond the limits.

    python sphinx-workshop/tests/measure_booklet.py [700]

The papers are invented, with abstracts of 150 to 200 words. `make measure` runs this file.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from inline_site import SETTINGS, InlineSite
from many_papers import files

SECONDS, GIGABYTES = 180, 1.5
SPHINX = [sys.executable, "-m", "sphinx", "-q", "-j", "auto", "-b"]
BOOK = {
    "html_theme": "pydata_sphinx_theme",
    "html_sidebars": {"**": []},
    "extensions": [*SETTINGS["extensions"], "sphinx_workshop.site.ebook"],
    "workshop_booklets": True,
    "version": "1",
    "epub_basename": "booklet",
    "epub_author": "Tests",
    "epub_contributor": "Tests",
    "epub_publisher": "Tests",
    "epub_description": "Tests",
    "epub_identifier": "https://example.org",
    "epub_uid": "tests",
    "epub_copyright": "Tests",
    "epub_tocscope": "includehidden",
    "epub_show_urls": "no",
    "epub_use_index": False,
    "epub_exclude_files": [".nojekyll", "booklet.xhtml"],
}


def measured(name: str, command: list[str]) -> float:
    """Run a step, tell what it took, and return the seconds on the clock."""
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    seconds, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"{name:8} {seconds:6.1f} s, of which computing {after.ru_utime - before.ru_utime:6.1f} s"
    )
    return seconds


def main(count: int) -> None:
    """Make the booklet of some papers in all its forms."""
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        source = str(InlineSite(at, files(count), BOOK).source)
        seconds = sum(
            measured(name, command)
            for name, command in {
                "page": [*SPHINX, "html", "-d", str(at / "1"), source, str(at / "html")],
                "e-book": [*SPHINX, "epub", "-d", str(at / "2"), source, str(at / "epub")],
                "PDF": [
                    *(sys.executable, "-m", "sphinx_workshop.cli", "booklet"),
                    str(at / "html" / "booklet.html"),
                ],
            }.items()
        )
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    gigabytes = kilobytes * 1024 / 1e9
    print(f"{count} papers: {seconds:.0f} s (limit {SECONDS}), {gigabytes:.2f} GB ({GIGABYTES})")
    if seconds > SECONDS or gigabytes > GIGABYTES:
        sys.exit("The booklet takes more than it may.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 700)
