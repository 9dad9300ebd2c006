"""A map of the program: how papers spread over topics, and which topics meet in one paper.

Topics are arcs of a ring. A paper on one topic is a point on its arc; a paper on several is a ray
of light from arc to arc, bent round the mass at the center. Every part links to its page.
"""

from __future__ import annotations

from cmath import rect
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from math import pi
from textwrap import wrap
from typing import TYPE_CHECKING

from ..core.field_table import noted
from ..core.text import papers as papers_in_words
from ..core.words import gettext as _
from .components import link
from .html_element import element, in_html, lazy_map

if TYPE_CHECKING:
    from docutils import nodes

    from ..core.model import Paper, Topic
    from ..core.program import Program

SIZE = 360  # of the drawing: as wide as a phone, where it is shown one to one
RING = 146  # the radius of the arcs
LABEL = 165  # the radius of the topics' numbers, and where their names begin
LINE = 16  # characters in a line of a name, at most where words are not longer
POINT = 132  # the radius on which papers stand
MASS = 30  # how near to the center rays pass
GAP = 0.09  # between arcs, in radians


@dataclass(frozen=True, slots=True)
class Arc:
    """A topic's part of the ring, from angle to angle (radians, clockwise from the top)."""

    topic: Topic
    start: float
    end: float

    @property
    def middle(self) -> float:
        """The angle at which the topic's number stands."""
        return (self.start + self.end) / 2


def arcs(program: Program) -> list[Arc]:
    """Return the ring: each topic's arc is as long as its papers are many."""
    shown = [topic for topic in program.topics.values() if program.papers_of_topic(topic)]
    places = sum(len(program.papers_of_topic(topic)) for topic in shown)
    found, angle = [], 0.0
    for topic in shown:
        share = len(program.papers_of_topic(topic)) / places
        length = (2 * pi - GAP * len(shown)) * share
        found.append(Arc(topic, angle, angle + length))
        angle += length + GAP
    return found


def places(program: Program, ring: list[Arc]) -> dict[tuple[str, str], float]:
    """Return the angle of each paper (first) on each of its topics' arcs (second).

    Papers stand beside those that lead to the same other topics, so that rays run in bundles.
    """
    middles = {arc.topic.id: arc.middle for arc in ring}
    places = {id: place for place, id in enumerate(program.papers, start=1)}
    found = {}
    for arc in ring:
        papers = program.papers_of_topic(arc.topic)

        def turn(paper: Paper, own: float = arc.middle) -> tuple[float, int]:
            others = [middles[t] for t in paper.topics if t in middles and middles[t] != own]
            turns = [(other - own) % (2 * pi) for other in others]
            # At the other end the bundle's order is the reverse: its rays do not cross.
            order = places[paper.id] * (1 if turns and others[0] > own else -1)
            return (-sum(turns) / len(turns) if turns else -pi, order)

        for index, paper in enumerate(sorted(papers, key=turn)):
            share = (index + 0.5) / len(papers)
            found[paper.id, arc.topic.id] = arc.start + share * (arc.end - arc.start)
    return found


def _at(radius: float, angle: float) -> str:
    """Return a point as SVG writes it."""
    point = rect(radius, angle - pi / 2) + complex(SIZE / 2, SIZE / 2)
    return f"{point.real:.0f} {point.imag:.0f}"  # no eye sees half a unit, and digits weigh


def _arc(arc: Arc) -> str:
    large = int(arc.end - arc.start > pi)
    return f"M{_at(RING, arc.start)}A{RING} {RING} 0 {large} 1 {_at(RING, arc.end)}"


def _ray(start: float, end: float) -> str:
    """Return a path from arc to arc that is bent round the center."""
    turn = (end - start + pi) % (2 * pi) - pi
    if abs(turn) < 1e-9:
        turn = pi
    # Near neighbors need not go down to the mass; opposite ones pass it at one side.
    depth = POINT - (POINT - MASS) * min(1.0, abs(turn) / (0.8 * pi))
    first, second = start + turn * 0.25, end - turn * 0.25
    return f"M{_at(POINT, start)}C{_at(depth, first)} {_at(depth, second)} {_at(POINT, end)}"


def _point(angle: float) -> nodes.Element:
    x, y = _at(POINT, angle).split()
    return element("circle", cx=x, cy=y, r="4.4")


def topic_map(program: Program) -> list[nodes.Node]:
    """The picture, and the same in words."""
    ring = arcs(program)
    if not ring:
        return []
    where = places(program, ring)
    picture = element(
        "svg",
        element("circle", classes="workshop-mass", cx=f"{SIZE / 2}", cy=f"{SIZE / 2}", r="7"),
        lazy_map(
            (found for found in program.papers.values() if program.known_topics(found.topics)),
            partial(_paper, program, where),
        ),
        *(_topic(program, arc) for arc in ring),
        viewBox=f"0 0 {SIZE} {SIZE}",
        role="group",
        aria_label=_("Map of the papers by topic; the list that follows says the same in words"),
    )
    # Scripts say here what has the pointer or the focus; its link has the same name.
    said = element("p", classes="workshop-map-title", aria_hidden="true")
    parts = (in_html(picture), in_html(said), _legend(program, ring))
    return [element("figure", *parts, classes="workshop-map")]


def _paper(program: Program, where: dict[tuple[str, str], float], paper: Paper) -> nodes.Node:
    """Return a paper's rays and points, as one link."""
    angles = [where[paper.id, topic] for topic in paper.topics if (paper.id, topic) in where]
    rays = (element("path", d=_ray(angles[0], angle)) for angle in angles[1:])
    points = (_point(angle) for angle in angles)
    said = [entry.said(value) for entry, value in noted(paper)]
    name = element("title", ". ".join([paper.title, *said]))
    return link(program, "paper", paper.id, element("g", name, *rays, *points))


def _topic(program: Program, arc: Arc) -> nodes.Node:
    """Return a topic's arc, number and name, as one link."""
    x, y = _at(LABEL, arc.middle).split()
    label = element("text", str(arc.topic.order), x=x, y=y, text_anchor="middle")
    title = element("title", arc.topic.title)
    path = element("path", d=_arc(arc))
    drawn = element("g", title, path, label, _name(arc.topic.short, x, y), classes="workshop-arc")
    return link(program, "topic", arc.topic.id, drawn)


def _name(words: str, x: str, y: str) -> nodes.Element:
    """Return a topic's name in lines that lead away from the ring, for where there is room."""
    lines = wrap(words, LINE) or [words]
    away = float(x) - SIZE / 2
    side = "middle" if abs(away) < LABEL / 4 else "start" if away > 0 else "end"
    above = (len(lines) - 1) * (1 if float(y) < SIZE / 4 else 0 if float(y) > SIZE * 0.75 else 0.5)
    shown = (
        element("tspan", line, x=x, dy=f"{1.15 if at else -1.15 * above:.2f}em")
        for at, line in enumerate(lines)
    )
    return element(
        "text", *shown, x=x, y=y, text_anchor=side, classes="workshop-map-name", aria_hidden="true"
    )


def _legend(program: Program, ring: list[Arc]) -> nodes.Node:
    """Return what the picture shows, in words: each topic, and the topics it meets."""
    meetings: dict[str, dict[str, int]] = {arc.topic.id: {} for arc in ring}
    for paper in program.papers.values():
        for pair in combinations(sorted(set(paper.topics) & meetings.keys()), 2):
            for one, other in (pair, pair[::-1]):
                meetings[one][other] = meetings[one].get(other, 0) + 1
    items = []
    for arc in ring:
        met = sorted(
            meetings[arc.topic.id].items(), key=lambda m: (-m[1], program.topics[m[0]].order)
        )
        meets = ", ".join(f"{program.topics[name].short} ({times})" for name, times in met)
        counts = papers_in_words(len(program.papers_of_topic(arc.topic)))
        note = _("%(papers)s; meets %(topics)s", papers=counts, topics=meets) if meets else counts
        items.append(
            element(
                "li",
                element(
                    "span", str(arc.topic.order), classes="workshop-number", aria_hidden="true"
                ),
                element(
                    "div",
                    element("p", link(program, "topic", arc.topic.id, arc.topic.short)),
                    element("p", note, classes="workshop-note"),
                ),
            )
        )
    return element("ol", *items, classes="workshop-map-legend")
