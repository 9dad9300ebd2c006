"""Checks that a topic's page, cards and map hold exactly what names the topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .comparison import differs, missing_and_unknown
from .finding import Finding, at
from .html import by_id, heading, words
from .papers import digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .built_site import BuiltSite


def pages(site: BuiltSite) -> Iterator[Finding]:
    """A topic's page has its title, and lists exactly the papers and sessions that name it."""
    for id, found in site.objects("workshop:topic").items():
        content = site.content(found.page)
        messages: list[str] = []
        if not content.select("h1 math"):  # a formula's text differs from its source
            messages += differs("the heading", heading(content), found.title)
        for kind, known in (("paper", _papers(site, id)), ("session", _sessions(site, id))):
            listed = by_id(content, f"[data-object^='{kind}:']")
            messages += missing_and_unknown(f"the list of {kind}s", listed, known)
        yield from at(found.page, messages)


def in_json(site: BuiltSite) -> Iterator[Finding]:
    """The papers' JSON holds exactly the topics, under their titles."""
    if not site.data_file:
        return
    topics, known = site.data.topics, site.objects("workshop:topic")
    messages = [*missing_and_unknown("the list of topics", topics, known)]
    for id in topics.keys() & known.keys():
        messages += differs(f"the title of topic '{id}'", topics[id].name, known[id].title)
    yield from at(site.data_file, messages)


def cards(site: BuiltSite, path: str) -> Iterator[str]:
    """Cards of topics hold all topics, each with the number of its papers and sessions."""
    for listed in site.content(path).select(".workshop-cards"):
        found = {
            id: card
            for card in listed.select(":scope > li")
            for id in site.linked(path, card, "topic", ".workshop-title a[href]")
        }
        yield from missing_and_unknown("the topics' cards", found, site.objects("workshop:topic"))
        for id, card in found.items():
            counts = [number for c in card.select(".workshop-count") for number in digits(words(c))]
            known = [len(_papers(site, id)), len(_sessions(site, id))]
            shown = counts if len(counts) > 1 else [*counts, 0]
            yield from differs(f"the counts of topic '{id}'", shown, known)


def maps(site: BuiltSite, path: str) -> Iterator[str]:
    """A map leads to all papers with a topic and all topics with a paper, and counts these."""
    known = {id for id in site.objects("workshop:topic") if _papers(site, id)}
    on_topics = {id for id, paper in site.data.papers.items() if known & set(paper.topics)}
    for figure in site.content(path).select(".workshop-map"):
        for kind, expected in (("paper", on_topics), ("topic", known)):
            linked = site.linked(path, figure, kind, "svg a[href]")
            yield from missing_and_unknown(f"the map's {kind}s", linked, expected)
        for item in figure.select(".workshop-map-legend > li"):
            notes = [words(note) for note in item.select(".workshop-note")]
            for id in site.linked(path, item, "topic"):
                numbers = digits(notes[0])[:1] if notes else []
                count = f"the map's count of topic '{id}'"
                yield from differs(count, numbers, [len(_papers(site, id))])


def _papers(site: BuiltSite, topic: str) -> list[str]:
    return [id for id, paper in site.data.papers.items() if topic in paper.topics]


def _sessions(site: BuiltSite, topic: str) -> list[str]:
    return [id for id, topics in site.topics_of_sessions.items() if topic in topics]
