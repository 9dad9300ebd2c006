"""Bundles the browser's scripts: what a page needs at once is one file, what it may need others.

Scripts are written as modules, one a file. Each of them that is bundled becomes a function in
`main.js`, called when the module is first imported, which returns what the module exports:

    const $page = $once(() => { …; return { all, make }; });    // page.js
    const { all, make } = $page();                               // import { all, make } from …
    (async () => $time())()                                      // import("./time.js")

The others stay as they are, but take what they import of a bundled module from `main.js`. All are
asked for with one version in their addresses: a browser runs a module once for each address, and
one that keeps files for a while never mixes two versions.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ENTRY = "main"

ON_DEMAND = frozenset(
    {
        *("calendar", "choices", "clock", "copy", "find", "mine", "no-match", "now", "rooms"),
        *("search-panel", "take-over", "trouble"),
    }
)
"""The modules that few pages or readers need: loaded for these, with what they alone import."""

_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_LATER = re.compile(r'(?<!typeof )\bimport\("\./([\w-]+)\.js"\)')
_LEFT = re.compile(r"^(?:export|import)\b.*", re.MULTILINE)
_ONCE = "const $once = (make, made) => () => (made ??= make());\n"


def bundled(modules: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """Return the files to publish, by the names of their modules, and their version.

    Raises:
        ValueError: a bundled module imports or exports in a way that is not known here.
    """
    version = hashlib.sha256("\0".join(modules.values()).encode()).hexdigest()[:8]
    inside = _inside(modules)
    files = {
        name: _led(text, inside, version) for name, text in modules.items() if name not in inside
    }
    parts = [_function(name, modules[name], inside, version) for name in sorted(inside - {ENTRY})]
    names = ", ".join(_variable(name) for name in sorted(inside - {ENTRY}))
    entry = _led(modules[ENTRY], inside, version, within=True)
    files[ENTRY] = "".join([_ONCE, *parts, f"export {{ {names} }};\n", entry])
    return files, version


def _inside(modules: Mapping[str, str]) -> set[str]:
    """Return what the entry imports, at once or when a page has the elements for it."""
    found, new = set[str](), {ENTRY}
    while new:
        found |= new
        new = {name for one in new for name in _imports(modules[one])} - found - ON_DEMAND
    return found


def _imports(text: str) -> Iterator[str]:
    yield from (name for _names, name in _IMPORT.findall(text))
    yield from _LATER.findall(text)


def _function(name: str, text: str, inside: set[str], version: str) -> str:
    """Return a module as a function that returns what the module exports."""
    exported = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _led(text, inside, version, within=True))
    if left := _LEFT.search(body):
        raise ValueError(f"{name}.js cannot be bundled with '{left[0]}'")
    return f"const {_variable(name)} = $once(() => {{\n{body}\nreturn {{ {exported} }};\n}});\n"


def _led(text: str, inside: set[str], version: str, *, within: bool = False) -> str:
    """Return a module whose imports lead to where the modules are published."""

    def taken(found: re.Match[str]) -> str:
        names, name = found.groups()
        if name not in inside:
            return found[0].replace(".js", f".js?v={version}")
        function = _variable(name)
        asked = "" if within else f'import {{ {function} }} from "./{ENTRY}.js?v={version}";\n'
        return f"{asked}const {{{names}}} = {function}();" if names else f"{asked}{function}();"

    def later(found: re.Match[str]) -> str:
        if within and found[1] in inside:
            return f"(async () => {_variable(found[1])}())()"
        return found[0].replace(".js", f".js?v={version}")

    return _LATER.sub(later, _IMPORT.sub(taken, text))


def _variable(name: str) -> str:
    return "$" + name.replace("-", "_")
