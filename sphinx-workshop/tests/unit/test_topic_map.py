"""The map of the program: what is drawn, to scale, and said in words."""

from __future__ import annotations

from itertools import pairwise
from math import pi
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from sphinx.addnodes import pending_xref

from records import paper, program, topic
from sphinx_workshop.views import map as topic_map
from sphinx_workshop.views.html_element import HtmlElement, materialize

if TYPE_CHECKING:
    from sphinx_workshop.core.program import Program

TOPICS = (
    topic("inference", 1, title="Methods of inference", short="Inference"),
    topic("robustness", 2, title="Robustness to shifts", short="Robustness"),
    topic("anomalies", 3, title="Rare signals", short="Anomalies"),
    topic("lonely", 4, short="Lonely"),
)
FOUND = program(
    *TOPICS,
    paper("a", topics="inference; robustness", number=1),
    paper("b", topics="robustness; inference; anomalies", number=2),
    paper("c", topics="inference", number=3),
    paper("none", number=4),
)


def elements(found: Program, tag: str) -> list[HtmlElement]:
    whole = nodes.Element("", *materialize(topic_map.topic_map(found)))
    return [node for node in whole.findall(HtmlElement) if node["tag"] == tag]


def links(node: nodes.Element) -> list[str]:
    return [f"{link['reftype']}:{link['reftarget']}" for link in node.findall(pending_xref)]


def inside(link: nodes.Element, tag: str) -> list[HtmlElement]:
    return [node for node in link.findall(HtmlElement) if node["tag"] == tag]


def link_to(found: Program, kind: str, name: str) -> pending_xref:
    (svg,) = elements(found, "svg")
    (link,) = (
        link
        for link in svg.findall(pending_xref)
        if (link["reftype"], link["reftarget"]) == (kind, name)
    )
    return link


# The ring --------------------------------------------------------------------------------------


def test_an_arc_is_as_long_as_its_topics_papers_are_many() -> None:
    ring = topic_map.arcs(FOUND)
    lengths = {arc.topic.id: arc.end - arc.start for arc in ring}
    assert list(lengths) == ["inference", "robustness", "anomalies"]
    assert lengths["inference"] == pytest.approx(3 * lengths["anomalies"])
    assert lengths["robustness"] == pytest.approx(2 * lengths["anomalies"])


def test_arcs_and_gaps_fill_the_ring_and_do_not_meet() -> None:
    ring = topic_map.arcs(FOUND)
    for arc, following in pairwise(ring):
        assert following.start - arc.end == pytest.approx(topic_map.GAP)
    assert ring[-1].end + topic_map.GAP == pytest.approx(2 * pi)


def test_every_paper_stands_on_the_arc_of_each_of_its_topics_and_alone() -> None:
    ring = topic_map.arcs(FOUND)
    places = topic_map.places(FOUND, ring)
    arcs = {arc.topic.id: arc for arc in ring}
    assert places.keys() == {
        (paper.id, name) for paper in FOUND.papers.values() for name in paper.topics
    }
    assert all(arcs[name].start < at < arcs[name].end for (_, name), at in places.items())
    assert len({round(at, 6) for at in places.values()}) == len(places)


# The picture -----------------------------------------------------------------------------------


def test_the_picture_is_named_for_those_who_do_not_see_it() -> None:
    (svg,) = elements(FOUND, "svg")
    assert svg["attributes_"]["role"] == "group"
    assert "Map of the papers by topic" in svg["attributes_"]["aria-label"]


def test_each_part_links_to_its_page_and_is_called_by_its_title() -> None:
    (svg,) = elements(FOUND, "svg")
    assert links(svg) == [
        *("paper:a", "paper:b", "paper:c"),
        *("topic:inference", "topic:robustness", "topic:anomalies"),
    ]
    titles = [
        words.astext() for link in svg.findall(pending_xref) for words in inside(link, "title")
    ]
    assert titles == ["A", "B", "C", "Methods of inference", "Robustness to shifts", "Rare signals"]


@pytest.mark.parametrize(("paper", "topics"), [("a", 2), ("b", 3), ("c", 1)])
def test_a_paper_is_a_point_on_each_arc_with_rays_between_them(paper: str, topics: int) -> None:
    link = link_to(FOUND, "paper", paper)
    assert len(inside(link, "circle")) == topics
    assert len(inside(link, "path")) == topics - 1


def test_arcs_bear_the_topics_names_in_short_lines_that_lead_away_from_the_ring() -> None:
    long = topic("long", 1, short="Instruments and their many corrections")
    found = program(long, TOPICS[1], paper("a", topics="long"), paper("b", topics="robustness"))
    (right, left) = (
        inside(link_to(found, "topic", id), "text")[1] for id in ("long", "robustness")
    )
    lines = [line.astext() for line in inside(right, "tspan")]
    assert lines == ["Instruments and", "their many", "corrections"]
    assert [name["attributes_"]["text-anchor"] for name in (right, left)] == ["start", "end"]


def test_all_is_drawn_within_the_picture() -> None:
    for found in (FOUND, program(TOPICS[0], paper("a", topics="inference"))):
        for node in elements(found, "circle") + elements(found, "text"):
            at = node["attributes_"]
            for number in (at.get("cx", at.get("x")), at.get("cy", at.get("y"))):
                assert 4 < float(number) < topic_map.SIZE - 4


# In words --------------------------------------------------------------------------------------


def test_the_same_is_said_in_words() -> None:
    (legend,) = elements(FOUND, "ol")
    assert [item.astext() for item in inside(legend, "li")] == [
        "1Inference3 papers; meets Robustness (2), Anomalies (1)",
        "2Robustness2 papers; meets Inference (2), Anomalies (1)",
        "3Anomalies1 paper; meets Inference (1), Robustness (1)",
    ]
    assert links(legend) == ["topic:inference", "topic:robustness", "topic:anomalies"]


@pytest.mark.parametrize("found", [program(), program(*TOPICS), program(paper("a"))])
def test_without_topics_or_papers_there_is_no_map(found: Program) -> None:
    assert topic_map.topic_map(found) == []


def test_a_topic_that_does_not_exist_is_not_drawn() -> None:
    found = program(TOPICS[0], paper("a", topics="inference; infrence"))
    assert len(inside(link_to(found, "paper", "a"), "circle")) == 1
