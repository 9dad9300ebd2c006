"""Invents workshops of any size: papers with abstracts, authors, topics, sessions of several days.

The same size and seed give the same files. Everything is invented, words included; lengths and
frequencies are those of real proceedings: some words are in every abstract, most in few; most
people write one paper, some write many.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import count
from random import Random
from typing import TYPE_CHECKING

from .words import COMMON, people, vocabulary, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FIRST_DAY = date(2030, 7, 22)


@dataclass(frozen=True)
class Workshop:
    """An invented workshop; `files` are its pages, by their names."""

    size: int
    seed: int = 2030
    random: Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Begin the same sequence for the same size and seed."""
        object.__setattr__(self, "random", Random(f"{self.size} {self.seed}"))

    @property
    def days(self) -> list[date]:
        """One day for a workshop, three for a conference."""
        return [FIRST_DAY + timedelta(days=n) for n in range(1 if self.size <= 100 else 3)]

    @property
    def settings(self) -> dict[str, str]:
        """What conf.py's `workshop` says otherwise."""
        first, *_, last = map(str, [self.days[0], *self.days])
        return {"name": "Invented Results", "start": first, "end": last, "timezone": "Europe/Paris"}

    @cached_property
    def files(self) -> dict[str, str]:
        """All pages."""
        topics = self._topics()
        papers = dict(self._papers(topics))
        spotlights = self.random.sample(sorted(papers), min(len(papers), 12 * len(self.days)))
        return {
            **self._frame(topics),
            **{
                f"call-for-papers/topics/{name}.md": self._topic(name, n)
                for n, name in enumerate(topics, start=1)
            },
            **{f"program/papers/{name}.md": text for name, text in papers.items()},
            "program/index.md": self._program(spotlights),
        }

    # Words and names -----------------------------------------------------------------------

    @cached_property
    def _vocabulary(self) -> list[str]:
        return vocabulary(self.seed)

    def _word(self, shortest: int = 2, longest: int = 20) -> str:
        """Return a word; the first of the vocabulary are much more frequent than the last."""
        while True:
            word = self._vocabulary[int(len(self._vocabulary) ** self.random.random()) - 1]
            if shortest <= len(word) <= longest and word not in COMMON:
                return word

    def _prose(self, words: int) -> str:
        """Return sentences of some words."""
        sentences: list[str] = []
        while words > 0:
            length = min(words, self.random.randint(9, 26))
            vocabulary = self._vocabulary
            chosen = [
                vocabulary[int(len(vocabulary) ** self.random.random()) - 1] for _ in range(length)
            ]
            sentences.append(" ".join(chosen).capitalize() + ".")
            words -= length
        return wrapped(" ".join(sentences))

    @cached_property
    def _authors(self) -> list[str]:
        """People; those at the front write more papers."""
        return people(self.seed + 1, max(20, 3 * self.size), 20 + self.size // 5)

    @cached_property
    def _keywords(self) -> list[str]:
        return [f"{self._word()} {self._word()}" for _ in range(20 + self.size // 2)]

    def _topics(self) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < 8:
            found[self._word(3, 8)] = None
        return list(found)

    def _chosen(self, among: Sequence[str], number: int) -> list[str]:
        """Return some, the first more often."""
        found: dict[str, None] = {}
        while len(found) < number:
            found[among[int(len(among) * self.random.random() ** 2)]] = None
        return list(found)

    # Pages ---------------------------------------------------------------------------------

    def _papers(self, topics: list[str]) -> Iterator[tuple[str, str]]:
        numbers = count(1)
        for n in range(self.size):
            number = next(numbers) + n // 3  # submission numbers have holes
            title = " ".join(self._word() for _ in range(self.random.randint(5, 12))).capitalize()
            authors = self._chosen(self._authors, self.random.choice((1, 2, 3, 3, 4, 4, 5, 6, 9)))
            authors[0] = authors[0].replace(" (", "* (", 1)
            lines = [
                f"# {title}",
                "",
                f":::{{paper}} {number}",
                f":authors: {'; '.join(authors)}",
                f":topics: {'; '.join(self._chosen(topics, self.random.choice((1, 1, 2, 3))))}",
                f":keywords: {'; '.join(self._chosen(self._keywords, self.random.randint(3, 6)))}",
                f":pages: {self.random.randint(4, 12)}",
                *([f":arxiv: 3007.{number:05}"] if self.random.random() < 0.5 else []),
                "",
                self._prose(self.random.randint(150, 200)),
                ":::",
            ]
            yield f"{title.split()[0].lower()}-{number}", "\n".join(lines) + "\n"

    def _topic(self, name: str, order: int) -> str:
        title = f"{name.capitalize()} {self._word()} and {self._word()}"
        short = f"{name.capitalize()} {self._word()}"
        lede, prose = self._prose(20), self._prose(200)
        return f"# {title}\n\n:::{{topic}} {short}\n:order: {order}\n\n{lede}\n:::\n\n{prose}\n"

    def _program(self, spotlights: list[str]) -> str:
        days = [_day(day, spotlights[n :: len(self.days)]) for n, day in enumerate(self.days)]
        return "# Program\n\n:::{calendar}\n:of: program\n:::\n\n" + "\n".join(days)

    def _frame(self, topics: list[str]) -> dict[str, str]:
        """Return the pages that every workshop has, and that the theme's templates link."""
        pages = _FRAME | {"about/index.md": f"# About\n\n{self._prose(300)}\n" + _ABOUT}
        listed = "\n".join(topics)
        pages["call-for-papers/topics/index.md"] += f"\n:::{{toctree}}\n:hidden:\n\n{listed}\n:::\n"
        return pages


def _day(day: date, spotlights: list[str]) -> str:
    """Return a day: a keynote, its spotlights in two blocks, posters."""
    sessions = [_session(f"Keynote of {day:%A}", "09:00-10:00", f"keynote-{day}", "keynote")]
    for hour, block in ((10, spotlights[:6]), (15, spotlights[6:12])):
        for n, paper in enumerate(block):
            start, end = (f"{hour + m // 60:02}:{m % 60:02}" for m in (15 * n, 15 * n + 15))
            sessions.append(f":::::{{session}}\n:time: {start}-{end}\n:paper: {paper}\n:::::\n")
    sessions.append(_session("Posters", "13:00-15:00", f"posters-{day}", "poster-session"))
    return f"::::::{{schedule}} {day}\n\n" + "\n".join(sessions) + "\n::::::\n"


def _session(title: str, time: str, id: str, kind: str) -> str:
    return f":::::{{session}} {title}\n:id: {id}\n:time: {time}\n:kind: {kind}\n:::::\n"


_ABOUT = """
:::{toctree}
:hidden:

logistics
:::
"""
_FRAME = {
    "index.md": """\
# Invented results

:::{event}
A workshop that nobody has held.

[Program](program/index.md)
:::

:::{topic-list}
:::

:::{schedule}
:kind: keynote
:::

:::{paper-list}
:kind: spotlight
:::

:::{deadlines}
:::

:::{toctree}
:hidden:

About <about/index>
Call <call-for-papers/index>
Program <program/index>
Papers <program/papers/index>
program/authors
program/booklet
:::
""",
    "about/logistics.md": "# Logistics\n\nThere is a way.\n",
    "call-for-papers/index.md": """\
# Call for papers

Until {when}`submission`.

:::{topic-list}
:::

:::{toctree}
:hidden:

dates
topics/index
:::
""",
    "call-for-papers/dates.md": """\
# Dates

:::{deadline} Submission
:id: submission
:when: 2030-05-01 23:59 AoE
:::

:::{calendar}
:of: dates
:::
""",
    "call-for-papers/topics/index.md": """\
# Topics

:::{topic-list}
:::

:::{topic-map}
:::
""",
    "program/booklet.md": "# Booklet\n\n:::{booklet}\nAll of it is invented.\n:::\n",
    "program/authors.md": "# Authors\n\n:::{author-index}\n:::\n",
    "program/papers/index.md": """\
# Accepted papers

:::{paper-list}
:::

:::{toctree}
:hidden:
:glob:

*
:::
""",
}
