"""Says in plain words, with the remedy, what Sphinx, MyST and docutils say in theirs.

A message that no lesson knows stays as it is.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from pygments.lexers import get_all_lexers

from ...compat import labels, registries
from ...core.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sphinx.environment import BuildEnvironment

MARKDOWN, LINKS, FENCES = "pages", "links-and-pictures", "fences-and-options"
"""Sections of the guide."""

_WORDS = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Site:
    """What the site has, of which a message can name the nearest; `page` is where it stands."""

    env: BuildEnvironment
    page: str

    @cached_property
    def directives(self) -> set[str]:
        """The names of all directives that a page can use."""
        return {*registries.directive_names(), *self._of_domain("directives")}

    @cached_property
    def roles(self) -> set[str]:
        """The names of all roles that a page can use."""
        return {*registries.role_names(), *self._of_domain("roles")}

    def _of_domain(self, kind: str) -> Iterable[str]:
        name = self.env.config.primary_domain
        known: Mapping[str, object] = (
            getattr(self.env.domains[name], kind) if name in self.env.domains else {}
        )
        return known

    @property
    def folder(self) -> str:
        """The page's folder."""
        return posixpath.dirname(self.page)

    def nearest_page(self, target: str) -> str:
        """Return a hint at the page most like a target, as this page has to write it."""
        suffix = ".md" if target.endswith(".md") else ""
        pages = {posixpath.relpath(d, self.folder or ".") + suffix for d in self.env.found_docs}
        return _by_name(target, pages)

    def nearest_file(self, target: str) -> str:
        """Return a hint at the file most like a target, in that target's folder."""
        folder = (self.env.srcdir / self.folder / target).parent
        names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        return nearest(PurePosixPath(target).name, names)

    @property
    def labels(self) -> set[str]:
        """The names that `ref` knows."""
        return labels.names(self.env)


def _by_name(target: str, paths: set[str]) -> str:
    """Return a hint at the path most like a target; the same file name elsewhere comes first."""
    same = sorted(path for path in paths if posixpath.basename(path) == posixpath.basename(target))
    return f"; did you mean '{same[0]}'?" if same else nearest(target, paths)


class Lesson(NamedTuple):
    """A message of others, by type and text, the guide's section, and better words for it."""

    type: str
    text: re.Pattern[str]
    section: str
    words: Callable[[re.Match[str], Site], str]


def _lesson(
    type: str, text: str, section: str, words: Callable[[re.Match[str], Site], str]
) -> Lesson:
    return Lesson(type, re.compile(text), section, words)


def _no_page(found: re.Match[str], site: Site) -> str:
    target = found[1]
    if target.startswith("#") or not re.search(r"[./]", target):
        return (
            f"there is no place '{target.removeprefix('#')}' on this page"
            f"{nearest(target.removeprefix('#'), site.labels)}; a link to a heading needs a name "
            "in parentheses on the line above it, like (rules)="
        )
    hint = site.nearest_page(target)
    return f"there is no page '{target}'{hint or '; write the path from this file to its .md file'}"


LESSONS = (
    _lesson(
        "myst",
        r"Unknown directive type: '(.+)'",
        FENCES,
        lambda m, site: f"there is no directive '{m[1]}'{nearest(m[1], site.directives)}",
    ),
    _lesson(
        "myst",
        r'Unknown interpreted text role "(.+)"\.',
        "names-in-text",
        lambda m, site: f"there is no role '{m[1]}'{nearest(m[1], site.roles)}",
    ),
    _lesson("myst", r"'myst' cross-reference target not found: '(.+)'", LINKS, _no_page),
    _lesson(
        "myst",
        r"local id not found in doc '(.+)': '(.+)'",
        LINKS,
        lambda m, site: (
            f"page '{m[1]}' has no place '{m[2]}'; put ({m[2]})= on the line above its heading, "
            "or link to the page alone"
        ),
    ),
    _lesson(
        "ref",
        r"unknown document: '(.+)'",
        LINKS,
        lambda m, site: f"there is no page '{m[1]}'{site.nearest_page(m[1])}",
    ),
    _lesson(
        "ref",
        r"undefined label: '(.+)'",
        LINKS,
        lambda m, site: f"there is no place '{m[1]}'{nearest(m[1], site.labels)}",
    ),
    _lesson(
        "ref",
        r"'any' reference target not found: (.+)",
        LINKS,
        lambda m, site: f"nothing has the name '{m[1]}'{nearest(m[1], site.labels)}",
    ),
    _lesson(
        "toc",
        r"toctree contains reference to nonexisting document '(.+)'",
        MARKDOWN,
        lambda m, site: (
            f"the contents name a page '{m[1]}' that does not exist{site.nearest_page(m[1])}"
        ),
    ),
    _lesson(
        "toc",
        r"document isn't included in any toctree",
        MARKDOWN,
        lambda m, site: (
            f"no page leads to this one; add '{posixpath.basename(site.page)}' to the {{toctree}} "
            f"of {posixpath.join(site.folder, 'index.md')}, or delete the file"
        ),
    ),
    _lesson(
        "image",
        r"image file not readable: (.+)",
        LINKS,
        lambda m, site: (
            f"there is no picture '{m[1]}'{site.nearest_file(m[1])}; its path is written from this "
            "file's folder"
        ),
    ),
    _lesson(
        "download",
        r"download file not readable: (.+)",
        LINKS,
        lambda m, site: f"there is no file '{posixpath.basename(m[1])}'{site.nearest_file(m[1])}",
    ),
    _lesson(
        "myst",
        r"Non-consecutive header level increase; H(\d) to H(\d)",
        MARKDOWN,
        lambda m, site: (
            f"the heading is of level {m[2]}, under one of level {m[1]}; begin it with "
            f"'{'#' * (int(m[1]) + 1)} '"
        ),
    ),
    _lesson(
        "myst",
        r"'(.+)': Unknown option key: '(.+)' \(allowed: \[(.*)\]\)",
        FENCES,
        lambda m, site: f"{m[1]}: there is no option '{m[2]}'{nearest(m[2], _WORDS.findall(m[3]))}",
    ),
    _lesson(
        "myst",
        r"'(.+)': Invalid option value for '(.+)': (.*?): (.*)",
        FENCES,
        lambda m, site: f"{m[1]}: {m[2]} '{m[3]}' cannot be read: {m[4]}",
    ),
    _lesson(
        "myst",
        r"'(.+)': Has content, but none permitted",
        FENCES,
        lambda m, site: (
            f"{m[1]} holds no text; delete what stands between its fences, or begin its options "
            "with a colon"
        ),
    ),
    _lesson(
        "myst",
        r"Malformed YAML",
        MARKDOWN,
        lambda m, site: (
            "the lines between --- at the top cannot be read; delete them: pages here need none"
        ),
    ),
    _lesson(
        "myst",
        r"Duplicate reference definition: (.+)",
        LINKS,
        lambda m, site: f"the address of [{m[1].lower()}] stands there twice; delete one",
    ),
    _lesson(
        "docutils",
        r"Directive '(.+)': (\d+) argument\(s\) required, (\d+) supplied",
        FENCES,
        lambda m, site: f"{m[1]}: something is missing after {{{m[1]}}} on its line",
    ),
    _lesson(
        "docutils",
        r'Directive "include": file not found: .*?([^/\']+)\'',
        LINKS,
        lambda m, site: f"there is no file '{m[1]}' to include{site.nearest_file(m[1])}",
    ),
    _lesson(
        "docutils",
        r'Duplicate explicit target name: "(.+)"\.',
        LINKS,
        lambda m, site: f"the place '{m[1]}' is named twice; give one of them another name",
    ),
    _lesson(
        "docutils",
        r'Unknown target name: "(.+)"\.',
        LINKS,
        lambda m, site: (
            f"nothing explains [{m[1]}]; add a line that begins with '[^{m[1]}]: ' for a footnote"
        ),
    ),
    _lesson(
        "misc",
        r"Pygments lexer name '(.+)' is not known",
        MARKDOWN,
        lambda m, site: (
            f"code is not colored as '{m[1]}', which is no language known here"
            f"{nearest(m[1], (name for lexer in get_all_lexers() for name in lexer[1]))}"
        ),
    ),
)


def taught(type: str, message: str, site: Site) -> tuple[str, str]:
    """Return a message in plain words, and the section of the guide that explains; or as it is."""
    for lesson in LESSONS:
        if lesson.type == type and (found := lesson.text.match(message)):
            return lesson.words(found, site), lesson.section
    return message, ""
