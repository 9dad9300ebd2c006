"""Runs the checks of sources before Sphinx reads them: files that it passes over, and pages."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from ...compat.matching import patmatch
from ...compat.myst_config import myst_config
from ..flaws import PAGES, Flaw, report
from .conflicts import check_conflicts, first_versions
from .fence_checks import misread_fences
from .markdown import PageParser
from .option_checks import check_options
from .source_checks import Hints, check_page

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .report import Report

logger = logging.getLogger(__name__)

HINTS = "template-hints"

_MARKUP = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".rst", ".rest")
"""Endings of text with markup, of which a site may read none but one."""


def flaws(text: str, parser: PageParser, hints: Hints) -> tuple[list[Flaw], str]:
    """Return what is wrong with the source of a page, by line, and the source to read instead."""
    lines = text.split("\n")
    if conflicts := check_conflicts(lines):
        return conflicts, "\n".join(first_versions(lines))
    misread = misread_fences(lines)
    found = [*misread, *check_options(lines)]
    text = "\n".join(lines)
    if not misread:
        found += check_page(text, parser, hints)
    return sorted(found), text


def _warn(flaw: Flaw, location: tuple[str, int] | str) -> None:
    kind = "sphinx_workshop.site.diagnostics"
    report(flaw.message, "source", location, flaw.section, type=kind, hides=flaw.hides)


class SourceChecks:
    """Checks each page that is read; the parser, which takes time to make, serves them all."""

    def __init__(self) -> None:
        self._parser: PageParser | None = None
        self._hints = Hints(())

    def check(self, app: Sphinx, docname: str, content: list[str]) -> None:
        """Warn of every flaw of a page (`source-read`)."""
        if self._parser is None:
            self._parser = PageParser(myst_config(app.env))
            self._hints = Hints(hint for hints in app.emit(HINTS) for hint in hints)
        found, content[0] = flaws(content[0], self._parser, self._hints)
        for flaw in found:
            _warn(flaw, (docname, flaw.line))


def check_files(app: Sphinx) -> None:
    """Warn of files that are meant as pages, but have another ending (`builder-inited`)."""
    read = tuple(app.config.source_suffix)
    for name in sorted(_files_of_content(app)):
        if name.lower().endswith(_MARKUP) and not name.endswith(read):
            stem = name.rpartition("/")[2].rpartition(".")[0]
            message = f"this file is not built, because pages are Markdown; name it '{stem}.md'"
            _warn(Flaw(1, message), f"{app.srcdir / name}:1")


def _files_of_content(app: Sphinx) -> set[str]:
    """Return the files under the folders of `include_patterns`, the only ones that are searched.

    Symbolic links are not followed: one may lead to all of the machine, or round in a circle.
    """
    config, found = app.config, set[str]()
    patterns = [*config.exclude_patterns, *config.templates_path]
    source = Path(app.srcdir)

    def is_read(path: Path) -> bool:
        name = path.relative_to(source).as_posix()
        return not any(patmatch(name, pattern) for pattern in patterns)

    for pattern in config.include_patterns:
        start = source / pattern.partition("*")[0].rpartition("/")[0]
        if "*" not in pattern or start.is_symlink():
            continue
        for folder, folders, names in os.walk(start):
            folders[:] = [name for name in folders if is_read(Path(folder, name))]
            files = [Path(folder, name) for name in names]
            found |= {path.relative_to(source).as_posix() for path in files if is_read(path)}
    return found


def check_encoding(held: Report, app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Give up where files are not UTF-8 (`env-before-read-docs`), after naming them all."""
    found = 0
    for docname in docnames:
        data = env.doc2path(docname).read_bytes()
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            found += 1
            logger.error(
                f"the byte {data[error.start]:#x} is not UTF-8; save the file as UTF-8",
                location=(docname, data.count(b"\n", 0, error.start) + 1),
                extra={"about": PAGES},
            )
    if found:
        held.give_up()
