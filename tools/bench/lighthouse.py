"""Lighthouse's scores of pages: on its simulated phone and network, from a server that compresses.

It runs if Node and npm are there; `tools/lighthouse` locks what it needs.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from install_browser import find_browser
from serving import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
AUDITS = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
)
LOCKED = Path(__file__).resolve().parents[1] / "lighthouse"

Scores = dict[str, float]


class MissingError(Exception):
    """What Lighthouse needs is not there."""


def scores(
    site: Path, folder: str, pages: Iterable[str], rounds: int, tell: Callable[[str], None]
) -> dict[str, Scores]:
    """Return the medians of each page's scores and audits.

    Raises:
        MissingError: there is no Node, or no browser.
    """
    browser = find_browser()
    if not (shutil.which("node") and shutil.which("npm") and browser):
        raise MissingError("Lighthouse needs node, npm and a Chromium on the path")
    with tempfile.TemporaryDirectory() as place, served(**{folder: site}) as address:
        _install(Path(place))
        found = {}
        for page in pages:
            runs = []
            for number in range(rounds):
                tell(f"Lighthouse, {page}, round {number + 1} of {rounds}")
                runs.append(_run(Path(place), f"{address}/{folder}/{page}", browser))
            found[page] = {name: median(run[name] for run in runs) for name in runs[0]}
        return found


def _install(place: Path) -> None:
    """Install what is locked, away from the repository."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LOCKED / name, place)
    command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(command, cwd=place, check=True, capture_output=True)


def _run(place: Path, address: str, browser: Path) -> Scores:
    report = place / "report.json"
    command = [
        *("node", "node_modules/lighthouse/cli/index.js", address, "--quiet", "--output=json"),
        *(f"--output-path={report}", f"--only-categories={','.join(CATEGORIES)}"),
        "--chrome-flags=--headless --no-sandbox",
    ]
    environment = os.environ | {"CHROME_PATH": str(browser)}
    subprocess.run(command, cwd=place, env=environment, check=True, capture_output=True)
    result: dict[str, Any] = json.loads(report.read_text("utf-8"))
    graded = {name: result["categories"][name]["score"] for name in CATEGORIES}
    return graded | {name: result["audits"][name]["numericValue"] for name in AUDITS}
