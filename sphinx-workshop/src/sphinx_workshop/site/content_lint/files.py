"""Checks the files themselves: no symbolic link leads out, and what is published is harmless.

A build that finds such a file ends before it reads a page or writes one: whatever Sphinx, or an
extension, would do with the file does not happen.
"""

from __future__ import annotations

import os
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from ..flaws import PAGES, Flaw, report
from .paths import Folders
from .pictures import DOCUMENTS, PICTURES, file_flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

# What a theme or a script needs. Sphinx would run `.css_t` and `.jinja` as templates.
_CODE = frozenset(
    (
        *(".css", ".js", ".mjs", ".json", ".map", ".txt", ".webmanifest"),
        *(".ico", ".woff", ".woff2", ".ttf", ".otf"),
    )
)


class RejectedFilesError(SphinxError):
    """Files are reported that may not be published."""

    category = "Rejected files"


def find_links(app: Sphinx, config: Config) -> None:
    """Exclude symbolic links before Sphinx looks for pages (`config-inited`).

    It would follow them, round in circles if they lead there.
    """
    folders = Folders.of(Path(app.srcdir), config)
    links = list(_links(folders))
    excluded = [_pattern(path, folders) for path, _ in links]
    config.exclude_patterns = [*config.exclude_patterns, *excluded]
    # After the handler that collects the warnings.
    app.connect("builder-inited", partial(_check_files, links), priority=200)


def _check_files(links: list[tuple[Path, Flaw]], app: Sphinx) -> None:
    """Report the files that may not be there, and end the build then (`builder-inited`)."""
    folders = Folders.of(Path(app.srcdir), app.config)
    reported = {path for path, _ in links}
    flawed = [*links, *_flawed(folders, reported, app.config)]
    for path, flaw in flawed:
        report(f"'{path.name}' {flaw.message}", "file", f"{path}:{flaw.line or ''}", PAGES)
    if flawed:
        app.connect("env-before-read-docs", partial(_stop, len(flawed)), priority=0)


def _stop(number: int, app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    raise RejectedFilesError(f"{number} reported; no page is read before they are corrected")


def _pattern(path: Path, folders: Folders) -> str:
    return re.sub(r"[*?\[]", r"[\g<0>]", path.relative_to(folders.source).as_posix())


def _links(folders: Folders) -> Iterator[tuple[Path, Flaw]]:
    """Yield the symbolic links that lead out of the folders, and all that stand for a folder."""
    for root in folders.roots():
        for path in (root, *_below(root)):
            if path.is_symlink() and (path.is_dir() or not _leads_to_a_file(path, folders)):
                message = (
                    f"is a symbolic link to '{path.readlink()}', which is not a file of the "
                    "site's folders; put the files themselves here"
                )
                yield path, Flaw(0, message)


def _leads_to_a_file(path: Path, folders: Folders) -> bool:
    try:
        return folders.holds(path.resolve(strict=True))
    except (OSError, RuntimeError):  # it leads nowhere, or round in a circle
        return False


def _below(root: Path) -> Iterator[Path]:
    """Yield all files and folders below a folder, without following links."""
    for folder, folders, files in os.walk(root, followlinks=False):
        if Path(folder).is_symlink():
            return
        folders.sort()
        for name in (*folders, *sorted(files)):
            yield Path(folder, name)


def _flawed(folders: Folders, reported: set[Path], config: Config) -> Iterator[tuple[Path, Flaw]]:
    """Yield the files in published folders that are not what their names say."""
    for root in folders.published:
        for path in _below(root):
            if path in reported or not path.is_file():
                continue
            suffix = path.suffix.lower()
            if suffix in PICTURES | DOCUMENTS:
                if flaw := file_flaw(path, config):
                    yield path, flaw
            # Sphinx copies no hidden files, and from the folder of PDFs nothing unasked.
            elif not (root == folders.assets or path.name.startswith(".") or suffix in _CODE):
                yield path, Flaw(0, "is of a kind that is not published; delete or rename it")
