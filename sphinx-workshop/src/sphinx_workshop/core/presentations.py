"""Which sessions present which papers: alone, as sessions say it, or among others, as papers do."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from .grouped import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .model import Paper, Session


def papers_by_session(papers: Iterable[Paper]) -> dict[str, list[Paper]]:
    """Return the papers that name sessions, by the ids of these."""
    return grouped(papers, attrgetter("sessions"))


def sessions_by_paper(
    sessions: Iterable[Session], shown: Mapping[str, Iterable[Paper]]
) -> dict[str, list[Session]]:
    """Return the sessions of each paper by its id, in their order.

    Args:
        sessions: all sessions.
        shown: the papers that sessions show among others, by the ids of these.
    """

    def ids(session: Session) -> list[str]:
        alone = [session.paper] if session.paper else []
        return [*alone, *(paper.id for paper in shown.get(session.id, ()))]

    return grouped(sessions, ids)
