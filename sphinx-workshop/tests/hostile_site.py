"""A site whose every text is a hostile string."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from hostile import as_markdown, hostile
from inline_site import SETTINGS

if TYPE_CHECKING:
    from random import Random

# No semicolon parts a list, no parenthesis an affiliation, no star marks a speaker, and no brace a
# family name.
IN_LIST = ";"
IN_NAME = ";()*=†"


FACTS = {"name": 'ML <for> "A" & </script> ]]>', "place": "<Bâle> & “co”, Here"}


class Written(NamedTuple):
    """What a site of hostile strings says."""

    titles: list[str]
    summaries: list[str]
    keywords: list[list[str]]
    names: list[list[str]]
    affiliations: list[list[str]]
    sessions: list[str]
    rooms: list[str]
    notes: list[str]
    people: list[str]
    topic: str
    changes: list[str]

    @property
    def strings(self) -> int:
        flat = [part for field in self for part in ([field] if isinstance(field, str) else field)]
        return sum(1 if isinstance(part, str) else len(part) for part in flat)


def one_name(text: str) -> str:
    """Return text as the name of one author: no word or sign between parts joins two."""
    return re.sub(r"(?<!\S)(?:and|AND|&)(?!\S)|[，、；]", "+", text)


def written(random: Random, papers: int, keywords: int) -> Written:
    """Make up what the site says."""

    def some(number: int, without: str = "") -> list[str]:
        # MyST takes a `#` in an option for a comment, and says so.
        return [hostile(random, without) for _ in range(number)]

    return Written(
        titles=some(papers),
        summaries=some(papers),
        keywords=[["first", *some(keywords, IN_LIST + "#")] for _ in range(papers)],
        names=[[f"A{n}", *map(one_name, some(3, IN_NAME + "#,@{}"))] for n in range(papers)],
        affiliations=[some(4, IN_NAME + "#") for _ in range(papers)],
        sessions=some(papers),
        rooms=[f"R{n} {room}" for n, room in enumerate(some(papers, "#"))],
        notes=some(papers),
        people=some(papers, "{}"),
        topic=hostile(random),
        changes=some(papers),
    )


def files(said: Written) -> dict[str, str]:
    """Return the sources that say it."""
    found = {
        "index.md": "# Home\n\n:::{event}\n:::\n\n:::{paper-list}\n:::\n\n:::{topic-map}\n:::\n\n"
        ":::{changes}\n:::\n\n:::{author-index}\n:::\n\n:::{toctree}\n:glob:\n\n*\n:::\n",
        "topic.md": f"# {as_markdown(said.topic)}\n\n:::{{topic}} {said.topic}\n:order: 1\n:::\n",
    }
    for n in range(len(said.titles)):
        authors = "; ".join(
            f"{name} ({affiliation})"
            for name, affiliation in zip(said.names[n], said.affiliations[n], strict=True)
        )
        found[f"p{n:02}.md"] = (
            f"# {as_markdown(said.titles[n])}\n\n:::{{paper}} {n + 1}\n:authors: {authors}\n"
            f":keywords: {'; '.join(said.keywords[n])}\n:topics: topic\n\n"
            f"{as_markdown(said.summaries[n])}\n:::\n\n"
            f":::{{change}} 2016-07-15\n{as_markdown(said.changes[n])}\n:::\n"
        )
    day = "# Day\n\n::::{schedule} 2016-07-22\n"
    for n in range(len(said.sessions)):
        day += (
            f":::{{session}} {said.sessions[n]}\n:id: s{n:02}\n:time: 9:00-10:00\n"
            f":room: {said.rooms[n]}\n:speakers: b{n:02}\n\n{as_markdown(said.notes[n])}\n:::\n"
        )
    day += "::::\n"
    for n in range(len(said.sessions)):
        day += f"\n:::{{person}} {said.people[n]}\n:id: b{n:02}\n:::\n"
    return found | {"day.md": day}


def settings(said: Written) -> dict[str, Any]:
    return {
        "extensions": [*SETTINGS["extensions"], "sphinx_workshop.site.csp"],
        "workshop": SETTINGS["workshop"] | FACTS,
        "html_title": said.topic,
        "workshop_page_image": ("social.png", said.topic),
    }
