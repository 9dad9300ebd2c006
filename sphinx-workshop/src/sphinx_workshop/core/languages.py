"""The languages in which sessions are given: their codes (BCP 47), and their names."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError

from . import fields
from .words import chosen


def code(value: str | None) -> str:
    """Return the code of a language, `de` or `pt-BR`, as it is written.

    Raises:
        ValueError: it is none that is known; the message gives the remedy.
    """
    found = fields.text(value)
    try:
        Locale.parse(found, sep="-")
    except (ValueError, UnknownLocaleError):
        raise ValueError("write the code of a language, like de or pt-BR") from None
    return found


def name(code: str) -> str:
    """Return the name of a language in that of the site."""
    return Locale.parse(code, sep="-").get_display_name(chosen().locale) or code
