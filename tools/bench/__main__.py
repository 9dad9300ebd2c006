"""Measures builds of invented workshops, and the pages of the real site.

    make bench                          all of it; the stock theme at 2,000 papers takes long
    make bench SIZES="40 200"           workshops of these sizes alone; SIZES="" none
    make bench KINDS="ours bare"        these kinds of sites alone; see builds.py
    make bench ROUNDS=1                 as many builds of each; 3 by default, of which medians
    make bench PAGES=0                  without a browser: neither what long lists are like, nor
                                        the real site's weights and Lighthouse scores

Prints tables in Markdown, those of PERFORMANCE.md. Times of builds are of computing, but for the
parallel ones, which are by the clock: let nothing else run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import conf

from . import lighthouse, loading, table
from .builds import KINDS, ROOT
from .rounds import Measured, measure

SIZES = "40 200 700 2000"


def tell(words: str) -> None:
    """Say what is going on, beside the tables."""
    print(words, file=sys.stderr, flush=True)


def bench_builds(sizes: list[int], kinds: list[str], rounds: int, *, lists: bool) -> None:
    """Print what builds cost, and what long lists are like."""
    measured: list[Measured] = []
    for size in sizes:
        measured += measure(size, kinds, rounds, tell, lists=lists)
    if measured:
        print(table.builds(measured))
        print(table.growth(measured))
    if any(one.lists for one in measured):
        print(table.lists(measured))


def bench_pages(rounds: int) -> None:
    """Print what the real site's pages weigh, and their scores."""
    folder = urlsplit(conf.html_baseurl).path.strip("/")
    with tempfile.TemporaryDirectory() as place:
        site = _real_site(Path(place))
        pages = list(_kinds(site))
        second = "about/index.html"
        print(table.loading(loading.loads(site, folder, pages, second)))
        try:
            print(table.graded(lighthouse.scores(site, folder, pages, rounds, tell)))
        except lighthouse.MissingError as error:
            print(f"No scores: {error}.")


def _real_site(folder: Path) -> Path:
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-n", "-W", "-q"]
    command += ["-d", str(folder / "doctrees"), str(ROOT), str(folder / "html")]
    subprocess.run(command, check=True)
    return folder / "html"


def _kinds(site: Path) -> list[str]:
    """Return home, program, list of papers, a paper, a topic, the call."""
    (paper, *_), (topic, *_) = (
        sorted(path for path in (site / folder).glob("*.html") if path.name != "index.html")
        for folder in ("program/papers", "call-for-papers/topics")
    )
    names = ["index.html", "program/index.html", "program/papers/index.html"]
    names += [path.relative_to(site).as_posix() for path in (paper, topic)]
    return [*names, "call-for-papers/index.html"]


def main() -> None:
    """Measure what the environment asks for."""
    sizes = [int(size) for size in os.environ.get("SIZES", SIZES).split()]
    kinds = os.environ.get("KINDS", " ".join(KINDS)).split()
    rounds = int(os.environ.get("ROUNDS", "3"))
    if unknown := set(kinds) - set(KINDS):
        sys.exit(f"KINDS: there is no {', '.join(unknown)}; known are {', '.join(KINDS)}")
    in_browser = os.environ.get("PAGES", "1") != "0"
    bench_builds(sizes, kinds, rounds, lists=in_browser)
    if in_browser:
        bench_pages(rounds)


if __name__ == "__main__":
    main()
