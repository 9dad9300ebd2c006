"""What follows from the records, typed nowhere: formats, speakers, lists, one entry a human."""

from __future__ import annotations

from dataclasses import replace

import pytest

from records import EVENT, deadline, paper, person, program, session, topic
from sphinx_workshop.core.program import Program
from sphinx_workshop.core.vocabulary import Format, Kind

# Orders ----------------------------------------------------------------------------------------


def test_topics_stand_in_the_calls_order() -> None:
    found = program(topic("b", 2), topic("c", 1), topic("a", 2))
    assert list(found.topics) == ["c", "a", "b"]


def test_papers_stand_by_submission_number() -> None:
    found = program(paper("a", number=30), paper("b", number=4), paper("c", number=200))
    assert list(found.papers) == ["b", "a", "c"]


def test_sessions_stand_in_times_order_over_days() -> None:
    found = program(
        session("late", "16:00-17:00"),
        session("next-day", "2016-07-23 08:00-09:00"),
        session("early", "09:00-10:00"),
    )
    assert list(found.sessions) == ["early", "late", "next-day"]


def test_deadlines_stand_in_times_order_whatever_their_zone() -> None:
    found = program(
        deadline("only-the-day", "2016-05-23", line=1),
        deadline("anywhere", "2016-05-23 23:59 AoE", line=2),
        deadline("noon", "2016-05-23 12:00 UTC", line=3),
        deadline("before", "2016-05-22", line=4),
    )
    assert list(found.deadlines) == ["before", "noon", "anywhere", "only-the-day"]


def test_of_two_objects_with_one_id_the_first_in_the_documents_stands() -> None:
    found = program(
        session("s", title="Second", docname="b"), session("s", title="First", docname="a")
    )
    assert found.sessions["s"].title == "First"


# Papers and sessions ---------------------------------------------------------------------------


def test_a_paper_with_a_session_is_a_spotlight_and_one_without_a_poster() -> None:
    alpha, beta = paper("alpha"), paper("beta", number=2)
    found = program(alpha, beta, session("alpha", paper="alpha"))
    assert (found.format(alpha), found.format(beta)) == (Format.SPOTLIGHT, Format.POSTER)


def test_a_page_may_say_how_its_paper_is_presented() -> None:
    spotlight = paper("alpha", format=Format.SPOTLIGHT)
    poster = paper("beta", number=2, format=Format.POSTER)
    found = program(spotlight, poster, session("beta", paper="beta"))
    assert (found.format(spotlight), found.format(poster)) == (Format.SPOTLIGHT, Format.POSTER)


def test_nothing_is_said_of_a_paper_where_neither_page_nor_schedule_nor_conf_py_do() -> None:
    alpha, beta, gamma = paper("alpha"), paper("beta", number=2), paper("gamma", number=3)
    presented = [session("beta", paper="beta"), session("g", paper="gamma", kind=Kind.POSTERS)]
    unknown = Program(replace(EVENT, paper_format=None), [alpha, beta, gamma, *presented])
    formats = [unknown.format(one) for one in (alpha, beta, gamma)]
    assert formats == [None, Format.SPOTLIGHT, Format.POSTER]


def test_a_paper_in_a_poster_session_stays_a_poster() -> None:
    alpha = paper("alpha")
    found = program(alpha, session("posters", paper="alpha", kind=Kind.POSTERS))
    assert found.format(alpha) == Format.POSTER


def test_a_session_takes_title_speaker_and_topics_from_its_paper() -> None:
    alpha = paper("alpha", "Bob Ray; Ann Lee*", "inference; robustness", title="On alpha")
    slot = session("alpha", paper="alpha", title="")
    found = program(alpha, slot)
    assert found.session_title(slot) == "On alpha"
    assert found.speakers(slot) == ("ann-lee",)
    assert found.session_topics(slot) == ("inference", "robustness")
    assert found.sessions_of_paper(alpha) == [slot]


def test_a_session_whose_paper_is_unknown_is_called_by_its_id() -> None:
    slot = session("alpha", paper="alpha", title="")
    assert program(slot).session_title(slot) == "alpha"


def test_a_paper_without_a_presenting_author_gives_no_speaker() -> None:
    slot = session("alpha", paper="alpha", title="")
    assert program(paper("alpha", "Ann Lee; Bob Ray"), slot).speakers(slot) == ()


def test_the_speakers_written_at_a_session_stand_before_the_papers() -> None:
    slot = session("alpha", paper="alpha", speakers=("bob-ray",))
    assert program(paper("alpha", "Ann Lee*; Bob Ray"), slot).speakers(slot) == ("bob-ray",)


# Topics ----------------------------------------------------------------------------------------


def test_a_topic_lists_the_papers_and_sessions_that_name_it() -> None:
    inference = topic("inference")
    alpha = paper("alpha", topics="inference", number=9)
    beta = paper("beta", topics="robustness; inference", number=3)
    gamma = paper("gamma", topics="robustness", number=1)
    keynote = session("keynote", "11:00-12:00", topics=("inference",))
    spotlight = session("beta", "09:00-09:15", paper="beta")
    other = session("gamma", "09:15-09:30", paper="gamma")
    found = program(inference, alpha, beta, gamma, keynote, spotlight, other)
    assert found.papers_of_topic(inference) == [beta, alpha]
    assert found.sessions_of_topic(inference) == [spotlight, keynote]


def test_a_topic_that_nobody_names_lists_nothing() -> None:
    lonely = topic("lonely")
    found = program(lonely)
    assert not found.papers_of_topic(lonely)
    assert not found.sessions_of_topic(lonely)


# People ----------------------------------------------------------------------------------------


def test_an_author_without_an_entry_is_a_person_at_home_in_the_author_index() -> None:
    found = program(paper("alpha", "Børge Ray (North; South)"), authors_page="program/authors")
    borge = found.people["borge-ray"]
    assert (borge.title, borge.docname, borge.affiliation) == (
        "Børge Ray",
        "program/authors",
        "North, South",
    )


def test_without_an_author_index_such_authors_are_no_object_one_can_be_sent_to() -> None:
    found = program(paper("alpha", "Ann Lee"), authors_page=None)
    assert [record.id for record in found.objects()] == ["alpha"]


def test_an_author_with_an_entry_is_the_person_of_that_entry() -> None:
    ann = person("ann-lee", "Ann Lee")
    alpha = paper("alpha", "Ann Lee")
    found = program(ann, alpha)
    assert found.people == {"ann-lee": ann}
    assert found.papers_of_person(ann) == [alpha]


@pytest.mark.parametrize("written", ["Katherine Holman", "Katie Holman", "KATIE HOLMAN"])
def test_further_spellings_mean_one_human(written: str) -> None:
    katie = person("katie-holman", "Katie Holman", also="Katherine Holman; K. Holman")
    found = program(katie, paper("alpha", written))
    assert found.person_id(written) == "katie-holman"
    assert list(found.people) == ["katie-holman"]
    assert [p.id for p in found.papers_of_person(katie)] == ["alpha"]


def test_a_spelling_without_diacritics_means_the_same_author() -> None:
    found = program(paper("a", "Basil Médard", number=1), paper("b", "Basil Medard", number=2))
    assert list(found.people) == ["basil-medard"]
    assert found.people["basil-medard"].title == "Basil Médard"
    assert [p.id for p in found.papers_by_author["basil-medard"]] == ["a", "b"]


def test_an_entry_may_have_an_id_other_than_its_name() -> None:
    found = program(person("boss", "Ann Lee"), paper("alpha", "Ann Lee"))
    assert list(found.people) == ["boss"]


def test_every_author_has_exactly_the_papers_written() -> None:
    found = program(
        paper("a", "Ann Lee; Bob Ray", number=2),
        paper("b", "Bob Ray", number=1),
        paper("c", "Cleo Fox; Ann Lee", number=3),
    )
    papers = {name: [p.id for p in papers] for name, papers in found.papers_by_author.items()}
    assert papers == {"ann-lee": ["a", "c"], "bob-ray": ["b", "a"], "cleo-fox": ["c"]}


def test_a_person_gives_the_sessions_in_which_the_person_speaks() -> None:
    ann = person("ann-lee", "Ann Lee")
    keynote = session("keynote", "11:00-12:00", speakers=("ann-lee",))
    spotlight = session("alpha", "09:00-09:15", paper="alpha")
    other = session("other", "10:00-10:15", speakers=("bob-ray",))
    found = program(ann, paper("alpha", "Bob Ray; Ann Lee*"), keynote, spotlight, other)
    assert found.sessions_of_person(ann) == [spotlight, keynote]


def test_every_object_can_be_found_by_kind_and_id() -> None:
    records = [
        topic("inference"),
        paper("alpha", "Ann Lee"),
        session("opening"),
        person("dana-fox", "Dana Fox"),
        deadline("submission", "2016-05-23"),
    ]
    found = program(*records)
    for record in records:
        assert found.named(record.type)[record.id] is record
    assert {r.id for r in found.objects()} == {r.id for r in records} | {"ann-lee"}
