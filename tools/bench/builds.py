"""Sites that are measured: their sources, builds of them, edits, mistakes.

`ours` is built as `make html` builds. `plain` is the same Markdown with Sphinx's `basic` theme and
without our objects: stubs print what the directives hold (`stubs.py`), with no lists, links,
related papers, booklet, exports and metadata. It does much less, and shows where Sphinx's own time
ends.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from real_site import ROOT, copy_of_sources

if TYPE_CHECKING:
    import resource
    from collections.abc import Iterator
    from pathlib import Path

    from .workshop import Workshop

_PLAIN = """\
project = "Invented results"
author = "nobody"
copyright = "2030, nobody"
extensions = ["myst_parser", "sphinx_design", "bench.stubs"]
primary_domain = "workshop"
source_suffix = {".md": "markdown"}
myst_enable_extensions = ["colon_fence", "dollarmath"]
include_patterns = ["index.md", "about/**", "call-for-papers/**", "program/**"]
html_theme = "basic"
html_copy_source = False
"""
_WRONG = "no-such-topic"
_TOPICS = "\n:topics: "


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took: seconds by the clock and of computing, the most memory in bytes."""

    seconds: float
    computing: float
    memory: int


class Site:
    """The sources of an invented workshop, or of the real site, and what is built of them."""

    def __init__(self, folder: Path, workshop: Workshop | None, *, plain: bool = False) -> None:
        self.folder, self.plain = folder, plain
        self.source, self.output = folder / "source", folder / "built" / "html"
        if workshop is None:
            copy_of_sources(folder)
        else:
            self._invent(workshop)
        if plain:
            (self.source / "conf.py").write_text(_PLAIN, "utf-8")
        papers = self.source / "program" / "papers"
        self.papers = sorted(path for path in papers.glob("*.md") if path.name != "index.md")
        self._numbers = count(1)

    def _invent(self, workshop: Workshop) -> None:
        for name, text in workshop.files.items():
            path = self.source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        for name in ("_static", "_templates"):
            shutil.copytree(ROOT / name, self.source / name)  # a link would be rejected
        # The real site's table names pages that an invented workshop has not.
        facts = f"\nworkshop |= {workshop.settings!r}\nworkshop_search_words = {{}}\n"
        settings = (ROOT / "conf.py").read_text("utf-8") + facts
        (self.source / "conf.py").write_text(settings, "utf-8")

    def clean(self) -> None:
        """Put what was built aside: file systems are slower where much was deleted just before."""
        if (built := self.folder / "built").exists():
            built.rename(self.folder / f"aside-{next(self._numbers)}")

    def build(self, *, fails: bool = False) -> Cost:
        """Build what is not built; a build that `fails` must report a mistake."""
        command = [sys.executable, "-m", "sphinx_workshop.cli", "build", "--into", "../built"]
        if self.plain:
            trees = ("-d", self.folder / "built" / "doctrees", ".", self.output)
            command = [sys.executable, "-m", "sphinx", "-Q", "-j", "auto", *map(str, trees)]
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=self.source, env=environment(), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if fails else None,
        )  # fmt: skip
        _pid, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if bool(process.returncode) != fails:
            raise subprocess.CalledProcessError(process.returncode, command)
        return Cost(seconds, usage.ru_utime + usage.ru_stime, _bytes(usage))

    def edit(self, paper: Path) -> str:
        """Add a word to a sentence of a page, and return it."""
        word = f"edited{next(self._numbers)}"
        head, end, tail = paper.read_text("utf-8").partition(".\n:::")
        assert end, f"{paper} has no text that ends in a full stop"
        paper.write_text(f"{head} and {word}{end}{tail}", "utf-8")
        return word

    def mistake(self, paper: Path) -> None:
        """Name a topic that there is not."""
        text = paper.read_text("utf-8")
        paper.write_text(text.replace(_TOPICS, f"{_TOPICS}{_WRONG}; ", 1), "utf-8")

    def correct(self, paper: Path) -> None:
        """Take the mistake back."""
        text = paper.read_text("utf-8")
        paper.write_text(text.replace(f"{_WRONG}; ", "", 1), "utf-8")

    def some_papers(self, number: int) -> Iterator[Path]:
        """Yield papers in turn."""
        return (self.papers[n % len(self.papers)] for n in range(number))


def environment() -> dict[str, str]:
    """Return what builds run with: neither history nor the machine's own settings."""
    fixed = {"SOURCE_DATE_EPOCH": "1900000000", "PYTHONHASHSEED": "0", "PYTHONUNBUFFERED": "1"}
    return os.environ | fixed | {"PYTHONPATH": str(ROOT / "tools")}  # where the stubs are


def _bytes(usage: resource.struct_rusage) -> int:
    """Return a process's most memory: macOS counts in bytes, Linux in kibibytes."""
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
