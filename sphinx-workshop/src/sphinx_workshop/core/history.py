"""When the site's sources last changed: from git, never from the clock."""

from __future__ import annotations

import logging
import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

# Sphinx prints what the loggers below its own say; nothing of Sphinx is imported here.
logger = logging.getLogger(f"sphinx.{__name__}")

EPOCH = "SOURCE_DATE_EPOCH"  # https://reproducible-builds.org/specs/source-date-epoch/

# A character that no path holds begins the line of each commit; the options undo what a user's
# own settings may add, and `-c` lists the files that a merge changed by hand.
_MARK = "\x01"
_SHOWN = 10  # letters of a commit's name: git's own choice depends on how many there are
_LOG = (
    *("git", "-c", "log.showRoot=true", "log", "-z", "-c", "--no-renames", "--no-show-signature"),
    *("--relative", "--name-only", f"--format={_MARK}%ct %H", "--", "."),
)


@dataclass(frozen=True, slots=True)
class History:
    """When each source last changed, in UTC; `otherwise` is the answer for all others.

    `revision` names the newest commit that touches them; empty where none is known.
    """

    dates: Mapping[str, datetime]
    otherwise: datetime
    revision: str = ""

    def newest(self, names: Iterable[str]) -> datetime:
        """Return when the last of some sources changed."""
        return max((self.dates.get(n, self.otherwise) for n in names), default=self.otherwise)


def without_history(start: date) -> History:
    """Return the history of sources that have none: midnight UTC of the event's first day."""
    return History({}, datetime.combine(start, time(), UTC))


def read_history(folder: Path, start: date, environment: Mapping[str, str] = os.environ) -> History:
    """Return when each file in a folder last changed, by one call of `git log`.

    - `SOURCE_DATE_EPOCH`, where it is set, is the answer for every file.
    - A file changed when the newest commit that touches it was made (the committer's date). What
      is edited but not committed does not count, so that the answer is the commit's alone; a file
      that no commit holds yet is as old as the newest commit of the folder.
    - A shallow clone knows one commit, and answers with its date for every file: publish from a
      full clone (`fetch-depth: 0` in the workflow).
    - Without git, or outside a repository (a tarball), see `without_history`.

    Args:
        folder: the folder of the sources; the history names files relative to it, with `/`.
        start: the event's first day.
        environment: the environment variables.

    Raises:
        ValueError: `SOURCE_DATE_EPOCH` is not a number of seconds.
    """
    if epoch := environment.get(EPOCH):
        return History({}, datetime.fromtimestamp(int(epoch), UTC))
    dates: dict[str, datetime] = {}
    revision = ""
    for path, changed, commit in _commits(_git(folder, _LOG)):
        dates[path] = max(changed, dates.get(path, changed))
        revision = revision or commit[:_SHOWN]
    return History(dates, max(dates.values()), revision) if dates else without_history(start)


def is_committed(folder: Path, name: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether the newest commit holds a file as it is, and its date is known from git.

    It is not where `SOURCE_DATE_EPOCH` is set, nor in a shallow clone.
    """
    if environment.get(EPOCH):
        return False
    shallow = _git(folder, ("git", "rev-parse", "--is-shallow-repository")).strip()
    known = _git(folder, ("git", "ls-files", "--", name))
    # Without the option, git may write its index, which another git may be reading.
    changed = _git(folder, ("git", "--no-optional-locks", "status", "--porcelain", "--", name))
    return shallow == "false" and bool(known) and not changed


def _git(folder: Path, command: Sequence[str]) -> str:
    """Return what git says, or nothing where there is no git or no history."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        reason = os.fsdecode(getattr(error, "stderr", b"") or b"").strip() or error
        logger.info("no history of the sources: %s", reason)
        return ""
    return os.fsdecode(done.stdout)


def _commits(log: str) -> Iterator[tuple[str, datetime, str]]:
    """Yield each path of each commit, with the commit's date and name, the newest first."""
    changed, commit = datetime.min.replace(tzinfo=UTC), ""
    for field in log.split("\0"):
        word = field.removeprefix("\n")  # git puts a line's end between a commit and its paths
        if word.startswith(_MARK):
            seconds, commit = word.removeprefix(_MARK).split()
            changed = datetime.fromtimestamp(int(seconds), UTC)
        elif word:
            yield word, changed, commit
