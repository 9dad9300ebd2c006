"""A workshop of as many papers as one likes, the same each time: for what must not take long."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inline_site import Files

_GIVEN = (
    "Ada Béla Chloë Dmitri Élodie Farah Günther Hana Ioana Jürgen Kenji Łukasz María Nikolaï "
    "Øystein Paweł Quentin Renée Søren Tomáš Uschi Věra Wei Ximena Yuki Zoë"
)
_FAMILY = (
    "Abbott Bühler Čapek Đoković Evans Fernández Gómez Hložan Ivanova Jørgensen Kowalczyk "
    "Lemaître Médard Nguyễn Ólafsson Pérez Quist Rădulescu Šimek Tanaka Ünal Vega Walsh Xu "
    "Yılmaz Żak"
)
_PLACES = (
    "North University",
    "École du Sud",
    "Institut für West",
    "Universidad del Este",
    "Łódź Lab",
)
_WORDS = (
    "we measure estimate infer light mass shape noise prior posterior network training survey "
    "field image spectrum model simulation likelihood sample calibrated uncertainty robust "
    "learned deep graph equivariant galaxy cluster telescope pixel catalog redshift lensing "
    "with from under and for which improves recovers compares the a an of in to that scales "
    "fails remains"
)
TOPICS = 8
SPOTLIGHTS = 24  # the first papers, a quarter of an hour each


def files(count: int) -> Files:
    """Return the sources of a workshop of some papers."""
    random = Random(count)
    names = [f"{given} {family}" for given in _GIVEN.split() for family in _FAMILY.split()]
    found: Files = {
        "index.md": "# Home\n\n:::{event}\n:::\n\n:::{toctree}\npapers/index\ntopics/index\nday\n"
        "authors\nbooklet\n:::\n",
        "papers/index.md": "# Papers\n\n:::{paper-list}\n:::\n\n:::{toctree}\n:hidden:\n:glob:\n\n"
        "paper-*\n:::\n",
        "topics/index.md": "# Topics\n\n:::{toctree}\n:glob:\n\ntopic-*\n:::\n",
        "authors.md": "# Authors\n\n:::{author-index}\n:::\n",
        "booklet.md": "# Program and abstracts\n\n:::{booklet}\nAll of it is invented.\n:::\n",
    }
    for n in range(TOPICS):
        found[f"topics/topic-{n}.md"] = (
            f"# Topic number {n}, and what it is about\n\n"
            f":::{{topic}} Topic {n}\n:order: {n + 1}\n\n{_sentence(random, 14)}\n:::\n"
        )
    for n in range(count):
        found[f"papers/paper-{n:04}.md"] = _paper(random, n, names)
    found["day.md"] = _day(min(count, SPOTLIGHTS))
    return found


def _paper(random: Random, number: int, names: list[str]) -> str:
    authors = random.sample(names, random.randint(1, 9))
    written = "; ".join(
        f"{name}{'' if place else '*'} ({random.choice(_PLACES)})"
        for place, name in enumerate(authors)
    )
    topics = "; ".join(f"topic-{n}" for n in random.sample(range(TOPICS), random.randint(1, 3)))
    abstract = " ".join(_sentence(random, random.randint(12, 26)) for _ in range(9))
    return (
        f"# {_sentence(random, random.randint(6, 14)).rstrip('.')}\n\n:::{{paper}} {number + 1}\n"
        f":authors: {written}\n:topics: {topics}\n\n{abstract}\n:::\n"
    )


def _sentence(random: Random, length: int) -> str:
    return " ".join(random.choices(_WORDS.split(), k=length)).capitalize() + "."


def _day(spotlights: int) -> str:
    slots = (
        f":::{{session}}\n:time: {9 + n // 4:02}:{n % 4 * 15:02}-{9 + (n + 1) // 4:02}:"
        f"{(n + 1) % 4 * 15:02}\n:paper: paper-{n:04}\n:::\n"
        for n in range(spotlights)
    )
    posters = (
        ":::{session} All posters\n:id: posters\n:time: 18:00-20:00\n:kind: poster-session\n:::\n"
    )
    return f"# Day\n\n::::{{schedule}} 2016-07-22\n{''.join(slots)}{posters}::::\n"
