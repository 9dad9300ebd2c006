"""What the bundles stand for, as Sphinx and the theme's own template name it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from sphinx.errors import ExtensionError

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.jinja2glue import BuiltinTemplateLoader

FILES = ("bundle.css", "bundle.js")

# The theme's template that links its files; ours of the same name comes first.
_THEIRS = "static/webpack-macros.html"
_MACRO = re.compile(r"{%-?\s*macro\s+(\w+)\(\)\s*-?%}(.*?){%-?\s*endmacro", re.DOTALL)
_FILE = re.compile(r"""pathto\(\s*['"]_static/([^'"]+)['"]""")

# Settings that the theme's scripts ask for.
_SETTINGS = "documentation_options.js"


class Bundled(NamedTuple):
    """The files in the bundles, in their order; names are relative to `_static`."""

    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]


def static(app: Sphinx) -> Path:
    """Return the folder of the published assets."""
    return Path(app.outdir, "_static")


def bundled(app: Sphinx) -> Bundled:
    """Return what is in the bundles."""
    builder = cast("StandaloneHTMLBuilder", app.builder)
    theirs = _macros(app)
    sheets = sorted(builder._css_files, key=lambda sheet: sheet.priority)  # as pages link them
    for sheet in sheets:
        if (media := sheet.attributes.get("media", "all")) != "all":
            raise ExtensionError(
                f"{sheet.filename} is linked for {media} alone, and a bundle holds it for all: "
                f"write @media {media} in it instead"
            )
    linked = (str(sheet.filename) for sheet in sheets)
    later = (name.removeprefix("_static/") for name in linked if "://" not in name)
    return Bundled(
        tuple(dict.fromkeys([*theirs["head_pre_assets"], *later])),
        tuple(
            name
            for name in (_SETTINGS, *theirs["body_post"])
            if name not in app.config.trim_scripts
        ),
    )


def _macros(app: Sphinx) -> dict[str, list[str]]:
    """Return the files that the theme links, by the macros that do it."""
    loader = cast("BuiltinTemplateLoader", app.builder.templates)
    source, _name, _fresh = loader.get_source(loader.environment, f"!{_THEIRS}")
    macros = {name: _FILE.findall(body) for name, body in _MACRO.findall(source)}
    for name in ("head_pre_assets", "body_post"):
        if not macros.get(name):
            raise ExtensionError(
                f"the theme's {_THEIRS} links nothing by a macro {name}, as it did: mend"
                f" sphinx_workshop.site.assets and its {_THEIRS}, or set trim_assets = False"
            )
    return macros


def digests(app: Sphinx) -> list[str]:
    """Return what stands for the bundles' contents in their addresses; zeros before a build."""
    paths = (static(app) / name for name in FILES)
    return [digest(path.read_bytes()) if path.is_file() else "0" * 8 for path in paths]


def digest(content: bytes) -> str:
    """Return what stands for a file's content in its address."""
    return hashlib.sha256(content).hexdigest()[:8]
