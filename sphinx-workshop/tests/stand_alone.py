"""The least that a workshop is: two extensions, four facts, folders of any name, any theme.

The themes are those installed. Another environment may be asked instead, as sphinx-book-theme needs
a version of pydata-sphinx-theme of its own:

    STAND_ALONE_THEMES=sphinx_book_theme STAND_ALONE_PYTHON=other/bin/python pytest -k stand_alone
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from forked import built_by_sphinx
from inline_site import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

_KNOWN = ("alabaster", "furo", "pydata_sphinx_theme", "sphinx_book_theme")
_ASKED = os.environ.get("STAND_ALONE_THEMES", "").split()

PYTHON = os.environ.get("STAND_ALONE_PYTHON", sys.executable)
THEMES = _ASKED or [name for name in _KNOWN if find_spec(name)]
BUILDERS = ("html", "dirhtml")

FILES = {
    "conf.py": """\
project = "Meadows"
extensions = ["myst_parser", "sphinx_workshop"]
primary_domain = "workshop"
myst_enable_extensions = ["colon_fence"]
workshop = {
    "name": "Learning from Meadows",
    "start": "2030-06-01",
    "end": "2030-06-01",
    "timezone": "Europe/Paris",
}
""",
    "index.md": """\
# Meadows

:::{event}
A day on grass.
:::

:::{paper-list}
:::

:::{toctree}
:hidden:
hours
lectures/grass
lectures/hay
:::
""",
    "lectures/grass.md": """\
# Grass grows at night

:::{paper} 1
:authors: Ann Lee* (North); Børge Ray
:keywords: grass

Cameras saw it.
:::
""",
    "lectures/hay.md": """\
# Hay has a memory

:::{paper} 2
:authors: Cleo Médard*
:keywords: grass
:::
""",
    "hours.md": """\
# Hours

::::{schedule} 2030-06-01

:::{session} Opening
:id: opening
:time: 09:00-10:00
:kind: keynote
:speakers: ann-lee
:::
:::{session}
:time: 10:00-10:30
:paper: grass
:::
::::

:::{calendar}
:of: program
:::
""",
}


def write(folder: Path) -> Path:
    """Write the source folder."""
    source = folder / "source"
    for name, text in FILES.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    return source


def build(source: Path, theme: str, builder: str = "html", *more: str) -> Path:
    """Build with every warning an error; return the output folder."""
    output, errors = run(source, theme, builder, *more)
    assert not errors, errors
    return output


def run(source: Path, theme: str, builder: str, *more: str) -> tuple[Path, str]:
    """Build with every warning an error; return the output folder, and what went wrong."""
    folder = source.parent / f"{theme}-{builder}"
    folders = [str(folder / "doctrees"), str(source), str(folder / "out")]
    options = ["-n", "-W", "--keep-going", "-D", f"html_theme={theme}", *more]
    arguments = (*options, "-b", builder, "-d", *folders)
    if sys.executable == PYTHON:
        code, said = built_by_sphinx(source, *arguments)
    else:
        command = [PYTHON, "-m", "sphinx", "-q", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        code, said = done.returncode, done.stderr
    assert bool(code) == bool(said), said
    return folder / "out", said


def lost(output: Path, page: Path) -> Iterator[str]:
    """Yield the addresses on a page, within the site, at which there is no file."""
    for found in parsed(page).select("[href], [src], form[action]"):
        for name in ("href", "src", "action"):
            address = str(found.get(name) or "")
            path = urlsplit(urljoin(page.as_uri(), address))
            target = Path(unquote(path.path))
            if path.scheme == "file" and target.is_relative_to(output):
                if not (target / "index.html" if target.is_dir() else target).is_file():
                    yield address
            elif path.scheme == "file":
                yield address
