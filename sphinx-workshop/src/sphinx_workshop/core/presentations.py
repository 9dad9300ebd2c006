"""Which sessions present which papers: alone, as sessions say it, or among others, as papers do."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .model import Paper, Session


def papers_by_session(papers: Iterable[Paper]) -> dict[str, list[Paper]]:
    """Return the papers that name sessions, by the ids of these."""
    found: defaultdict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        for id in paper.sessions:
            found[id].append(paper)
    return dict(found)


def sessions_by_paper(
    sessions: Iterable[Session], shown: Mapping[str, Iterable[Paper]]
) -> dict[str, list[Session]]:
    """Return the sessions of each paper by its id, in their order.

    Args:
        sessions: all sessions.
        shown: the papers that sessions show among others, by the ids of these.
    """
    found: defaultdict[str, list[Session]] = defaultdict(list)
    for session in sessions:
        alone = [session.paper] if session.paper else []
        for id in dict.fromkeys([*alone, *(paper.id for paper in shown.get(session.id, ()))]):
            found[id].append(session)
    return dict(found)
