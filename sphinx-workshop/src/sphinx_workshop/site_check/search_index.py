"""Reads the search index as the browser does, and checks that it holds every object."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from .built_site import KINDS, file_at
from .comparison import missing_and_unknown
from .finding import Finding, UnreadableError, at, reading
from .links import dead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .built_site import BuiltSite

INDEX = "search-index/index.json"


class Found(NamedTuple):
    """An entry as readers see it."""

    kind: str
    title: str
    address: str
    detail: str


class SearchIndex:
    """All pieces of an index."""

    def __init__(self, site: BuiltSite) -> None:
        self._site = site
        self.facts = site.json(INDEX)
        shown = [entry for block in self.pieces("entries") for entry in block]
        kinds = [kind for kind, number in self.facts["kinds"].items() for _ in range(number)]
        if len(kinds) != len(shown):
            raise UnreadableError(INDEX, f"it counts {len(kinds)} entries; there are {len(shown)}")
        self.entries = [
            Found(kind, title, file_at(address), detail)
            for kind, (title, address, detail, *_) in zip(kinds, shown, strict=True)
        ]

    def pieces(self, name: str) -> list[Any]:
        """Return the content of the numbered files of a name, in their order."""
        files = self._site.files(f"search-index/{self.facts['version']}/{name}-*.json")
        ordered = sorted(files, key=lambda f: int(f.rpartition("-")[2].removesuffix(".json")))
        return [self._site.json(file) for file in ordered]

    def passing(self, name: str, value: str) -> list[Found]:
        """Return what a filter lets pass."""
        return [self.entries[n] for n in accumulate(self.facts["filters"][name][value])]


def lead_somewhere(site: BuiltSite) -> Iterator[Finding]:
    """Every entry leads to a page, and to a place that it has."""
    if index := _index(site):
        yield from at(INDEX, dead(site, "index.html", {found.address for found in index.entries}))


def every_object_is_found(site: BuiltSite) -> Iterator[Finding]:
    """Every paper, session, person, topic, room and deadline has an entry, under its title.

    What a kind is called in the site's language is found in its entries.
    """
    if not (index := _index(site)):
        return
    kinds = {f"{e.title} ({e.address})": e.kind for e in index.entries}
    for kind in KINDS:
        known = {f"{o.title} ({o.uri})" for o in site.objects(f"workshop:{kind}").values()}
        words = {kinds[name] for name in known & kinds.keys()}
        found = {name for name, word in kinds.items() if word in words}
        yield from at(INDEX, missing_and_unknown(f"the search for kind {kind}", found, known))


def topics_filter(site: BuiltSite) -> Iterator[Finding]:
    """The filter of a topic lets exactly its papers pass."""
    if not (index := _index(site)):
        return
    papers = {site.relative(paper.url) for paper in site.data.papers.values()}
    for topic in site.data.topics.values():
        on_topic = [paper for paper in site.data.papers.values() if topic.id in paper.topics]
        known = [site.relative(paper.url) for paper in on_topic]
        values = index.facts["filters"].get("topic", {})
        passing = index.passing("topic", topic.short) if topic.short in values else []
        found = [entry.address for entry in passing if entry.address in papers]
        yield from at(INDEX, missing_and_unknown(f"the filter '{topic.short}'", found, known))


def _index(site: BuiltSite) -> SearchIndex | None:
    """Return the index, if the site has one."""
    if not (site.folder / INDEX).is_file():
        return None
    with reading(INDEX, "index"):
        return SearchIndex(site)
