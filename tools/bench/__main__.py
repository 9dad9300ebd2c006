"""Measures how long people wait: who write, who publish, who read.

    make bench                          the real site, and inventions of 700 and 3,000 papers
    make bench SIZES="40 200"           inventions of these sizes; SIZES="" no builds at all
    make bench ROUNDS=1                 as many full builds of each; 3 by default, of which medians
    make bench EDITS=3                  as many edits of each kind; 10 by default, of which medians
    make bench PAGES=0                  without a browser: neither `make live`, nor long lists, nor
                                        the real site's weights, paints and Lighthouse scores

Prints tables in Markdown, those of PERFORMANCE.md. Seconds are by the clock, that of the browser
for `make live`: let nothing else run. Ratios are of computing, by all processes of a build.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import conf
from real_site import ROOT, run_sphinx

from . import lighthouse, loading, table
from .waiting import wait

SIZES = "700 3000"


def tell(words: str) -> None:
    """Say what is going on, beside the tables."""
    print(words, file=sys.stderr, flush=True)


def bench_waiting(sizes: list[int], rounds: int, edits: int, *, in_browser: bool) -> None:
    """Print how long people wait, and what long lists are like."""
    if not sizes:
        return
    # The real site first.
    measured = [wait(n, rounds, edits, tell, in_browser=in_browser) for n in (None, *sizes)]
    print(table.waiting(measured))
    if any(one.lists for one in measured):
        print(table.lists(measured))


def bench_pages(rounds: int) -> None:
    """Print what the real site's pages weigh, and their scores."""
    folder = urlsplit(conf.html_baseurl).path.strip("/")
    with tempfile.TemporaryDirectory() as place:
        site = run_sphinx(ROOT, Path(place))
        pages = list(_kinds(site))
        second = "about/index.html"
        paints = loading.largest_paints(site, folder, pages, rounds, tell)
        print(table.loading(loading.loads(site, folder, pages, second), paints))
        try:
            print(table.graded(lighthouse.scores(site, folder, pages, rounds, tell)))
        except lighthouse.MissingError as error:
            print(f"No scores: {error}.")


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
    rounds, edits = int(os.environ.get("ROUNDS", "3")), int(os.environ.get("EDITS", "10"))
    in_browser = os.environ.get("PAGES", "1") != "0"
    bench_waiting(sizes, rounds, edits, in_browser=in_browser)
    if in_browser:
        bench_pages(rounds)


if __name__ == "__main__":
    main()
