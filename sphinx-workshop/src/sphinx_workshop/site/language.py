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
from typing import TYPE_CHECKING, Any, ClassVar

from babel import Locale, UnknownLocaleError

from ..core import words
from .document_store import DocumentStore

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
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
    found, plural_forms, digest = NullTranslations(), "", hashlib.sha256()
    for path in files:
        with path.open("rb") as file:
            catalog = GNUTranslations(file)
        digest.update(path.read_bytes())
        plural_forms = plural_forms or catalog.info().get("plural-forms", "")
        found.add_fallback(catalog)
    tag, name = language.replace("_", "-"), language.replace("-", "_")
    return words.Language(tag, locale(name), found, plural_forms, digest.hexdigest())


class LanguageStore(DocumentStore):
    """Keeps a digest of the catalogs with which the pages were read."""

    name = "site-language"
    kept = ()
    label = "Words for readers"
    initial_data: ClassVar[dict[str, Any]] = {"catalogs": ""}


class SiteLanguage:
    """The handlers of one build."""

    chosen = words.ENGLISH

    def read(self, app: Sphinx, config: Config) -> None:
        """Read the catalogs (`config-inited`, before others make words)."""
        self.chosen = read(config.language, catalogs(app))
        words.choose(self.chosen)

    def outdated_pages(self, app: Sphinx, env: BuildEnvironment, *_changes: Set[str]) -> Set[str]:
        """Return all pages if they were read with other catalogs (`env-get-outdated`).

        The language is chosen again here: another site may have been set up meanwhile.
        """
        words.choose(self.chosen)
        data, digest = env.get_domain(LanguageStore.name).data, self.chosen.digest
        former, data["catalogs"] = data["catalogs"], digest
        return set() if former in {"", digest} else env.found_docs


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the store and the handlers."""
    app.add_domain(LanguageStore)
    language = SiteLanguage()
    app.connect("config-inited", language.read, priority=100)
    app.connect("env-get-outdated", language.outdated_pages, priority=100)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
