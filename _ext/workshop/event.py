"""Reads the workshop's facts from conf.py, and the PDFs that the checkout holds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sphinx.errors import ConfigError

from . import options
from .model import Event

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.config import Config

PDF_FOLDER = "assets"


def _optional_url(value: str) -> str:
    return options.url(value) if value else ""


def _iana_zone(value: str) -> ZoneInfo:
    if not isinstance(found := options.zone(value), ZoneInfo):
        raise ValueError(f"'{value}' is no place's zone; write a name like America/New_York")
    return found


def _uid(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9.-]+@[A-Za-z0-9.-]+", found := options.text(value)):
        raise ValueError("write a name and a host that will not change, like icml2022@example.org")
    return found


_CONVERTERS: dict[str, Callable[[Any], Any]] = {
    "name": options.text,
    "start": options.day,
    "end": options.day,
    "timezone": _iana_zone,
    "place": options.text,
    "online_url": _optional_url,
    "room": options.text,
    "conference": options.text,
    "conference_name": options.text,
    "conference_start": options.day,
    "conference_end": options.day,
    "pdf_url": options.url,
    "uid": _uid,
}


def read_event(facts: dict[str, Any], assets: Path, site: str) -> Event:
    """Return the checked facts of `workshop = {...}`.

    Args:
        facts: the dictionary of conf.py.
        assets: the folder that may hold papers' PDFs, named by submission number.
        site: the site's address (`html_baseurl`).

    Raises:
        ConfigError: a fact is missing, unknown or unreadable; the message names it.
    """
    for name in sorted(facts.keys() - _CONVERTERS.keys()):
        hint = options.nearest(name, _CONVERTERS)
        raise ConfigError(f"conf.py: workshop[{name!r}] is unknown{hint}")
    for name in sorted(_CONVERTERS.keys() - facts.keys()):
        raise ConfigError(f"conf.py: workshop[{name!r}] is missing")
    values = {}
    for name, convert in _CONVERTERS.items():
        try:
            values[name] = convert(facts[name])
        except ValueError as error:
            raise ConfigError(f"conf.py: workshop[{name!r}]: {error}") from error
    if values["end"] < values["start"]:
        raise ConfigError("conf.py: workshop['end'] lies before workshop['start']")
    try:
        site = options.url(site).rstrip("/") + "/"
    except ValueError as error:
        raise ConfigError(f"conf.py: html_baseurl: {error}") from error
    names = (path.stem for path in assets.glob("*.pdf"))
    pdfs = frozenset(int(name) for name in names if re.fullmatch("[1-9][0-9]*", name))
    return Event(**values, pdfs=pdfs, site=site)


def note_event(app: Sphinx, config: Config) -> None:
    """Check the facts once (`config-inited`); a changed fact makes Sphinx read all pages again."""
    found = read_event(config.workshop, app.srcdir / PDF_FOLDER, config.html_baseurl)
    config.workshop_event = replace(found, booklets=config.workshop_booklets)
