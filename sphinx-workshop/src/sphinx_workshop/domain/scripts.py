"""Puts the words of the site's language into the browser's scripts, and bundles these.

What a script says to readers stands in it as a call, and the browser gets what the call stands for:

    _("Close")                                   "Fermer"
    _("Star: %(title)s", { title: words })       `Étoile : ${words}`, of strings
    _parts("Until %(hour)s.", { hour, ...all })  ["Jusqu’à ",hour,"."], of nodes; `...` is spread
    _n("%(count)d paper", "%(count)d papers")    ["%d article","%d articles"]
    _plural(n)                                   the place that a number has among these
    _language                                    "fr", by which browsers write days

So a script has one language, and no catalog to load.
"""

from __future__ import annotations

import json
import re
from gettext import c2py
from typing import TYPE_CHECKING

from ..core.files import keep_only, write_if_changed
from ..core.words import chosen, gettext
from .script_bundle import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STRING = r'"(?:[^"\\\n]|\\.)*"'
_CALL = re.compile(
    rf"(?<![\w$])_(?P<kind>|parts|n)\(\s*(?P<message>{_STRING})(?:,\s*(?P<many>{_STRING}))?"
    r"(?:,\s*\{(?P<values>[^{}]*)\})?,?\s*\)"
)
_PLURAL = re.compile(r"(?<![\w$])_plural\((\w+)\)")
_LANGUAGE = re.compile(r"(?<![\w$])_language\b")
_PLACE = re.compile(r"%\((\w+)\)s")
_VALUE = re.compile(r"(?:[^,()]|\((?:[^()]|\([^()]*\))*\))+")  # no comma outside of parentheses
_FORMS = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([\sn\d%=!<>&|?:()]+)")
_ENGLISH_FORMS = "nplurals=2; plural=n!=1"
_LAST_SAMPLE = 1000  # no language has a form that only larger numbers have


SCRIPTS = "workshop/scripts"
"""The folder of the scripts in that of all that is published."""


def write_static(source: Path, folder: Path) -> str:
    """Write the files of a folder into another one, the scripts in the site's language and bundled.

    Returns:
        The version in the addresses of scripts.
    """
    files = {
        path.relative_to(source).as_posix(): path.read_bytes()
        for path in sorted(source.rglob("*"))
        if path.is_file() and path.suffix != ".js"
    }
    scripts, version = bundled(
        {
            path.stem: translated(path.read_text("utf-8"))
            for path in sorted((source / SCRIPTS).glob("*.js"))
        }
    )
    files |= {f"{SCRIPTS}/{name}.js": text.encode() for name, text in scripts.items()}
    for name, content in files.items():
        write_if_changed(folder / name, content)
    keep_only(folder, files)
    return version


def translated(script: str) -> str:
    """Return a script with its words in the site's language."""
    script = _CALL.sub(_said, script)
    script = _PLURAL.sub(lambda found: f"+({_rule()[1].replace('n', found[1])})", script)
    return _LANGUAGE.sub(_json(_tag()), script)


def _said(call: re.Match[str]) -> str:
    """Return what a call stands for."""
    message = json.loads(call["message"])
    if call["kind"] == "n":
        forms = _forms(message, json.loads(call["many"]))
        return _json([form.replace("%(count)d", "%d") for form in forms])
    values = dict(_values(call["values"] or ""))
    text, *rest = _PLACE.split(gettext(message))
    # A place that the message does not have is text: no catalog brings code.
    parts = [("", text)]
    for name, following in zip(rest[::2], rest[1::2], strict=True):
        parts += [(values.get(name, ""), "" if name in values else f"%({name})s"), ("", following)]
    return _array(parts) if call["kind"] else _text(parts)


def _values(written: str) -> Iterator[tuple[str, str]]:
    """Yield the names of values and their expressions, which may hold words in turn."""
    for value in filter(None, map(str.strip, _VALUE.findall(written))):
        spread = value.startswith("...")
        name, _, expression = value.removeprefix("...").partition(":")
        found = _CALL.sub(_said, expression.strip() or name)
        yield name.strip(), f"...{found}" if spread else found


def _text(parts: list[tuple[str, str]]) -> str:
    """Return a string with values in it."""
    if not any(value for value, _ in parts):
        return _json("".join(text for _, text in parts))
    return (
        "`" + "".join(f"${{{value}}}" if value else _escaped(text) for value, text in parts) + "`"
    )


def _escaped(text: str) -> str:
    """Return a text as a template literal has it."""
    return re.sub(r"([\\`]|\$(?=\{))", r"\\\1", text)


def _array(parts: list[tuple[str, str]]) -> str:
    """Return a list of texts and values."""
    return f"[{','.join(value or _json(text) for value, text in parts if value or text)}]"


def _rule() -> tuple[int, str]:
    """Return how many forms the language has of a plural, and which of them a number `n` takes."""
    about = chosen().plural_forms or _ENGLISH_FORMS
    found = _FORMS.match(about) or _FORMS.match(_ENGLISH_FORMS)
    assert found
    return int(found[1]), "".join(found[2].split())


def _forms(one: str, many: str) -> Iterator[str]:
    """Yield a message in all forms of a plural."""
    number, expression = _rule()
    form = c2py(expression)
    for n in range(number):
        sample = next((s for s in range(_LAST_SAMPLE) if form(s) == n), 0)
        yield chosen().translations.ngettext(one, many, sample)


def _tag() -> str:
    """Return by what browsers write days as pages do: in English, as Britons."""
    locale = chosen().locale
    if locale.language == "en":
        return "en-GB"
    return "-".join(filter(None, (locale.language, locale.script, locale.territory)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
