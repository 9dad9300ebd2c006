"""Knows which files pages may show or link to, and resolves the paths that they write.

Pages stand in the folders that `include_patterns` names. Besides, the folders of
`html_static_path` and `html_extra_path`, and the one that `workshop_lint_assets` names, are
published. Nothing else is.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ...compat.matching import Matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of a site whose files may be read or published."""

    source: Path
    included: tuple[str, ...]
    excluded: tuple[str, ...]
    static: tuple[Path, ...]
    assets: Path

    @classmethod
    def of(cls, source: Path, config: Config) -> Folders:
        """Return what the settings name."""
        source = source.resolve()
        static = (source / entry for entry in (*config.html_static_path, *config.html_extra_path))
        return cls(
            source,
            tuple(config.include_patterns),
            tuple(config.exclude_patterns),
            # Themes and extensions bring folders of their own, from elsewhere.
            tuple(folder for folder in static if folder.is_relative_to(source)),
            source / config.workshop_lint_assets,
        )

    @property
    def published(self) -> tuple[Path, ...]:
        """The folders from which files are published without a page that asks for them."""
        return (*self.static, self.assets)

    def roots(self) -> Iterator[Path]:
        """Yield the published folders, and the files and folders at the top that may hold pages."""
        yield from self.published
        firsts = {pattern.partition("/")[0] for pattern in self.included}
        if not any(set(first) & set("*?[") for first in firsts):
            yield from (self.source / first for first in sorted(firsts))
            return
        hidden = Matcher([*self.excluded, ".*", "**/.*"])
        for path in sorted(self.source.iterdir()):
            if not hidden(path.name) and path not in self.published:
                yield path

    def is_published(self, path: Path) -> bool:
        """Return whether a resolved path is in a folder whose files are published."""
        return any(path.is_relative_to(folder) for folder in self.published)

    def is_content(self, path: Path) -> bool:
        """Return whether a resolved path is among the pages."""
        if not path.is_relative_to(self.source):
            return False
        relative = path.relative_to(self.source).as_posix()
        return Matcher(self.included)(relative) and not Matcher(self.excluded)(relative)

    def holds(self, path: Path) -> bool:
        """Return whether a resolved path is in any of the folders."""
        return self.is_content(path) or self.is_published(path)


def resolved(env: BuildEnvironment, written: str) -> tuple[str, Path] | None:
    """Return the path that a page means, as Sphinx is to read it, and its file; None for no path.

    Markdown writes a space or an accent as `%20` or `%C3%A4`; the file is called by its own name.
    """
    for name in dict.fromkeys((unquote(written), written)):
        try:
            file = Path(env.relfn2path(name, env.docname)[1])
            if file.is_file():
                return name, file
        except (OSError, ValueError):  # too long, or with a null byte
            return None
    return unquote(written), Path(env.relfn2path(unquote(written), env.docname)[1])
