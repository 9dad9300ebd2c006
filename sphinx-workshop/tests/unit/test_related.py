"""Related papers: which, in what order, and for what reason."""

from __future__ import annotations

from records import paper, person, program
from sphinx_workshop.core.related import MOST, Relation, related


def test_a_shared_author_keyword_and_topic_are_the_reason() -> None:
    alpha = paper("alpha", "Ann Lee; Bob Ray", "inference", keywords=("lensing", "flows"))
    beta = paper("beta", "Cleo Fox; Bob Ray", "inference", number=2, keywords=("flows", "gas"))
    assert related(program(alpha, beta), alpha) == [
        Relation(beta, ("Bob Ray",), ("flows",), ("inference",))
    ]


def test_relations_are_mutual() -> None:
    alpha = paper("alpha", "Ann Lee", keywords=("flows",))
    beta = paper("beta", "Bob Ray", number=2, keywords=("flows",))
    found = program(alpha, beta)
    assert [r.paper for r in related(found, alpha)] == [beta]
    assert [r.paper for r in related(found, beta)] == [alpha]


def test_a_topic_alone_relates_no_papers() -> None:
    alpha = paper("alpha", "Ann Lee", "inference")
    beta = paper("beta", "Bob Ray", "inference", number=2)
    assert related(program(alpha, beta), alpha) == []


def test_a_paper_is_not_related_to_itself() -> None:
    alpha = paper("alpha", "Ann Lee; Bob Ray", keywords=("flows",))
    assert related(program(alpha), alpha) == []


def test_two_spellings_of_an_author_are_one_named_as_on_this_paper() -> None:
    alpha = paper("alpha", "Katherine Holman")
    beta = paper("beta", "K. Holman", number=2)
    katie = person("katie-holman", "Katie Holman", also="Katherine Holman; K. Holman")
    (relation,) = related(program(alpha, beta, katie), alpha)
    assert relation.authors == ("Katherine Holman",)


def test_an_author_weighs_more_than_a_keyword_and_a_keyword_more_than_a_topic() -> None:
    alpha = paper("alpha", "Ann Lee; Bob Ray", "inference", keywords=("flows", "gas"))
    others = [
        paper("keyword", "X", number=2, keywords=("flows",)),
        paper("author", "Ann Lee", number=3),
        paper("keyword-and-topic", "X", "inference", number=4, keywords=("gas",)),
        paper("both-authors", "Bob Ray; Ann Lee", number=5),
    ]
    assert [r.paper.id for r in related(program(alpha, *others), alpha)] == [
        "both-authors",
        "author",
        "keyword-and-topic",
        "keyword",
    ]


def test_of_many_the_nearest_are_shown_and_of_equals_the_first_by_number() -> None:
    alpha = paper("alpha", "Ann Lee", number=50)
    others = [paper(f"p{n}", "Ann Lee", number=n) for n in range(20, 0, -1)]
    found = [r.paper.number for r in related(program(alpha, *others), alpha)]
    assert found == [*range(1, MOST + 1)]
