"""Reads the workshop's facts from conf.py, and the PDFs that the checkout holds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sphinx.errors import ConfigError
from sphinx.util import logging

from ..core import fields
from ..core.model import Event, WordsBy
from ..core.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.config import Config

logger = logging.getLogger(__name__)

PDF_FOLDER = "assets"


def _optional_url(value: str) -> str:
    return fields.url(value) if value else ""


def _iana_zone(value: str) -> ZoneInfo:
    if not isinstance(found := fields.zone(value), ZoneInfo):
        raise ValueError(f"'{value}' is no place's zone; write a name like America/New_York")
    return found


def _uid(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9.-]+@[A-Za-z0-9.-]+", found := fields.text(value)):
        raise ValueError("write a name and a host that will not change, like field2022@example.org")
    return found


def _optional_text(value: str) -> str:
    return fields.text(value) if value else ""


def _words_by(value: str) -> WordsBy | None:
    return fields.choice(value, WordsBy) if value else None


_CONVERTERS: dict[str, Callable[[Any], Any]] = {
    "name": fields.text,
    "start": fields.day,
    "end": fields.day,
    "timezone": _iana_zone,
    "place": fields.text,
    "online_url": _optional_url,
    "room": fields.text,
    "conference": fields.text,
    "conference_name": fields.text,
    "conference_start": fields.day,
    "conference_end": fields.day,
    "pdf_url": fields.url,
    "uid": _uid,
    "paper_note": _optional_text,
    "keywords_by": _words_by,
    "proceedings_note": _optional_text,
}
_OPTIONAL = {"paper_note": "", "keywords_by": "", "proceedings_note": ""}


def read_event(facts: dict[str, Any], assets: Path, site: str) -> Event:
    """Return the checked facts of `workshop = {...}`.

    Args:
        facts: the dictionary of conf.py.
        assets: the folder that may hold papers' PDFs, named by submission number.
        site: the site's address (`html_baseurl`).

    Raises:
        ConfigError: a fact is missing, unknown or unreadable; the message names all such.
    """
    wrong = [
        f"workshop[{name!r}] is unknown{nearest(name, _CONVERTERS)}"
        for name in sorted(facts.keys() - _CONVERTERS.keys())
    ]
    facts = _OPTIONAL | facts
    # A fact that is there by another name is not missing as well.
    meant = {name for name in _CONVERTERS if any(f"'{name}'?" in told for told in wrong)}
    missing = sorted(_CONVERTERS.keys() - facts.keys() - meant)
    wrong += [f"workshop[{name!r}] is missing" for name in missing]
    values: dict[str, Any] = {}
    for name in [name for name in _CONVERTERS if name in facts]:
        try:
            values[name] = _CONVERTERS[name](facts[name])
        except ValueError as error:
            wrong.append(f"workshop[{name!r}]: {error}")
    if {"start", "end"} <= values.keys() and values["end"] < values["start"]:
        wrong.append("workshop['end'] lies before workshop['start']")
    try:
        site = fields.url(site).rstrip("/") + "/"
    except ValueError as error:
        wrong.append(f"html_baseurl: {error}")
    if wrong:
        raise ConfigError("\n".join(f"conf.py: {message}" for message in wrong))
    if values["keywords_by"] is None:
        # A note says that the site speaks of the papers; without one, authors speak for themselves.
        values["keywords_by"] = WordsBy.SITE if values["paper_note"] else WordsBy.AUTHORS
    names = (path.stem for path in assets.glob("*.pdf"))
    pdfs = frozenset(int(name) for name in names if re.fullmatch("[1-9][0-9]*", name))
    return Event(**values, pdfs=pdfs, site=site)


def note_event(app: Sphinx, config: Config) -> None:
    """Check the facts once (`config-inited`); a changed fact makes Sphinx read all pages again."""
    assets = app.srcdir / PDF_FOLDER
    try:
        found = read_event(config.workshop, assets, config.html_baseurl)
    except ConfigError as error:
        for message in str(error).splitlines():
            logger.error(message)
        # Any other exception is printed with a traceback, which tells a chair nothing.
        raise SystemExit(2) from None
    config.workshop_event = replace(found, booklets=config.workshop_booklets)
