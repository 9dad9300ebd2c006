"""A site that tests import into, edit by hand and build after each step."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from import_site import ImportSite
from inline_site import InlineSite
from sphinx_workshop.cli.__main__ import main
from sphinx_workshop.editing.paper_page import read_paper_page

if TYPE_CHECKING:
    from inline_site import Built

HOME = """\
# Home

:::{paper-list}
:::

:::{toctree}
:glob:

program/papers/*
program/index
:::
"""
OF_ALL = """\
# Home

:::{toctree}
:glob:

program/papers/*
program/index
about/*
call-for-papers/*
:::
"""
"""The home page of a site that has people and dates too."""
PROGRAM = "# Program\n\n:::{toctree}\nspeakers\n:::\n"


class Workshop(ImportSite):
    """A site that is built after each step, and the files that its source has exported."""

    def __init__(self, folder: Path, built: InlineSite | None = None) -> None:
        (folder / "site").mkdir(parents=True)
        super().__init__(folder / "site")
        self.built = built or InlineSite(folder / "built", {}, {})
        self.write("index.md", HOME)
        self.write("program/index.md", PROGRAM)
        self.write("program/speakers.md", "# Speakers\n")

    def paper(self, number: int) -> Path:
        """Return the page of a submission, wherever it is."""
        for path in self.papers.rglob("*.md"):
            page = read_paper_page(path)
            if page and page.number == number:
                return path
        raise AssertionError(f"no page has number {number}")

    def pages(self) -> dict[str, str]:
        paths = sorted(self.folder.rglob("*.md"))
        return {p.relative_to(self.folder).as_posix(): p.read_text("utf-8") for p in paths}

    def builds(self) -> Path:
        """Build the site without a warning; return what was built."""
        built = self.build()
        assert built.messages == []
        return built.output

    def build(self) -> Built:
        """Build the site as it is now, where it was built before."""
        self.built.hold(self.pages())
        return self.built.build()

    def run_as_printed(self, command: str) -> None:
        """Run a command that a report prints."""
        name, *arguments = shlex.split(command)
        assert name == "sphinx-workshop"
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as errors:
            assert main(arguments) == 0, f"{command}: {errors.getvalue()}"

    def run_in_a_shell(self, command: str) -> None:
        """Give a command to a shell, as somebody does who copies it from the report."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        environment = os.environ | {"PATH": path}
        done = subprocess.run(
            ["sh", "-c", command], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"
