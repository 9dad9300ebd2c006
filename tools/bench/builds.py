"""Builds of an invented workshop, and what they cost: time, memory, output.

Sites of four kinds are made of the same Markdown. `ours` is the site as conf.py has it. `stock` is
the theme as it comes and `bare` Sphinx's `basic` theme, both with our objects, without which the
Markdown says nothing, and with Sphinx's own search index. `plain` is `bare` without our objects:
stubs print what the directives hold (`stubs.py`), with no lists, links, related papers,
exports and metadata. It does much less than the others, and shows where Sphinx's own time ends.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import conf

if TYPE_CHECKING:
    import resource

    from .workshop import Workshop

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("ours", "stock", "bare", "plain")

_OTHERS = """\
project = "Invented results"
author = "nobody"
copyright = "2030, nobody"
extensions = ["myst_parser", "sphinx_design", {objects!r}]
primary_domain = "workshop"
myst_enable_extensions = ["colon_fence", "dollarmath"]
include_patterns = ["index.md", "about/**", "call-for-papers/**", "program/**"]
html_theme = {theme!r}
html_copy_source = False
"""
_THEMES = {"stock": "pydata_sphinx_theme", "bare": "basic", "plain": "basic"}


def _facts(workshop: Workshop) -> str:
    """Return the settings that our objects ask for."""
    facts = conf.workshop | workshop.settings
    return (
        f"workshop = {facts!r}\nhtml_baseurl = {conf.html_baseurl!r}\n"
        'extensions.append("mathml")\nhtml_math_renderer = "mathml"\n'
    )


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took: seconds by the clock and of computing, the most memory in bytes."""

    seconds: float
    computing: float
    memory: int


class Site:
    """The sources of a workshop, and what is built of them."""

    def __init__(self, folder: Path, workshop: Workshop, kind: str) -> None:
        self.folder, self.workshop, self.kind = folder, workshop, kind
        self.source, self.output = folder / "source", folder / "html"
        for name, text in workshop.files.items():
            path = self.source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        self._configure()

    def _configure(self) -> None:
        if self.kind != "ours":
            with_objects = self.kind != "plain"
            objects = "sphinx_workshop" if with_objects else "bench.stubs"
            settings = _OTHERS.format(theme=_THEMES[self.kind], objects=objects)
            if with_objects:
                settings += _facts(self.workshop)
        else:
            for name in ("_static", "_templates"):
                shutil.copytree(ROOT / name, self.source / name)  # a link would be rejected
            # The real site's table names pages that an invented workshop has not.
            facts = f"\nworkshop |= {self.workshop.settings!r}\nworkshop_search_words = {{}}\n"
            settings = (ROOT / "conf.py").read_text("utf-8") + facts
        (self.source / "conf.py").write_text(settings, "utf-8")

    def clean(self) -> None:
        """Forget what was built."""
        for name in ("html", "doctrees"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def build(self, jobs: int = 1) -> Cost:
        """Build what is not built, every warning being an error."""
        strict = ("-n", "-W") if self.kind == "ours" else ()
        command = [sys.executable, "-m", "sphinx", "-b", "html", "-q", *strict, "-j", str(jobs)]
        command += ["-d", str(self.folder / "doctrees"), str(self.source), str(self.output)]
        # Neither history nor the machine's own settings: all three are the same every time.
        environment = os.environ | {"SOURCE_DATE_EPOCH": "1900000000", "PYTHONHASHSEED": "0"}
        environment["PYTHONPATH"] = str(ROOT / "tools")  # where the stubs are
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=self.folder, env=environment)
        _pid, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        return Cost(seconds, usage.ru_utime + usage.ru_stime, _bytes(usage))

    def edit(self, name: str) -> None:
        """Change a sentence of a page."""
        path = self.source / name
        text = path.read_text("utf-8")
        head, _, tail = text.rpartition(".\n:::")
        path.write_text(f"{head} and one word more.\n:::{tail}", "utf-8")

    def size(self) -> int:
        """Return the bytes of all that was published."""
        return sum(path.stat().st_size for path in self.output.rglob("*") if path.is_file())


def _bytes(usage: resource.struct_rusage) -> int:
    """Return a process's most memory: macOS counts in bytes, Linux in kibibytes."""
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
