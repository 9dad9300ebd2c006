"""Finds objects that pages declare, and the ids that new ones may not have."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..core.errors import CommandError
from ..core.model import Deadline
from ..editing.files import read_as_typed
from ..editing.page_text import directives, lines_of
from ..editing.schedule_page import SchedulePage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from ..editing.page_text import Directive


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Say in errors which page cannot be read.

    Raises:
        CommandError: it cannot be; what was raised is a ValueError.
    """
    try:
        yield
    except ValueError as error:
        raise CommandError(f"{path}: {error}") from error


def written_objects(
    pages: Iterable[Path], type: str, planned: Mapping[Path, str] | None = None
) -> Iterator[tuple[Path, Directive]]:
    """Yield the objects of a type, each after its page.

    Args:
        pages: those on which objects may stand.
        type: the directive.
        planned: the texts of pages that are going to be written.

    Raises:
        CommandError: a page cannot be read.
    """
    for path in pages:
        with naming(path):
            text = (planned or {}).get(path) or read_as_typed(path)
            yield from ((path, found) for found in directives(lines_of(text)) if found.name == type)


def deadline_ids(pages: Iterable[Path]) -> set[str]:
    """Return the ids of deadlines; in calendars, a session with the same would be one entry.

    Raises:
        CommandError: a page cannot be read.
    """
    return {found.option("id") for _, found in written_objects(pages, Deadline.type)} - {""}


def session_ids(schedule: Path) -> set[str]:
    """Return the ids of sessions; there are none where there is no page.

    Raises:
        CommandError: the page cannot be read.
    """
    if not schedule.is_file():
        return set()
    with naming(schedule):
        return {session.id for session in SchedulePage(schedule).sessions}
