"""Publishes of the theme what the pages use: one stylesheet, one script, the icons that are shown.

The theme serves every site; a page of ours uses a few hundredths of it. After a build, the words of
all pages (classes, ids, tags) and scripts are collected. The stylesheets become `bundle.css`,
without the rules that fit no page. The scripts of the theme become `bundle.js`, or a light script
does in their place, in the head. Icon fonts keep the icons that the stylesheet names. Files that
nothing asks for then are deleted.

The template `static/webpack-macros.html` links the bundles in place of the theme's own files; on a
theme without it, a warning says that nothing is done. Links carry the bundles' digests, which are
known in the end only: pages that carry others are fixed.
With `-D workshop_assets=0` the theme's files are published as they are; `make compare` compares the
two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError
from sphinx.util import logging

from ...compat import pydata_theme
from ...compat.site_builders import makes_site
from .bundles import FILES, Bundled, bundled, digests
from .publishing import publish

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

LIGHT_THEME = "pydata_sphinx_theme"
"""The theme whose scripts a light one can replace; those that extend it have more of them."""

# The theme sets these for its search and its choice of versions, which this site has not.
_SETTINGS = ("DOCUMENTATION_OPTIONS.pagename", "DOCUMENTATION_OPTIONS.search_as_you_type")


class Purging:
    """The handlers of one build; without `bundled` it trims nothing."""

    bundled: Bundled | None = None

    def begin(self, app: Sphinx) -> None:
        """Learn what the bundles will stand for (`builder-inited`, when all files are named)."""
        if not (makes_site(app) and app.config.workshop_assets):
            return
        if not pydata_theme.links_bundles(app):
            logger.warning(
                "sphinx_workshop.site.assets does nothing here, because pages of the theme '%s' "
                "link no bundle; delete it from extensions in conf.py, or choose "
                "pydata_sphinx_theme or sphinx_book_theme, with sphinx_workshop among the "
                "extensions",
                app.config.html_theme,
                type="sphinx_workshop.site.assets",
                subtype="theme",
            )
            return
        if app.config.workshop_assets_light_scripts and app.config.html_theme != LIGHT_THEME:
            raise ConfigError(
                "workshop_assets_light_scripts serves pages of the theme pydata_sphinx_theme, and "
                f"html_theme is '{app.config.html_theme}': delete the setting from conf.py"
            )
        self.bundled = bundled(app)
        self.former = digests(app)

    def link(
        self,
        app: Sphinx,
        pagename: str,
        templatename: str,
        context: dict[str, Any],
        doctree: nodes.document | None,
    ) -> None:
        """Leave to a page the links that no bundle stands for (`html-page-context`)."""
        if self.bundled is None:
            return
        context["bundles"] = dict(zip(FILES, self.former, strict=True))
        context["light_script"] = bool(self.bundled.light)
        sheets, scripts = context["css_files"], context["script_files"]
        context["css_files"] = [
            sheet for sheet in sheets if _name(sheet) not in self.bundled.stylesheets
        ]
        context["script_files"] = [
            script
            for script in scripts
            if _name(script) not in self.bundled.scripts
            and _serves(script, app.config.workshop_assets_scripts, context.get("body", ""))
        ]

    def end(self, app: Sphinx, exception: Exception | None) -> None:
        """Write the bundles (`build-finished`)."""
        if self.bundled is not None and exception is None:
            publish(app, self.bundled)


def _name(file: Any) -> str:
    """Return the name of a stylesheet or script within `_static`; none if it is written inline."""
    return str(file.filename or "").removeprefix("_static/")


def _serves(script: Any, words: dict[str, str], body: str) -> bool:
    """Return whether a script does anything on a page."""
    if not script.filename:
        return not str(script.attributes.get("body", "")).startswith(_SETTINGS)
    word = words.get(_name(script))
    return word is None or (word != "" and word in body)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the settings, and the handlers that come after all others."""
    app.add_config_value("workshop_assets", True, "html", (bool,))
    # Scripts that serve only pages that hold a word; with no word, they serve none.
    app.add_config_value("workshop_assets_scripts", {}, "html", (dict,))
    # A script of 3 kB in the place of the theme's; of pydata-sphinx-theme alone.
    app.add_config_value("workshop_assets_light_scripts", False, "html", (bool,))
    # Folders beside those of the site in html_static_path whose files are published whole.
    app.add_config_value("workshop_assets_own_paths", [], "", (list, tuple))
    # Classes that scripts put together out of parts, so that no script names them.
    app.add_config_value("workshop_assets_keep", [], "html", (list, tuple))
    purging = Purging()
    app.connect("builder-inited", purging.begin, priority=900)
    app.connect("html-page-context", purging.link, priority=900)
    app.connect("build-finished", purging.end, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
