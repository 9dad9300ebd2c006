"""Lists the stylesheets and scripts that pydata-sphinx-theme links by its own template.

Private: the macros of `static/webpack-macros.html` and the template of the choice of the color mode
(pydata-sphinx-theme 0.14 to 0.24). Undocumented: `Builder.templates`, and the environment of
`BuiltinTemplateLoader` (Sphinx 7.2 to 9.0). Reason: the theme links these files past Sphinx's
`add_css_file` and `add_js_file`, and shows its choice of the color mode by its own scripts alone.

`pydata_theme.js` can take the place of the theme's scripts; it says itself what it uses.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jinja2 import TemplateNotFound
from sphinx.errors import ExtensionError

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.jinja2glue import BuiltinTemplateLoader

TEMPLATE = "static/webpack-macros.html"
"""The theme's template; one of the same name in `templates_path` comes first."""

LIGHT_SCRIPT = Path(__file__).with_suffix(".js")
"""The script that can take the place of the theme's."""

COLOR_MODE = "components/theme-switcher.html"
"""The theme's template of the choice of the color mode."""

UNSERVED = frozenset(
    {
        *("bd-header-announcement", "bd-search", "pst-back-to-top", "pst-collapse-sidebar-button"),
        *("search-button__button", "version-switcher__button"),
    }
)
"""The ids and classes of parts that only the theme's own scripts serve."""

_MACRO = re.compile(r"{%-?\s*macro\s+(\w+)\(\)\s*-?%}(.*?){%-?\s*endmacro", re.DOTALL)
_FILE = re.compile(r"""pathto\(\s*['"]_static/([^'"]+)['"]""")


def links_bundles(app: Sphinx) -> bool:
    """Return whether pages link bundles by a template of ours; other themes have none."""
    return "bundles" in _source(app, TEMPLATE)


def color_mode(builder: Builder) -> str:
    """Return the HTML of the theme's choice of the color mode."""
    return str(builder.templates.render(COLOR_MODE, {}))


def _source(app: Sphinx, template: str) -> str:
    loader = cast("BuiltinTemplateLoader", app.builder.templates)
    try:
        return loader.get_source(loader.environment, template)[0]
    except TemplateNotFound:
        return ""


def linked_files(app: Sphinx) -> dict[str, list[str]]:
    """Return the files that the theme links, relative to `_static`, by the names of the macros.

    Raises:
        ExtensionError: the template links nothing by a macro that is needed.
    """
    source = _source(app, f"!{TEMPLATE}")
    macros = {name: _FILE.findall(body) for name, body in _MACRO.findall(source)}
    for name in ("head_pre_assets", "body_post"):
        if not macros.get(name):
            raise ExtensionError(
                f"the theme's {TEMPLATE} links nothing by a macro {name}, as pydata-sphinx-theme "
                "0.14 to 0.24 do; adapt sphinx_workshop.compat.pydata_theme, or set "
                "workshop_assets = False"
            )
    return macros
