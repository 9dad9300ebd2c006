"""Topics on pages: cards, and what each topic's page ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..core import text
from ..core.parts import By
from ..core.words import gettext as _
from .calendar_links import part_links
from .components import link, nothing
from .html_element import element
from .papers import paper_list
from .sessions import days

if TYPE_CHECKING:
    from ..core.program import Program

Nodes = list[nodes.Node]


def topic_papers(program: Program, id: str) -> Nodes:
    """The papers on a topic."""
    return paper_list(program, topic=id)


def topic_sessions(program: Program, id: str) -> Nodes:
    """The sessions on a topic."""
    topic = program.topics[id]
    sessions = program.sessions_of_topic(topic)
    if not sessions:
        return nothing(_("No session on this topic."))
    return [*days(program, sessions), *part_links(program, By.TOPIC, id, topic.docname)]


def topic_list(program: Program) -> Nodes:
    """All topics as cards, with what each holds."""
    cards = []
    for topic in program.topics.values():
        counts = [text.papers(len(program.papers_of_topic(topic)))]
        if sessions := program.sessions_of_topic(topic):
            counts.append(text.sessions(len(sessions)))
        cards.append(
            element(
                "li",
                element(
                    "div", link(program, "topic", topic.id, topic.short), classes="workshop-title"
                ),
                element("p", topic.summary),
                element("p", " · ".join(counts), classes="workshop-count"),
                classes="workshop-card",
            )
        )
    return (
        [element("ul", *cards, classes="workshop-cards")] if cards else nothing(_("No topic yet."))
    )
