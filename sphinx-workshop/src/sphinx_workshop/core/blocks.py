"""What the parts of a longer session, its block, take from it: that they are cancelled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .values import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .model import Session


def cancelled(blocks: Mapping[str, str | None], own: Iterable[str]) -> set[str]:
    """Return the ids of the sessions that are cancelled, or a part of one that is.

    Args:
        blocks: the id of each session, with that of the longer one that it is a part of.
        own: the ids of those that are cancelled themselves.
    """
    found = set(own)
    while more := {id for id, block in blocks.items() if block in found} - found:
        found |= more
    return found


def with_cancelled_parts(sessions: Mapping[str, Session]) -> list[Session]:
    """Return sessions, with the parts of cancelled ones cancelled as well."""
    blocks = {id: session.block for id, session in sessions.items()}
    gone = cancelled(blocks, [id for id, session in sessions.items() if session.is_cancelled])
    return [
        replace(session, status=Status.CANCELLED) if id in gone else session
        for id, session in sessions.items()
    ]
