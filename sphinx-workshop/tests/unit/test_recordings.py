"""Recordings in JSON-LD: what is known of each, at its paper and at its session, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from records import paper, program, session
from sphinx_workshop.core.values import Status
from sphinx_workshop.core.vocabulary import Kind
from sphinx_workshop.exports.event_metadata import event
from sphinx_workshop.exports.page_metadata import scholarly_article

if TYPE_CHECKING:
    from sphinx_workshop.core.model import Record

AT = "https://example.org/watch/"
ALPHA = paper(
    "alpha", title="Alpha rays", summary="All of it.", more=(("video", f"{AT}é?v=1&t=2"),)
)
TALK = session("alpha", title="", paper="alpha", kind=Kind.SPOTLIGHT)
OPENING = session("opening", "10:00-11:00", note="First words.", more=(("video", f"{AT}opening"),))
VIDEO = {
    "@type": "VideoObject",
    "name": "Alpha rays",
    "description": "All of it.",
    "url": f"{AT}%C3%A9?v=1&t=2",
}
TALK_AS_EVENT = {
    "@type": "Event",
    "name": "Alpha rays",
    "startDate": "2016-07-22T09:00:00-04:00",
    "endDate": "2016-07-22T10:00:00-04:00",
    "url": "https://example.org/2016/day.html#session-alpha",
}


def of_session(*records: Record) -> Any:
    """Return what the first session was recorded in."""
    return event(program(*records), "index")["subEvent"][0].get("recordedIn")


def test_the_recording_of_a_paper_was_made_at_its_talk() -> None:
    article = scholarly_article(program(ALPHA, TALK), ALPHA)
    assert article["video"] == VIDEO | {"recordedAt": TALK_AS_EVENT}


@pytest.mark.parametrize(
    "sessions",
    [
        (),
        (TALK, session("again", "11:00-12:00", paper="alpha")),
        (session("alpha", paper="alpha", more=(("video", f"{AT}talk"),)),),
        (session("alpha", paper="alpha", status=Status.CANCELLED),),
    ],
    ids=["without a talk", "with two", "of another recording", "that was cancelled"],
)
def test_where_it_was_made_is_not_said_where_it_is_not_known(sessions: tuple[Record, ...]) -> None:
    assert scholarly_article(program(ALPHA, *sessions), ALPHA)["video"] == VIDEO


def test_a_session_was_recorded_in_its_own_recording_or_in_its_paper_s() -> None:
    assert of_session(OPENING) == {
        "@type": "VideoObject",
        "name": "Opening",
        "description": "First words.",
        "url": f"{AT}opening",
    }
    assert of_session(ALPHA, TALK) == VIDEO


def test_without_words_the_event_describes_it() -> None:
    silent = session("silent", more=(("video", f"{AT}silent"),))
    assert of_session(silent)["description"] == "FIELD 2016 Workshop on Learning from Meadows"


def test_what_nobody_knows_is_not_said() -> None:
    beta = paper("beta")
    assert "video" not in scholarly_article(program(beta), beta)
    assert of_session(session("silent")) is None
    assert not {"uploadDate", "thumbnailUrl", "duration"} & of_session(OPENING).keys()


def test_slides_are_a_document_about_the_paper_and_its_talk() -> None:
    beta = paper("beta", more=(("slides", f"{AT}é.pdf"),))
    talk = session("talk", paper="beta", title="")
    found = program(beta, talk, session("other", "10:00-11:00", more=(("slides", f"{AT}o.pdf"),)))
    slides = {
        "@type": "PresentationDigitalDocument",
        "name": "Beta",
        "url": f"{AT}%C3%A9.pdf",
    }
    assert scholarly_article(found, beta)["subjectOf"] == slides
    of_talk, of_other = (part["subjectOf"] for part in event(found, "index")["subEvent"])
    assert of_talk == slides
    assert of_other["url"] == f"{AT}o.pdf"
    assert "subjectOf" not in scholarly_article(program(ALPHA), ALPHA)


@pytest.mark.parametrize(
    ("records", "drawn"),
    [((ALPHA, TALK), "papers/alpha.png"), ((OPENING,), "sessions/opening.png")],
)
def test_the_picture_for_links_is_that_of_the_recording(
    records: tuple[Record, ...], drawn: str
) -> None:
    found = program(*records)
    (part,) = event(found, "index", pictures={drawn})["subEvent"]
    videos = [part["recordedIn"]]
    if ALPHA in records:
        videos.append(scholarly_article(found, ALPHA, {drawn})["video"])
    assert {video["thumbnailUrl"] for video in videos} == {f"https://example.org/2016/{drawn}"}
