"""Reads the records of warnings, and leaves out those that follow from others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

_LOCATION = re.compile(r"(?P<path>.*?)(?::(?P<line>\d+)?)?")


_NO_TITLE = r"the page is empty|the page has no title|the title is empty"
_CONSEQUENCES = (
    (
        r'Duplicate explicit target name: "(?P<name>.+)"\.',
        r"undefined label: '(?P<name>.+)'",
    ),
    (_NO_TITLE, r"toctree contains reference to document '(?P<name>.+)' that doesn't have a ti"),
    (_NO_TITLE, r"Document headings start at H\d"),
    (r"'.+': Invalid options format", r".+: \w+ is missing; add a line"),
)
"""Messages, and those that follow from one with the same `name`, or from one of the same page."""


def place_of(record: logging.LogRecord) -> tuple[str, int]:
    """Return the path and the line of a warning, as far as it has them."""
    place = _LOCATION.fullmatch(getattr(record, "location", None) or "")
    return (place["path"], int(place["line"] or 0)) if place else ("", 0)


def words_of(record: logging.LogRecord) -> str:
    """Return the first paragraph of a warning; docutils adds the source in another."""
    words = str(record.msg) % record.args if record.args else str(record.msg)
    return " ".join(words.strip().partition("\n\n")[0].split())


def causes(app: Sphinx, records: Iterable[logging.LogRecord]) -> Iterator[logging.LogRecord]:
    """Yield every warning, but not those that follow from another.

    A record says of itself whether all others of its page follow from it (`hides`), or whether it
    follows from any other (`follows`): see `extra` of the loggers' methods.
    """
    found = [(record, _page(app, record), words_of(record)) for record in records]
    hidden = {page for record, page, _ in found if getattr(record, "hides", False)}
    others = {page for record, page, _ in found if not getattr(record, "follows", False)}
    effects = {
        (number, _name(match, page))
        for _, page, words in found
        for number, (cause, _) in enumerate(_CONSEQUENCES)
        if (match := re.match(cause, words))
    }
    for record, page, words in found:
        if page in hidden and not getattr(record, "hides", False):
            continue
        if page in others and getattr(record, "follows", False):
            continue
        if not any(
            (match := re.match(effect, words)) and (number, _name(match, page)) in effects
            for number, (_, effect) in enumerate(_CONSEQUENCES)
        ):
            yield record


def _page(app: Sphinx, record: logging.LogRecord) -> str:
    path, _ = place_of(record)
    return (app.env.project.path2doc(path) or path) if path else ""


def _name(match: re.Match[str], page: str) -> str:
    return match.groupdict().get("name") or page
