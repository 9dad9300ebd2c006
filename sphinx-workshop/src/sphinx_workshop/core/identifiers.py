"""Reads identifiers: arXiv numbers, DOIs, ORCID iDs and codes of languages.

Takes the first three out of addresses.
"""

from __future__ import annotations

import re

from babel import Locale, UnknownLocaleError

from .fields import text

_DOI = re.compile(r"10\.\d{4,9}/[^\s?#]+")
_ORCID = re.compile(r"(?:\d{4}-){3}\d{3}[\dX]")
_ARXIV = re.compile(r"\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7}")


def _alone(value: str | None, pattern: re.Pattern[str], what: str, example: str) -> str:
    """Return an identifier that a pattern describes, with nothing before and behind it."""
    found = text(value)
    if not pattern.fullmatch(found):
        raise ValueError(f"write the {what} alone, like {example}")
    return found


def arxiv(value: str | None) -> str:
    """Return an arXiv identifier, without `arXiv:` and version."""
    return _alone(value, _ARXIV, "arXiv number", "2206.08199")


def bare_arxiv(value: str) -> str:
    """Return the arXiv number in an address or after a label, without its version."""
    found = re.sub(r"^(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf)/", "", value, flags=re.I)
    found = re.sub(r"^arxiv:\s*", "", found, flags=re.I)
    return re.sub(r"(?:v\d+)?(?:\.pdf)?$", "", found)


def doi(value: str | None) -> str:
    """Return a DOI (ISO 26324), without `doi:` and without the address of a resolver."""
    return _alone(value, _DOI, "DOI", "10.1000/182")


def bare_doi(value: str) -> str:
    """Return the DOI in an address or after a label."""
    return re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", value, flags=re.I)


def orcid(value: str | None) -> str:
    """Return an ORCID iD whose last digit, a checksum (ISO 7064, MOD 11-2), is right."""
    found = _alone(value, _ORCID, "ORCID iD", "0000-0002-1825-0097")
    digits = found.replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    if "0123456789X"[(12 - total % 11) % 11] != digits[-1]:
        raise ValueError(
            "a digit is wrong, since the last one does not fit the others; copy it again"
        )
    return found


def bare_orcid(value: str) -> str:
    """Return the ORCID iD in an address."""
    return re.sub(r"^(?:https?://)?orcid\.org/", "", value, flags=re.I)


def language(value: str | None) -> str:
    """Return the code of a language (BCP 47), `de` or `pt-BR`, as it is written."""
    found = text(value)
    try:
        Locale.parse(found, sep="-")
    except (ValueError, UnknownLocaleError):
        raise ValueError("write the code of a language, like de or pt-BR") from None
    return found
