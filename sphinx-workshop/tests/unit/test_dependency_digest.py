"""What views rest on changes whenever a view does."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes

from records import EVENT, paper, program, session, topic
from sphinx_workshop.core.field_table import TABLES
from sphinx_workshop.core.model import Author, Person, Record
from sphinx_workshop.core.values import Period, Picture, Status
from sphinx_workshop.core.vocabulary import Format, Kind
from sphinx_workshop.domain.dependency_digest import (
    BOOKLET,
    OF_ALL,
    OF_AUTHORS,
    OF_TOPIC,
    ON_PAPERS,
    DependencyDigests,
)
from sphinx_workshop.domain.domain import View
from sphinx_workshop.exports import highwire, page_metadata
from sphinx_workshop.views import VIEWS
from sphinx_workshop.views.html_element import KeptSection, materialize

if TYPE_CHECKING:
    from sphinx_workshop.core.program import Program


def everything() -> list[Record]:
    """Return records that are related in every way."""
    return [
        replace(paper("alpha", "Ann Lee*; Bob Ray"), topics=("inference",), keywords=("k", "l")),
        replace(paper("beta", "Bob Ray; Cy Poe"), topics=("inference", "noise"), keywords=("k",)),
        replace(paper("gamma", "Di Fox"), topics=("noise",), keywords=("l",)),
        replace(session("talk"), title="", paper="alpha", kind=Kind.SPOTLIGHT),
        session("lunch", "12:00-13:00"),
        topic("inference"),
        topic("noise"),
        Person(id="bob-ray", title="Bob Ray", docname="people", line=1, also=("Robert Ray",)),
    ]


VIEWS_OF_ALL = [
    *(View(name, {"id": id}) for name in sorted(ON_PAPERS) for id in ("alpha", "beta", "gamma")),
    View("paper-list", {}),
    View("author-index", {}),
    View(BOOKLET, {}),
    View("topic-map", {}),
    *(View("topic-papers", {"id": id}) for id in ("inference", "noise")),
]


def other(value: Any) -> Any:
    """Return another value of the same kind."""
    match value:
        case Kind():
            return Kind.POSTERS
        case str() | int():
            return f"{value}x" if isinstance(value, str) else value + 1
        case (Author() as first, *rest):
            return (replace(first, name="Eve New", affiliations=("Here",)), *rest)
        case tuple():
            return value[1:] if value else ("new",)
        case None:
            return "2207.00001"
    return value + timedelta(minutes=5)


EARLIER = datetime(2016, 7, 21, 9, tzinfo=UTC)
OTHER: dict[str, Any] = {
    "format": Format.POSTER,
    "pages": 7,
    "figure": Picture("assets/ray.png", "A ray", 30, 20),
    "photo": Picture("assets/bob.png", "Bob", 30, 20),
    "status": Status.CANCELLED,
    "was": (Period(EARLIER, EARLIER + timedelta(minutes=5)),),
}


def changes() -> list[tuple[str, list[Record]]]:
    """Return the records with each of their fields changed or given, and each record left out."""
    found = []
    records = everything()
    for n, record in enumerate(records):
        found.append((f"without {record.id}", [*records[:n], *records[n + 1 :]]))
        for field in fields(record):
            if field.name not in {"id", "line", "more"}:
                value = OTHER.get(field.name) or other(getattr(record, field.name))
                changed = replace(record, **{field.name: value})
                name = f"{record.id}'s {field.name}"
                found.append((name, [*records[:n], changed, *records[n + 1 :]]))
        for entry in TABLES[record.type].values():
            if entry.kept and not hasattr(record, entry.name):
                example = entry.example.replace("…", "example.org/alpha")
                changed = replace(record, more=((entry.name, entry.value(example, EVENT)),))
                name = f"{record.id}'s {entry.name}"
                found.append((name, [*records[:n], changed, *records[n + 1 :]]))
    return found


BEFORE = program(*everything())
BEFORE_DIGESTS = DependencyDigests(BEFORE)


@cache
def shown_before(n: int) -> str:
    return shown(BEFORE, VIEWS_OF_ALL[n])


def shown(of: Program, view: View) -> str:
    return "".join(node.pformat() for node in materialize(VIEWS[view.name](of, **view.options)))


def sections(of: Program, digests: DependencyDigests) -> dict[str, str]:
    """Return the sections whose HTML is kept, by their names and digests."""
    found = {}
    for view in VIEWS_OF_ALL:
        if view.name in {"paper-list", "topic-papers", BOOKLET}:
            whole = nodes.Element("", *VIEWS[view.name](of, **view.options))
            for section in whole.findall(KeptSection):
                html = "".join(node.pformat() for node in materialize(list(section.make())))
                found[f"{section.name} {digests.of_section(section)}"] = html
    return found


SECTIONS_BEFORE = sections(BEFORE, BEFORE_DIGESTS)


def metadata_of(of: Program, id: str) -> Any:
    """Return what a paper's page tells machines."""
    paper = of.papers[id]
    return highwire.highwire(of, paper), page_metadata.scholarly_article(of, paper)


@pytest.mark.parametrize(("what", "records"), [pytest.param(*c, id=c[0]) for c in changes()])
def test_no_view_and_no_papers_head_changes_without_its_digest(
    what: str, records: list[Record]
) -> None:
    after = program(*records)
    digests = DependencyDigests(after)
    for n, view in enumerate(VIEWS_OF_ALL):
        # What asks for the views of a paper stands on its page, and goes with it.
        is_gone = view.name in ON_PAPERS and view.options["id"] not in after.papers
        if not is_gone and shown_before(n) != shown(after, view):
            assert BEFORE_DIGESTS.of(view) != digests.of(view), f"{view.name} {what}"
    for id in BEFORE.papers.keys() & after.papers.keys():
        if metadata_of(BEFORE, id) != metadata_of(after, id):
            view = View("paper-head", {"id": id})
            assert BEFORE_DIGESTS.of(view) != digests.of(view), f"{id}: {what}"
    sections_after = sections(after, digests)
    for name in SECTIONS_BEFORE.keys() & sections_after.keys():
        assert SECTIONS_BEFORE[name] == sections_after[name], what


def changed(**fields: Any) -> tuple[set[tuple[str, str | None]], set[str]]:
    """Return the views and kept sections whose digests change with fields of the first paper."""
    records = everything()
    records[0] = replace(records[0], **fields)
    after = program(*records)
    digests = DependencyDigests(after)
    views = {
        (view.name, view.options.get("id"))
        for view in VIEWS_OF_ALL
        if BEFORE_DIGESTS.of(view) != digests.of(view)
    }
    gone = SECTIONS_BEFORE.keys() - sections(after, digests).keys()
    return views, {name.split()[0] for name in gone}


def test_a_summary_changes_one_page_and_the_booklet() -> None:
    page = {(name, "alpha") for name in ON_PAPERS}
    assert changed(summary="Another.") == ({(BOOKLET, None), *page}, {"paper-alpha"})


def test_a_topic_leaves_the_index_of_authors_other_topics_and_other_papers() -> None:
    views, in_booklet = changed(topics=())
    assert {("topic-papers", "inference"), ("paper-list", None), ("topic-map", None)} <= views
    assert not {("topic-papers", "noise"), ("author-index", None)} & views
    assert {"topic-inference", "paper-alpha"} <= in_booklet
    assert not {"topic-noise", "paper-beta", "paper-gamma"} & in_booklet


def test_a_topic_without_papers_says_whether_there_is_any() -> None:
    view = View("topic-papers", {"id": "noise"})
    none, some = program(topic("noise")), program(topic("noise"), paper("alpha"))
    assert shown(none, view) != shown(some, view)
    assert DependencyDigests(none).of(view) != DependencyDigests(some).of(view)


def test_every_kind_of_view_with_a_ground_is_looked_at() -> None:
    with_a_ground = ON_PAPERS | OF_TOPIC | OF_ALL | OF_AUTHORS | {BOOKLET}
    assert {view.name for view in VIEWS_OF_ALL} == with_a_ground
