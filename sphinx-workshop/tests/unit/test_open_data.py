"""The papers as data: complete, and described by the schema."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest

from readers import violations
from records import EVENT, paper, person, program, session, topic
from sphinx_workshop.core.model import WordsBy
from sphinx_workshop.core.program import Program
from sphinx_workshop.core.vocabulary import Role
from sphinx_workshop.exports import open_data

ALPHA = paper(
    "alpha",
    "Ann Lee* (North; South); Basil Médard",
    "inference",
    number=7,
    keywords=("helium",),
    summary="All of it.",
    more=(("code", "https://example.org/code"), ("arxiv", "2207.00001"), ("pages", 4)),
    docname="program/papers/alpha",
)
BETA = paper("beta", "B. Medard", number=9, docname="program/papers/beta")
FOUND = program(
    ALPHA,
    BETA,
    topic("inference", title="Methods of inference", short="Inference"),
    session("alpha", "10:00-10:15", paper="alpha", title="", docname="program/index"),
    session("posters", "11:00-12:00", docname="program/index"),
    person("basil-medard", "Basil Médard", also="B. Medard"),
)
SITE = "https://example.org/2016/"


def data() -> dict[str, Any]:
    return open_data.papers(FOUND)


def test_a_paper_is_reported_in_full() -> None:
    assert data()["papers"][0] == {
        "id": "alpha",
        "number": 7,
        "title": "Alpha",
        "url": f"{SITE}program/papers/alpha.html",
        "pdf": "https://example.org/assets/7.pdf",
        "format": "spotlight",
        "sessions": [
            {
                "id": "alpha",
                "start": "2016-07-22T10:00:00-04:00",
                "end": "2016-07-22T10:15:00-04:00",
                "url": f"{SITE}program/index.html#session-alpha",
            }
        ],
        "authors": [
            {
                "id": "ann-lee",
                "name": "Ann Lee",
                "family": "Lee",
                "given": "Ann",
                "affiliations": ["North", "South"],
                "presenting": True,
                "equal": False,
                "corresponding": False,
            },
            {
                "id": "basil-medard",
                "name": "Basil Médard",
                "family": "Médard",
                "given": "Basil",
                "affiliations": [],
                "presenting": False,
                "equal": False,
                "corresponding": False,
            },
        ],
        "topics": ["inference"],
        "keywords": ["helium"],
        "summary": "All of it.",
        "bibtex_key": "lee2016alpha",
        "code": "https://example.org/code",
        "arxiv": "2207.00001",
        "pages": 4,
    }


def test_what_is_unknown_is_left_out() -> None:
    assert not data()["papers"][1].keys() & {"code", "arxiv", "pages"}


def test_one_person_has_one_id_in_all_papers_however_spelled() -> None:
    alpha, beta = data()["papers"]
    assert alpha["authors"][1]["id"] == beta["authors"][0]["id"] == "basil-medard"


def test_topics_and_event_are_reported_once() -> None:
    assert data()["topics"] == [
        {
            "id": "inference",
            "name": "Methods of inference",
            "short": "Inference",
            "url": f"{SITE}topics/inference.html",
        }
    ]
    assert data()["event"] == {
        "name": "Learning from Meadows",
        "conference": "FIELD 2016",
        "start": "2016-07-22",
        "end": "2016-07-23",
        "timezone": "America/New_York",
        "url": f"{SITE}index.html",
    }


def test_the_data_names_its_schema_which_lies_beside_it() -> None:
    address = f"{SITE}program/papers.schema.json"
    assert data()["$schema"] == open_data.schema(FOUND)["$id"] == address


def test_people_are_named_in_parts_and_with_the_addresses_at_their_entry() -> None:
    mia = person("mia", "Mia Lund Berg", family="Lund Berg", roles=(Role.EDITOR,))
    ann = person("ann-lee", "Ann Lee", more=(("orcid", "0000-0002-1825-0097"),))
    group = person("salt", "Salt Consortium", roles=(Role.EDITOR,))
    found = program(ALPHA, mia, group, ann, person("ole", "Ole Juul"))
    written = open_data.papers(found)
    assert written["papers"][0]["authors"][0]["links"] == {
        "orcid": "https://orcid.org/0000-0002-1825-0097"
    }
    assert written["editors"] == [
        {"id": "mia", "name": "Mia Lund Berg", "family": "Lund Berg", "given": "Mia"},
        {"id": "salt", "name": "Salt Consortium"},
    ]
    assert violations(written, open_data.schema(found)) == []
    assert "editors" not in data()


def test_the_data_says_which_version_of_the_schema_it_follows() -> None:
    written = data()
    assert written["version"] == 2
    assert violations(written, open_data.schema(FOUND)) == []
    assert violations(written | {"version": 1}, open_data.schema(FOUND))


@pytest.mark.parametrize(
    ("facts", "keywords", "summary"),
    [
        ({"paper_note": "Ours.", "keywords_by": WordsBy.SITE}, "this site's", "this site's"),
        ({"paper_note": "Ours.", "keywords_by": WordsBy.AUTHORS}, "the authors'", "this site's"),
        ({"paper_note": "", "keywords_by": WordsBy.AUTHORS}, "the authors'", "the authors'"),
    ],
)
def test_the_schema_says_whose_words_are_there(
    facts: dict[str, Any], keywords: str, summary: str
) -> None:
    schema = open_data.schema(Program(replace(EVENT, **facts), FOUND.records))
    described = schema["properties"]["papers"]["items"]["properties"]
    assert described["keywords"]["description"].startswith(keywords)
    assert described["summary"]["description"].startswith(summary)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("id", "Not a slug"),
        ("number", 0),
        ("title", ""),
        ("url", "no address"),
        ("format", "talk"),
        ("authors", []),
        ("sessions", [{"id": "alpha"}]),
        ("keywords", "one; two"),
        ("invented", 1),
    ],
)
def test_the_schema_rejects_what_breaks_it(field: str, wrong: object) -> None:
    broken = copy.deepcopy(data())
    broken["papers"][0][field] = wrong
    assert violations(broken, open_data.schema(FOUND))


def test_the_schema_rejects_a_time_that_is_none() -> None:
    broken = copy.deepcopy(data())
    broken["papers"][0]["sessions"][0]["start"] = "10:00"
    (reported,) = violations(broken, open_data.schema(FOUND))
    assert "$.papers[0].sessions[0].start" in reported


@pytest.mark.parametrize("field", ["id", "number", "authors", "summary", "bibtex_key"])
def test_the_schema_misses_what_is_not_there(field: str) -> None:
    broken = copy.deepcopy(data())
    del broken["papers"][1][field]
    assert violations(broken, open_data.schema(FOUND))
