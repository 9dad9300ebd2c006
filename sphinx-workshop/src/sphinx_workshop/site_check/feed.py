"""Checks that the feed of changes is whole, and leads to where pages report these."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

from .comparison import letters
from .finding import Finding
from .html import words
from .metadata import xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .built_site import BuiltSite

_ATOM = "{http://www.w3.org/2005/Atom}"


def entries(site: BuiltSite) -> Iterator[Finding]:
    """Every entry has what Atom asks for, an id of its own, and a place with the same words."""
    for path in _feeds(site):
        root = xml(site, path)
        found = root.findall(f"{_ATOM}entry")
        ids = Counter(entry.findtext(f"{_ATOM}id", "") for entry in found)
        for id in [id for id, number in ids.items() if number > 1]:
            yield Finding(path, f"two entries share the id {id}")
        for entry in (root, *found):
            for name in ("id", "title", "updated", "link"):
                if entry.find(f"{_ATOM}{name}") is None:
                    yield Finding(path, f"an entry has no {name}")
        for entry in found:
            link, summary = entry.find(f"{_ATOM}link"), entry.findtext(f"{_ATOM}summary", "")
            if link is not None:
                yield from _place(site, path, link.get("href", ""), summary)


def updated(site: BuiltSite) -> Iterator[Finding]:
    """The feed was updated when its newest entry was, or later."""
    for path in _feeds(site):
        root = xml(site, path)
        times = [_time(node.text) for node in root.iterfind(f"{_ATOM}entry/{_ATOM}updated")]
        if times and _time(root.findtext(f"{_ATOM}updated")) < max(times):
            yield Finding(path, "the feed says that it is older than its newest entry")


def _feeds(site: BuiltSite) -> list[str]:
    return [
        path for path in site.files("*.xml") if "http://www.w3.org/2005/Atom" in site.text(path)
    ]


def _place(site: BuiltSite, path: str, address: str, summary: str) -> Iterator[Finding]:
    """Compare an entry with the place that it leads to."""
    page, _, anchor = site.relative(address).partition("#")
    node = site.page(page).find(id=anchor) if anchor else site.content(page)
    if node is None:
        yield Finding(path, f"an entry leads to {address}, a place that is missing")
    elif not node.select("math") and letters(summary) not in letters(words(node)):
        yield Finding(path, f"{address} does not say what its entry says")


def _time(text: str | None) -> datetime:
    return datetime.fromisoformat(text or "1970-01-01T00:00:00+00:00")
