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
    from collections.abc import Mapping

ENTRY = "main"

BUNDLED = frozenset({"filters", "page", "search", "sort", "stage", "stars", "time", ENTRY})
"""The modules that pages need at once; others are loaded when somebody uses what they do."""

_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|const|class) (\w+))", re.MULTILINE)
_LATER = re.compile(r'(?<!typeof )\bimport\("\./([\w-]+)\.js"\)')
_LEFT = re.compile(r"^(?:export|import)\b.*", re.MULTILINE)
_ONCE = "const $once = (make, made) => () => (made ??= make());\n"


def bundled(modules: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """Return the files to publish, by the names of their modules, and their version.

    Raises:
        ValueError: a bundled module imports or exports in a way that is not known here.
    """
    version = hashlib.sha256("\0".join(modules.values()).encode()).hexdigest()[:8]
    files = {name: _led(text, version) for name, text in modules.items() if name not in BUNDLED}
    inside = sorted(modules.keys() & BUNDLED - {ENTRY})
    functions = [_function(name, modules[name], version) for name in inside]
    exported = f"export {{ {', '.join(map(_variable, inside))} }};\n"
    entry = _led(modules[ENTRY], version, within=True)
    files[ENTRY] = "".join([_ONCE, *functions, exported, entry])
    return files, version


def _function(name: str, text: str, version: str) -> str:
    """Return a module as a function that returns what the module exports."""
    exported = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _led(text, version, within=True))
    if left := _LEFT.search(body):
        raise ValueError(f"{name}.js cannot be bundled with '{left[0]}'")
    return f"const {_variable(name)} = $once(() => {{\n{body}\nreturn {{ {exported} }};\n}});\n"


def _led(text: str, version: str, *, within: bool = False) -> str:
    """Return a module whose imports lead to where the modules are published."""

    def taken(found: re.Match[str]) -> str:
        names, name = found.groups()
        if name not in BUNDLED:
            return found[0].replace(".js", f".js?v={version}")
        function = _variable(name)
        asked = "" if within else f'import {{ {function} }} from "./{ENTRY}.js?v={version}";\n'
        given = f"const {{{names.replace(' as ', ': ')}}} = " if names else ""
        return f"{asked}{given}{function}();"

    def later(found: re.Match[str]) -> str:
        function = _variable(found[1])
        if found[1] not in BUNDLED:
            return found[0].replace(".js", f".js?v={version}")
        if within:
            return f"(async () => {function}())()"
        return f'import("./{ENTRY}.js?v={version}").then((main) => main.{function}())'

    return _LATER.sub(later, _IMPORT.sub(taken, text))


def _variable(name: str) -> str:
    return f"${name}"
