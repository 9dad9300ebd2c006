"""Translates the words for readers: `gettext` in the language of the site that is being built.

`site.language` says in each build which language that is: two sites in one process do not share
it. Warnings, errors and the command line are for writers, and English.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from gettext import NullTranslations

from babel import Locale


@dataclass(frozen=True, slots=True)
class Language:
    """A language of readers.

    Attributes:
        tag: its name in pages and files: `en`, `pt-BR` (BCP 47).
        locale: how it writes days and calls time zones.
        translations: the words; those that it does not have are English.
        plural_forms: gettext's rule for plurals, as a catalog has it; English where empty.
        digest: of the catalogs that have the words.
    """

    tag: str
    locale: Locale
    translations: NullTranslations
    plural_forms: str = ""
    digest: str = ""


ENGLISH = Language("en", Locale("en"), NullTranslations())

_CHOSEN = ContextVar("language", default=ENGLISH)


def choose(language: Language) -> None:
    """Choose the language, until another one is chosen."""
    _CHOSEN.set(language)


def chosen() -> Language:
    """Return the language that was chosen last, or English."""
    return _CHOSEN.get()


def gettext(message: str, **values: object) -> str:
    """Return a message in the site's language, with values in place of `%(name)s`."""
    found = chosen().translations.gettext(message)
    return found % values if values else found


def ngettext(one: str, many: str, number: int, **values: object) -> str:
    """Return a message about a number of things, with the number in place of `%(count)d`."""
    return chosen().translations.ngettext(one, many, number) % {"count": number, **values}


def deferred(message: str) -> str:
    """Return a message as it is: marks one that is translated where it is shown."""
    return message


N_ = deferred
"""The name by which gettext's tools find such messages."""
