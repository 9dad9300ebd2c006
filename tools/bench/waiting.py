"""How long people who write and publish wait: live, edits, corrections, full builds, memory."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from install_browser import find_browser

from .builds import Site, environment
from .lists import felt
from .workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .builds import Cost
    from .lists import Felt

PATIENCE = 600.0  # seconds
_LIVE = (
    *(sys.executable, "-m", "sphinx_workshop.cli.live", "-q", "-n", "-j", "auto"),
    *("-D", "workshop_csp=0", "--port", "0", "-d", "../live/doctrees", ".", "../live/html"),
)
_SEEN = "word => document.body?.textContent.includes(word) && Date.now()"


@dataclass(slots=True)
class Waited:
    """What was measured at one size; `live` in seconds by the browser's clock."""

    papers: int
    live: list[float] = field(default_factory=list)
    edits: list[Cost] = field(default_factory=list)
    corrections: list[Cost] = field(default_factory=list)
    full: list[Cost] = field(default_factory=list)
    plain: list[Cost] = field(default_factory=list)
    lists: list[Felt] = field(default_factory=list)


def wait(
    size: int | None, rounds: int, edits: int, tell: Callable[[str], None], *, in_browser: bool
) -> Waited:
    """Measure an invented workshop of a size, or the real site if that is None.

    Args:
        size: the number of papers.
        rounds: how often the site is built from nothing.
        edits: how often one of its papers is edited in each way.
        tell: takes what is going on, in words.
        in_browser: whether what a browser shows is measured, too.
    """
    with tempfile.TemporaryDirectory() as folder:
        workshop = None if size is None else Workshop(size)
        ours = Site(Path(folder, "ours"), workshop)
        plain = Site(Path(folder, "plain"), workshop, plain=True)
        waited = Waited(len(ours.papers))
        for number in range(rounds):  # in turn, so that a busy machine is unfair to none
            tell(f"{waited.papers} papers, full builds, round {number + 1} of {rounds}")
            for site, costs in ((ours, waited.full), (plain, waited.plain)):
                site.clean()
                costs.append(site.build())
        for paper in ours.some_papers(edits):
            tell(f"{waited.papers} papers, edits of {paper.stem}")
            ours.edit(paper)
            waited.edits.append(ours.build())
            ours.mistake(paper)
            ours.build(fails=True)
            ours.correct(paper)
            waited.corrections.append(ours.build())
        if in_browser:
            tell(f"{waited.papers} papers, live")
            waited.live += _live(ours, edits)
            if size:
                tell(f"{waited.papers} papers, lists")
                waited.lists += felt(ours.output)
        return waited


def _live(site: Site, edits: int) -> Iterator[float]:
    """Yield the seconds from saving a paper's page to seeing it."""
    with _server(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        for paper in site.some_papers(edits):
            name = paper.relative_to(site.source).with_suffix(".html").as_posix()
            page.goto(f"{address}/{name}", wait_until="networkidle")
            start = time.time()
            word = site.edit(paper)
            seen = page.wait_for_function(_SEEN, arg=word)
            yield seen.json_value() / 1000 - start
        browser.close()


@contextmanager
def _server(site: Site) -> Iterator[str]:
    """Serve a site as `make live` does, and give its address when it is built."""
    log = site.folder / "live.log"
    with log.open("w", encoding="utf-8") as written:
        process = subprocess.Popen(
            _LIVE, cwd=site.source, env=environment(), stdout=written, stderr=subprocess.STDOUT
        )
    try:
        end = time.monotonic() + PATIENCE
        # The server says where it serves before it listens there.
        while not (
            (found := re.search(r"Serving on (http://[\w.:]+)", log.read_text("utf-8")))
            and _answers(found[1])
        ):
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"`make live` does not serve: {log.read_text('utf-8')}")
            time.sleep(0.1)
        yield found[1]
    finally:
        process.terminate()
        process.wait()


def _answers(address: str) -> bool:
    """Return whether a server listens at an address."""
    place = urlsplit(address)
    with socket.socket() as asking:
        return asking.connect_ex((place.hostname, place.port)) == 0


def seconds(costs: list[Cost]) -> float:
    """Return the median by the clock."""
    return median(cost.seconds for cost in costs)


def computing(costs: list[Cost]) -> float:
    """Return the median of computing, which others on the machine change less."""
    return median(cost.computing for cost in costs)
