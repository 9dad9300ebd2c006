"""The ids that dates and sessions may not share: in calendars, two would be one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.errors import CommandError
from ..core.model import Deadline
from ..editing.files import read_as_typed
from ..editing.page_text import directives, lines_of
from ..editing.schedule_page import SchedulePage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def deadline_ids(pages: Iterable[Path]) -> set[str]:
    """Return the ids of deadlines.

    Raises:
        CommandError: a page cannot be read.
    """
    found = set()
    for path in pages:
        try:
            there = directives(lines_of(read_as_typed(path)))
            found |= {each.option("id") for each in there if each.name == Deadline.type}
        except ValueError as error:
            raise CommandError(f"{path}: {error}") from error
    return found - {""}


def session_ids(schedule: Path) -> set[str]:
    """Return the ids of sessions; there are none where there is no page.

    Raises:
        CommandError: the page cannot be read.
    """
    if not schedule.is_file():
        return set()
    try:
        return {session.id for session in SchedulePage(schedule).sessions}
    except ValueError as error:
        raise CommandError(f"{schedule}: {error}") from error
