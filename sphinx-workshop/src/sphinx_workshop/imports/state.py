"""Keeps what the source said last: without it no import could tell who has changed a page.

The file is committed. It holds what the pages hold, in one entry a submission, and digests of the
former names.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..core import fields
from ..core.errors import CommandError
from ..core.model import submission_key
from .former_names import FormerNames

if TYPE_CHECKING:
    from pathlib import Path

    from ..core.model import SubmissionId

NAME = "program/imported.json"

_VERSION = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One object: the id of its page or session, and the source's values."""

    id: str
    values: dict[str, str]


@dataclass(slots=True)
class State:
    """All that was imported: papers by number, sessions by code, people and deadlines by id."""

    papers: dict[SubmissionId, Entry] = field(default_factory=dict)
    sessions: dict[str, Entry] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    deadlines: dict[str, str] = field(default_factory=dict)
    former: FormerNames = field(default_factory=FormerNames)

    def names(self) -> set[str]:
        """Return what the command line calls the objects: papers by number, others by id."""
        sessions = (entry.id for entry in self.sessions.values())
        return {*map(str, self.papers), *sessions, *self.people, *self.deadlines}

    def text(self) -> str:
        """Return the file: sorted, so that the same imports give the same bytes."""

        def entries(of: dict[Any, Entry]) -> dict[str, Any]:
            return {
                str(key): {"id": entry.id, "values": dict(sorted(entry.values.items()))}
                for key, entry in sorted(of.items(), key=lambda item: submission_key(item[0]))
            }

        former = {"salt": self.former.salt, "names": dict(sorted(self.former.names.items()))}
        data = {
            "papers": entries(self.papers),
            "sessions": entries(self.sessions),
            "people": dict(sorted(self.people.items())),
            "deadlines": dict(sorted(self.deadlines.items())),
            "former_names": former if self.former.names else {},
        }
        kept: dict[str, Any] = {name: found for name, found in data.items() if found}
        if kept:
            kept["version"] = _VERSION
        return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def read_state(path: Path) -> State:
    """Return what is kept, or nothing where nothing was imported.

    Raises:
        CommandError: the file is broken.
    """
    if not path.exists():
        return State()
    try:
        data = json.loads(path.read_bytes())
        papers, sessions = data.get("papers", {}), data.get("sessions", {})
        return State(
            {fields.submission(number): _entry(entry) for number, entry in papers.items()},
            {code: _entry(entry) for code, entry in sessions.items()},
            _texts(data.get("people", {})),
            _texts(data.get("deadlines", {})),
            _former(data.get("former_names", {})),
        )
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError) as error:
        raise CommandError(
            f"{path}: it cannot be read ({error}); restore the committed one, or delete it: then "
            "every difference between source and pages is shown, nothing is overwritten, and "
            "former names are not recognized"
        ) from None


def _entry(data: dict[str, Any]) -> Entry:
    return Entry(_text(data["id"]), _texts(data["values"]))


def _texts(data: dict[str, Any]) -> dict[str, str]:
    return {name: _text(value) for name, value in data.items()}


def _former(data: dict[str, Any]) -> FormerNames:
    names = _texts(data.get("names", {}))
    found = FormerNames(_text(data.get("salt", "")), names)
    for text in (found.salt, *names, *names.values()):
        bytes.fromhex(text)
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a value is not text")
    return value
