"""Plans an import of people or dates: which page each of them gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.errors import CommandError
from ..core.model import Deadline
from ..core.suggest import suggest
from ..core.vocabulary import Role
from ..editing.schedule_page import SchedulePage
from ..imports.entry_import import EntryImport, with_roles
from ..imports.page_entries import Entries, naming
from .settings import DATES, ORGANIZERS, PAGES_OF_ENTRIES, SCHEDULE, SPEAKERS, pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from ..core.model import Event
    from ..imports.merge import Choices
    from ..imports.plan import Plan
    from ..imports.records import Reading


def plan_entries(
    site: Path,
    event: Event,
    reading: Reading,
    people: Entries,
    plan: Plan,
    asked: Choices,
    role: str,
) -> None:
    """Plan the entries of a table.

    Args:
        site: the site's folder.
        event: the facts of the workshop.
        reading: the people or dates.
        people: those who have an entry.
        plan: what is added to.
        asked: what the command line asks.
        role: the id of the role of people whose own is not known; may be empty.

    Raises:
        CommandError: the role is none of the workshop's, or a page is missing or cannot be read.
    """
    if role and role not in {known.id for known in event.roles}:
        ids = [known.id for known in event.roles]
        hint = suggest(role, ids) or f"; known are {', '.join(ids)}"
        raise CommandError(f"--role: there is no role '{role}'{hint}")
    of_people, entries, reserved = reading.format == "people", people, set[str]()
    if not of_people:
        entries = Entries(Deadline.type, pages_of(site, PAGES_OF_ENTRIES), plan)
        if (schedule := site / SCHEDULE).is_file():
            with naming(schedule):
                reserved = {session.id for session in SchedulePage(schedule).sessions}
    compared = EntryImport(entries, plan, asked, reserved)
    for found in reading.entries:
        if not of_people:
            compared.add(found, site / DATES, reading)
        elif person := with_roles(found, event, role, reading):
            first = person.options["roles"].partition(";")[0]
            organizes = first in {Role.CO_CHAIR.id, Role.ORGANIZER.id}
            compared.add(person, site / (ORGANIZERS if organizes else SPEAKERS), reading)
    entries.finish()
