"""Prints a build's warnings when it has ended: ordered by file and line, each with help.

In a run of GitHub Actions, each is also an annotation of its line in the pull request.
"""

from __future__ import annotations

import logging
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from sphinx.util.logging import NAMESPACE, WarningStreamHandler

from .lessons import Site, taught

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

_LOCATION = re.compile(r"(?P<path>.*?)(?::(?P<line>\d+)?)?")
_SECOND = re.compile(r"undefined label: '(.+)'")
_FIRST = re.compile(r'Duplicate explicit target name: "(.+)"\.')


class Mistake(NamedTuple):
    """A warning as its reader sees it; the file is relative to the source folder, or empty."""

    file: str
    line: int
    message: str
    help: str = ""

    @property
    def location(self) -> str:
        """File and line as editors and terminals understand them."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def annotation(self) -> str:
        """Return the workflow command that marks the line in a pull request.

        <https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>
        """
        message = _escaped(" ".join(filter(None, (self.message, self.help))))
        places = {"file": self.file, "line": str(self.line or "")}
        where = ",".join(
            f"{name}={_escaped(value, ':,')}" for name, value in places.items() if value
        )
        return f"::error {where}::{message}" if where else f"::error::{message}"


def _escaped(text: str, more: str = "") -> str:
    """Escape what would end a workflow command, or one of its properties."""
    for sign in ("%", "\r", "\n", *more):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


@dataclass
class Collector(logging.Filter):
    """Keeps the warnings that a handler would print, while `waiting`."""

    handler: WarningStreamHandler
    records: list[logging.LogRecord] = field(default_factory=list)
    waiting: bool = True

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep a warning back; a traceback is shown at once."""
        if not self.waiting or record.exc_info:
            return True
        self.records.append(record)
        return False


def collect(app: Sphinx) -> None:
    """Hold the warnings back from now on (`builder-inited`); `report` prints them."""
    for handler in logging.getLogger(NAMESPACE).handlers:
        if isinstance(handler, WarningStreamHandler):
            handler.addFilter(Collector(handler))


def report(app: Sphinx, exception: Exception | None) -> None:
    """Print what was held back, also after a build that failed (`build-finished`)."""
    for handler in logging.getLogger(NAMESPACE).handlers:
        for collector in [f for f in handler.filters if isinstance(f, Collector)]:
            collector.waiting = False
            mistakes = sorted(_mistakes(app, collector.records), key=lambda found: found[0][:2])
            for mistake, record in mistakes:
                _print(collector.handler, mistake, record)
            collector.records.clear()


def _print(handler: WarningStreamHandler, mistake: Mistake, record: logging.LogRecord) -> None:
    record.msg, record.args = " ".join(filter(None, (mistake.message, mistake.help))), ()
    record.location = mistake.location
    handler.emit(record)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print(mistake.annotation(), flush=True)


def _mistakes(
    app: Sphinx, records: Iterable[logging.LogRecord]
) -> Iterator[tuple[Mistake, logging.LogRecord]]:
    """Yield every warning, but not those that follow from another."""
    messages = [(record, _first_line(record)) for record in records]
    told_of = {found[1] for _, text in messages if (found := _FIRST.match(text))}
    for record, text in messages:
        second = _SECOND.match(text)
        if not (second and second[1] in told_of):
            yield _mistake(app, record, text), record


def _first_line(record: logging.LogRecord) -> str:
    """Return the words of a warning; docutils adds lines that repeat the source."""
    words = str(record.msg) % record.args if record.args else str(record.msg)
    return next((line.strip() for line in words.splitlines() if line.strip()), "")


def _mistake(app: Sphinx, record: logging.LogRecord, text: str) -> Mistake:
    place = _LOCATION.fullmatch(getattr(record, "location", None) or "")
    path, line = (place["path"], int(place["line"] or 0)) if place else ("", 0)
    file = _relative(path, app.srcdir)
    site = Site(app.env, app.env.path2doc(path) or "" if path else "")
    message, section = taught(getattr(record, "type", None) or "", text, site)
    section = section or cast("str", getattr(record, "about", ""))
    guide = app.config.teaching_guide
    return Mistake(file, line, message, f"({guide}#{section})" if guide and section else "")


def _relative(path: str, folder: Path) -> str:
    """Return a path from the source folder; others stay as they are."""
    found = Path(path)
    return found.relative_to(folder).as_posix() if path and found.is_relative_to(folder) else path
