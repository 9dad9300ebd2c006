"""Gives the words for readers the site's language: `language` in conf.py.

Words come from catalogs of the name `sphinx_workshop`: those in the folders of `locale_dirs`, which
are the site's own, and then those of the package. Sphinx's registry of catalogs
(`app.add_message_catalog`) belongs to the process: a site of another language that is built there
later would get the words of the first. So the catalogs are read for each build.
"""

from __future__ import annotations

import hashlib
import re
from gettext import GNUTranslations, NullTranslations, find
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError

from ..core import words

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

CATALOG = "sphinx_workshop"
"""The name of the catalogs' files, and gettext's domain."""

LOCALE = Path(__file__).parents[1] / "locale"
"""The folder of the package's own catalogs."""


def locale(language: str) -> Locale:
    """Return how a language writes days and calls zones; English for one that babel lacks."""
    for name in (language, re.split("[_@]", language)[0]):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return words.ENGLISH.locale


def catalogs(app: Sphinx) -> list[Path]:
    """Return the catalogs of the site's language, the first to be asked first."""
    config = app.config
    language = config.language.replace("-", "_")
    folders = [*(app.srcdir / folder for folder in config.locale_dirs), LOCALE]
    return [Path(f) for folder in folders for f in find(CATALOG, folder, [language], all=True)]


def read(language: str, files: list[Path]) -> words.Language:
    """Return a language with the words of catalogs: what one does not have, the next is asked."""
    found, plural_forms = NullTranslations(), ""
    for path in files:
        with path.open("rb") as file:
            catalog = GNUTranslations(file)
        plural_forms = plural_forms or catalog.info().get("plural-forms", "")
        found.add_fallback(catalog)
    name = language.replace("-", "_")
    return words.Language(language.replace("_", "-"), locale(name), found, plural_forms)


class SiteLanguage:
    """The handlers of one build."""

    chosen = words.ENGLISH

    def read(self, app: Sphinx, config: Config) -> None:
        """Read the catalogs (`config-inited`, before others make words).

        The setting is derived: if the catalogs are others than in the former build, Sphinx reads
        all pages again, as it does for another `language`.
        """
        files = catalogs(app)
        self.chosen = read(config.language, files)
        words.choose(self.chosen)
        digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
        config.workshop_words = digest if files else ""

    def choose(self, *_about: Any) -> list[str]:
        """Choose the language again (`env-get-outdated`): another site may have been set up."""
        words.choose(self.chosen)
        return []


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the derived setting and the handlers."""
    app.add_config_value("workshop_words", "", "env", (str,))
    language = SiteLanguage()
    app.connect("config-inited", language.read, priority=100)
    app.connect("env-get-outdated", language.choose, priority=100)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
