"""Reads the workshop's facts from conf.py, and the PDFs that the checkout holds."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sphinx.errors import ConfigError
from sphinx.util import logging

from ..core import fields
from ..core.conf_lines import fact_lines
from ..core.model import Event, State, SubmissionId, WordsBy, person_id
from ..core.suggest import suggest
from ..core.values import NamedUrl
from ..core.vocabulary import Format, Kind, Role
from ..core.words import chosen, gettext
from .domain import domain_of
from .event_words import add_words, own_words, paper_format

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Set

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

Anything = TypeVar("Anything")

logger = logging.getLogger(__name__)

PDF_FOLDER = "assets"


def _or_empty(convert: Callable[[str], Anything]) -> Callable[[str], Anything | str]:
    """Return a converter that takes an empty text as well: the fact is unknown then."""
    return lambda value: convert(value) if value else ""


def _iana_zone(value: str) -> ZoneInfo:
    if not isinstance(found := fields.zone(value), ZoneInfo):
        raise ValueError(f"'{value}' is not a place's zone; write a name like America/New_York")
    return found


def _uid(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9.-]+@[A-Za-z0-9.-]+", found := fields.text(value)):
        raise ValueError("write a name and a host that will not change, like field2022@example.org")
    return found


def _editions(value: dict[str, str]) -> tuple[NamedUrl, ...]:
    """Read `{"2031": "https://…"}`: what each edition is called, and where its site is."""
    if not isinstance(value, dict):
        raise ValueError('write names and addresses, like {"2031": "https://example.org/2031/"}')
    found = []
    for name, address in value.items():
        try:
            found.append(NamedUrl(fields.url(address), fields.text(str(name))))
        except ValueError as error:
            raise ValueError(f"{name!r}: {error}") from error
    return tuple(found)


FACTS: dict[str, Callable[[Any], Any]] = {
    "name": fields.text,
    "state": partial(fields.choice, kinds=State),
    "kind": fields.text,
    "start": fields.day,
    "end": fields.day,
    "timezone": _iana_zone,
    "place": _or_empty(fields.text),
    "online_url": _or_empty(fields.url),
    "room": fields.text,
    "conference": _or_empty(fields.text),
    "conference_name": _or_empty(fields.text),
    "conference_start": fields.day,
    "conference_end": fields.day,
    "pdf_url": _or_empty(fields.url),
    "uid": _uid,
    "paper_note": _or_empty(fields.text),
    "keywords_by": _or_empty(partial(fields.choice, kinds=WordsBy)),
    "proceedings_note": _or_empty(fields.text),
    "kinds": partial(own_words, Kind),
    "roles": partial(own_words, Role),
    "formats": partial(own_words, Format),
    "paper_format": _or_empty(fields.slug),
    "editions": _editions,
    "cancelled": fields.dated,
    "postponed": fields.dated,
}
"""The keys of `workshop`, with their converters."""

REQUIRED_FACTS = frozenset({"name", "start", "end", "timezone"})


def read_event(
    facts: dict[str, Any], assets: Path, site: str, lines: Mapping[str, int] | None = None
) -> Event:
    """Return the checked facts of `workshop = {...}`.

    Args:
        facts: the dictionary of conf.py.
        assets: the folder that may hold papers' PDFs, named by submission number.
        site: the site's address (`html_baseurl`), or nothing where it is not known.
        lines: on which lines of conf.py the facts stand, as far as it is known.

    Raises:
        ConfigError: a fact is missing, unknown or unreadable; the message names all such.
    """
    wrong = [
        f"workshop[{name!r}] is unknown{suggest(name, FACTS)}"
        for name in sorted(facts.keys() - FACTS.keys())
    ]
    # A fact that is there by another name is not missing as well.
    meant = {name for name in FACTS if any(f"'{name}'?" in message for message in wrong)}
    missing = sorted(REQUIRED_FACTS - facts.keys() - meant)
    wrong += [f"workshop[{name!r}] is missing" for name in missing]
    values: dict[str, Any] = {}
    for name in [name for name in FACTS if name in facts]:
        try:
            values[name] = FACTS[name](facts[name])
        except ValueError as error:
            wrong.append(f"workshop[{name!r}]: {error}")
    for start, end in (("start", "end"), ("conference_start", "conference_end")):
        if {start, end} <= values.keys() and values[end] < values[start]:
            wrong.append(f"workshop['{end}'] lies before workshop['{start}']")
    if {"cancelled", "postponed"} <= values.keys():
        wrong.append("workshop['cancelled']: 'postponed' is there as well; delete one of them")
    try:
        site = fields.url(site).rstrip("/") + "/" if site else ""
    except ValueError as error:
        wrong.append(f"html_baseurl: {error}")
    if wrong:
        raise ConfigError(
            "\n".join(f"{_place(message, lines or {})}: {message}" for message in wrong)
        )
    if not values.get("keywords_by"):
        # A note says that the site speaks of the papers; without one, authors speak for themselves.
        by = WordsBy.SITE if values.get("paper_note") else WordsBy.AUTHORS
        values["keywords_by"] = by
    add_words(values)
    values["paper_format"] = paper_format(values)
    names = (path.stem for path in assets.glob("*.pdf"))
    pdfs = frozenset(id for name in names if (id := _submission(name)) is not None)
    values.setdefault("kind", gettext("workshop"))
    values.setdefault("room", gettext("Main room"))
    # What ends the names of calendar entries: `fields2022@example.org`.
    id = f"{person_id(values['name'])}{values['start'].year}"
    values.setdefault("uid", f"{id}@{urlsplit(site).hostname or 'localhost'}")
    return Event(**values, pdfs=pdfs, site=site)


def _place(message: str, lines: Mapping[str, int]) -> str:
    """Return where conf.py has the fact that a message begins with."""
    found = (n for name, n in lines.items() if message.startswith(f"workshop[{name!r}]"))
    return ":".join(("conf.py", *map(str, found)))


def check_facts(app: Sphinx, config: Config) -> None:
    """Report all mistakes in the facts, and end the build if there is one (`config-inited`)."""
    try:
        _event_of(app, config)
    except ConfigError as error:
        for message in str(error).splitlines():
            logger.error(message)
        # Sphinx prints a traceback of any other exception that a handler raises.
        raise SystemExit(2) from None


def note_event(app: Sphinx) -> None:
    """Give the facts to the domain (`builder-inited`: from here on there is one)."""
    domain_of(app.env).event = _event_of(app, app.config)


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> Set[str]:
    """Return all pages if they were read with other facts (`env-get-outdated`).

    Sphinx itself compares settings that `rebuild="env"` names. A PDF that was added, and the
    site's address, are not among these.
    """
    return env.found_docs if domain_of(env).note_event_changed() else set()


def _event_of(app: Sphinx, config: Config) -> Event:
    lines = fact_lines(Path(app.confdir, "conf.py"))
    found = read_event(config.workshop, app.srcdir / PDF_FOLDER, config.html_baseurl, lines)
    return replace(found, booklets=config.workshop_booklets, language=chosen().tag)


def _submission(name: str) -> SubmissionId | None:
    """Return the submission that a file is named by."""
    try:
        found = fields.submission(name)
    except ValueError:
        return None
    return found if str(found) == name else None
