"""Writes the bundles when all pages are there, and deletes what nothing asks for any more."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

from sphinx.errors import ExtensionError

from .bundles import FILES, Bundled, digests, static
from .icon_font import icons, with_icons
from .stylesheet import (
    Rule,
    UnreadableStylesheetError,
    addresses,
    notices,
    read,
    readdressed,
    without_unused,
)
from .words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

_ASKED = re.compile(r"""_static/([\w./-]+)""")
_LINKED = re.compile(r"\b(bundle\.(?:css|js))\?v=([0-9a-f]{8})")
_SMALL = 2_500  # bytes
_IMPORT = re.compile(r"""@import (?:url\()?["']?([^"')\s]+)["']?\)?""")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


class Pages(NamedTuple):
    """What all pages hold, and the digests by which each links the bundles."""

    words: Words
    assets: set[str]
    linked: dict[Path, list[tuple[str, str]]]


def publish(app: Sphinx, bundled: Bundled) -> None:
    """Write the bundles, mend the links to them, and delete what is in them."""
    folder = static(app)
    pages = _pages(app)
    ours = set(_ours(app))
    script = _script(folder, bundled.scripts)
    for text in (script, *_scripts(folder, pages.assets | ours)):
        pages.words.note_script(text)
    pages.words.classes.update(app.config.trim_keep)
    rules = [rule for name in bundled.stylesheets for rule in _rules(folder, name, pages, ours)]
    rules = without_unused(rules)
    fonts = set(_trim_fonts(folder, rules))
    readdressed(rules, lambda address: _small_picture(folder / address) or address)
    head = "".join(f"{notice}\n" for notice in _notices(folder, bundled.stylesheets))
    _write(folder / FILES[0], head + "".join(map(str, rules)))
    _write(folder / FILES[1], script)
    _mend(pages, dict(zip(FILES, digests(app), strict=True)))
    inside = {*bundled.stylesheets, *bundled.scripts} - pages.assets
    _tidy(folder, ({*FILES} | pages.assets | ours | fonts | set(_images(rules))) - inside)


def _pages(app: Sphinx) -> Pages:
    found = Pages(Words(), set(), {})
    for path in Path(app.outdir).rglob("*.html"):
        if static(app) not in path.parents:
            html = path.read_text("utf-8")
            found.words.note_page(html)
            found.assets.update(_ASKED.findall(html))
            found.linked[path] = _LINKED.findall(html)
    return found


def _ours(app: Sphinx) -> Iterator[str]:
    """Yield the site's own assets."""
    for folder in app.config.html_static_path:
        # Extensions add folders of their own, which lie elsewhere.
        source = app.confdir / folder
        for path in () if Path(folder).is_absolute() else source.rglob("*"):
            yield path.relative_to(source).as_posix()


def _scripts(folder: Path, names: Iterable[str]) -> Iterator[str]:
    for name in sorted(names):
        if name.endswith(".js") and (folder / name).is_file():
            yield (folder / name).read_text("utf-8")


def _script(folder: Path, names: Iterable[str]) -> str:
    """Return scripts as one, each after its license if that is a file of its own."""
    parts = []
    for name in names:
        license = folder / f"{name}.LICENSE.txt"
        parts += [license.read_text("utf-8")] if license.is_file() else []
        parts.append(_SOURCE_MAP.sub("", (folder / name).read_text("utf-8")))
    return "\n".join(part.strip() for part in parts) + "\n"


def _rules(folder: Path, name: str, pages: Pages, ours: set[str]) -> list[Rule]:
    """Return the rules of a stylesheet for the pages; all of them if it is ours."""
    css = (folder / name).read_text("utf-8")
    try:
        rules = read(css, None if name in ours else pages.words)
    except UnreadableStylesheetError as error:
        raise ExtensionError(f"_static/{name} cannot be read: {error}") from error
    readdressed(rules, lambda address: _beside(name, address))
    return [found for rule in rules for found in _imported(folder, name, rule, pages, ours)]


def _imported(folder: Path, name: str, rule: Rule, pages: Pages, ours: set[str]) -> list[Rule]:
    """Return the rules that a rule stands for: what it imports, or itself."""
    if not rule.head.startswith("@import"):
        return [rule]
    if not (address := _IMPORT.fullmatch(rule.head)):
        raise ExtensionError(f"_static/{name}: only whole files are imported, not '{rule.head}'")
    return _rules(folder, _beside(name, address[1]), pages, ours)


def _beside(name: str, address: str) -> str:
    """Return what a file asks for, as seen from the folder of the bundles."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), address))


def _notices(folder: Path, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from notices((folder / name).read_text("utf-8"))


def _trim_fonts(folder: Path, rules: list[Rule]) -> Iterator[str]:
    """Write the fonts that the rules bring, with the icons that they use; yield their names."""
    shown = icons(rules)
    for rule in rules:
        for name in addresses([rule]) if rule.head == "@font-face" else ():
            path = folder / name
            if not path.is_file():
                raise ExtensionError(
                    f"a stylesheet asks for the font _static/{name}: there is none"
                )
            path.write_bytes(with_icons(path.read_bytes(), shown))
            yield name


def _small_picture(path: Path) -> str:
    """Return a small picture as an address that holds it: no request is worth so little."""
    if path.suffix != ".svg" or not path.is_file() or path.stat().st_size > _SMALL:
        return ""
    return "data:image/svg+xml," + quote(path.read_text("utf-8").strip(), safe=" =:/'(),;-.")


def _images(rules: list[Rule]) -> Iterator[str]:
    """Yield the files that a bundle asks for."""
    for address in addresses(rules):
        yield urlsplit(address).path


def _mend(pages: Pages, fresh: dict[str, str]) -> None:
    """Give the bundles' digests to pages that link them by others."""
    for path, linked in pages.linked.items():
        if any(fresh[name] != former for name, former in linked):
            html = path.read_text("utf-8")
            path.write_text(_LINKED.sub(lambda m: f"{m[1]}?v={fresh[m[1]]}", html), "utf-8")


def _write(path: Path, text: str) -> None:
    content = text.encode()
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)


def _tidy(folder: Path, wanted: set[str]) -> None:
    """Delete the assets that nobody asks for, and the folders that they leave empty."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
