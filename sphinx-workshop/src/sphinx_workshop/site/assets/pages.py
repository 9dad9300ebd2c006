"""What the published pages hold: words of their elements, and the assets that they ask for.

It is kept from build to build: only the pages that were written again need to be read again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING

from ...compat.parallel_tasks import in_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx.application import Sphinx

_ASKED = re.compile(r"_static/([\w./-]+)")
_LINKED = re.compile(r"(bundle\.(?:css|js))\?v=([0-9a-f]{8})")

# Python finds a pattern's first letters, and what stands before them, sooner than white space.
_VALUE = r"""(?:"([^"]*)"|'([^']*)')"""
_CLASS = re.compile(rf"class=(?<=\sclass=){_VALUE}")
_ID = re.compile(rf"id=(?<=\sid=){_VALUE}")
_TAG = re.compile(r"<([a-z][\w-]*)")
_QUOTED = re.compile(r"""["'`]([a-z][\w-]*)["'`]""")
_VERSION = re.compile(r"\?v=[0-9a-f]{8}\b")  # of an address: `12345fab` names no class `fab`
_WORD = re.compile(r"[A-Za-z_][\w-]*")


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of the pages, and of what their scripts may make."""

    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)

    def note_page(self, html: str) -> None:
        """Take over the words of a page's elements."""
        self.tags.update(_TAG.findall(html))
        for attribute, words in ((_CLASS, self.classes), (_ID, self.ids)):
            for values in set(attribute.findall(html)):
                words.update("".join(values).split())

    def note_script(self, script: str) -> None:
        """Take over the words of a script, and as tags what is a string or written as HTML."""
        found = _WORD.findall(_VERSION.sub("", script))
        self.classes.update(found)
        self.ids.update(found)
        self.tags.update(_QUOTED.findall(script), _TAG.findall(script))


@dataclass(slots=True)
class Page:
    """A page; `stamp` changes when it is written, `linked` the digests in its links.

    `words` are those of `Words`, each kept once for all pages, and in no sets, which are large.
    """

    stamp: tuple[int, int]
    words: tuple[tuple[str, ...], ...]
    assets: tuple[str, ...]
    linked: dict[str, str]


def read_pages(app: Sphinx, known: Mapping[str, Page]) -> dict[str, Page]:
    """Return all pages by their paths; those that are known and not written since, as known."""
    output = Path(app.outdir)
    paths = {path.relative_to(output).as_posix(): path for path in output.rglob("*.html")}
    names = [name for name in paths if not name.startswith("_static/")]
    found = {
        name: known[name]
        for name in names
        if name in known and known[name].stamp == _stamp(paths[name])
    }

    def read(part: Sequence[str]) -> dict[str, Page]:
        return {name: _read(paths[name]) for name in part}

    for part in in_parts(app, read, [name for name in names if name not in found]):
        found |= part
    return found


def all_words(pages: Iterable[Page]) -> Words:
    """Return the words of all pages."""
    words = Words()
    for page in pages:
        for of_all, of_page in zip((words.classes, words.ids, words.tags), page.words, strict=True):
            of_all.update(of_page)
    return words


def fix(output: Path, pages: Mapping[str, Page], digests: Mapping[str, str]) -> None:
    """Give the bundles' digests to pages that link them by others."""
    for name, page in pages.items():
        if any(digests[bundle] != digest for bundle, digest in page.linked.items()):
            path = output / name
            html = path.read_text("utf-8")
            path.write_text(_LINKED.sub(lambda m: f"{m[1]}?v={digests[m[1]]}", html), "utf-8")
            page.linked = {bundle: digests[bundle] for bundle in page.linked}
            page.stamp = _stamp(path)


def _read(path: Path) -> Page:
    html = path.read_text("utf-8")
    words = Words()
    words.note_page(html)
    kept = tuple(map(_kept, (words.classes, words.ids, words.tags)))
    assets = _kept(set(_ASKED.findall(html)))
    return Page(_stamp(path), kept, assets, dict(_LINKED.findall(html)))


def _kept(words: set[str]) -> tuple[str, ...]:
    return tuple(sorted(map(intern, words)))


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size
