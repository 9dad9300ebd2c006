"""What the commands know of a site outside of a build: its conf.py, and where its pages are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..compat.conf_file import evaluated
from ..core.conf_lines import fact_lines
from ..core.errors import CommandError
from ..domain.event import PDF_FOLDER, read_event

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.model import Event

# Where the pages are: addresses, and so the same in every edition.
PAPERS = Path("program/papers")
SCHEDULE = Path("program/index.md")
SPEAKERS = Path("program/speakers.md")
ORGANIZERS = Path("about/organizers.md")
DATES = Path("call-for-papers/dates.md")
TOPICS = Path("call-for-papers/topics")
PAGES_OF_ENTRIES = ("*.md", "call-for-papers/*.md", "program/*.md", "about/*.md")
PAGES_OF_OBJECTS = (*PAGES_OF_ENTRIES, f"{TOPICS}/*.md", f"{PAPERS}/**/*.md")


def read_settings(site: Path) -> dict[str, Any]:
    """Return all names that the site's conf.py sets, as Sphinx evaluates it.

    Raises:
        CommandError: the folder has no conf.py.
        ConfigError: conf.py cannot be evaluated.
    """
    path = site.resolve() / "conf.py"
    if not path.is_file():
        raise CommandError(f"{site}: there is no conf.py; run this in the site's folder")
    return evaluated(path)


def site_event(site: Path) -> Event:
    """Return the facts of the workshop, checked as a build checks them."""
    settings = read_settings(site)
    facts, address = settings.get("workshop", {}), settings.get("html_baseurl", "")
    lines = fact_lines(site / "conf.py")
    event = read_event(facts, site / PDF_FOLDER, address, lines)
    return replace(event, language=str(settings.get("language") or "en").replace("_", "-"))


def pages_of(site: Path, patterns: Iterable[str]) -> list[Path]:
    """Return the pages that patterns name, sorted for each pattern."""
    return [path for pattern in patterns for path in sorted(site.glob(pattern))]


def topic_ids(site: Path) -> list[str]:
    """Return the ids of the site's topics, which are pages."""
    return sorted(path.stem for path in (site / TOPICS).glob("*.md") if path.stem != "index")
