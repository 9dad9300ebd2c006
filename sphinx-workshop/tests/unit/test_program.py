"""What follows from the records, typed nowhere: orders, formats, speakers, one entry a human."""

from __future__ import annotations

from dataclasses import replace

import pytest

from records import EVENT, deadline, paper, person, program, session, topic
from sphinx_workshop.core.program import Program
from sphinx_workshop.core.vocabulary import Format, Kind


def test_objects_stand_in_the_orders_of_the_call_of_numbers_and_of_time() -> None:
    found = program(
        *(topic("b", 2), topic("c", 1), topic("a", 2)),
        *(paper("p30", number=30), paper("p4", number=4), paper("p200", number=200)),
        session("late", "16:00-17:00"),
        session("next-day", "2016-07-23 08:00-09:00"),
        session("early", "09:00-10:00"),
        deadline("only-the-day", "2016-05-23", line=1),
        deadline("anywhere", "2016-05-23 23:59 AoE", line=2),
        deadline("noon", "2016-05-23 12:00 UTC", line=3),
        deadline("before", "2016-05-22", line=4),
    )
    assert list(found.topics) == ["c", "a", "b"]
    assert list(found.papers) == ["p4", "p30", "p200"]
    assert list(found.sessions) == ["early", "late", "next-day"]
    assert list(found.deadlines) == ["before", "noon", "anywhere", "only-the-day"]


def test_of_two_objects_with_one_id_the_first_in_the_documents_stands() -> None:
    found = program(
        session("s", title="Second", docname="b"), session("s", title="First", docname="a")
    )
    assert found.sessions["s"].title == "First"


# Papers and sessions ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "presented", "otherwise", "format"),
    [
        (None, (), Format.POSTER, Format.POSTER),
        (None, (), None, None),
        (None, (Kind.TALK,), Format.POSTER, Format.SPOTLIGHT),
        (None, (Kind.TALK,), None, Format.SPOTLIGHT),
        (None, (Kind.POSTERS,), None, Format.POSTER),
        (Format.SPOTLIGHT, (), Format.POSTER, Format.SPOTLIGHT),
        (Format.POSTER, (Kind.TALK,), Format.POSTER, Format.POSTER),
    ],
)
def test_the_format_of_a_paper_is_that_of_its_page_its_session_or_conf_py(
    written: Format | None,
    presented: tuple[Kind, ...],
    otherwise: Format | None,
    format: Format | None,
) -> None:
    alpha = paper("alpha", format=written)
    sessions = (session("s", paper="alpha", kind=kind) for kind in presented)
    found = Program(replace(EVENT, paper_format=otherwise), [alpha, *sessions])
    assert found.format(alpha) == format


@pytest.mark.parametrize(
    ("written", "authors", "speakers"),
    [
        ((), "Bob Ray; Ann Lee*", ("ann-lee",)),
        ((), "Ann Lee; Bob Ray", ()),
        (("bob-ray",), "Ann Lee*; Bob Ray", ("bob-ray",)),
    ],
)
def test_the_speakers_are_those_written_at_a_session_or_who_presents_its_paper(
    written: tuple[str, ...], authors: str, speakers: tuple[str, ...]
) -> None:
    slot = session("alpha", paper="alpha", speakers=written)
    assert program(paper("alpha", authors), slot).speakers(slot) == speakers


def test_a_session_whose_paper_is_unknown_is_called_by_its_id() -> None:
    slot = session("alpha", paper="alpha", title="")
    assert program(slot).title(slot) == "alpha"


# People ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["Katherine Holman", "Katie Holman", "KATIE HOLMAN"])
def test_further_spellings_mean_one_human(written: str) -> None:
    katie = person("katie-holman", "Katie Holman", also="Katherine Holman; K. Holman")
    found = program(katie, paper("alpha", written))
    assert found.people == {"katie-holman": katie}
    assert [p.id for p in found.papers_of_person(katie)] == ["alpha"]


def test_a_spelling_without_diacritics_means_the_same_author() -> None:
    found = program(paper("a", "Basil Médard", number=1), paper("b", "Basil Medard", number=2))
    assert [(id, someone.title) for id, someone in found.people.items()] == [
        ("basil-medard", "Basil Médard")
    ]
    assert [p.id for p in found.papers_by_author["basil-medard"]] == ["a", "b"]


def test_an_entry_may_have_an_id_other_than_its_name() -> None:
    found = program(person("boss", "Ann Lee"), paper("alpha", "Ann Lee"))
    assert list(found.people) == ["boss"]
