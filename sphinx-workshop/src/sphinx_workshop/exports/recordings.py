"""Recordings and slides of papers and sessions in JSON-LD, with what is known alone.

A recording is a <https://schema.org/VideoObject>. A page knows where it is, and of what it is. Its
picture (`thumbnailUrl`) is that which the build draws for links to the paper or session. When it
was put there (`uploadDate`) is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core import citations, urls
from ..core.field_table import addresses

if TYPE_CHECKING:
    from ..core.model import Paper, Session
    from ..core.program import Program

_FIELD, _SLIDES = "video", "slides"


def of_paper(program: Program, paper: Paper, image: str) -> dict[str, Any]:
    """Return the properties by which a paper has its recording and slides, where there are any.

    The recording was made at the session that presents the paper alone and has no recording of its
    own. Where no session does, or several do, the occasion is not known. `image` is the address of
    its picture, empty where it has none.
    """
    address, slides = paper.value(_FIELD), _slides(paper.title, paper.value(_SLIDES))
    if not address:
        return slides
    sessions = program.sessions_of_paper(paper)
    at = [s for s in sessions if s.paper == paper.id and not s.value(_FIELD) and not s.is_cancelled]
    made = {"recordedAt": occasion(program, at[0])} if len(at) == 1 else {}
    video = _video(program, paper.title, _about(program, paper), address, image)
    return {"video": video | made, **slides}


def of_session(program: Program, session: Session, image: str) -> dict[str, Any]:
    """Return the properties by which a session, as an event, has its recording and slides."""
    paper = program.paper_of(session)
    found = {entry.name: value for entry, value in addresses(session, paper)}
    title = program.title(session)
    slides = _slides(title, found.get(_SLIDES))
    if _FIELD not in found or session.is_cancelled:
        return slides
    about = session.note or (_about(program, paper) if paper else "")
    return {"recordedIn": _video(program, title, about, found[_FIELD], image), **slides}


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


def _slides(title: str, address: str | None) -> dict[str, Any]:
    if not address:
        return {}
    return {
        "subjectOf": {
            "@type": "PresentationDigitalDocument",
            "name": title,
            "url": urls.uri(address),
        }
    }


def occasion(program: Program, session: Session) -> dict[str, Any]:
    """Return a session as <https://schema.org/Event>."""
    return {
        "@type": "Event",
        "name": program.title(session),
        "startDate": session.start.isoformat(),
        "endDate": session.end.isoformat(),
        "url": urls.place(program.event, session),
    }
