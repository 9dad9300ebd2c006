"""Prints a build's warnings when it has ended: ordered by file and line, each with help.

In a run of GitHub Actions, each is also an annotation of its line in the pull request.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, NamedTuple, NoReturn, cast

from ...compat import warnings_log
from .records import causes, place_of, words_of
from .rewrites import rewritten
from .site import Site

if TYPE_CHECKING:
    from sphinx.application import Sphinx


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


class Report(logging.Filter):
    """Holds a build's warnings back, and prints them in the end; what comes later passes."""

    def __init__(self) -> None:
        super().__init__()
        self._app: Sphinx | None = None
        self._records: list[logging.LogRecord] = []
        self._waiting = True

    def begin(self, app: Sphinx) -> None:
        """Hold the warnings back from now on (`builder-inited`)."""
        self._app = app
        warnings_log.add_filters(_complete, self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep a warning back, or say it in plain words; a traceback passes as it is."""
        if self._app is None or record.exc_info:
            return True
        if self._waiting:
            self._records.append(record)
            return False
        _reword(record, _mistake(self._app, record))
        return True

    def end(self, app: Sphinx, exception: Exception | None) -> None:
        """Print what was held back, also after a build that failed (`build-finished`)."""
        self._waiting = False
        found = [(_mistake(app, record), record) for record in causes(app, self._records)]
        self._records.clear()
        for mistake, record in sorted(found, key=lambda pair: pair[0][:2]):
            _reword(record, mistake)
            warnings_log.emit(record, self)

    def give_up(self) -> NoReturn:
        """End the build after what was reported, without the traceback that an exception prints.

        Raises:
            SystemExit: always.
        """
        # Sphinx holds warnings back itself while it reads, and lets go of them now.
        self._waiting = False
        raise SystemExit(2)


def _complete(record: logging.LogRecord) -> bool:
    """Add the type that Sphinx forgets: without it, `toc.empty_glob` cannot be suppressed."""
    if getattr(record, "subtype", None) == "empty_glob":
        record.type = "toc"
    return True


def _reword(record: logging.LogRecord, mistake: Mistake) -> None:
    """Let a record say what the mistake is, and mark its line where a pull request can show it."""
    record.msg, record.args = " ".join(filter(None, (mistake.message, mistake.help))), ()
    record.location = mistake.location
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print(mistake.annotation(), flush=True)


def _mistake(app: Sphinx, record: logging.LogRecord) -> Mistake:
    path, line = place_of(record)
    site = Site(app.env, app.env.project.path2doc(path) or "" if path else "")
    file = site.relative(path)
    message, section = rewritten(getattr(record, "type", None) or "", words_of(record), site)
    section = section or cast("str", getattr(record, "about", ""))
    guide = app.config.workshop_guide
    return Mistake(file, line, message, f"({guide}#{section})" if guide and section else "")
