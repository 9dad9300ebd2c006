"""Names what a site has, so that a message can suggest the nearest of it."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING

from ...compat import labels, toctrees
from ...core.suggest import suggest

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True)
class Site:
    """What the site has, of which a message can name the nearest; `page` is where it stands."""

    env: BuildEnvironment
    page: str

    def relative(self, path: str) -> str:
        """Return a file's path from the source folder; those of other folders stay."""
        found, folder = PurePath(path), self.env.srcdir
        return found.relative_to(folder).as_posix() if found.is_relative_to(folder) else path

    @property
    def folder(self) -> str:
        """The page's folder."""
        return posixpath.dirname(self.page)

    def suggested_page(self, target: str) -> str:
        """Return a hint at the page most like a target, as this page has to write it."""
        suffix = ".md" if target.endswith(".md") else ""
        pages = {posixpath.relpath(d, self.folder or ".") + suffix for d in self.env.found_docs}
        return _by_name(target, pages)

    @property
    def contents(self) -> str:
        """The nearest page with a `toctree`: in this page's folder, or in one that holds it."""
        listing = sorted(toctrees.included(self.env).keys() - {self.page})
        folder = self.folder
        while not (near := [page for page in listing if posixpath.dirname(page) == folder]):
            if not folder:
                return str(self.env.config.root_doc)
            folder = posixpath.dirname(folder)
        index = posixpath.join(folder, "index")
        return index if index in near else near[0]

    @property
    def from_contents(self) -> str:
        """This page, as that one has to write it."""
        return posixpath.relpath(self.page, posixpath.dirname(self.contents) or ".")

    def suggested_file(self, target: str) -> str:
        """Return a hint at the file most like a target, in that target's folder."""
        folder = (self.env.srcdir / self.folder / target).parent
        names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        return suggest(PurePosixPath(target).name, names)

    @property
    def labels(self) -> set[str]:
        """The names that `ref` knows."""
        return labels.names(self.env)


def _by_name(target: str, paths: set[str]) -> str:
    """Return a hint at the path most like a target; the same file name elsewhere comes first."""
    same = sorted(path for path in paths if posixpath.basename(path) == posixpath.basename(target))
    return f"; did you mean '{same[0]}'?" if same else suggest(target, paths)
