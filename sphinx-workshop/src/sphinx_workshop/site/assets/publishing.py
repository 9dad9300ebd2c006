"""Writes the bundles when all pages are there, and deletes what nothing asks for any more."""

from __future__ import annotations

import hashlib
import posixpath
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

from sphinx.errors import ExtensionError
from sphinx.util import logging

from ...compat import pydata_theme
from ...compat.parallel_tasks import in_background
from ...core.files import keep, keep_only, kept, write_if_changed
from .bundles import FILES, Bundled, digest, static
from .icon_font import UnreadableFontError, icons, with_icons
from .pages import Page, all_words, fix, read_pages
from .stylesheet import (
    Rule,
    UnreadableStylesheetError,
    addresses,
    notices,
    read,
    readdressed,
    without_unused,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx.application import Sphinx

    from .pages import Words

logger = logging.getLogger(__name__)

_MEMORY = "purging-2.pickle"  # in Sphinx's own folder; the number goes up with what it holds
_SMALL = 2_500  # bytes
_IMPORT = re.compile(r"""@import (?:url\()?["']?([^"')\s]+)["']?\)?""")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


class Made(NamedTuple):
    """What a build has made, of what (`key`), and the assets that are wanted."""

    key: str
    files: dict[str, bytes]
    wanted: set[str]


class Sources(NamedTuple):
    """What the bundles are made of: Sphinx's copies of all assets, and what pages ask of them."""

    folder: Path
    bundled: Bundled
    words: Words
    asked: set[str]
    ours: set[str]


def publish(app: Sphinx, bundled: Bundled) -> None:
    """Write the bundles, fix the links to them, and delete what is in them.

    Sphinx copies all assets in each build. What is made of them is made again only if they, or the
    words of the pages, are others than in the former build.
    """
    memory = Path(app.doctreedir, _MEMORY)
    known, former = kept(memory, (dict[str, Page](), None))
    pages = read_pages(app, known)
    words = all_words(pages.values())
    if bundled.light:
        _warn_of_unserved(words)
    words.classes.update(app.config.workshop_assets_keep)
    asked = {name for page in pages.values() for name in page.assets}
    sources = Sources(static(app), bundled, words, asked, set(_ours(app)))
    key = _key(sources)
    made, fonts = (former, dict) if former and former.key == key else _make(app, sources, key)
    # While fonts are made, if they are: they have no digests in links.
    fix(Path(app.outdir), pages, {name: digest(made.files[name]) for name in FILES})
    made.files.update(fonts())
    for name, content in made.files.items():
        write_if_changed(sources.folder / name, content)
    keep_only(sources.folder, made.wanted)
    keep(memory, (pages, made))


def _warn_of_unserved(words: Words) -> None:
    """Warn of parts of pages that the light script leaves dead."""
    for name in sorted(pydata_theme.UNSERVED & (words.classes | words.ids)):
        logger.warning(
            "a page has '%s', which only the theme's own scripts serve; set "
            "workshop_assets_light_scripts = False in conf.py, or leave that part of the theme out",
            name,
            type="sphinx_workshop.site.assets",
            subtype="scripts",
        )


def _key(sources: Sources) -> str:
    """Return a digest of all that the bundles follow from."""
    words = sources.words
    found = hashlib.sha256(repr(sources.bundled).encode())
    for names in (words.classes, words.ids, words.tags, sources.asked, sources.ours):
        found.update(repr(sorted(names)).encode())
    for path in sorted(sources.folder.rglob("*")):
        if path.is_file() and path.name not in FILES:
            found.update(f"\0{path.relative_to(sources.folder)}\0".encode() + path.read_bytes())
    return found.hexdigest()


def _make(app: Sphinx, sources: Sources, key: str) -> tuple[Made, Callable[[], dict[str, bytes]]]:
    """Make the bundles; return with them what waits for the fonts."""
    folder, (stylesheets, scripts, light) = sources.folder, sources.bundled
    script = light or _script(folder, scripts)
    for text in (script, *_scripts(folder, sources.asked | sources.ours)):
        sources.words.note_script(text)
    rules = without_unused([rule for name in stylesheets for rule in _rules(sources, name)])
    fonts = in_background(app, partial(_with_icons, dict(_fonts(folder, rules)), icons(rules)))
    readdressed(rules, lambda address: _small_picture(folder / address) or address)
    head = "".join(f"{notice}\n" for notice in _notices(folder, stylesheets))
    css = head + "".join(map(str, rules))
    files = dict(zip(FILES, (css.encode(), script.encode()), strict=True))
    pictures = (urlsplit(address).path for address in addresses(rules))
    inside = {*stylesheets, *scripts} - sources.asked
    return Made(key, files, {*files, *sources.asked, *sources.ours, *pictures} - inside), fonts


def _ours(app: Sphinx) -> Iterator[str]:
    """Yield the assets of the site, and of extensions whose files are published whole."""
    for folder in app.config.html_static_path:
        source = app.confdir / folder
        if not Path(folder).is_absolute() or folder in app.config.workshop_assets_own_paths:
            yield from (path.relative_to(source).as_posix() for path in source.rglob("*"))


def _scripts(folder: Path, names: Iterable[str]) -> Iterator[str]:
    for name in sorted(names):
        if name.endswith(".js") and name not in FILES and (folder / name).is_file():
            yield (folder / name).read_text("utf-8")


def _script(folder: Path, names: Iterable[str]) -> str:
    """Return scripts as one, each after its license if that is a file of its own."""
    parts = []
    for name in names:
        license = folder / f"{name}.LICENSE.txt"
        parts += [license.read_text("utf-8")] if license.is_file() else []
        parts.append(_SOURCE_MAP.sub("", (folder / name).read_text("utf-8")))
    return "\n".join(part.strip() for part in parts) + "\n"


def _rules(sources: Sources, name: str) -> list[Rule]:
    """Return the rules of a stylesheet that the pages can use."""
    css = (sources.folder / name).read_text("utf-8")
    try:
        rules = read(css, sources.words)
    except UnreadableStylesheetError as error:
        raise ExtensionError(f"_static/{name} cannot be read: {error}") from error
    readdressed(rules, lambda address: _beside(name, address))
    return [found for rule in rules for found in _imported(sources, name, rule)]


def _imported(sources: Sources, name: str, rule: Rule) -> list[Rule]:
    """Return the rules that a rule stands for: what it imports, or itself."""
    if not rule.head.startswith("@import"):
        return [rule]
    if not (address := _IMPORT.fullmatch(rule.head)):
        raise ExtensionError(f"_static/{name}: only whole files are imported, not '{rule.head}'")
    return _rules(sources, _beside(name, address[1]))


def _beside(name: str, address: str) -> str:
    """Return what a file asks for, as seen from the folder of the bundles."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), address))


def _notices(folder: Path, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from notices((folder / name).read_text("utf-8"))


def _fonts(folder: Path, rules: list[Rule]) -> Iterator[tuple[str, bytes]]:
    """Yield the fonts that the rules bring, by their names."""
    for rule in rules:
        for name in addresses([rule]) if rule.head == "@font-face" else ():
            path = folder / name
            if not path.is_file():
                raise ExtensionError(
                    f"a stylesheet asks for the font _static/{name}, which is missing: put it "
                    "there, or delete its @font-face"
                )
            yield name, path.read_bytes()


def _with_icons(fonts: dict[str, bytes], shown: str) -> dict[str, bytes]:
    """Return fonts with these icons alone."""
    made = {}
    for name, font in fonts.items():
        try:
            made[name] = with_icons(font, shown)
        except UnreadableFontError as error:
            raise ExtensionError(
                f"the font _static/{name} cannot be read: {error}; put a sound file in its place, "
                "or delete its @font-face"
            ) from error
    return made


def _small_picture(path: Path) -> str:
    """Return a small picture as an address that holds it: no request is worth so little."""
    if path.suffix != ".svg" or not path.is_file() or path.stat().st_size > _SMALL:
        return ""
    return "data:image/svg+xml," + quote(path.read_text("utf-8").strip(), safe=" =:/'(),;-.")
