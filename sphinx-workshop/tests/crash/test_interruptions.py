"""A build that is killed at any moment leaves a whole site, and the next build is right."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
from typing import TYPE_CHECKING, NamedTuple

import pytest

import killed_build
from forked import Ended, forked
from inline_site import SETTINGS, InlineSite
from small_workshop import FILES, changed
from thorough import THOROUGH
from trees import contents

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 50 if THOROUGH else 3
KILLED = {-signal.SIGKILL, -signal.SIGALRM}

# What the sources may be: each change is reported by the pages of others.
NEW = "# Delta\n\n:::{paper} 20\n:authors: Eve Yu*\n:topics: inference\n\nDelta is new.\n:::\n"
EDITIONS: list[dict[str, str]] = [
    {},
    {"papers/delta.md": NEW},
    changed("topics/inference.md", "# Methods", "# Ways")
    | changed("program/index.md", "10:00-10:15", "10:05-10:25"),
]


class Site(NamedTuple):
    """A source folder, where it is built, and what must come out of each edition.

    `moments` says how many there are in a build after an edit, and in one from nothing.
    """

    sources: InlineSite
    folder: Path
    expected: list[dict[str, bytes]]
    moments: tuple[int, int]

    def edit(self, edition: int) -> None:
        """Make the sources those of an edition."""
        shutil.rmtree(self.sources.source)
        self.sources.write(FILES | EDITIONS[edition])
        self.sources.configure()

    def build(self, moment: int = 0, delay: float = 0) -> Ended:
        """Build in a process group of its own, and perhaps die."""

        def work() -> int:
            os.environ["SOURCE_DATE_EPOCH"] = "1650000000"
            return killed_build.main(str(self.sources.source), str(self.folder), moment, delay)

        return forked(work)

    @property
    def published(self) -> dict[str, bytes]:
        return contents(self.folder / "html")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("interrupted")
    extensions = [*SETTINGS["extensions"], "sphinx_workshop.site.csp"]
    sources = InlineSite(folder, FILES, {"extensions": extensions})
    found = Site(sources, folder / "built", [], (0, 0))
    moments: list[int] = []
    for edition in range(len(EDITIONS)):
        found.edit(edition)
        done = found.build()
        assert done.code == 0, done.said
        moments += map(int, re.findall(r"moments: (\d+)", done.said))
        found.expected.append(found.published)
    return found._replace(moments=(max(moments[1:]), moments[0]))


def test_a_build_killed_at_any_moment_leaves_a_whole_site_and_the_next_is_right(
    made: Site,
) -> None:
    seed = random.SystemRandom().getrandbits(32)
    chance = random.Random(seed)
    killed = 0
    made.edit(0)
    assert made.build().code == 0
    shown = made.expected[0]
    while killed < ROUNDS:
        edition = chance.randrange(len(EDITIONS))
        made.edit(edition)
        from_nothing = (made.folder / "unfinished").exists()  # the last one was killed
        moment = chance.randint(1, made.moments[from_nothing])
        delay = chance.choice([0, chance.uniform(0, 0.003), chance.uniform(0, 0.3)])
        reported = f"seed {seed}, edition {edition}, moment {moment}, delay {delay}"
        done = made.build(moment, delay)
        if done.code in KILLED:
            killed += 1
            # The old site or the new one, and never a part of one.
            assert made.published in (shown, made.expected[edition], {}), reported
            shown = made.published or shown
            if chance.random() < 0.3:
                continue  # and killed once more before one is let live
        done = made.build()
        assert done.code == 0, (reported, done.said)
        shown = made.expected[edition]
        assert made.published == shown, reported


def test_what_a_kill_between_the_last_two_steps_leaves_is_brought_back(made: Site) -> None:
    made.edit(0)
    assert made.build().code == 0
    html = made.folder / "html"
    html.rename(made.folder / "html.old")
    (made.folder / "html.new").mkdir()
    (made.folder / "html.new" / "index.html").write_text("<h1>Half a pa")
    (made.folder / "unfinished").touch()
    made.sources.write({"index.md": "# Home\n\n{topic}`unknown`\n"})
    assert made.build().code == 1
    assert made.published == made.expected[0]
    made.edit(1)
    assert made.build().code == 0
    assert made.published == made.expected[1]
    assert {path.name for path in made.folder.iterdir()} == {"html", "work", "lock"}
