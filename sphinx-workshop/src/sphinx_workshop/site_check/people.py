"""Checks that people have exactly the papers and sessions that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.grouped import grouped
from .comparison import differs, missing_and_unknown
from .finding import Finding, at
from .html import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from .built_site import BuiltSite

_KIND = "workshop:person"
_INDEX = ".workshop-author-list"
_ENTRY = ".workshop-person[id]"
_EDITOR = f"{_ENTRY}:has(.workshop-editor)"


def author_index(site: BuiltSite, path: str) -> Iterator[str]:
    """The index holds each author once, under the person's name, with exactly the papers."""
    items = site.content(path).select(f"{_INDEX} > li")
    if not items:
        return
    found: dict[str, list[str]] = {}
    for item in items:
        id = str(item.get("id", "")).partition("-")[2]
        if id in found:
            yield f"the index holds '{id}' twice"
        found[id] = site.linked(path, item, "paper", "ul a[href]")
        yield from _name(site, id, item, by_family=True)
    papers = _papers(site)
    yield from missing_and_unknown("the index of authors", found, papers)
    for id in found.keys() & papers.keys():
        yield from differs(f"the papers of '{id}'", found[id], papers[id])


def authors_are_known(site: BuiltSite) -> Iterator[Finding]:
    """Where there is an index of authors, every author is in the inventory."""
    if any(_INDEX.lstrip(".") in site.text(path) for path in site.documents):
        known = site.objects(_KIND)
        for id in sorted(_papers(site).keys() - known.keys()):
            yield Finding("objects.inv", f"author '{id}' is missing")


def links_of_authors(site: BuiltSite, path: str) -> Iterator[str]:
    """The names of a paper's authors lead to these people, in this order."""
    paper = site.data.papers.get(site.paper_pages.get(path, ""))
    if paper:
        known = [author.id for author in paper.authors if author.id in site.objects(_KIND)]
        links = ".workshop-authors > li > a[href]"
        linked = site.linked(path, site.content(path), "person", links)
        yield from differs("the people to whom the authors' names lead", linked, known)


def entries(site: BuiltSite, path: str) -> Iterator[str]:
    """A person's entry names exactly the papers and the sessions of the person."""
    for entry in site.content(path).select(_ENTRY):
        id = _id(entry)
        yield from _name(site, id, entry)
        links = ".workshop-contributions a[href]"
        papers = site.linked(path, entry, "paper", links)
        yield from missing_and_unknown(f"the papers of '{id}'", papers, _papers(site).get(id, []))
        given = [name for name, people in site.people_of_sessions.items() if id in people]
        sessions = site.linked(path, entry, "session", links)
        yield from missing_and_unknown(f"the sessions of '{id}'", sessions, given)


def editors(site: BuiltSite) -> Iterator[Finding]:
    """The editors in the papers' JSON are those whose entries say so, under their names."""
    known, people = site.data.editors, site.objects(_KIND)
    if site.data_file:
        marked = with_entries(site, _EDITOR)
        ids = [editor.id for editor in known]
        yield from at(site.data_file, missing_and_unknown("the list of editors", ids, marked))
    for editor in known:
        title = people[editor.id].title if editor.id in people else ""
        said = differs(f"the name of editor '{editor.id}'", editor.name, title)
        yield from at(site.data_file, said)


def with_entries(site: BuiltSite, entry: str = _ENTRY) -> set[str]:
    """Return the ids of the people who have an entry of their own, such as a selector finds."""
    pages = {found.page for found in site.objects(_KIND).values()}
    found = (node for page in pages for node in site.content(page).select(entry))
    return {_id(node) for node in found}


def _id(entry: Tag) -> str:
    return str(entry["id"]).partition("-")[2]


def _name(site: BuiltSite, id: str, entry: Tag, *, by_family: bool = False) -> Iterator[str]:
    """Compare the name over an entry with the inventory's; by family, its words are turned."""
    known = site.objects(_KIND).get(id)
    name = entry.select_one(":scope > .workshop-title, :scope > div > .workshop-title")
    if known is None:
        yield f"the entry of '{id}' is not in the inventory"
    elif name is None or not _same(words(name), known.title, by_family):
        yield from differs(f"the name of '{id}'", name and words(name), known.title)


def _same(shown: str, known: str, by_family: bool) -> bool:
    """Return whether two names have the same words, in the same order or turned."""
    if not by_family:
        return shown == " ".join(known.split())
    return sorted(shown.replace(",", " ").split()) == sorted(known.replace(",", " ").split())


def _papers(site: BuiltSite) -> dict[str, list[str]]:
    """Map the ids of authors to those of their papers, in the order of the papers' JSON."""
    papers = grouped(site.data.papers.values(), lambda paper: [a.id for a in paper.authors])
    return {author: [paper.id for paper in found] for author, found in papers.items()}
