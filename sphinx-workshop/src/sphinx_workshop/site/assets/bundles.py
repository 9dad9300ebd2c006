"""What the bundles stand for, as Sphinx and the theme's own template name it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from sphinx.errors import ExtensionError

from ...compat import pydata_theme
from ...compat.html_builder import stylesheets
from ...core.extras import module

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

FILES = ("bundle.css", "bundle.js")

# Settings that the theme's scripts ask for, and the scripts of Sphinx's own that do so, too.
_SETTINGS = "documentation_options.js"
_THAT_ASK = frozenset({"doctools.js", "sphinx_highlight.js"})


class Bundled(NamedTuple):
    """The files in the bundles, in their order; names are relative to `_static`.

    `light` is the script that takes the place of the theme's, if one does.
    """

    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]
    light: str


def static(app: Sphinx) -> Path:
    """Return the folder of the published assets."""
    return Path(app.outdir, "_static")


def bundled(app: Sphinx) -> Bundled:
    """Return what is in the bundles."""
    builder = cast("StandaloneHTMLBuilder", app.builder)
    theirs, others = pydata_theme.linked_files(app), app.config.workshop_assets_scripts
    is_light = app.config.workshop_assets_light_scripts
    # The light script asks for no settings: where a script of Sphinx's does, they stay as linked.
    settings = [] if is_light and _THAT_ASK - others.keys() else [_SETTINGS]
    sheets = stylesheets(builder)
    for name, media in sheets:
        if media != "all":
            raise ExtensionError(
                f"{name} is linked for {media} alone, and a bundle holds it for all: "
                f"write @media {media} in it instead"
            )
    linked = (sheet.name for sheet in sheets)
    later = (name.removeprefix("_static/") for name in linked if "://" not in name)
    return Bundled(
        tuple(dict.fromkeys([*theirs["head_pre_assets"], *later])),
        tuple(name for name in (*settings, *theirs["body_post"]) if name not in others),
        _light(builder) if is_light else "",
    )


def _light(builder: StandaloneHTMLBuilder) -> str:
    """Return the light script, which has the theme's choice of the color mode for all pages."""
    choice = pydata_theme.color_mode(builder)
    markup = "".join(line.strip() for line in choice.splitlines())
    literal = re.sub(r"[\\`$]", r"\\\g<0>", markup)
    script = pydata_theme.LIGHT_SCRIPT.read_text("utf-8").replace("$choice", literal)
    return str(module("rjsmin", "assets").jsmin(script))


def digests(app: Sphinx) -> list[str]:
    """Return what stands for the bundles' contents in their addresses; zeros before a build."""
    paths = (static(app) / name for name in FILES)
    return [digest(path.read_bytes()) if path.is_file() else "0" * 8 for path in paths]


def digest(content: bytes) -> str:
    """Return what stands for a file's content in its address."""
    return hashlib.sha256(content).hexdigest()[:8]
