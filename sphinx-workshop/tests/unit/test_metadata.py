"""What a page's head tells machines: every tag in order, and nothing that nobody said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from records import EVENT, paper, person, program, session, topic
from sphinx_workshop.core.history import History
from sphinx_workshop.core.model import WordsBy
from sphinx_workshop.core.program import Program
from sphinx_workshop.core.vocabulary import Kind, Role
from sphinx_workshop.exports import event_metadata, highwire, page_metadata

SITE = "https://example.org/2016/"
PLACE = {
    "@type": "Place",
    "name": "Springfield, Oregon, USA",
    "address": "Springfield, Oregon, USA",
}
ALPHA = paper(
    "alpha",
    "Ann Lee* (North; South); Basil Médard",
    "inference; robustness",
    number=7,
    title="“Alpha” & Médard's <law>",
    keywords=("helium", "decay"),
    summary="All of it.",
    more=(("arxiv", "2207.00001"),),
    docname="program/papers/alpha",
)
TOPICS = (
    topic("inference", title="Methods of inference"),
    topic("robustness", 2, title="Robustness to shifts"),
)


# Highwire --------------------------------------------------------------------------------------


def test_the_tags_of_a_paper_stand_in_order_affiliations_after_their_author() -> None:
    assert highwire.highwire(program(ALPHA), ALPHA) == [
        ("citation_title", "“Alpha” & Médard's <law>"),
        ("citation_author", "Ann Lee"),
        ("citation_author_institution", "North"),
        ("citation_author_institution", "South"),
        ("citation_author", "Basil Médard"),
        ("citation_publication_date", "2016/07/22"),
        ("citation_conference_title", "FIELD 2016 Workshop on Learning from Meadows"),
        ("citation_pdf_url", "https://example.org/assets/7.pdf"),
        ("citation_abstract_html_url", f"{SITE}program/papers/alpha.html"),
        ("citation_language", "en"),
        ("citation_keywords", "helium; decay"),
        ("citation_arxiv_id", "2207.00001"),
    ]


def test_an_orcid_id_follows_its_author_and_a_doi_is_an_identifier() -> None:
    ann = person("ann-lee", "Ann Lee", more=(("orcid", "0000-0002-1825-0097"),))
    alpha = replace(ALPHA, more=(("doi", "10.1000/182"),))
    found = program(alpha, ann)
    tags = highwire.highwire(found, alpha)
    after = tags.index(("citation_author_institution", "South")) + 1
    assert tags[after] == ("citation_author_orcid", "https://orcid.org/0000-0002-1825-0097")
    article = page_metadata.scholarly_article(found, alpha)
    assert article["identifier"] == ["7", "https://doi.org/10.1000/182"]
    author, other = article["author"]
    assert author["identifier"] == ["https://orcid.org/0000-0002-1825-0097"]
    assert "identifier" not in other


def test_keywords_that_are_not_the_authors_are_in_no_tag() -> None:
    ours = Program(replace(EVENT, keywords_by=WordsBy.SITE), [ALPHA])
    assert "citation_keywords" not in dict(highwire.highwire(ours, ALPHA))
    assert "keywords" not in page_metadata.scholarly_article(ours, ALPHA)


def test_no_tag_is_empty() -> None:
    beta = paper("beta")
    tags = highwire.highwire(program(beta), beta)
    assert all(content for _, content in tags)
    assert not {"citation_keywords", "citation_arxiv_id"} & {name for name, _ in tags}


def test_a_pdf_that_the_site_has_is_given_beside_the_page() -> None:
    here = Program(replace(EVENT, pdfs=frozenset({7})), [ALPHA])
    assert dict(highwire.highwire(here, ALPHA))["citation_pdf_url"] == (
        f"{SITE}program/papers/alpha.pdf"
    )
    encoding = page_metadata.scholarly_article(here, ALPHA)["encoding"]
    assert encoding["contentUrl"] == f"{SITE}assets/7.pdf"


# The paper in JSON-LD --------------------------------------------------------------------------


def test_a_paper_is_an_article_with_every_property() -> None:
    assert page_metadata.scholarly_article(program(ALPHA, *TOPICS), ALPHA) == {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "headline": "“Alpha” & Médard's <law>",
        "name": "“Alpha” & Médard's <law>",
        "author": [
            {
                "@type": "Person",
                "name": "Ann Lee",
                "affiliation": [
                    {"@type": "Organization", "name": "North"},
                    {"@type": "Organization", "name": "South"},
                ],
            },
            {"@type": "Person", "name": "Basil Médard"},
        ],
        "datePublished": "2016-07-22",
        "dateModified": "2016-07-22",
        "inLanguage": "en",
        "isPartOf": {
            "@type": "Collection",
            "name": "FIELD 2016 Workshop on Learning from Meadows",
            "url": SITE,
        },
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": "https://example.org/assets/7.pdf",
            "encodingFormat": "application/pdf",
        },
        "identifier": ["7"],
        "url": f"{SITE}program/papers/alpha.html",
        "description": "All of it.",
        "keywords": ["helium", "decay"],
        "about": ["Methods of inference", "Robustness to shifts"],
        "sameAs": ["https://arxiv.org/abs/2207.00001"],
    }


def test_an_article_was_modified_when_its_page_changed() -> None:
    changed = datetime(2023, 5, 6, 23, 59, tzinfo=UTC)
    history = History({"program/papers/alpha": changed}, datetime(2024, 1, 1, tzinfo=UTC))
    found = Program(EVENT, [ALPHA], history=history)
    assert page_metadata.scholarly_article(found, ALPHA)["dateModified"] == "2023-05-06"


def test_what_nobody_said_of_a_paper_is_not_reported() -> None:
    beta = paper("beta")
    data = page_metadata.scholarly_article(program(beta), beta)
    unsaid = {"abstract", "description", "keywords", "about", "sameAs", "publisher", "isbn"}
    assert not data.keys() & unsaid


def test_a_topic_that_does_not_exist_is_left_out() -> None:
    assert page_metadata.scholarly_article(program(ALPHA, TOPICS[1]), ALPHA)["about"] == [
        "Robustness to shifts"
    ]


# The workshop in JSON-LD -----------------------------------------------------------------------

RECORDS = (
    session("keynote", "09:00-10:00", kind=Kind.KEYNOTE, speakers=("dana-fox",), docname="day"),
    session("coffee", "10:00-10:30", kind=Kind.BREAK),
    session("alpha", "10:30-10:45", paper="alpha", title=""),
    person("dana-fox", "Dana Fox", roles=(Role.KEYNOTE,)),
    person("cleo-fox", "Cleo Fox", roles=(Role.ORGANIZER,)),
    person("eve-orr", "Eve Orr", roles=(Role.CO_CHAIR,)),
    ALPHA,
)


def named(id: str, name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name, "url": f"{SITE}people.html#person-{id}"}


def event(*records: Any, **facts: Any) -> dict[str, Any]:
    return event_metadata.event(Program(replace(EVENT, **facts), records or RECORDS), "index")


@pytest.mark.parametrize(
    ("kind", "words"),
    [("school", "A school of FIELD"), ("unconference", "An unconference of FIELD")],
)
def test_the_event_is_described_as_what_it_is(kind: str, words: str) -> None:
    assert event(kind=kind)["description"].startswith(words)


def test_the_workshop_is_an_event_with_every_property() -> None:
    data = event()
    del data["subEvent"]
    assert data == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Learning from Meadows",
        "description": ("A workshop of FIELD 2016, the 39th International Conference on Fields"),
        "url": f"{SITE}index.html",
        "startDate": "2016-07-22T09:00:00-04:00",
        "endDate": "2016-07-22T10:45:00-04:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            PLACE,
            {
                "@type": "VirtualLocation",
                "url": "https://example.org/live",
            },
        ],
        "superEvent": {
            "@type": "Event",
            "name": "FIELD 2016, the 39th International Conference on Fields",
            "startDate": "2016-07-17",
            "endDate": "2016-07-23",
            "location": PLACE,
        },
        "performer": [
            named("dana-fox", "Dana Fox"),
            {"@type": "Person", "name": "Ann Lee"},
        ],
        "organizer": [
            named("cleo-fox", "Cleo Fox"),
            named("eve-orr", "Eve Orr"),
        ],
    }


def test_the_event_has_the_picture_that_the_site_has() -> None:
    data = event_metadata.event(program(*RECORDS), "index", "_static/a b.png")
    assert data["image"] == [f"{SITE}_static/a%20b.png"]
    assert "image" not in event()


def test_all_sessions_but_breaks_are_events_of_the_event() -> None:
    assert event()["subEvent"] == [
        {
            "@type": "Event",
            "name": "Keynote",
            "startDate": "2016-07-22T09:00:00-04:00",
            "endDate": "2016-07-22T10:00:00-04:00",
            "url": f"{SITE}day.html#session-keynote",
            "location": PLACE,
            "performer": [named("dana-fox", "Dana Fox")],
        },
        {
            "@type": "Event",
            "name": "“Alpha” & Médard's <law>",
            "startDate": "2016-07-22T10:30:00-04:00",
            "endDate": "2016-07-22T10:45:00-04:00",
            "url": f"{SITE}day.html#session-alpha",
            "location": PLACE,
            "performer": [{"@type": "Person", "name": "Ann Lee"}],
        },
    ]


def test_all_that_is_known_of_people_is_where_their_entries_are() -> None:
    dana = person(
        "dana-fox", "Dana Fox", note="Knows foxes.", more=(("homepage", "https://dana.example"),)
    )
    here = program(dana, session("talk", speakers=("dana-fox",)))
    found = page_metadata.person(here, dana)
    assert found == named("dana-fox", "Dana Fox") | {
        "@context": "https://schema.org",
        "sameAs": ["https://dana.example"],
        "description": "Knows foxes.",
    }
    assert event_metadata.event(here, "index")["performer"] == [named("dana-fox", "Dana Fox")]


def test_a_workshop_on_site_alone_has_no_other_place() -> None:
    data = event(online_url="")
    assert data["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert data["location"] == [PLACE]
    assert "eventAttendanceMode" not in event(online_url="", place="")


def test_a_workshop_without_a_schedule_has_days() -> None:
    data = event(ALPHA)
    assert (data["startDate"], data["endDate"]) == ("2016-07-22", "2016-07-23")
    assert data["subEvent"] == []
    assert not data.keys() & {"performer", "organizer"}


@pytest.mark.parametrize("names", [("nobody",), ("nobody", "dana-fox")])
def test_a_speaker_who_does_not_exist_is_left_out(names: tuple[str, ...]) -> None:
    data = event(person("dana-fox", "Dana Fox"), session("talk", speakers=names))
    speakers = [named("dana-fox", "Dana Fox")][: len(names) - 1]
    assert data.get("performer", []) == data["subEvent"][0].get("performer", []) == speakers
