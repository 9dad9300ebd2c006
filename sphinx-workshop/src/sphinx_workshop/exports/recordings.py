"""Recordings of papers and sessions as <https://schema.org/VideoObject>, with what is known alone.

A page knows where a recording is, and of what it is. Its picture (`thumbnailUrl`) is that which the
build draws for links to the paper or session. When it was put there (`uploadDate`) is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core import citations, urls
from ..core.field_table import addresses

if TYPE_CHECKING:
    from ..core.model import Paper, Session
    from ..core.program import Program

_FIELD = "video"


def of_paper(program: Program, paper: Paper, image: str) -> dict[str, Any]:
    """Return the property by which a paper has its recording; nothing where there is none.

    It was made at the session that presents the paper alone and has no recording of its own. Where
    no session does, or several do, the occasion is not known. `image` is the address of its
    picture, empty where it has none.
    """
    address = paper.value(_FIELD)
    if not address:
        return {}
    sessions = program.sessions_of_paper(paper)
    at = [s for s in sessions if s.paper == paper.id and not s.value(_FIELD) and not s.is_cancelled]
    made = {"recordedAt": occasion(program, at[0])} if len(at) == 1 else {}
    return {"video": _video(program, paper.title, _about(program, paper), address, image) | made}


def of_session(program: Program, session: Session, image: str) -> dict[str, Any]:
    """Return the property by which a session, as an event, has its recording, or nothing."""
    paper = program.paper_of(session)
    found = {entry.name: value for entry, value in addresses(session, paper)}
    if _FIELD not in found or session.is_cancelled:
        return {}
    about = session.note or (_about(program, paper) if paper else "")
    title = program.title(session)
    return {"recordedIn": _video(program, title, about, found[_FIELD], image)}


def _about(program: Program, paper: Paper) -> str:
    return citations.abstract(program, paper) or citations.description(program, paper)


def _video(program: Program, title: str, about: str, address: str, image: str) -> dict[str, Any]:
    found = {
        "@type": "VideoObject",
        "name": title,
        "description": about or citations.booktitle(program),
        "url": urls.uri(address),
    }
    return found | ({"thumbnailUrl": image} if image else {})


def occasion(program: Program, session: Session) -> dict[str, Any]:
    """Return a session as <https://schema.org/Event>."""
    return {
        "@type": "Event",
        "name": program.title(session),
        "startDate": session.start.isoformat(),
        "endDate": session.end.isoformat(),
        "url": urls.place(program.event, session),
    }
